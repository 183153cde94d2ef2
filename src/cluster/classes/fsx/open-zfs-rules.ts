import { fsxTagMistakes, idMistake, repeatedMistakes, timeMistakes } from './fsx-rules';
import { LEAST_IOPS, mostIops } from './open-zfs-claims';
import type { OpenZfsFileSystemOptions, OpenZfsVolumeOptions } from './open-zfs-resource';
import { isUnresolved } from '../../../private/cdk-tokens';
import { kmsKeyArnMistake } from '../../../private/kms-key-arn';
import { isWholeNumber } from '../../../private/whole-numbers';

/**
 * MB/s of each deployment type, as published on 2026-11-20. What is newer goes into the `parameters` of a `StorageClass`.
 *
 * @see https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemOpenZFSConfiguration.html ThroughputCapacity
 */
const OF_GENERATION_1 = [64, 128, 256, 512, 1024, 2048, 3072, 4096];
const OF_GENERATION_2 = [160, 320, 640, 1280, 2560, 3840, 5120, 7680, 10_240];

/** Its own, and one for each parameter of the deletion. */
const TAGS_OF_DRIVER = 3;

export function openZfsFileSystemMistakes(options: OpenZfsFileSystemOptions): (string | undefined)[] {
  const { deploymentType, throughputCapacity, subnetIds, preferredSubnetId, securityGroupIds = [], kmsKeyArn, diskIops, tags } = options;
  const allowed = ['SINGLE_AZ_1', 'SINGLE_AZ_HA_1'].includes(deploymentType) ? OF_GENERATION_1 : OF_GENERATION_2;
  const subnets = deploymentType === 'MULTI_AZ_1' ? 2 : 1;
  return [
    isUnresolved(throughputCapacity) || allowed.includes(throughputCapacity) ? undefined
      : `${deploymentType} throughputCapacity ${throughputCapacity} is not among what FSx allows; give one of ${allowed.join(', ')}`,
    subnetIds.length === subnets ? undefined : `${deploymentType} subnetIds has ${subnetIds.length} subnets, and FSx wants ${subnets}; give as many`,
    ...subnetIds.map((id) => idMistake('subnetIds', id, 'subnet')),
    ...repeatedMistakes('subnetIds', subnetIds),
    ...preferredSubnetMistakes(deploymentType, subnetIds, preferredSubnetId),
    ...securityGroupIds.map((id) => idMistake('securityGroupIds', id, 'sg')),
    ...repeatedMistakes('securityGroupIds', securityGroupIds),
    kmsKeyArn === undefined ? undefined : kmsKeyArnMistake('kmsKeyArn', kmsKeyArn),
    ...timeMistakes(options),
    options.dailyAutomaticBackupStartTime !== undefined && options.automaticBackupRetentionDays === 0
      ? `dailyAutomaticBackupStartTime '${options.dailyAutomaticBackupStartTime}' does nothing without backups; give automaticBackupRetentionDays above 0` : undefined,
    diskIops === undefined || isWholeNumber(diskIops, LEAST_IOPS, mostIops(deploymentType)) ? undefined
      : `${deploymentType} diskIops ${diskIops} is not among what FSx allows; give a whole number from ${LEAST_IOPS} to ${mostIops(deploymentType)}`,
    ...fsxTagMistakes(tags, TAGS_OF_DRIVER),
  ];
}

function preferredSubnetMistakes(deploymentType: string, subnetIds: string[], preferred: string | undefined): (string | undefined)[] {
  if (deploymentType !== 'MULTI_AZ_1') {
    return [preferred === undefined ? undefined : `${deploymentType} preferredSubnetId '${preferred}' is for MULTI_AZ_1 only; leave it out`];
  }
  if (preferred === undefined) return ['MULTI_AZ_1 has no preferredSubnetId; give one of subnetIds'];
  return [isUnresolved(preferred) || subnetIds.some(isUnresolved) || subnetIds.includes(preferred) ? undefined
    : `MULTI_AZ_1 preferredSubnetId '${preferred}' is not among subnetIds; give one of them`];
}

export function openZfsVolumeMistakes(options: OpenZfsVolumeOptions): (string | undefined)[] {
  const { parentVolumeId, recordSizeKiB, storageCapacityReservationGiB, storageCapacityQuotaGiB, tags } = options;
  return [
    idMistake('parentVolumeId', parentVolumeId, 'fsvol'),
    recordSizeKiB === undefined || isUnresolved(recordSizeKiB) || (isWholeNumber(Math.log2(recordSizeKiB), 2, 12)) ? undefined
      : `recordSizeKiB ${recordSizeKiB} is not the size of a record; give a power of two from 4 to 4096`,
    ...Object.entries({ storageCapacityReservationGiB, storageCapacityQuotaGiB }).map(([key, value]) => value === undefined
      || isWholeNumber(value, -1) ? undefined : `${key} ${value} is not a capacity; give whole GiB, or -1 for none`),
    storageCapacityReservationGiB !== undefined && storageCapacityQuotaGiB !== undefined && storageCapacityQuotaGiB > 0
      && storageCapacityReservationGiB > storageCapacityQuotaGiB
      ? `storageCapacityReservationGiB ${storageCapacityReservationGiB} is above storageCapacityQuotaGiB ${storageCapacityQuotaGiB}; swap them` : undefined,
    ...fsxTagMistakes(tags, TAGS_OF_DRIVER),
  ];
}
