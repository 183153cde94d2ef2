/**
 * What the driver can format volumes with: FileSystemConfigs in pkg/driver/constants.go.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
 */
export enum DefaultFsType {
  /** The driver's own default. */
  EXT4 = 'ext4',

  /** For those who must. */
  EXT3 = 'ext3',

  /** For large files and much parallel writing. */
  XFS = 'xfs',

  /** For Windows nodes. */
  NTFS = 'ntfs',
}
