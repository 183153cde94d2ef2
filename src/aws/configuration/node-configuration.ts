import type { MetadataSource } from './metadata-source';
import type { PodConfiguration } from './pod-configuration';
import type { Toleration } from './toleration';

/** Settings of the node Pods. */
export interface NodeConfiguration extends PodConfiguration {
  /**
   * Whether there are Pods on Linux nodes.
   *
   * @default true
   */
  readonly enableLinux?: boolean;

  /**
   * Whether there are Pods on Windows nodes.
   *
   * @default true
   */
  readonly enableWindows?: boolean;

  /**
   * Whether the Pods are on the network of their host, from where they reach the instance metadata with a hop limit of 1.
   *
   * @default false
   */
  readonly hostNetwork?: boolean;

  /**
   * Where the driver learns which instance it runs on: the first of these that answers.
   *
   * Refused are an empty list, a source given twice, and `METADATA_LABELER` without `sidecars.metadataLabeler.enabled`.
   *
   * @default - IMDS, then KUBERNETES
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md
   */
  readonly metadataSources?: MetadataSource[];

  /**
   * Priority class of the Pods.
   *
   * @default 'system-node-critical'
   */
  readonly priorityClassName?: string;

  /**
   * How many attachments of a node are for other things than the driver's volumes, such as the root disk: a whole number from 1 on.
   * With `-1` the driver reckons it from what was attached when the node started.
   *
   * Refused together with `volumeAttachLimit`, as the driver would, and as `0`, which the chart does not pass on to the driver.
   *
   * @default -1
   */
  readonly reservedVolumeAttachments?: number;

  /**
   * Time a Pod is given to stop, in seconds: a whole number from 0 on.
   *
   * @default 30
   */
  readonly terminationGracePeriodSeconds?: number;

  /**
   * Whether the Pods put up with every taint. Volumes cannot be mounted on nodes without such a Pod.
   *
   * @default true
   */
  readonly tolerateAllTaints?: boolean;

  /**
   * Taints that the Pods put up with, beside those of nodes that start or stop. They take the place of the driver's own.
   *
   * Refused unless `tolerateAllTaints` is false: the chart would pass them over.
   *
   * @default - every NoExecute taint for 300 seconds
   */
  readonly tolerations?: Toleration[];

  /**
   * How many volumes of the driver a node takes, on every node alike: a whole number from 1 on.
   *
   * Refused together with `reservedVolumeAttachments`, as the driver would, and as `0`, which the chart does not pass on to the driver.
   *
   * @default - as many as instances of the node's type take, less those that are reserved
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/volume_limits.html
   */
  readonly volumeAttachLimit?: number;
}
