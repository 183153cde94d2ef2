/**
 * What must be at a path of the node before the Pod starts.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath-volume-types
 */
export enum HostPathType {
  /** Anything or nothing: no look is taken. */
  UNCHECKED = '',

  /** A directory; an empty one is made where there is none. */
  DIRECTORY_OR_CREATE = 'DirectoryOrCreate',

  /** A directory. */
  DIRECTORY = 'Directory',

  /** A file; an empty one is made where there is none. */
  FILE_OR_CREATE = 'FileOrCreate',

  /** A file. */
  FILE = 'File',

  /** A UNIX socket. */
  SOCKET = 'Socket',

  /** A character device. */
  CHAR_DEVICE = 'CharDevice',

  /** A block device. */
  BLOCK_DEVICE = 'BlockDevice',
}
