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
export { DefaultClassHandover, type DefaultClassHandoverProps } from './cluster/classes/default-class-handover';
export { SnapshotSupport, type SnapshotSupportProps } from './cluster/snapshots/snapshot-support';
export { SnapshotCrds } from './cluster/snapshots/snapshot-crds/snapshot-crds';
export { SnapshotController, type SnapshotControllerProps } from './cluster/snapshots/snapshot-controller';
export { DeletionPolicy, type IVolumeSnapshotClass, VolumeSnapshotClass, type VolumeSnapshotClassProps } from './cluster/snapshots/volume-snapshot-class';
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
export { type IVolumeDataSource, type VolumeDataSource } from './volumes/claims/volume-data-source';
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

// AWS: the driver, its identity and its rights.
export { EbsCsiDriver, type EbsCsiDriverProps } from './aws/ebs-csi-driver';
export { SelfManagedEbsCsiDriver, type SelfManagedEbsCsiDriverProps } from './aws/self-managed-ebs-csi-driver';
export { AutoModeBlockStorage, type AutoModeBlockStorageProps } from './aws/auto-mode-block-storage';
export { SnapshotControllerAddon } from './aws/snapshot-controller-addon';
export { PodIdentityAgent } from './aws/pod-identity-agent';
export { type EksAddonOptions, type EksAddonProps, ResolveConflicts } from './aws/eks-addon';
export { type DriverNodesOptions } from './aws/driver-nodes';
export { type DriverAccessOptions } from './aws/access/driver-access-options';
export { DriverIdentity } from './aws/access/driver-identity';
export { type DriverRoleOptions } from './aws/access/driver-role';
export { type AccessKeySecret, type ExistingRoleOptions, type NodeRoleOptions, type PodIdentityOptions } from './aws/access/driver-identity-options';
export { type CustomerManagedPolicyOptions, DriverPolicy } from './aws/access/driver-policy';
export { type EncryptionKeysOptions } from './aws/access/encryption-keys-options';
export { KeyAccess } from './aws/access/key-access';

// AWS: how the driver is configured.
export { type DefaultStorageClassConfiguration, type DriverConfiguration, type DriverConfigurationOptions } from './aws/configuration/driver-configuration';
export { type ControllerConfiguration, type VolumeModificationFeatureConfiguration } from './aws/configuration/controller-configuration';
export { type NodeConfiguration } from './aws/configuration/node-configuration';
export { LoggingFormat, type PodConfiguration } from './aws/configuration/pod-configuration';
export {
  type LoggingSidecarConfiguration, type MetadataLabelerConfiguration, type SidecarConfiguration, type SidecarsConfiguration,
  type SnapshotterConfiguration,
} from './aws/configuration/sidecar-configuration';
export { type ContainerResources, type ResourceQuantities } from './aws/configuration/container-resources';
export { DefaultFsType } from './aws/configuration/default-fs-type';
export { MetadataSource } from './aws/configuration/metadata-source';
export { TaintEffect, type Toleration, TolerationOperator } from './aws/configuration/toleration';
export { type TopologySpreadConstraint, UnsatisfiableConstraint } from './aws/configuration/topology-spread-constraint';
