/** What EBS allows of one volume type. */
export interface EbsVolumeLimits {
  /** Provisioned IOPS: least and most. */
  readonly iops?: [number, number];

  /** Most IOPS for each GiB of the volume. */
  readonly iopsPerGiB?: number;

  /** Provisioned throughput in MiB/s: least and most. */
  readonly throughput?: [number, number];

  /** Most MiB/s for each provisioned I/O operation per second. */
  readonly throughputPerIops?: number;
}

/**
 * As published on 2026-11-20.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html
 */
export const EBS_VOLUME_LIMITS = {
  gp3: { iops: [3_000, 80_000], iopsPerGiB: 500, throughput: [125, 2_000], throughputPerIops: 0.25 },
  io1: { iops: [100, 64_000], iopsPerGiB: 50 },
  io2: { iops: [100, 256_000], iopsPerGiB: 1_000 },
} satisfies Record<string, EbsVolumeLimits>;
