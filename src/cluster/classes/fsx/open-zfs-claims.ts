import { isUnresolved } from '../../../private/cdk-tokens';

/** GiB that a file system on SSD has: https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html StorageCapacity */
const LEAST_GIB = 64;
const MOST_GIB = 524_288;

/** I/O operations per second for each GiB that FSx wants at least: https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/managing-storage-capacity.html */
const LEAST_IOPS_PER_GIB = 3;

/** The driver wants it so of storage whose size is not that of its claim. */
const ELASTIC = 'of which the driver takes claims of 1 GiB only; claim 1 GiB';

/** What the smallest file system needs. */
export const LEAST_IOPS = LEAST_GIB * LEAST_IOPS_PER_GIB;

/**
 * The most that a file system can be given, as published on 2026-11-20.
 *
 * @see https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/managing-storage-capacity.html
 */
export function mostIops(deploymentType: string): number {
  return ['SINGLE_AZ_1', 'SINGLE_AZ_HA_1'].includes(deploymentType) ? 160_000 : 400_000;
}

/**
 * What the driver or FSx has against a claim of this size. The driver cuts parts of a GiB off (BytesToGiB), and the provisioner throws away what is smaller
 * than its claim.
 *
 * @see https://github.com/kubernetes-sigs/aws-fsx-openzfs-csi-driver/blob/v1.2.0/pkg/driver/controller.go CreateVolume
 * @see https://github.com/kubernetes-csi/external-provisioner/blob/v6.3.0/pkg/controller/controller.go "less than requested capacity"
 */
export function openZfsClaimMistakes(sizeGiB: number, parameters: Record<string, string>): string[] {
  const { ResourceType, StorageType } = parameters;
  if (ResourceType === 'volume') {
    return sizeGiB === 1 ? [] : [`size ${sizeGiB} GiB is not for OpenZFS volumes, ${ELASTIC}, and give storageCapacityQuotaGiB to the class`];
  }
  if (isUnresolved(StorageType)) return [];
  if (StorageType === '"INTELLIGENT_TIERING"') return sizeGiB === 1 ? [] : [`size ${sizeGiB} GiB is not for Intelligent-Tiering, ${ELASTIC}`];
  if (sizeGiB < LEAST_GIB || sizeGiB > MOST_GIB) {
    return [`size ${sizeGiB} GiB is not among what FSx allows of an OpenZFS file system; claim ${LEAST_GIB} to ${MOST_GIB} GiB`];
  }
  return Number.isInteger(sizeGiB) ? iopsMistakes(sizeGiB, parameters)
    : [`size ${sizeGiB} GiB is cut to ${Math.floor(sizeGiB)} GiB by the driver, which is too small for the claim; claim ${Math.ceil(sizeGiB)} GiB`];
}

function iopsMistakes(sizeGiB: number, { DeploymentType, DiskIopsConfiguration = '{}' }: Record<string, string>): string[] {
  if ([DeploymentType, DiskIopsConfiguration].some(isUnresolved)) return [];
  const { Iops: iops } = JSON.parse(DiskIopsConfiguration) ?? {};
  const least = Math.min(LEAST_IOPS_PER_GIB * sizeGiB, mostIops(JSON.parse(DeploymentType)));
  if (typeof iops !== 'number' || isUnresolved(iops) || iops >= least) return [];
  return [`size ${sizeGiB} GiB needs at least ${least} I/O operations per second, and its class has diskIops ${iops}; claim at most ${Math.floor(iops / LEAST_IOPS_PER_GIB)} GiB, `
    + `or give the class ${least}`];
}
