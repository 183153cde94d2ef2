/**
 * What happens to the storage behind a volume once nobody claims it any more.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming
 */
export enum ReclaimPolicy {
  /** The storage and its data stay until somebody removes them by hand. */
  RETAIN = 'Retain',

  /** The storage is deleted together with its data. */
  DELETE = 'Delete',
}
