import type { ClaimOptions } from './claim-spec';

/**
 * A claim that every Pod of a StatefulVolumeSet gets one of its own of.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
 */
export interface VolumeClaimTemplate extends ClaimOptions {
  /**
   * Name of the volume in the Pods. The claims are called `<name>-<set>-<ordinal>`.
   */
  readonly name: string;

  /**
   * Absolute path at which the first container mounts the volume.
   *
   * @default - not mounted; mount `set.claimVolume(name)` where it is wanted
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
