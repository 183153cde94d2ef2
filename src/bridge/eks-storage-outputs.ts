import type { OutputsOfStack } from './stack-outputs';
import { EksStorageOutput, outputName } from '../private/eks-storage-outputs';

/** What an `EksStorage` tells of itself as outputs of its stack. */
export class EksStorageOutputs {
  /** ARN of the key that volumes are encrypted with, if there is one of its own; for `ClusterStorage` and for classes. */
  public readonly kmsKeyArn?: string;

  /** ARN of the role that the driver's controller assumes, if the `EksStorage` installed the driver. */
  public readonly driverRoleArn?: string;

  /** Name of the StorageClass that claims get when they name none. */
  public readonly defaultStorageClassName: string;

  /** Name of the VolumeSnapshotClass, if the cluster has snapshots. */
  public readonly volumeSnapshotClassName?: string;

  /** @internal */
  public constructor(path: string, outputs: OutputsOfStack) {
    const optional = (output: EksStorageOutput) => outputs._find(outputName(path, output));
    this.kmsKeyArn = optional(EksStorageOutput.KMS_KEY_ARN);
    this.driverRoleArn = optional(EksStorageOutput.DRIVER_ROLE_ARN);
    this.defaultStorageClassName = outputs.output(outputName(path, EksStorageOutput.DEFAULT_STORAGE_CLASS_NAME));
    this.volumeSnapshotClassName = optional(EksStorageOutput.VOLUME_SNAPSHOT_CLASS_NAME);
  }
}
