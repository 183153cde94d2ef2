/**
 * What a new volume may be filled from, in the same namespace: a snapshot (`VolumeSnapshot`, `PreProvisionedVolumeSnapshot`), from which it is restored, or a
 * claim (`PersistentVolumeClaim`, `StatefulVolumeSet.claim`), of which it is a clone.
 *
 * - Size: at least that of the source. The file system grows with the volume when it is mounted; it stays what it is, so that a class of another one is refused.
 * - Encryption: nothing that is encrypted comes out plain. A volume of EBS that is restored has the key of its snapshot, unless its class names another; the
 *   driver then needs the right to decrypt with the old key, too (`encryptionKeys` of its identity). What was not encrypted is, if the class says so. A clone
 *   keeps the encryption of its source.
 * - Zone: snapshots belong to a region, so a volume of EBS is restored where its class and its Pod want it. A clone is in the zone of its source, whether the
 *   class waits for a Pod or not; a Pod that mounts it goes there, and finds room there or waits. A Pod with several volumes needs all of them in one zone:
 *   clone all of them from one other Pod, or restore them.
 * - Time: a class that waits for its first Pod (`WAIT_FOR_FIRST_CONSUMER`) fills the volume only when a Pod mounts it. Keep the source until then. A restored
 *   volume is usable at once, but each block is slow when it is first read, unless the class has a `volumeInitializationRate` or its snapshot is enabled for
 *   fast restore in the zone; where it has both, the rate counts.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/encryption-examples.html
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/initalize-volume.html
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/tree/master/examples/kubernetes/clone
 */
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
