import type { ApiObjectMetadata } from 'cdk8s';
import type { IPersistentVolumeClaim } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { IVolumeSnapshotClass } from '../../cluster/snapshots/volume-snapshot-class';
import { KubernetesObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { metadataMistakes, objectName } from '../../private/names';
import { SNAPSHOT_API_GROUP, SNAPSHOT_API_VERSION } from '../../private/snapshot-api';
import type { IVolumeDataSource, VolumeDataSource } from '../claims/volume-data-source';

const SNAPSHOT = { apiGroup: SNAPSHOT_API_GROUP, kind: 'VolumeSnapshot' };

/** Properties of `VolumeSnapshot`. */
export interface VolumeSnapshotProps {
  /**
   * Name, namespace, labels and annotations. The namespace is that of the claim.
   *
   * @default - a name made from the construct's path, in the chart's namespace
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The claim whose volume is copied as it is at that moment.
   */
  readonly claim: IPersistentVolumeClaim;

  /**
   * How the snapshot is taken.
   *
   * @default - the default class of the driver that made the volume
   */
  readonly snapshotClass?: IVolumeSnapshotClass;
}

/**
 * A snapshot of a claim's volume, taken once, when the object is applied. A claim starts from it with `dataSource: snapshot`.
 *
 * Needs the snapshot kinds, controller and a class in the cluster: see `SnapshotSupport`. Refuses names that Kubernetes refuses.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshots/
 */
export class VolumeSnapshot extends KubernetesObject implements IVolumeDataSource {
  /**
   * A snapshot that exists already, or that something else makes.
   *
   * @param name Its `metadata.name`, in the namespace of the claim that starts from it.
   */
  public static fromName(name: string): IVolumeDataSource {
    const source = { ...SNAPSHOT, name: objectName('VolumeSnapshot.fromName', name) };
    return { toDataSource: () => source };
  }

  public constructor(scope: Construct, id: string, props: VolumeSnapshotProps) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...metadataMistakes(props.metadata));
    mistakes.throwIfAny();

    super(scope, id, {
      apiVersion: SNAPSHOT_API_VERSION,
      kind: SNAPSHOT.kind,
      metadata: props.metadata,
      spec: {
        source: { persistentVolumeClaimName: props.claim.name },
        volumeSnapshotClassName: props.snapshotClass?.volumeSnapshotClassName,
      },
    });
  }

  /** Makes the snapshot something that a claim can start from. */
  public toDataSource(): VolumeDataSource {
    return { ...SNAPSHOT, name: this.name };
  }
}
