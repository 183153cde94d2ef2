import type { ApiObjectMetadata, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { AccessMode } from './access-mode';
import { accessModesMistake } from './claim-spec';
import { PersistentVolumeClaim } from './persistent-volume-claim';
import type { PersistentVolumeSource } from './persistent-volume-source';
import { VolumeMode } from './volume-mode';
import { ReclaimPolicy } from '../cluster/reclaim-policy';
import { StorageClass } from '../cluster/storage-class';
import type { IStorageClass } from '../cluster/storage-class-props';
import { clusterScopedMetadataMistakes, ClusterScopedObject } from '../private/kubernetes-object';
import { Mistakes } from '../private/mistakes';
import { sizeMistake } from '../private/sizes';

/** Properties of `PersistentVolume`. */
export interface PersistentVolumeProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The storage itself.
   */
  readonly source: PersistentVolumeSource;

  /**
   * How much it holds. Claims for more do not fit.
   */
  readonly size: Size;

  /**
   * Who may mount the volume at the same time.
   *
   * @default [AccessMode.READ_WRITE_ONCE]
   */
  readonly accessModes?: AccessMode[];

  /**
   * Whether the volume is mounted as a directory or handed over as a raw device.
   *
   * @default VolumeMode.FILESYSTEM
   */
  readonly volumeMode?: VolumeMode;

  /**
   * What happens to the storage once its claim is deleted.
   *
   * @default ReclaimPolicy.RETAIN
   */
  readonly reclaimPolicy?: ReclaimPolicy;

  /**
   * Class that claims must name to get this volume.
   *
   * @default StorageClass.none()
   */
  readonly storageClass?: IStorageClass;

  /**
   * Options that the volume is mounted with. Nobody checks them before the mount.
   *
   * @default - none
   */
  readonly mountOptions?: string[];
}

/** Options of `PersistentVolume.reserve`. */
export interface ReserveOptions {
  /**
   * Name of the claim.
   *
   * @default - a name made from the construct's path
   */
  readonly name?: string;

  /**
   * Namespace of the claim: where the Pods are that mount it.
   *
   * @default - the chart's namespace; an error if the chart has none
   */
  readonly namespace?: string;
}

interface ClaimReference {
  readonly name: string;
  readonly namespace?: string;
}

/**
 * Storage that exists already, made known to Kubernetes.
 *
 * Refuses a name Kubernetes refuses, a namespace, a size of zero, no access mode, and what its source refuses.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/
 */
export class PersistentVolume extends ClusterScopedObject {
  private readonly spec: { claimRef?: ClaimReference };
  private readonly claimOptions: Required<Pick<PersistentVolumeProps, 'size' | 'accessModes' | 'volumeMode' | 'storageClass'>>;

  public constructor(scope: Construct, id: string, props: PersistentVolumeProps) {
    const {
      metadata, source, size, accessModes = [AccessMode.READ_WRITE_ONCE], volumeMode = VolumeMode.FILESYSTEM,
      reclaimPolicy = ReclaimPolicy.RETAIN, storageClass = StorageClass.none(), mountOptions,
    } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...clusterScopedMetadataMistakes('PersistentVolume', metadata),
      sizeMistake('size', size),
      accessModesMistake(accessModes),
      ...source._mistakes(),
    );
    mistakes.throwIfAny();

    const spec = {
      claimRef: undefined as ClaimReference | undefined,
      capacity: { storage: size.asString() },
      accessModes,
      volumeMode,
      persistentVolumeReclaimPolicy: reclaimPolicy,
      storageClassName: storageClass.storageClassName,
      mountOptions,
      ...source._toKube(),
    };
    super(scope, id, { apiVersion: 'v1', kind: 'PersistentVolume', metadata, spec });
    this.spec = spec;
    this.claimOptions = { size, accessModes, volumeMode, storageClass };
  }

  /**
   * Makes the one claim that gets this volume: the claim names the volume and the volume names the claim, so that neither can end up with another.
   *
   * Refuses to be called twice, and a claim whose namespace is not known.
   */
  public reserve(options: ReserveOptions = {}): PersistentVolumeClaim {
    const { name, namespace = this.chart.namespace } = options;
    const mistakes = new Mistakes(this, 'Claim');
    mistakes.add(
      this.spec.claimRef === undefined ? undefined : `the volume is reserved for claim '${this.spec.claimRef.name}' already; mount that one`,
      namespace === undefined ? 'the volume has to name the namespace of its claim, and neither reserve() nor the chart gives one; give namespace' : undefined,
    );
    mistakes.throwIfAny();

    const claim = new PersistentVolumeClaim(this, 'Claim', { ...this.claimOptions, metadata: { name, namespace }, volumeName: this.name });
    this.spec.claimRef = { name: claim.name, namespace };
    return claim;
  }
}
