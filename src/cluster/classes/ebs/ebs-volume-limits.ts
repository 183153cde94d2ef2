import type { Size } from 'cdk8s';
import { inKibibytes, sizeMistake } from '../../../private/sizes';
import { isWholeNumber } from '../../../private/whole-numbers';

/**
 * Limits of EBS that are newer than this library, or narrower where your volumes are (an Outpost, a Local Zone). What is left out stays as the library
 * knows it.
 *
 * Refuses what is not a whole number above zero, a least above its most, and limits of what the volume type does not have.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 */
export interface EbsVolumeLimits {
  /**
   * Smallest volume, whole GiB.
   *
   * @default - 1 GiB for gp3, gp2 and standard, 4 GiB for io1 and io2, 125 GiB for st1 and sc1
   */
  readonly minSize?: Size;

  /**
   * Largest volume, whole GiB.
   *
   * @default - 64 TiB for gp3 and io2, 1 TiB for standard, 16 TiB for the others
   */
  readonly maxSize?: Size;

  /**
   * Fewest I/O operations per second.
   *
   * @default - 3,000 for gp3, 100 for io1 and io2
   */
  readonly minIops?: number;

  /**
   * Most I/O operations per second.
   *
   * @default - 80,000 for gp3, 64,000 for io1, 256,000 for io2
   */
  readonly maxIops?: number;

  /**
   * Most I/O operations per second for each GiB.
   *
   * @default - 500 for gp3, 50 for io1, 1,000 for io2
   */
  readonly maxIopsPerGiB?: number;

  /**
   * Most MiB/s.
   *
   * @default - 2,000 for gp3
   */
  readonly maxThroughput?: number;

  /**
   * Most MiB/s with which a volume is filled from its snapshot.
   *
   * @default 300
   */
  readonly maxInitializationRate?: number;
}

/** Whole numbers from the least to the most. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** What holds for one volume type: what it does not have cannot be chosen either. */
export interface VolumeRules {
  readonly sizeGiB?: Range;
  readonly iops?: Range;
  readonly iopsPerGiB?: Range;
  readonly throughput?: Range;
  readonly throughputPerIops?: number;
  readonly multiAttach?: boolean;
  readonly initializationRate: Range;
}

/** Of every type, and only for volumes made from a snapshot. */
const initializationRate = { least: 100, most: 300 };

/**
 * What EBS lets be provisioned, as published on 2026-11-20: sizes in GiB, IOPS, throughput in MiB/s, and how they go together.
 * That io1 can be attached to several nodes as well is of no use here: the driver does it for io2 only (CreateDisk in its pkg/cloud/cloud.go).
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html
 */
export const EBS_VOLUME_LIMITS = {
  gp3: {
    sizeGiB: { least: 1, most: 65_536 },
    iops: { least: 3_000, most: 80_000 },
    iopsPerGiB: { least: 1, most: 500 },
    throughput: { least: 125, most: 2_000 },
    throughputPerIops: 0.25,
    initializationRate,
  },
  gp2: { sizeGiB: { least: 1, most: 16_384 }, initializationRate },
  io1: { sizeGiB: { least: 4, most: 16_384 }, iops: { least: 100, most: 64_000 }, iopsPerGiB: { least: 1, most: 50 }, initializationRate },
  io2: {
    sizeGiB: { least: 4, most: 65_536 },
    iops: { least: 100, most: 256_000 },
    iopsPerGiB: { least: 1, most: 1_000 },
    multiAttach: true,
    initializationRate,
  },
  st1: { sizeGiB: { least: 125, most: 16_384 }, initializationRate },
  sc1: { sizeGiB: { least: 125, most: 16_384 }, initializationRate },
  standard: { sizeGiB: { least: 1, most: 1_024 }, initializationRate },
} satisfies Record<string, VolumeRules>;

/** Of a type the library does not know: only what the user says, except for what holds for all. */
export const UNKNOWN_TYPE: VolumeRules = { initializationRate };

/** The rules of a type with the user's limits in their places. */
export function withLimits(rules: VolumeRules, limits: EbsVolumeLimits | undefined): VolumeRules {
  if (limits === undefined) return rules;
  const sized = limits.minSize !== undefined || limits.maxSize !== undefined;
  return {
    ...rules,
    sizeGiB: rules.sizeGiB === undefined && !sized ? undefined
      : { least: gibibytes(limits.minSize) ?? rules.sizeGiB?.least ?? 1, most: gibibytes(limits.maxSize) ?? rules.sizeGiB?.most ?? Infinity },
    iops: rules.iops && { least: limits.minIops ?? rules.iops.least, most: limits.maxIops ?? rules.iops.most },
    iopsPerGiB: rules.iopsPerGiB && { ...rules.iopsPerGiB, most: limits.maxIopsPerGiB ?? rules.iopsPerGiB.most },
    throughput: rules.throughput && { ...rules.throughput, most: limits.maxThroughput ?? rules.throughput.most },
    initializationRate: { ...rules.initializationRate, most: limits.maxInitializationRate ?? rules.initializationRate.most },
  };
}

/** What is wrong with the limits themselves. */
export function limitMistakes(typeName: string, rules: VolumeRules, limits: EbsVolumeLimits): (string | undefined)[] {
  const { minSize, maxSize, ...numbers } = limits;
  const whole = Object.entries(numbers).map(([key, value]) => value === undefined || isWholeNumber(value, 1) ? undefined
    : `${typeName} limits.${key} ${value} is not a limit; give a whole number above 0`);
  const sizes = Object.entries({ minSize, maxSize }).map(([key, size]) => sizeMistake(`${typeName} limits.${key}`, size)
    ?? (size === undefined || isWholeNumber(gibibytes(size)!, 1) ? undefined : `${typeName} limits.${key} '${size.asString()}' is not a limit; give whole GiB`));
  const { sizeGiB, iops } = withLimits(rules, limits);
  return [
    ...sizes, ...whole,
    ...foreign(typeName, 'IOPS', rules.iops, ['minIops', 'maxIops', 'maxIopsPerGiB'], limits),
    ...foreign(typeName, 'throughput', rules.throughput, ['maxThroughput'], limits),
    sizeGiB && sizeGiB.least > sizeGiB.most ? `${typeName} limits leave no size, from ${sizeGiB.least} to ${sizeGiB.most} GiB; swap them` : undefined,
    iops && iops.least > iops.most ? `${typeName} limits leave no IOPS, from ${iops.least} to ${iops.most}; swap them` : undefined,
  ];
}

function foreign(typeName: string, what: string, rule: Range | undefined, keys: (keyof EbsVolumeLimits)[], limits: EbsVolumeLimits) {
  return keys.filter((key) => rule === undefined && limits[key] !== undefined)
    .map((key) => `${typeName} limits.${key} ${String(limits[key])} limits nothing, for the ${what} of ${typeName} cannot be chosen; leave it out`);
}

function gibibytes(size: Size | undefined): number | undefined {
  return size && inKibibytes(size) / 1024 ** 2;
}
