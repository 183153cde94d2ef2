/** What `EksStorage` tells of itself as outputs of its stack. */
export enum EksStorageOutput {
  KMS_KEY_ARN = 'KmsKeyArn',
  DRIVER_ROLE_ARN = 'DriverRoleArn',
  DEFAULT_STORAGE_CLASS_NAME = 'DefaultStorageClassName',
  VOLUME_SNAPSHOT_CLASS_NAME = 'VolumeSnapshotClassName',
}

/**
 * Name of an output, the same on both sides of the bridge.
 *
 * @param path Path of the `EksStorage` in its stack.
 */
export function outputName(path: string, output: EksStorageOutput): string {
  return path.replace(/[^A-Za-z0-9]/g, '') + output;
}
