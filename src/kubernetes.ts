// All that does not need aws-cdk-lib. Whose app has nothing to do with the CDK may import it from 'cdk8s-eks-storage/lib/kubernetes':
// the compiler then reads no types of aws-cdk-lib, and does not miss them where it is not installed.

export { ClusterStorage } from './cluster/cluster-storage';
export { type ClusterStorageOptions, type ClusterStorageProps } from './cluster/cluster-storage-props';

// Kubernetes: what a cluster owner sets up once.
export { EncryptedStorageClass, type EncryptedStorageClassProps } from './cluster/classes/ebs/encrypted-storage-class';
export { EbsStorageClass, type EbsStorageClassOptions, type EbsStorageClassProps } from './cluster/classes/ebs/ebs-storage-class';
export { type EbsClassOptions, type UnencryptedOptions } from './cluster/classes/ebs/ebs-class-options';
export { EbsVolumeType, type EbsVolumeTypeOptions, type Gp3Options, type ProvisionedIopsOptions } from './cluster/classes/ebs/ebs-volume-type';
export { type EbsVolumeLimits } from './cluster/classes/ebs/ebs-volume-limits';
export { type Ext3Options, type Ext4Options, FileSystem, type XfsOptions } from './cluster/classes/ebs/file-system';
export { AutoModeStorageClass, type AutoModeStorageClassProps } from './cluster/classes/ebs/auto-mode-storage-class';
export { type EfsGidRange, EfsProvisioningMode, EfsStorageClass, type EfsStorageClassProps } from './cluster/classes/efs/efs-storage-class';
export { EfsFileSystem } from './cluster/classes/efs/efs-file-system';
export {
  FsxLustreStorageClass, type FsxLustreStorageClassProps, LustreAutoImportPolicy, type LustreDataRepository,
} from './cluster/classes/fsx/fsx-lustre-storage-class';
export { LustreDeployment, type LustreHddOptions, type LustrePersistent2Options, type LustreSsdOptions } from './cluster/classes/fsx/lustre-deployment';
export { FsxOpenZfsStorageClass, type FsxOpenZfsStorageClassProps } from './cluster/classes/fsx/fsx-open-zfs-storage-class';
export {
  OpenZfsCompression, OpenZfsDeploymentType, type OpenZfsFileSystemOptions, OpenZfsResource, type OpenZfsVolumeOptions,
} from './cluster/classes/fsx/open-zfs-resource';
export { StorageClass } from './cluster/classes/storage-class';
export { type IStorageClass, type StorageClassOptions, type StorageClassProps, VolumeBindingMode } from './cluster/classes/storage-class-props';
export { AllowedTopology } from './cluster/classes/allowed-topology';
export { ReclaimPolicy } from './cluster/classes/reclaim-policy';
export {
  type IVolumeAttributesClass, VolumeAttributesClass, type VolumeAttributesClassOptions, type VolumeAttributesClassProps,
} from './cluster/classes/volume-attributes-class';
export { EbsVolumeAttributesClass, type EbsVolumeAttributesClassProps } from './cluster/classes/ebs/ebs-volume-attributes-class';
export { DefaultClassHandover, type DefaultClassHandoverOptions, type DefaultClassHandoverProps } from './cluster/classes/default-class-handover';
export { SnapshotSupport, type SnapshotSupportProps } from './cluster/snapshots/snapshot-support';
export { SnapshotInstallation } from './cluster/snapshots/snapshot-installation';
export { SnapshotCrds } from './cluster/snapshots/snapshot-crds/snapshot-crds';
export { SnapshotController, type SnapshotControllerProps } from './cluster/snapshots/snapshot-controller';
export { type ComplianceLockOptions, SnapshotLock, type SnapshotLockLimits, type SnapshotLockOptions } from './cluster/snapshots/snapshot-lock';
export { EbsVolumeSnapshotClass, type EbsVolumeSnapshotClassProps } from './cluster/snapshots/ebs-volume-snapshot-class';
export {
  DeletionPolicy, type IVolumeSnapshotClass, VolumeSnapshotClass, type VolumeSnapshotClassOptions, type VolumeSnapshotClassProps,
} from './cluster/snapshots/volume-snapshot-class';
export { StorageQuota } from './cluster/quotas/storage-quota';
export {
  type ContainerEphemeralStorage, type EphemeralStorageQuota, type PodEphemeralStorage, type StorageClassQuota, type StorageQuotaProps,
  type VolumeAttributesClassQuota,
} from './cluster/quotas/storage-quota-props';

