import type { ApiObjectMetadata, Size } from 'cdk8s';
import type { IPersistentVolumeClaim, IStorage, Volume } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { claimMistakes, type ClaimOptions, claimSpec } from './claim-spec';
import { podVolume, volumeNameFrom } from './pod-volume';
import type { IVolumeDataSource, VolumeDataSource } from './volume-data-source';
import { VolumeMode } from './volume-mode';
import { KubernetesObject } from '../private/kubernetes-object';
import { Mistakes } from '../private/mistakes';
import { dnsSubdomainMistake, metadataMistakes } from '../private/names';

/** Properties of `PersistentVolumeClaim`. */
export interface PersistentVolumeClaimProps extends ClaimOptions {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path, in the chart's namespace
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Name of the one PersistentVolume to bind to.
   *
   * @default - any that fits, or a new one
   */
  readonly volumeName?: string;

  /**
   * Snapshot or claim in the same namespace whose data the new volume starts with.
   *
   * @default - the volume starts empty
   */
  readonly dataSource?: IVolumeDataSource;

  /**
   * Size the claim had before, where it is being expanded: a claim that would shrink is refused here instead of by the API server.
   *
   * @default - not known, so not compared
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims
   */
  readonly expandedFrom?: Size;
}

/**
 * A claim for storage. Mount it with `container.mount('/data', claim)`; a raw device (`VolumeMode.BLOCK`) is not mounted.
 *
 * Refuses names that Kubernetes refuses, a size of zero, no access mode, `READ_WRITE_ONCE_POD` beside another mode, and a size below `expandedFrom`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 */
export class PersistentVolumeClaim extends KubernetesObject implements IPersistentVolumeClaim, IStorage, IVolumeDataSource {
  /** How RBAC rules call claims. */
  public readonly resourceType: string = 'persistentvolumeclaims';

  private readonly isRawDevice: boolean;
  private volume?: Volume;

  public constructor(scope: Construct, id: string, props: PersistentVolumeClaimProps) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...metadataMistakes(props.metadata),
      ...claimMistakes(props),
      dnsSubdomainMistake('volumeName', props.volumeName),
    );
    mistakes.throwIfAny();

    super(scope, id, {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: props.metadata,
      spec: { ...claimSpec(props), volumeName: props.volumeName, dataSource: props.dataSource?.toDataSource() },
    });
    this.isRawDevice = props.volumeMode === VolumeMode.BLOCK;
    // cdk8s calls the core group 'core', RBAC rules call it ''.
    Object.defineProperty(this, 'apiGroup', { value: '' });
  }

  /** The claim's name, for RBAC rules about this one claim. */
  public get resourceName(): string | undefined {
    return this.name;
  }

  /** The Pod volume that mounting the claim creates. */
  public asVolume(): Volume {
    const source = { persistentVolumeClaim: { claimName: this.name } };
    this.volume ??= podVolume(this, 'Volume', volumeNameFrom('pvc', this.name), source, { isRawDevice: this.isRawDevice });
    return this.volume;
  }

  /** Makes the claim something that another claim can be cloned from. */
  public toDataSource(): VolumeDataSource {
    return { kind: this.kind, name: this.name };
  }
}
