import type { Size } from 'cdk8s';
import { isUnresolved } from '../../../private/cdk-tokens';
import { inKibibytes } from '../../../private/sizes';
import { isWholeNumber } from '../../../private/whole-numbers';

interface ExtChoices {
  readonly blockSize?: Size;
  readonly inodeSize?: number;
  readonly bytesPerInode?: number;
  readonly numberOfInodes?: number;
  readonly bigAlloc?: boolean;
  readonly clusterSize?: Size;
}

/** The driver hands the text to mkfs, and takes letters and digits only. Bytes are what every mkfs understands. */
export function inBytes(size: Size | undefined): number | undefined {
  return size && inKibibytes(size) * 1024;
}

/**
 * The limits of mkfs.ext3 and mkfs.ext4, whose other choices follow from the size of the volume.
 *
 * @see https://man7.org/linux/man-pages/man8/mke2fs.8.html
 */
export function extMistakes(fsType: string, choices: ExtChoices): (string | undefined)[] {
  const { blockSize, inodeSize, bytesPerInode, numberOfInodes } = choices;
  const block = inBytes(blockSize);
  return [
    blockSizeMistake(fsType, blockSize, 1024),
    inodeSizeMistake(fsType, inodeSize, 128, block ?? 4096),
    countMistake(fsType, 'bytesPerInode', bytesPerInode, Math.max(1024, block ?? 0), 67_108_864),
    countMistake(fsType, 'numberOfInodes', numberOfInodes, 1, 4_294_967_295),
    bytesPerInode !== undefined && numberOfInodes !== undefined
      ? `${fsType} has both bytesPerInode ${bytesPerInode} and numberOfInodes ${numberOfInodes}, and mkfs would follow the second only; give one of the two`
      : undefined,
    ...clusterMistakes(fsType, choices),
  ];
}

function clusterMistakes(fsType: string, { blockSize, bigAlloc, clusterSize }: ExtChoices): (string | undefined)[] {
  const bytes = inBytes(clusterSize);
  if (clusterSize === undefined || bytes === undefined) return [];
  const least = Math.max(2048, 2 * (inBytes(blockSize) ?? 1024));
  return [
    bigAlloc === true ? undefined : `${fsType} clusterSize '${clusterSize.asString()}' is given without bigAlloc, and the driver refuses that; give bigAlloc too`,
    isPowerOfTwo(bytes) && bytes >= least && bytes <= 268_435_456 ? undefined
      : `${fsType} clusterSize '${clusterSize.asString()}' is not the size of a cluster; give a power of two from ${least / 1024}Ki to 256Mi`,
  ];
}

export function blockSizeMistake(fsType: string, blockSize: Size | undefined, least: number): string | undefined {
  const bytes = inBytes(blockSize);
  if (blockSize === undefined || bytes === undefined || (isPowerOfTwo(bytes) && bytes >= least && bytes <= 65_536)) return undefined;
  return `${fsType} blockSize '${blockSize.asString()}' is not the size of a block; give a power of two from ${least / 1024}Ki to 64Ki`;
}

export function inodeSizeMistake(fsType: string, inodeSize: number | undefined, least: number, most: number): string | undefined {
  if (inodeSize === undefined || isUnresolved(inodeSize) || (isPowerOfTwo(inodeSize) && inodeSize >= least && inodeSize <= most)) return undefined;
  return `${fsType} inodeSize ${inodeSize} is not the size of an inode; give a power of two from ${least} to ${most} bytes`;
}

function countMistake(fsType: string, property: string, value: number | undefined, least: number, most: number): string | undefined {
  if (value === undefined || isWholeNumber(value, least, most)) return undefined;
  return `${fsType} ${property} ${value} is not one mkfs takes; give a whole number from ${least} to ${most}`;
}

/** The types say it already, but not every caller is checked by them. */
export function foreignMistakes(fsType: string, options: object, own: string[]): string[] {
  return Object.entries(options).filter(([key, value]) => value !== undefined && !own.includes(key))
    .map(([key]) => `${fsType} has no ${key}; leave it out, or choose a file system that has`);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
