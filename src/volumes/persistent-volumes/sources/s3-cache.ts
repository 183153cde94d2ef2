import type { Size } from 'cdk8s';
import type { IStorageClass } from '../../../cluster/classes/storage-class-props';
import { sizeMistake } from '../../../private/sizes';

/**
 * Where Mountpoint for Amazon S3 keeps what it has read.
 *
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/main/docs/CACHING.md
 */
export class S3Cache {
  /**
   * On the node's own disk.
   *
   * @param sizeLimit Most that is kept. Without a limit the cache could fill the node.
   */
  public static onNode(sizeLimit: Size): S3Cache {
    return new S3Cache({ cache: 'emptyDir', cacheEmptyDirSizeLimit: sizeLimit.asString() }, [sizeMistake('cache size limit', sizeLimit)]);
  }

  /**
   * In the node's memory.
   *
   * @param sizeLimit Most that is kept.
   */
  public static inMemory(sizeLimit: Size): S3Cache {
    return new S3Cache({ cache: 'emptyDir', cacheEmptyDirSizeLimit: sizeLimit.asString(), cacheEmptyDirMedium: 'Memory' }, [sizeMistake('cache size limit', sizeLimit)]);
  }

  /**
   * On a volume of its own, which lives as long as the mount.
   *
   * @param storageClass Class of the volume. It should reclaim by deleting.
   * @param size Size of the volume.
   */
  public static onVolume(storageClass: IStorageClass, size: Size): S3Cache {
    const { storageClassName } = storageClass;
    return new S3Cache({ cache: 'ephemeral', cacheEphemeralStorageClassName: storageClassName, cacheEphemeralStorageResourceRequest: size.asString() }, [
      sizeMistake('cache size', size),
      storageClassName === '' ? "cache storageClass '' creates no volumes; name a class" : undefined,
    ]);
  }

  private constructor(private readonly attributes: Record<string, string>, private readonly mistakes: (string | undefined)[]) {}

  /** @internal */
  public _toAttributes(): Record<string, string> {
    return this.attributes;
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    return this.mistakes;
  }
}
