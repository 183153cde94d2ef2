import type { Construct } from 'constructs';
import { EbsVolumeType } from './ebs-volume-type';
import type { FileSystem } from './file-system';
import { StorageClassBase } from './storage-class-base';
import { type StorageClassOptions, type StorageClassProps, VolumeBindingMode } from './storage-class-props';
import { isUnresolved } from '../private/cdk-tokens';
import { EBS_CSI_DRIVER } from '../private/ebs-csi-driver-name';
import { isKmsKeyArn } from '../private/kms-key-arn';
import { annotated } from '../private/kubernetes-object';
import { Mistakes } from '../private/mistakes';

/** What can be said of a class of EBS volumes, encrypted or not. */
export interface EbsStorageClassOptions extends StorageClassOptions {
  /**
   * Kind of volume, and its performance.
   *
   * @default EbsVolumeType.gp3()
   */
  readonly volumeType?: EbsVolumeType;

  /**
   * What a new volume is formatted with.
   *
   * @default - the driver's default, ext4
   */
  readonly fileSystem?: FileSystem;

  /**
   * When volumes are created. EBS volumes live in one zone, so the zone of the Pod should be known first.
   *
   * @default VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER
   */
  readonly volumeBindingMode?: VolumeBindingMode;

  /**
   * Whether a claim may be made larger later on. EBS volumes never shrink.
   *
   * @default true
   */
  readonly allowVolumeExpansion?: boolean;

  /**
   * KMS key the volumes are encrypted with, as its ARN: `arn:aws:kms:…:key/…`. The driver must be allowed to use it: see `EbsCsiDriver`'s `encryptionKeys`.
   *
   * @default - the key that the account uses for EBS in this region
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
   */
  readonly kmsKeyArn?: string;

  /**
   * Parameters of the driver for which there is no property here. They may not repeat what the properties say.
   *
   * @default - none
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
   */
  readonly extraParameters?: { [key: string]: string };
}

/** Properties of `EbsStorageClass`. */
export interface EbsStorageClassProps extends EbsStorageClassOptions {
  /**
   * Why the volumes are not encrypted. Giving a reason is what switches encryption off; the class carries it as an annotation.
   *
   * @default - the volumes are encrypted
   */
  readonly unencryptedReason?: string;
}

/**
 * A StorageClass of EBS volumes: gp3, encrypted, in the zone of the Pod, expandable, unless said otherwise.
 *
 * Refuses values EBS does not allow of the volume type, a key that is not given by its ARN, a key without encryption and
 * `extraParameters` that repeat a property.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html
 */
export class EbsStorageClass extends StorageClassBase {
  public constructor(scope: Construct, id: string, props: EbsStorageClassProps = {}) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...(props.volumeType?._mistakes() ?? []), keyMistake(props.kmsKeyArn), ...unencryptedMistakes(props), ...repetitions(props));
    super(scope, id, classOf(props), mistakes);
  }
}

/** The same class as any provisioner's: what the type-safe properties come down to. */
function classOf(props: EbsStorageClassProps): StorageClassProps {
  const { volumeType, fileSystem, kmsKeyArn, extraParameters, unencryptedReason, metadata, ...options } = props;
  return {
    ...options,
    volumeBindingMode: props.volumeBindingMode ?? VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER,
    allowVolumeExpansion: props.allowVolumeExpansion ?? true,
    provisioner: EBS_CSI_DRIVER,
    parameters: { ...extraParameters, ...parametersOf(props) },
    metadata: annotated(metadata, 'cdk8s-eks-storage/unencrypted-reason', unencryptedReason),
  };
}

function parametersOf({ volumeType = EbsVolumeType.gp3(), fileSystem, kmsKeyArn, unencryptedReason }: EbsStorageClassProps): Record<string, string> {
  return {
    ...volumeType._parameters(),
    // The driver takes nothing but this exact text for true: 'True' or 'yes' would leave the volumes unencrypted.
    ...(unencryptedReason === undefined && { encrypted: 'true' }),
    ...(kmsKeyArn !== undefined && { kmsKeyId: kmsKeyArn }),
    ...(fileSystem !== undefined && { 'csi.storage.k8s.io/fstype': fileSystem.fsType }),
  };
}

function keyMistake(keyArn: string | undefined): string | undefined {
  if (keyArn === undefined || isUnresolved(keyArn) || isKmsKeyArn(keyArn)) return undefined;
  return `kmsKeyArn '${keyArn}' is not the ARN of a key; write it as 'arn:aws:kms:<region>:<account>:key/<id>', not as an alias or a bare id`;
}

function unencryptedMistakes({ unencryptedReason, kmsKeyArn }: EbsStorageClassProps): (string | undefined)[] {
  if (unencryptedReason === undefined) return [];
  return [
    unencryptedReason.trim() === '' ? "unencryptedReason '' says nothing; write why these volumes need no encryption, or leave it out to encrypt them" : undefined,
    kmsKeyArn !== undefined ? `kmsKeyArn '${kmsKeyArn}' is given together with unencryptedReason, and the driver would encrypt; leave one of them out` : undefined,
  ];
}

function repetitions(props: EbsStorageClassProps): (string | undefined)[] {
  // The driver reads its parameters whatever their case, so 'KmsKeyId' would contradict as well.
  const typed = new Set(['type', 'iops', 'iopspergb', 'throughput', 'encrypted', 'kmskeyid', 'fstype', 'csi.storage.k8s.io/fstype']);
  return Object.keys(props.extraParameters ?? {}).filter((key) => typed.has(key.toLowerCase())).map((key) =>
    `extraParameters contains '${key}', which has a property of its own; use volumeType, fileSystem, kmsKeyArn or unencryptedReason`);
}
