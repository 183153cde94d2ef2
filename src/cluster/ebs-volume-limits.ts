/** Whole numbers from the least to the most. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/**
 * What EBS lets be provisioned, as published on 2026-11-20: IOPS, throughput in MiB/s, and how the two and the size go together.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html
 */
export const EBS_VOLUME_LIMITS = {
  gp3: { iops: { least: 3_000, most: 80_000 }, throughput: { least: 125, most: 2_000 }, throughputPerIops: 0.25 },
  io1: { iops: { least: 100, most: 64_000 }, iopsPerGiB: { least: 1, most: 50 } },
  io2: { iops: { least: 100, most: 256_000 }, iopsPerGiB: { least: 1, most: 1_000 } },
};
