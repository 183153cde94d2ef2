import type { ApiObjectMetadata, Size } from 'cdk8s';
import type { IStorageClass } from '../classes/storage-class-props';
import type { IVolumeAttributesClass } from '../classes/volume-attributes-class';

/** How much the claims of one StorageClass may take together. */
export interface StorageClassQuota {
  /** The class. */
  readonly storageClass: IStorageClass;

  /**
   * Sum of what its claims request.
   *
   * @default - no limit
   */
  readonly total?: Size;

  /**
   * Number of its claims. 0 keeps the class out of the namespace.
   *
   * @default - no limit
   */
  readonly claims?: number;
}

/** How much the claims of one VolumeAttributesClass may take together. */
export interface VolumeAttributesClassQuota {
  /** The class. */
  readonly volumeAttributesClass: IVolumeAttributesClass;

  /**
   * Sum of what the claims request that have the class, or are changing to it.
   *
   * @default - no limit
   */
  readonly total?: Size;

  /**
   * Number of these claims. 0 keeps the class out of the namespace.
   *
   * @default - no limit
   */
  readonly claims?: number;
}

/** How much of the nodes' own disks the Pods of a namespace may take together. */
export interface EphemeralStorageQuota {
  /**
   * Sum of what their containers request. A container that requests nothing counts for nothing: give it a default in `ephemeralStoragePerContainer`.
   *
   * @default - no limit
   */
  readonly requests?: Size;

  /**
   * Sum of the limits of their containers. A container without a limit counts for nothing, too.
   *
   * @default - no limit
   */
  readonly limits?: Size;
}

/** How much of its node's own disk one Pod may take: writable layers, logs and `emptyDir` volumes. */
export interface PodEphemeralStorage {
  /**
   * Least that its containers request together.
   *
   * @default - no limit
   */
  readonly min?: Size;

  /**
   * Most that its containers have as limits together.
   *
   * @default - no limit
   */
  readonly max?: Size;
}

/** How much of its node's own disk one container may take. They may not cross: `min`, `defaultRequest`, `defaultLimit`, `max`. */
export interface ContainerEphemeralStorage {
  /**
   * Least that it requests.
   *
   * @default - no limit
   */
  readonly min?: Size;

  /**
   * What it requests if it does not say.
   *
   * @default - the default limit, or else the minimum
   */
  readonly defaultRequest?: Size;

  /**
   * Its limit if it has none.
   *
   * @default - the maximum
   */
  readonly defaultLimit?: Size;

  /**
   * Most that it has as a limit.
   *
   * @default - no limit
   */
  readonly max?: Size;
}

/** Properties of `StorageQuota`. */
export interface StorageQuotaProps {
  /**
   * Name, labels and annotations; the namespace is the one whose claims are limited. The quotas of `perAttributesClass` add the name of their class.
   *
   * @default - a name made from the construct's path, in the chart's namespace
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Least that one claim may request. Kubernetes has no default for what a claim requests.
   *
   * @default - no limit
   */
  readonly minPerClaim?: Size;

  /**
   * Most that one claim may request.
   *
   * @default - no limit
   */
  readonly maxPerClaim?: Size;

  /**
   * Sum of what all claims request.
   *
   * @default - no limit
   */
  readonly total?: Size;

  /**
   * Number of claims.
   *
   * @default - no limit
   */
  readonly claims?: number;

  /**
   * Number of VolumeSnapshots.
   *
   * @default - no limit
   */
  readonly snapshots?: number;

  /**
   * Further limits for the claims of single classes, each class once.
   *
   * @default - none
   */
  readonly perClass?: StorageClassQuota[];

  /**
   * Further limits for the claims of single VolumeAttributesClasses, each class once. Each is a ResourceQuota of its own, with the scope
   * `VolumeAttributesClass`, which needs Kubernetes 1.34: older API servers refuse it.
   *
   * @default - none
   * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
   */
  readonly perAttributesClass?: VolumeAttributesClassQuota[];

  /**
   * Numbers of other objects, by resource and group as in `configmaps` or `volumegroupsnapshots.groupsnapshot.storage.k8s.io`.
   *
   * @default - no limit
   * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-on-object-count
   */
  readonly objectCounts?: { [key: string]: number };

  /**
   * Space on the nodes' own disks for all Pods together.
   *
   * @default - no limit
   */
  readonly ephemeralStorage?: EphemeralStorageQuota;

  /**
   * Space on its node's own disk for one Pod.
   *
   * @default - no limit
   */
  readonly ephemeralStoragePerPod?: PodEphemeralStorage;

  /**
   * Space on its node's own disk for one container.
   *
   * @default - no limit
   */
  readonly ephemeralStoragePerContainer?: ContainerEphemeralStorage;
}
