import type { Size } from 'cdk8s';
import { AccessMode } from './access-mode';
import { VolumeMode } from './volume-mode';
import type { IStorageClass } from '../cluster/storage-class-props';
import { inKibibytes, sizeMistake } from '../private/sizes';

/** What a claim asks for, whoever makes it. */
export interface ClaimOptions {
  /**
   * How much storage, at least. Rendered in the unit it is given in.
   */
  readonly size: Size;

  /**
   * Class that the volume is created by.
   *
   * @default - the cluster's default class; EKS clusters have none of their own from 1.30 on, so that such a claim stays Pending
   */
  readonly storageClass?: IStorageClass;

  /**
   * Who may mount the volume at the same time.
   *
   * @default [AccessMode.READ_WRITE_ONCE]
   */
  readonly accessModes?: AccessMode[];

  /**
   * Whether the volume is mounted as a directory or handed over as a raw device.
   *
   * @default VolumeMode.FILESYSTEM
   */
  readonly volumeMode?: VolumeMode;
}

/** The part of the specification that claims and claim templates share. */
export function claimSpec({ size, storageClass, accessModes = [AccessMode.READ_WRITE_ONCE], volumeMode = VolumeMode.FILESYSTEM }: ClaimOptions) {
  return {
    accessModes,
    storageClassName: storageClass?.storageClassName,
    volumeMode,
    resources: { requests: { storage: size.asString() } },
  };
}

export function claimMistakes({ size, accessModes, expandedFrom }: ClaimOptions & { expandedFrom?: Size }): (string | undefined)[] {
  return [
    sizeMistake('size', size),
    accessModesMistake(accessModes),
    expandedFrom !== undefined && inKibibytes(size) < inKibibytes(expandedFrom)
      ? `size '${size.asString()}' is below expandedFrom '${expandedFrom.asString()}', and volumes never shrink; give at least '${expandedFrom.asString()}', or copy the data to a new claim`
      : undefined,
  ];
}

export function accessModesMistake(accessModes: AccessMode[] | undefined): string | undefined {
  if (accessModes === undefined) return undefined;
  if (accessModes.length === 0) return 'accessModes [] is empty, which Kubernetes refuses; give at least one, or leave it out for ReadWriteOnce';
  if (accessModes.length > 1 && accessModes.includes(AccessMode.READ_WRITE_ONCE_POD)) {
    return `accessModes [${accessModes.join(', ')}] has ReadWriteOncePod beside another mode, which Kubernetes refuses; give it alone`;
  }
  return undefined;
}
