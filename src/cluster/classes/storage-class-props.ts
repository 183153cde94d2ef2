import type { ApiObjectMetadata } from 'cdk8s';
import type { AllowedTopology } from './allowed-topology';
import type { ReclaimPolicy } from './reclaim-policy';

/** A StorageClass as claims refer to it. */
export interface IStorageClass {
  /** Name that claims give. The empty name stands for "no class". */
  readonly storageClassName: string;

  /**
   * Driver that creates the volumes, where it is known.
   *
   * @default - unknown, so that nothing about the driver is checked
   */
  readonly provisioner?: string;
}

/**
 * When a volume is created for a claim.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode
 */
export enum VolumeBindingMode {
  /** As soon as the claim exists, in whatever zone the driver picks. */
  IMMEDIATE = 'Immediate',

  /** When the first Pod that uses the claim is scheduled, in the zone of its node. */
  WAIT_FOR_FIRST_CONSUMER = 'WaitForFirstConsumer',
}

/** What can be said of a StorageClass whatever its provisioner. */
export interface StorageClassOptions {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Whether the name ends in a hash of what can never change about a class: its provisioner, parameters, `reclaimPolicy` and `volumeBindingMode`. A change
   * of them then makes a class of another name, where the API server would refuse to change the one it has. Claims that exist keep the class they name.
   *
   * Refuses parameters that the CDK fills in later, and names too long for the hash.
   *
   * @default false
   * @see https://kubernetes.io/docs/concepts/storage/storage-classes/
   */
  readonly nameWithHash?: boolean;

  /**
   * Whether claims that name no class get this one. One class of a cluster should be the default: with several, the newest wins, and of several made in the
   * same second the first by name.
   *
   * Two defaults under the same chart (the outermost one; other charts may be for other clusters) are refused when the app is synthesized, unless one is of a
   * provisioner that was once inside Kubernetes (`kubernetes.io/…`), which clusters have from before: see `DefaultClassHandover`.
   *
   * @default - not said, which Kubernetes takes as no
   * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass
   */
  readonly isDefault?: boolean;

  /**
   * What happens to the storage once its claim is deleted.
   *
   * @default - not said, which Kubernetes takes as `ReclaimPolicy.DELETE`
   */
  readonly reclaimPolicy?: ReclaimPolicy;

  /**
   * Options that the volumes are mounted with, for example `noatime`. Nobody checks them before the mount.
   *
   * @default - none
   */
  readonly mountOptions?: string[];

  /**
   * Where volumes may be created: in any of these places. An empty list and repetitions are refused.
   *
   * @default - anywhere the driver works
   */
  readonly allowedTopologies?: AllowedTopology[];
}

/** Properties of `StorageClass`. */
export interface StorageClassProps extends StorageClassOptions {
  /**
   * Driver that creates the volumes, for example `efs.csi.aws.com`.
   */
  readonly provisioner: string;

  /**
   * What the provisioner is told. Kubernetes takes text only, and does not check it: what is wrong here shows as a claim that stays Pending.
   *
   * @default - none
   */
  readonly parameters?: { [key: string]: string };

  /**
   * When volumes are created.
   *
   * @default - not said, which Kubernetes takes as `VolumeBindingMode.IMMEDIATE`
   */
  readonly volumeBindingMode?: VolumeBindingMode;

  /**
   * Whether a claim may be made larger later on.
   *
   * @default - not said, which Kubernetes takes as no
   */
  readonly allowVolumeExpansion?: boolean;
}
