/**
 * How a volume appears in a container.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-mode
 */
export enum VolumeMode {
  /** A directory. */
  FILESYSTEM = 'Filesystem',

  /** A raw device, for programs that bring their own format. */
  BLOCK = 'Block',
}
