import type { EbsVolumeType } from './ebs-volume-type';
import type { FileSystem } from './file-system';
import type { StorageClassOptions, VolumeBindingMode } from '../storage-class-props';

/** What can be said of a class of EBS volumes, whether the driver or EKS Auto Mode makes them. */
export interface EbsClassOptions extends StorageClassOptions {
  /**
   * Kind of volume, and its performance.
   *
   * @default EbsVolumeType.gp3()
   */
  readonly volumeType?: EbsVolumeType;

  /**
   * What a new volume is formatted with, and how.
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
   * KMS key the volumes are encrypted with, as its ARN: `arn:aws:kms:…:key/…`. The driver must be allowed to use it: see `EbsCsiDriver`'s `encryptionKeys`,
   * and `AutoModeBlockStorage` for EKS Auto Mode.
   *
   * @default - the key that the account uses for EBS in this region
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
   */
  readonly kmsKeyArn?: string;

  /**
   * Tags of the volumes, by key. A value may have fields that are filled in for each volume, `{{ .PVCNamespace }}`, `{{ .PVCName }}` and `{{ .PVName }}`, and
   * pass them through `contains`, `toUpper`, `toLower`, `substring`, `field`, `index` and `lastIndex`: `{{ .PVCNamespace | toUpper }}`.
   *
   * A key has 1 to 128 characters, a value up to 256, and a volume 50 tags with those of the driver. Refuses what AWS does not take as a tag, keys that AWS or
   * the driver keeps for itself, more tags than the driver's own leave room for, and templates with other fields or functions.
   *
   * @default - those of the driver only
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/tagging.md
   */
  readonly tags?: { [key: string]: string };

  /**
   * Parameters of the driver for which there is no property here: those newer than this library, and the names and namespaces of secrets under
   * `csi.storage.k8s.io/`. They may not repeat what the properties say, nor be a slip in the name of a parameter that is known.
   *
   * @default - none
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
   */
  readonly extraParameters?: { [key: string]: string };
}

/** How a class says that its volumes are not encrypted. */
export interface UnencryptedOptions {
  /**
   * Why the volumes are not encrypted. Giving a reason is what switches encryption off; the class carries it as an annotation.
   *
   * @default - the volumes are encrypted
   */
  readonly unencryptedReason?: string;
}
