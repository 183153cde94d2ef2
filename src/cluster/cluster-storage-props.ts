import type { DefaultClassHandoverOptions } from './classes/default-class-handover';
import type { EncryptedStorageClassProps } from './classes/ebs/encrypted-storage-class';
import type { StorageQuotaProps } from './quotas/storage-quota-props';
import type { EbsVolumeSnapshotClassProps } from './snapshots/ebs-volume-snapshot-class';
import type { SnapshotInstallation } from './snapshots/snapshot-installation';

/** What a cluster gets for its storage, however it is shipped there. */
export interface ClusterStorageOptions {
  /**
   * The class that claims get when they name none.
   *
   * @default - gp3, encrypted, named `gp3-encrypted`
   */
  readonly defaultClass?: EncryptedStorageClassProps;

  /**
   * Further classes, by their names.
   *
   * @default - none
   */
  readonly storageClasses?: { [name: string]: EncryptedStorageClassProps };

  /**
   * How the cluster comes to have snapshots.
   *
   * @default - by the EKS add-on `snapshot-controller`, which `EksStorage` installs; `ClusterStorage` alone takes it as there
   */
  readonly snapshots?: SnapshotInstallation;

  /**
   * The class that snapshots of EBS volumes get when they name none. Refused where there are no snapshots.
   *
   * @default - one that keeps the snapshots (`DeletionPolicy.RETAIN`), named `ebs-snapshots`
   */
  readonly snapshotClass?: EbsVolumeSnapshotClassProps;

  /**
   * How much storage may be asked for, by the name of the namespace, which has to exist.
   *
   * @default - as much as one likes
   */
  readonly quotas?: { [namespace: string]: StorageQuotaProps };

  /**
   * How the classes that were the default until now cease to be it. Refused together with `keepPreviousDefaults`.
   *
   * @default - by a Job, for `gp2`, which EKS makes, and `ebs-csi-default-sc`, which the EKS add-on makes if asked
   */
  readonly defaultClassHandover?: DefaultClassHandoverOptions;

  /**
   * Whether classes that were the default until now are left alone: no Job is made. Of several defaults the newest wins.
   *
   * @default false
   */
  readonly keepPreviousDefaults?: boolean;
}

/** Properties of `ClusterStorage`. */
export interface ClusterStorageProps extends ClusterStorageOptions {
  /**
   * ARN of the key that volumes are encrypted with, of all classes that name no other.
   *
   * @default - the account's key for EBS, `aws/ebs`
   */
  readonly kmsKeyArn?: string;
}
