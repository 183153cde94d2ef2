// Kubernetes: what a cluster owner sets up once.
export { EncryptedStorageClass, type EncryptedStorageClassProps } from './cluster/encrypted-storage-class';
export { EbsStorageClass, type EbsStorageClassOptions, type EbsStorageClassProps } from './cluster/ebs-storage-class';
export { EbsVolumeType, type Gp3Options, type ProvisionedIopsOptions } from './cluster/ebs-volume-type';
export { FileSystem } from './cluster/file-system';
export { StorageClass } from './cluster/storage-class';
export { type IStorageClass, type StorageClassOptions, type StorageClassProps, VolumeBindingMode } from './cluster/storage-class-props';
export { AllowedTopology } from './cluster/allowed-topology';
export { ReclaimPolicy } from './cluster/reclaim-policy';
export { SnapshotSupport, type SnapshotSupportProps } from './cluster/snapshot-support';
export { SnapshotCrds } from './cluster/snapshot-crds/snapshot-crds';
export { SnapshotController, type SnapshotControllerProps } from './cluster/snapshot-controller';
export { DeletionPolicy, type IVolumeSnapshotClass, VolumeSnapshotClass, type VolumeSnapshotClassProps } from './cluster/volume-snapshot-class';
export { type StorageClassQuota, StorageQuota, type StorageQuotaProps } from './cluster/storage-quota';

// Kubernetes: what a workload mounts, claims, snapshots and restores.
export { StatefulVolumeSet } from './volumes/stateful-volume-set';
export { type StatefulVolumeSetProps } from './volumes/stateful-volume-set-props';
export { ClaimRetention, type ClaimRetentionPolicy, type VolumeClaimTemplate } from './volumes/volume-claim-template';
export { PersistentVolumeClaim, type PersistentVolumeClaimProps } from './volumes/persistent-volume-claim';
export { type ClaimOptions } from './volumes/claim-spec';
export { AccessMode } from './volumes/access-mode';
export { VolumeMode } from './volumes/volume-mode';
export { PersistentVolume, type PersistentVolumeProps, type ReserveOptions } from './volumes/persistent-volume';
export {
  type CsiPersistentVolumeSource, type EbsPersistentVolumeSource, type GcePersistentDiskVolumeSource, PersistentVolumeSource,
} from './volumes/persistent-volume-source';
export { VolumeSnapshot, type VolumeSnapshotProps } from './volumes/volume-snapshot';
export { PreProvisionedVolumeSnapshot, type PreProvisionedVolumeSnapshotProps } from './volumes/pre-provisioned-volume-snapshot';
export { type IVolumeDataSource, type VolumeDataSource } from './volumes/volume-data-source';
export { EmptyDirVolume, type EmptyDirVolumeProps } from './volumes/empty-dir-volume';
export { HostPathVolume, type HostPathVolumeProps } from './volumes/host-path-volume';
export { HostPathType } from './volumes/host-path-type';
export { NfsVolume, type NfsVolumeProps } from './volumes/nfs-volume';
export { type NfsVolumeSource } from './volumes/nfs-volume-source';
export { ProjectedVolume, type ProjectedVolumeProps } from './volumes/projected-volume';
export { type ProjectedKeysOptions, ProjectedSource, type ServiceAccountTokenOptions } from './volumes/projected-source';

// AWS: the driver, its identity and its rights.
export { EbsCsiDriver, type EbsCsiDriverProps, ResolveConflicts } from './aws/ebs-csi-driver';
export { SelfManagedEbsCsiDriver, type SelfManagedEbsCsiDriverProps } from './aws/self-managed-ebs-csi-driver';
export { type DriverAccessOptions } from './aws/driver-access-options';
export { type AccessKeySecret, DriverIdentity, type IrsaOptions, type NodeRoleOptions } from './aws/driver-identity';
export { DriverPolicy } from './aws/driver-policy';
export { KeyAccess } from './aws/key-access';
