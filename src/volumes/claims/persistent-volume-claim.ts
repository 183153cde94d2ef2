import { type ApiObjectMetadata, Chart } from 'cdk8s';
import type { Volume } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { ClaimFacts } from './claim-facts';
import { claimMistakes } from './claim-rules';
import { claimSpec, type PersistentClaimOptions } from './claim-spec';
import { claimVolume, type ExistingClaimOptions, ExistingVolumeClaim, type IVolumeClaim } from './existing-volume-claim';
import type { VolumeDataSource } from './volume-data-source';
import { VolumeMode } from './volume-mode';
import { KubernetesObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { dnsSubdomainMistake, metadataMistakes } from '../../private/names';

/** Properties of `PersistentVolumeClaim`. */
export interface PersistentVolumeClaimProps extends PersistentClaimOptions {
  /**
   * Name, namespace, labels and annotations. The annotations `ebs.csi.aws.com/volumeType`, `ebs.csi.aws.com/iops` and `ebs.csi.aws.com/throughput` (MiB/s)
   * are how EBS volumes were changed before there was `volumeAttributesClass`, where the driver's volume modification feature is switched on.
   *
   * @default - a name made from the construct's path, in the chart's namespace
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Name of the one PersistentVolume to bind to. No volume is made then, and what the driver of the class could make is not asked.
   *
   * @default - any that fits, or a new one
   */
  readonly volumeName?: string;
}

/**
 * A claim for storage. Mount it with `container.mount('/data', claim)`; a raw device (`VolumeMode.BLOCK`) is handed over with `BlockDevice.attach`.
 *
 * Refuses names that Kubernetes refuses, sizes that are none or that the class cannot make, access modes and volume modes its driver does not have, a size
 * below `expandedFrom`, selectors and sources that would not be looked at, and sources that do not fit: see `IVolumeDataSource`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 */
export class PersistentVolumeClaim extends KubernetesObject implements IVolumeClaim {
  /**
   * A claim that exists already, or that something else makes, such as Helm. It mounts like any other, and can be cloned and taken snapshots of. Those of the
   * Pods of a `StatefulVolumeSet` are `set.claim(name, ordinal)`.
   *
   * @param scope Where its volume is in the tree.
   * @param id Id in that scope.
   * @param claimName Its `metadata.name`.
   * @param options What is known of it.
   */
  public static fromClaimName(scope: Construct, id: string, claimName: string, options: ExistingClaimOptions = {}): IVolumeClaim {
    return new ExistingVolumeClaim(scope, id, claimName, options);
  }

  /** How RBAC rules call claims. */
  public readonly resourceType: string = 'persistentvolumeclaims';

  private readonly options: PersistentClaimOptions;
  private volume?: Volume;

  public constructor(scope: Construct, id: string, props: PersistentVolumeClaimProps) {
    const { metadata, volumeName, ...options } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...metadataMistakes(metadata),
      ...claimMistakes({ namespace: metadata?.namespace ?? Chart.of(scope).namespace, ...props }),
      dnsSubdomainMistake('volumeName', volumeName),
    );
    mistakes.throwIfAny();

    super(scope, id, { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec: { volumeName, ...claimSpec(options) } });
    this.options = options;
    // cdk8s calls the core group 'core', RBAC rules call it ''.
    (this as { apiGroup: string }).apiGroup = '';
  }

  /** The claim's name, for RBAC rules about this one claim. */
  public get resourceName(): string | undefined {
    return this.name;
  }

  /** The Pod volume that mounting the claim creates. */
  public asVolume(): Volume {
    this.volume ??= claimVolume(this, this.options.volumeMode);
    return this.volume;
  }

  /** Makes the claim something that another claim can be cloned from. */
  public toDataSource(): VolumeDataSource {
    return { kind: this.kind, name: this.name };
  }

  /**
   * What those have to fit to that are made from it.
   *
   * @internal
   */
  public _claimFacts(): ClaimFacts {
    const { size, expandedFrom, storageClass, volumeMode = VolumeMode.FILESYSTEM } = this.options;
    // What was copied before the claim grew has the size from before.
    return { namespace: this.metadata.namespace, size: expandedFrom ?? size, storageClass, volumeMode };
  }
}
