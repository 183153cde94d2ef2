/** What a new volume may be filled from: a snapshot or another claim, in the same namespace. */
export interface IVolumeDataSource {
  /** How the claim refers to it. */
  toDataSource(): VolumeDataSource;
}

/**
 * A reference to what a new volume is filled from.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-snapshot-and-restore-volume-from-snapshot-support
 */
export interface VolumeDataSource {
  /**
   * API group of the object.
   *
   * @default - the core group
   */
  readonly apiGroup?: string;

  /** Kind of the object. */
  readonly kind: string;

  /** Name of the object. */
  readonly name: string;
}