// Kubernetes: what a workload mounts, claims, snapshots and restores.
export { StatefulVolumeSet } from './volumes/stateful-sets/stateful-volume-set';
export { type StatefulVolumeSetProps } from './volumes/stateful-sets/stateful-volume-set-props';
export { type RollingUpdateOptions, StatefulVolumeSetStrategy } from './volumes/stateful-sets/stateful-volume-set-strategy';
export { ZoneSpread, type ZoneSpreadOptions } from './volumes/stateful-sets/zone-spread';
export { ClaimRetention, type ClaimRetentionPolicy, type VolumeClaimTemplate } from './volumes/stateful-sets/volume-claim-template';
export { PersistentVolumeClaim, type PersistentVolumeClaimProps } from './volumes/claims/persistent-volume-claim';
export { type ClaimOptions, type PersistentClaimOptions } from './volumes/claims/claim-spec';
export { type ExistingClaimOptions, type IVolumeClaim } from './volumes/claims/existing-volume-claim';
export { AccessMode } from './volumes/claims/access-mode';
export { VolumeMode } from './volumes/claims/volume-mode';
export { PersistentVolume, type PersistentVolumeProps, type ReserveOptions } from './volumes/persistent-volumes/persistent-volume';
export { PersistentVolumeSource } from './volumes/persistent-volumes/persistent-volume-source';
export { VolumeNodeAffinity } from './volumes/persistent-volumes/volume-node-affinity';
export { type EbsPersistentVolumeSource, type NodeLocalEbsPersistentVolumeSource } from './volumes/persistent-volumes/sources/ebs-source';
export { type EfsPersistentVolumeSource } from './volumes/persistent-volumes/sources/efs-source';
export { type FsxLustrePersistentVolumeSource, type FsxOpenZfsPersistentVolumeSource } from './volumes/persistent-volumes/sources/fsx-source';
export { S3AuthenticationSource, type S3PersistentVolumeSource } from './volumes/persistent-volumes/sources/s3-source';
export { S3Cache } from './volumes/persistent-volumes/sources/s3-cache';
export { type CsiPersistentVolumeSource, type VolumeSecretReference } from './volumes/persistent-volumes/sources/csi-source';
export { type FcPersistentVolumeSource, type IscsiPersistentVolumeSource } from './volumes/persistent-volumes/sources/network-disk-source';
export { type LocalPersistentVolumeSource } from './volumes/persistent-volumes/sources/node-source';
export { type GceDiskPersistentVolumeSource, type GcePersistentDiskVolumeSource } from './volumes/persistent-volumes/sources/google-source';
export { type AzureDiskPersistentVolumeSource, type AzureFilePersistentVolumeSource } from './volumes/persistent-volumes/sources/azure-source';
export { VolumeSnapshot, type VolumeSnapshotProps } from './volumes/snapshots/volume-snapshot';
export { PreProvisionedVolumeSnapshot, type PreProvisionedVolumeSnapshotProps } from './volumes/snapshots/pre-provisioned-volume-snapshot';
export { SnapshotSchedule } from './volumes/snapshots/schedule/snapshot-schedule';
export { type SnapshotScheduleProps } from './volumes/snapshots/schedule/snapshot-schedule-props';
export { SnapshotSelection } from './volumes/snapshots/schedule/snapshot-selection';
export { SnapshotRetention } from './volumes/snapshots/schedule/snapshot-retention';
export { type IVolumeDataSource, type VolumeDataSource } from './volumes/claims/volume-data-source';
export { VeleroAnnotations, type VeleroAnnotationsOptions } from './volumes/backup/velero-annotations';
export { type VeleroBackupHook, VeleroHookError, type VeleroRestoreHook, type VeleroRestoreInitContainer } from './volumes/backup/velero-hooks';
export { VeleroLabels } from './volumes/backup/velero-labels';
export { EmptyDirVolume, type EmptyDirVolumeProps } from './volumes/pods/empty-dir-volume';
export { HostPathVolume, type HostPathVolumeProps } from './volumes/pods/host-path-volume';
export { HostPathType } from './volumes/pods/host-path-type';
export { NfsVolume, type NfsVolumeProps } from './volumes/pods/nfs-volume';
export { type NfsVolumeSource } from './volumes/pods/nfs-volume-source';
export { ProjectedVolume, type ProjectedVolumeProps } from './volumes/pods/projected-volume';
export { type ProjectedKeysOptions, ProjectedSource, type ServiceAccountTokenOptions } from './volumes/pods/projected-source';
export { type ClusterTrustBundleOptions, PodCertificateKeyType, type PodCertificateOptions } from './volumes/pods/projected-certificates';
export { EphemeralVolume, type EphemeralVolumeProps } from './volumes/pods/ephemeral-volume';
export { CsiEphemeralVolume, type CsiEphemeralVolumeProps } from './volumes/pods/csi-ephemeral-volume';
export {
  ConfigMapVolume, type ConfigMapVolumeProps, DownwardApiVolume, type DownwardApiVolumeProps, SecretVolume, type SecretVolumeProps,
} from './volumes/pods/file-volumes';
export { type ContainerResourceFile, type DownwardApiOptions } from './volumes/pods/downward-api';
export { BlockDevice } from './volumes/pods/block-device';

// From one side to the other.
export { TokenGuard } from './bridge/token-guard';
export { OutputsOfStack, StackOutputs } from './bridge/stack-outputs';
export { EksStorageOutputs } from './bridge/eks-storage-outputs';
