/** The driver passes the capacity on as a number of 32 bits: https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html StorageCapacity */
export const MOST_GIB = 2_147_483_647;

/**
 * GiB of the file system that the driver, v1.9.0, makes for a claim: rounded up to what FSx takes, so that hardly a size is refused.
 *
 * @see https://github.com/kubernetes-sigs/aws-fsx-csi-driver/blob/v1.9.0/pkg/util/util.go RoundUpVolumeSize
 */
export function lustreCapacityGiB(sizeGiB: number, parameters: Record<string, string>): number {
  const { deploymentType, storageType, perUnitStorageThroughput } = parameters;
  if (storageType === 'HDD') return roundedUp(sizeGiB, perUnitStorageThroughput === '12' ? 6000 : 1800);
  const step = deploymentType === 'SCRATCH_1' ? 3600 : 2400;
  return roundedUp(sizeGiB, sizeGiB < step ? 1200 : step);
}

function roundedUp(sizeGiB: number, stepGiB: number): number {
  return Math.ceil(sizeGiB / stepGiB) * stepGiB;
}
