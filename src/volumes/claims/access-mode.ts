/**
 * Who may mount a volume at the same time.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 */
export enum AccessMode {
  /** Pods of one node, reading and writing. EBS volumes have this mode. */
  READ_WRITE_ONCE = 'ReadWriteOnce',

  /** Pods of many nodes, reading: NFS and S3. EBS, EFS and FSx do not have this mode: there, a mount is `{ readOnly: true }`. */
  READ_ONLY_MANY = 'ReadOnlyMany',

  /** Pods of many nodes, reading and writing: EFS, FSx, NFS, S3, and raw io2 block volumes. */
  READ_WRITE_MANY = 'ReadWriteMany',

  /** One single Pod, reading and writing. Goes with no other mode. Stable in Kubernetes 1.29, beta and on in 1.27 and 1.28. */
  READ_WRITE_ONCE_POD = 'ReadWriteOncePod',
}
