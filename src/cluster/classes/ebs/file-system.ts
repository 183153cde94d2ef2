import type { Size } from 'cdk8s';
import { blockSizeMistake, extMistakes, foreignMistakes, inBytes, inodeSizeMistake } from './file-system-rules';
import { type Choices, textParameters } from '../class-parameters';

/** What can be chosen of an xfs. */
export interface XfsOptions {
  /**
   * Size of a block: a power of two from 1 KiB (xfs) to 64 KiB. A node mounts blocks larger than its memory pages, 4 KiB on most, only if its kernel can.
   *
   * @default - what mkfs chooses, 4 KiB
   */
  readonly blockSize?: Size;

  /**
   * Bytes for each inode: a power of two; from 512 to 2,048 and at most half a block for xfs, from 128 up to a block for ext3 and ext4.
   *
   * @default - what mkfs chooses, 512 for xfs and 256 for ext3 and ext4
   */
  readonly inodeSize?: number;
}

/** What can be chosen of an ext3. */
export interface Ext3Options extends XfsOptions {
  /**
   * One inode for so many bytes of the volume, 1,024 to 67,108,864 and at least a block: smaller for many small files. Not with `numberOfInodes`.
   *
   * @default - what mkfs chooses, 16,384 for most sizes
   */
  readonly bytesPerInode?: number;

  /**
   * How many inodes the volume has, so how many files it holds at most. Not with `bytesPerInode`.
   *
   * @default - as `bytesPerInode` says
   */
  readonly numberOfInodes?: number;
}

/** What can be chosen of an ext4. */
export interface Ext4Options extends Ext3Options {
  /**
   * Whether blocks are allocated in clusters. Not every kernel does it well.
   *
   * @default - not said, which the driver takes as no
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/faq.md
   */
  readonly bigAlloc?: boolean;

  /**
   * Size of a cluster: a power of two from 2 KiB to 256 MiB, larger than a block. Only with `bigAlloc`.
   *
   * @default - what mkfs chooses, 16 blocks
   */
  readonly clusterSize?: Size;

  /**
   * Whether directories may be encrypted by whoever uses the volume (fscrypt). It encrypts nothing by itself, and does not replace the encryption of the
   * volume. Needs driver v1.55.0.
   *
   * @default - not said, which the driver takes as no
   * @see https://www.kernel.org/doc/html/latest/filesystems/fscrypt.html
   */
  readonly encryptionSupport?: boolean;
}

const XFS_OPTIONS = ['blockSize', 'inodeSize'];
const EXT3_OPTIONS = [...XFS_OPTIONS, 'bytesPerInode', 'numberOfInodes'];

/**
 * What a new volume is formatted with. Each file system has exactly the options that the driver takes of it (`FileSystemConfigs` in its
 * pkg/driver/constants.go). A volume that is a raw device has none.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
 */
export class FileSystem {
  /** The driver's own default. */
  public static ext4(options: Ext4Options = {}): FileSystem {
    const { bigAlloc, clusterSize, encryptionSupport, ...common } = options;
    return new FileSystem('ext4', {
      ...extParameters(common),
      ext4BigAlloc: bigAlloc,
      ext4ClusterSize: inBytes(clusterSize),
      ext4EncryptionSupport: encryptionSupport,
    }, extMistakes('ext4', options));
  }

  /** For those who must. */
  public static ext3(options: Ext3Options = {}): FileSystem {
    return new FileSystem('ext3', extParameters(options), [...extMistakes('ext3', options), ...foreignMistakes('ext3', options, EXT3_OPTIONS)]);
  }

  /** For large files and much parallel writing. */
  public static xfs(options: XfsOptions = {}): FileSystem {
    const { blockSize, inodeSize } = options;
    return new FileSystem('xfs', { blockSize: inBytes(blockSize), inodeSize }, [
      blockSizeMistake('xfs', blockSize, 1024),
      inodeSizeMistake('xfs', inodeSize, 512, Math.min(2048, (inBytes(blockSize) ?? 4096) / 2)),
      ...foreignMistakes('xfs', options, XFS_OPTIONS),
    ]);
  }

  /** For Windows nodes. */
  public static ntfs(): FileSystem {
    return new FileSystem('ntfs', {}, []);
  }

  private constructor(
    /** As the driver calls it, for example `ext4`. */
    public readonly fsType: string,
    private readonly choices: Choices,
    private readonly mistakes: (string | undefined)[],
  ) {}

  /**
   * Parameters that say how the volume is formatted.
   *
   * @internal
   */
  public _parameters(): Record<string, string> {
    return textParameters(this.choices);
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    return this.mistakes;
  }
}

function extParameters({ blockSize, inodeSize, bytesPerInode, numberOfInodes }: Ext3Options): Choices {
  return { blockSize: inBytes(blockSize), inodeSize, bytesPerInode, numberOfInodes };
}
