import type { PersistentClaimOptions } from '../claims/claim-spec';
import type { IVolumeDataSource } from '../claims/volume-data-source';

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

  /**
   * What the volumes of the single Pods start with: a snapshot or a claim for each, in the order of their ordinals, the first for `ordinalsStart`. One source may
   * be there several times, for Pods that start from the same data. `dataSource` instead fills the volumes of all Pods, also of those to come, and cannot be
   * changed later.
   *
   * The set then writes these claims itself, and the StatefulSet takes them over because of their names: it starts no other claims, and
   * `persistentVolumeClaimRetentionPolicy` is good for them, too. A claim that exists is not filled again, and the API server refuses to change its source: restore
   * into a set of another name, or delete the claims before.
   *
   * Keep it after the set has started, for what deletes objects that left the manifests would delete the claims, and their data with them. Argo CD, Flux and Helm
   * are told by annotations to leave them alone; `kubectl apply --prune`, by which the CDK applies charts to a cluster, is not. Once the number of Pods changes,
   * say `hasBeenRestored`.
   *
   * Refused are fewer sources than Pods, more of them (not where an autoscaler decides, or where the number is not known yet), `dataSource` beside it, and for
   * each source what a `PersistentVolumeClaim` refuses of its `dataSource`.
   *
   * @default - the volumes start empty, or with `dataSource`
   */
  readonly restoreFrom?: IVolumeDataSource[];

  /**
   * Whether the Pods have started with what `restoreFrom` says, so that the number of Pods may be another one by now: Pods that have no source start empty, and
   * claims of Pods that are gone are kept. Those are refused where `whenScaled` deletes them, since they would be filled again from their sources.
   *
   * @default false
   */
  readonly hasBeenRestored?: boolean;
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
