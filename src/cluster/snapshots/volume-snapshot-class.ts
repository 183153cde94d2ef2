import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { annotated, clusterScopedMetadataMistakes, ClusterScopedObject, mayBeAnnotated } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { objectName } from '../../private/names';
import { SNAPSHOT_API_GROUP, SNAPSHOT_API_VERSION } from '../../private/snapshot-api';
import { parameterMistakes } from '../classes/class-parameters';
import { defaultClassesMistakes, defaultClassMistake, type DefaultKind } from '../classes/default-class';

/** A VolumeSnapshotClass as snapshots refer to it. */
export interface IVolumeSnapshotClass {
  /** Name that snapshots give. */
  readonly volumeSnapshotClassName: string;

  /**
   * Driver that takes the snapshots, where it is known.
   *
   * @default - unknown, so that nothing about the driver is checked
   */
  readonly driver?: string;
}

/** What happens to a snapshot in the storage system when its VolumeSnapshot is deleted. */
export enum DeletionPolicy {
  /** It stays, and is paid for, until somebody removes it by hand. */
  RETAIN = 'Retain',

  /** It is deleted too. */
  DELETE = 'Delete',
}

/** What can be said of a VolumeSnapshotClass whatever its driver. */
export interface VolumeSnapshotClassOptions {
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
   * Whether snapshots that name no class get this one. Each driver may have one default: with several, the controller takes no snapshot that names no class.
   *
   * Two defaults for one driver under the same chart (the outermost one; other charts may be for other clusters) are refused when the app is synthesized.
   *
   * @default - not said, which is taken as no
   * @see https://kubernetes.io/docs/concepts/storage/volume-snapshot-classes/#default-volumesnapshotclass
   */
  readonly isDefault?: boolean;
}

/** Properties of `VolumeSnapshotClass`. */
export interface VolumeSnapshotClassProps extends VolumeSnapshotClassOptions {
  /** CSI driver that takes the snapshots, for example `fsx.openzfs.csi.aws.com`. */
  readonly driver: string;

  /**
   * What the driver is told. Kubernetes takes text only, and does not check it: what is wrong here shows as a snapshot that never is ready.
   *
   * @default - none
   */
  readonly parameters?: { [key: string]: string };
}

/** SetDefaultSnapshotClass in pkg/common-controller/snapshot_controller.go of external-snapshotter v8.6.0 gives up when it finds two for a driver. */
const DEFAULT_SNAPSHOT_CLASS: DefaultKind = {
  kind: 'VolumeSnapshotClass',
  apiGroup: SNAPSHOT_API_GROUP,
  annotation: 'snapshot.storage.kubernetes.io/is-default-class',
  neededBy: ({ driver }) => `driver '${driver}'`,
  compete: (one, other) => one.driver === other.driver,
};

/**
 * How snapshots are taken, by any driver. Needs the kinds of `SnapshotCrds` in the cluster. What it says may be changed later on: it holds for snapshots that
 * are taken from then on.
 *
 * For EBS, `EbsVolumeSnapshotClass` knows the parameters.
 *
 * Refuses a name Kubernetes refuses, a namespace, an empty driver and parameters that are not text.
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

  /** Driver that takes the snapshots. */
  public readonly driver?: string;

  public constructor(scope: Construct, id: string, props: VolumeSnapshotClassProps) {
    const { metadata, isDefault, driver, deletionPolicy, parameters } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...clusterScopedMetadataMistakes('VolumeSnapshotClass', metadata),
      driver === '' ? "driver '' is empty; name the CSI driver that takes the snapshots, for example 'fsx.openzfs.csi.aws.com'" : undefined,
      ...parameterMistakes(parameters),
      isDefault === undefined || metadata === undefined ? undefined : defaultClassMistake(DEFAULT_SNAPSHOT_CLASS, isDefault, metadata),
    );
    mistakes.throwIfAny();

    super(scope, id, {
      apiVersion: SNAPSHOT_API_VERSION,
      kind: 'VolumeSnapshotClass',
      metadata: annotated(metadata, DEFAULT_SNAPSHOT_CLASS.annotation, isDefault),
      driver,
      deletionPolicy,
      parameters,
    });
    this.volumeSnapshotClassName = this.name;
    this.driver = driver;
    this.node.addValidation({ validate: () => mayBeAnnotated(this) ? defaultClassesMistakes(DEFAULT_SNAPSHOT_CLASS, this) : [] });
  }
}
