/**
 * What a new volume is formatted with.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
 */
export class FileSystem {
  /** The driver's own default. */
  public static ext4(): FileSystem {
    return new FileSystem('ext4');
  }

  /** For those who must. */
  public static ext3(): FileSystem {
    return new FileSystem('ext3');
  }

  /** For large files and much parallel writing. */
  public static xfs(): FileSystem {
    return new FileSystem('xfs');
  }

  /** For Windows nodes. */
  public static ntfs(): FileSystem {
    return new FileSystem('ntfs');
  }

  private constructor(
    /** As the driver calls it, for example `ext4`. */
    public readonly fsType: string,
  ) {}
}
