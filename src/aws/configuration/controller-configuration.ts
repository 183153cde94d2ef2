import type { DefaultFsType } from './default-fs-type';
import type { PodConfiguration } from './pod-configuration';
import type { Toleration } from './toleration';
import type { TopologySpreadConstraint } from './topology-spread-constraint';

/** Settings of the controller. */
export interface ControllerConfiguration extends PodConfiguration {
  /**
   * Whether calls of the EC2 API are bundled: fewer calls, each a little later.
   *
   * @default true
   */
  readonly batching?: boolean;

  /**
   * What volumes are formatted with whose StorageClass does not say.
   *
   * @default DefaultFsType.EXT4
   */
  readonly defaultFsType?: DefaultFsType;

  /**
   * Whether the driver is told the names of claim, namespace and volume, and tags the volume with them.
   *
   * @default true
   */
  readonly extraCreateMetadata?: boolean;

  /**
   * Tags of every volume and snapshot the driver creates. Values may be templates as in `{{ .PVCNamespace }}`,
   * which volumes get filled in and snapshots as they are written.
   *
   * Refused are tags the driver keeps for itself (`CSIVolumeName`, `CSIVolumeSnapshotName`, `kubernetes.io…`, `ebs.csi.aws.com/…`),
   * those EC2 refuses, and those that would not reach the driver whole, for it gets them in one comma separated argument.
   * EC2 takes 50 tags on a volume; the driver sets 9 of them, or 6 without `extraCreateMetadata`, and those of the StorageClass come on top.
   *
   * @default - none
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/tagging.md
   */
  readonly extraVolumeTags?: { [key: string]: string };

  /**
   * Priority class of the Pods.
   *
   * @default 'system-cluster-critical'
   */
  readonly priorityClassName?: string;

  /**
   * Region of the cluster, for controllers that cannot ask for it.
   *
   * @default - the driver asks for it, as `metadataSources` says
   */
  readonly region?: string;

  /**
   * How many Pods there are, of which one leads: a whole number from 1 on.
   *
   * @default 2
   */
  readonly replicaCount?: number;

  /**
   * Whether calls of the AWS SDK are logged.
   *
   * @default false
   */
  readonly sdkDebugLog?: boolean;

  /**
   * Taints that the Pods put up with. They take the place of the driver's own.
   *
   * @default - `CriticalAddonsOnly`, and every NoExecute taint for 300 seconds
   */
  readonly tolerations?: Toleration[];

  /**
   * How the Pods are spread over zones and nodes.
   *
   * @default - on different nodes where possible
   */
  readonly topologySpreadConstraints?: TopologySpreadConstraint[];

  /**
   * The modification of volumes by annotations of their claims. VolumeAttributesClasses do without it.
   *
   * @default - off
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/modify-volume.md
   */
  readonly volumeModificationFeature?: VolumeModificationFeatureConfiguration;
}

/** The modification of volumes by annotations of their claims. */
export interface VolumeModificationFeatureConfiguration {
  /**
   * Whether the sidecar `volumemodifier` runs.
   *
   * @default false
   */
  readonly enabled?: boolean;
}
