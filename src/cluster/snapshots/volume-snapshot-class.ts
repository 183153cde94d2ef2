import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { EBS_CSI_DRIVER } from '../../private/ebs-csi-driver-name';
import { annotated, clusterScopedMetadataMistakes, ClusterScopedObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { objectName } from '../../private/names';
import { SNAPSHOT_API_VERSION } from '../../private/snapshot-api';

/** A VolumeSnapshotClass as snapshots refer to it. */
export interface IVolumeSnapshotClass {
  /** Name that snapshots give. */
  readonly volumeSnapshotClassName: string;
}

/** What happens to a snapshot in the storage system when its VolumeSnapshot is deleted. */
export enum DeletionPolicy {
  /** It stays, and is paid for, until somebody removes it by hand. */
  RETAIN = 'Retain',

  /** It is deleted too. */
  DELETE = 'Delete',
}

/** Properties of `VolumeSnapshotClass`. */
export interface VolumeSnapshotClassProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * What happens to a snapshot when its VolumeSnapshot is deleted. Deleting a namespace deletes the VolumeSnapshots in it.
   */
  readonly deletionPolicy: DeletionPolicy;

  /**
   * CSI driver that takes the snapshots.
   *
   * @default 'ebs.csi.aws.com'
   */
  readonly driver?: string;

  /**
   * What the driver is told.
   *
   * @default - none
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/snapshot.md
   */
  readonly parameters?: { [key: string]: string };

  /**
   * Whether snapshots that name no class get this one. Each driver may have one default.
   *
   * @default - not said, which is taken as no
   */
  readonly isDefault?: boolean;
}

/**
 * How snapshots are taken. Needs the kinds of `SnapshotCrds` in the cluster.
 *
 * Refuses a name Kubernetes refuses, a namespace and an empty driver.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshot-classes/
 */
export class VolumeSnapshotClass extends ClusterScopedObject implements IVolumeSnapshotClass {
  /**
   * A class that exists already, or that somebody else creates.
   *
   * @param name Its `metadata.name`.
   */
  public static fromName(name: string): IVolumeSnapshotClass {
    return { volumeSnapshotClassName: objectName('VolumeSnapshotClass.fromName', name) };
  }

  /** Name that snapshots give. */
  public readonly volumeSnapshotClassName: string;

  public constructor(scope: Construct, id: string, props: VolumeSnapshotClassProps) {
    const { metadata, isDefault, driver = EBS_CSI_DRIVER, deletionPolicy, parameters } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...clusterScopedMetadataMistakes('VolumeSnapshotClass', metadata),
      driver === '' ? "driver '' is empty; name the CSI driver that takes the snapshots, or leave it out for 'ebs.csi.aws.com'" : undefined,
    );
    mistakes.throwIfAny();

    super(scope, id, {
      apiVersion: SNAPSHOT_API_VERSION,
      kind: 'VolumeSnapshotClass',
      metadata: annotated(metadata, 'snapshot.storage.kubernetes.io/is-default-class', isDefault),
      driver,
      deletionPolicy,
      parameters,
    });
    this.volumeSnapshotClassName = this.name;
  }
}
