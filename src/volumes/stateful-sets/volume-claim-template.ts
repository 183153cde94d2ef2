import type { PersistentClaimOptions } from '../claims/claim-spec';

/**
 * A claim that every Pod of a StatefulVolumeSet gets one of its own of.
 *
 * Of a template that grows, give the size before as `expandedFrom`: Kubernetes changes no template in place, so the set carries an annotation with the commands
 * that make its claims larger and replace the set without stopping its Pods. See `StatefulVolumeSet.expansionRecipe`.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
 */
export interface VolumeClaimTemplate extends PersistentClaimOptions {
  /**
   * Name of the volume in the Pods. The claims are called `<name>-<set>-<ordinal>`.
   */
  readonly name: string;

  /**
   * Absolute path at which the first container mounts the volume.
   *
   * @default - not mounted here; mount `set.claimVolume(name)` where it is wanted, or hand it over with `BlockDevice.attach`: a template that no container uses
   * is refused when the app is synthesized
   */
  readonly mountPath?: string;
}

/** What becomes of a claim that its Pod no longer needs. */
export enum ClaimRetention {
  /** It stays, with its data, until somebody deletes it. */
  RETAIN = 'Retain',

  /** It is deleted, and its data with it if the class reclaims by deleting. */
  DELETE = 'Delete',
}

/**
 * What becomes of the claims that were made from templates.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention
 */
export interface ClaimRetentionPolicy {
  /**
   * When the StatefulSet is deleted.
   *
   * @default ClaimRetention.RETAIN
   */
  readonly whenDeleted?: ClaimRetention;

  /**
   * When there are fewer replicas.
   *
   * @default ClaimRetention.RETAIN
   */
  readonly whenScaled?: ClaimRetention;
}
