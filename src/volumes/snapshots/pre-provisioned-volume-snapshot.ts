import { type ApiObjectMetadata, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { VolumeSnapshot } from './volume-snapshot';
import { DeletionPolicy, type IVolumeSnapshotClass } from '../../cluster/snapshots/volume-snapshot-class';
import { isUnresolved } from '../../private/cdk-tokens';
import { EBS_CSI_DRIVER } from '../../private/ebs-csi-driver-name';
import { ClusterScopedObject, KubernetesObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { metadataMistakes } from '../../private/names';
import { SNAPSHOT_API_VERSION } from '../../private/snapshot-api';
import type { IVolumeDataSource, VolumeDataSource } from '../claims/volume-data-source';

/** Properties of `PreProvisionedVolumeSnapshot`. */
export interface PreProvisionedVolumeSnapshotProps {
  /**
   * Name, namespace, labels and annotations of the VolumeSnapshot. The VolumeSnapshotContent takes the name too.
   *
   * @default - a name made from the construct's path, in the chart's namespace; an error if the chart has none
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What the driver calls the snapshot: for EBS its id, as in `snap-0123456789abcdef0`.
   *
   * Under the driver policy `AmazonEBSCSIDriverPolicyV2` the snapshot must be tagged `ebs.csi.aws.com/cluster=true` before it can be restored.
   */
  readonly snapshotHandle: string;

  /**
   * CSI driver whose snapshot it is.
   *
   * @default 'ebs.csi.aws.com'
   */
  readonly driver?: string;

  /**
   * What happens to the snapshot when its VolumeSnapshot is deleted.
   *
   * @default DeletionPolicy.RETAIN
   */
  readonly deletionPolicy?: DeletionPolicy;

  /**
   * Class that both objects name.
   *
   * @default - none
   */
  readonly snapshotClass?: IVolumeSnapshotClass;
}

/**
 * A snapshot that exists already in the storage system, made known to Kubernetes: a VolumeSnapshotContent and a VolumeSnapshot that name each other.
 * A claim starts from it with `dataSource: snapshot`.
 *
 * Refuses names that Kubernetes refuses, an unknown namespace, and for EBS a handle that is not the id of a snapshot.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshots/#static
 */
export class PreProvisionedVolumeSnapshot extends Construct implements IVolumeDataSource {
  /** Name of the VolumeSnapshot. */
  public readonly name: string;

  public constructor(scope: Construct, id: string, props: PreProvisionedVolumeSnapshotProps) {
    const { metadata, snapshotHandle, driver = EBS_CSI_DRIVER, deletionPolicy = DeletionPolicy.RETAIN } = props;
    const mistakes = new Mistakes(scope, id);
    const namespace = metadata?.namespace ?? Chart.of(scope).namespace;
    mistakes.add(
      ...metadataMistakes(metadata),
      handleMistake(driver, snapshotHandle),
      namespace === undefined ? 'the VolumeSnapshotContent has to name the namespace of its VolumeSnapshot, and neither metadata nor the chart gives one; give metadata.namespace' : undefined,
    );
    mistakes.throwIfAny();
    super(scope, id);

    const volumeSnapshotClassName = props.snapshotClass?.volumeSnapshotClassName;
    const volumeSnapshotRef = { name: metadata?.name, namespace };
    const content = new ClusterScopedObject(this, 'Content', {
      apiVersion: SNAPSHOT_API_VERSION,
      kind: 'VolumeSnapshotContent',
      metadata: { name: metadata?.name },
      spec: { driver, deletionPolicy, source: { snapshotHandle }, volumeSnapshotClassName, volumeSnapshotRef },
    });
    const snapshot = new KubernetesObject(this, 'Resource', {
      apiVersion: SNAPSHOT_API_VERSION,
      kind: 'VolumeSnapshot',
      metadata,
      spec: { source: { volumeSnapshotContentName: content.name }, volumeSnapshotClassName },
    });
    // The two name each other, so one of them learns the other's name only now.
    volumeSnapshotRef.name = snapshot.name;
    this.name = snapshot.name;
  }

  /** Makes the snapshot something that a claim can start from. */
  public toDataSource(): VolumeDataSource {
    return VolumeSnapshot.fromName(this.name).toDataSource();
  }
}

function handleMistake(driver: string, handle: string): string | undefined {
  if (isUnresolved(handle)) return undefined;
  if (handle === '') return "snapshotHandle '' is empty; give what the driver calls the snapshot";
  if (driver !== EBS_CSI_DRIVER || /^snap-[0-9a-f]{8,17}$/.test(handle)) return undefined;
  return `snapshotHandle '${handle}' is not the id of an EBS snapshot; give one as in 'snap-0123456789abcdef0'`;
}
