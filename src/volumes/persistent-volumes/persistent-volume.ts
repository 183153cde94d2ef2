import type { ApiObjectMetadata, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { PROVISIONED_BY, sourceRuleMistakes } from './persistent-volume-rules';
import type { PersistentVolumeSource } from './persistent-volume-source';
import type { VolumeNodeAffinity } from './volume-node-affinity';
import { ReclaimPolicy } from '../../cluster/classes/reclaim-policy';
import { StorageClass } from '../../cluster/classes/storage-class';
import type { IStorageClass } from '../../cluster/classes/storage-class-props';
import { annotated, clusterScopedMetadataMistakes, ClusterScopedObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { sizeMistake } from '../../private/sizes';
import { AccessMode } from '../claims/access-mode';
import { PersistentVolumeClaim } from '../claims/persistent-volume-claim';
import { VolumeMode } from '../claims/volume-mode';

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
   * Who may mount the volume at the same time. What the source cannot offer is refused.
   *
   * @default [AccessMode.READ_WRITE_ONCE]
   */
  readonly accessModes?: AccessMode[];

  /**
   * Whether the volume is mounted as a directory or handed over as a raw device. A raw device is refused of sources that are directories.
   *
   * @default VolumeMode.FILESYSTEM
   */
  readonly volumeMode?: VolumeMode;

  /**
   * What happens to the storage once its claim is deleted. `DELETE` of a CSI volume names its driver in the annotation `pv.kubernetes.io/provisioned-by`,
   * without which the driver would not delete it; it is refused of storage that nothing deletes.
   *
   * @default ReclaimPolicy.RETAIN
   */
  readonly reclaimPolicy?: ReclaimPolicy;

  /**
   * Why the storage may be wiped (`rm -rf`) once its claim is deleted, and be claimed again: `persistentVolumeReclaimPolicy: Recycle`. Deprecated in
   * Kubernetes, and possible with NFS and hostPath only. The reason lands in an annotation.
   *
   * @default - not wiped
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#recycle
   */
  readonly recycleReason?: string;

  /**
   * Class that claims must name to get this volume.
   *
   * @default StorageClass.none()
   */
  readonly storageClass?: IStorageClass;

  /**
   * Options that the volume is mounted with. Nobody checks them before the mount. Refused for a raw device and for hostPath, which are mounted without.
   *
   * @default - none
   */
  readonly mountOptions?: string[];

  /**
   * The nodes from which the volume can be used, beside what the source says of it: both have to hold.
   *
   * @default - what the source says: the zone of an EBS volume, the nodes of a local one, everywhere for others
   */
  readonly nodeAffinity?: VolumeNodeAffinity;
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
 * Refuses a name Kubernetes refuses, a namespace, a size of zero, access modes, a volume mode, mount options and a reclaim policy that its source does
 * not have, and what its source refuses.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/
 */
export class PersistentVolume extends ClusterScopedObject {
  private readonly spec: { claimRef?: ClaimReference };
  private readonly claimOptions: Pick<PersistentVolumeProps, 'size' | 'accessModes' | 'volumeMode' | 'storageClass'>;

  public constructor(scope: Construct, id: string, props: PersistentVolumeProps) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...clusterScopedMetadataMistakes('PersistentVolume', props.metadata),
      sizeMistake('size', props.size),
      ...sourceRuleMistakes(props),
      ...props.nodeAffinity?._mistakes() ?? [],
      ...props.source._definition.nodeAffinity?._mistakes() ?? [],
    );
    mistakes.throwIfAny();

    const {
      source: { _definition: source }, size, accessModes = [AccessMode.READ_WRITE_ONCE], volumeMode = VolumeMode.FILESYSTEM,
      reclaimPolicy = ReclaimPolicy.RETAIN, recycleReason, storageClass, mountOptions,
    } = props;
    const nodeAffinity = source.nodeAffinity?._and(props.nodeAffinity) ?? props.nodeAffinity;
    const spec = {
      claimRef: undefined as ClaimReference | undefined,
      capacity: { storage: size.asString() },
      accessModes,
      volumeMode,
      persistentVolumeReclaimPolicy: recycleReason === undefined ? reclaimPolicy : 'Recycle',
      storageClassName: storageClass?.storageClassName ?? '',
      mountOptions,
      nodeAffinity: nodeAffinity?._toKube(),
    };
    super(scope, id, { apiVersion: 'v1', kind: 'PersistentVolume', metadata: metadataOf(props), spec });
    Object.assign(spec, source.fields(this.name));
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

    const { storageClass = StorageClass.none(), ...others } = this.claimOptions;
    const claim = new PersistentVolumeClaim(this, 'Claim', { ...others, storageClass, metadata: { name, namespace }, volumeName: this.name });
    this.spec.claimRef = { name: claim.name, namespace };
    return claim;
  }
}

/** With the reasons for what endangers data or opens access, and the driver that is to delete. */
function metadataOf({ metadata, source: { _definition: source }, reclaimPolicy, recycleReason }: PersistentVolumeProps) {
  const provisioner = reclaimPolicy === ReclaimPolicy.DELETE && 'driver' in source.deletion ? source.deletion.driver : undefined;
  if (recycleReason === undefined && provisioner === undefined && source.annotations === undefined) return metadata;
  return Object.entries({
    'cdk8s-eks-storage/recycle-reason': recycleReason,
    [PROVISIONED_BY]: metadata?.annotations?.[PROVISIONED_BY] ?? provisioner,
    ...source.annotations,
  }).reduce((given, [key, value]) => annotated(given, key, value), metadata);
}
