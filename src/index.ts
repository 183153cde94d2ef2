// Kubernetes: what a cluster owner sets up once.
export { EncryptedStorageClass, type EncryptedStorageClassProps } from './cluster/encrypted-storage-class';
export { EbsStorageClass, type EbsStorageClassOptions, type EbsStorageClassProps } from './cluster/ebs-storage-class';
export { type EbsClassOptions, type UnencryptedOptions } from './cluster/ebs-class-options';
export { EbsVolumeType, type EbsVolumeTypeOptions, type Gp3Options, type ProvisionedIopsOptions } from './cluster/ebs-volume-type';
export { type EbsVolumeLimits } from './cluster/ebs-volume-limits';
export { type Ext3Options, type Ext4Options, FileSystem, type XfsOptions } from './cluster/file-system';
export { AutoModeStorageClass, type AutoModeStorageClassProps } from './cluster/auto-mode-storage-class';
export { type EfsGidRange, EfsProvisioningMode, EfsStorageClass, type EfsStorageClassProps } from './cluster/efs-storage-class';
export { EfsFileSystem } from './cluster/efs-file-system';
export {
  FsxLustreStorageClass, type FsxLustreStorageClassProps, LustreAutoImportPolicy, type LustreDataRepository,
} from './cluster/fsx-lustre-storage-class';
export { LustreDeployment, type LustreHddOptions, type LustrePersistent2Options, type LustreSsdOptions } from './cluster/lustre-deployment';
export { FsxOpenZfsStorageClass, type FsxOpenZfsStorageClassProps } from './cluster/fsx-open-zfs-storage-class';
export {
  OpenZfsCompression, OpenZfsDeploymentType, type OpenZfsFileSystemOptions, OpenZfsResource, type OpenZfsVolumeOptions,
} from './cluster/open-zfs-resource';
export { StorageClass } from './cluster/storage-class';
export { type IStorageClass, type StorageClassOptions, type StorageClassProps, VolumeBindingMode } from './cluster/storage-class-props';
export { AllowedTopology } from './cluster/allowed-topology';
export { ReclaimPolicy } from './cluster/reclaim-policy';
export {
  type IVolumeAttributesClass, VolumeAttributesClass, type VolumeAttributesClassOptions, type VolumeAttributesClassProps,
} from './cluster/volume-attributes-class';
export { EbsVolumeAttributesClass, type EbsVolumeAttributesClassProps } from './cluster/ebs-volume-attributes-class';
export { DefaultClassHandover, type DefaultClassHandoverProps } from './cluster/default-class-handover';
export { SnapshotSupport, type SnapshotSupportProps } from './cluster/snapshot-support';
export { SnapshotCrds } from './cluster/snapshot-crds/snapshot-crds';
export { SnapshotController, type SnapshotControllerProps } from './cluster/snapshot-controller';
export { DeletionPolicy, type IVolumeSnapshotClass, VolumeSnapshotClass, type VolumeSnapshotClassProps } from './cluster/volume-snapshot-class';
export { StorageQuota } from './cluster/storage-quota';
export {
  type ContainerEphemeralStorage, type EphemeralStorageQuota, type PodEphemeralStorage, type StorageClassQuota, type StorageQuotaProps,
  type VolumeAttributesClassQuota,
} from './cluster/storage-quota-props';

// Kubernetes: what a workload mounts, claims, snapshots and restores.
export { StatefulVolumeSet } from './volumes/stateful-volume-set';
export { type StatefulVolumeSetProps } from './volumes/stateful-volume-set-props';
export { type RollingUpdateOptions, StatefulVolumeSetStrategy } from './volumes/stateful-volume-set-strategy';
export { ZoneSpread, type ZoneSpreadOptions } from './volumes/zone-spread';
export { ClaimRetention, type ClaimRetentionPolicy, type VolumeClaimTemplate } from './volumes/volume-claim-template';
export { PersistentVolumeClaim, type PersistentVolumeClaimProps } from './volumes/persistent-volume-claim';
export { type ClaimOptions, type PersistentClaimOptions } from './volumes/claim-spec';
export { type ExistingClaimOptions, type IVolumeClaim } from './volumes/existing-volume-claim';
export { AccessMode } from './volumes/access-mode';
export { VolumeMode } from './volumes/volume-mode';
export { PersistentVolume, type PersistentVolumeProps, type ReserveOptions } from './volumes/persistent-volume';
export { PersistentVolumeSource } from './volumes/persistent-volume-source';
export { VolumeNodeAffinity } from './volumes/volume-node-affinity';
export { type EbsPersistentVolumeSource, type NodeLocalEbsPersistentVolumeSource } from './volumes/sources/ebs-source';
export { type EfsPersistentVolumeSource } from './volumes/sources/efs-source';
export { type FsxLustrePersistentVolumeSource, type FsxOpenZfsPersistentVolumeSource } from './volumes/sources/fsx-source';
export { S3AuthenticationSource, type S3PersistentVolumeSource } from './volumes/sources/s3-source';
export { S3Cache } from './volumes/sources/s3-cache';
export { type CsiPersistentVolumeSource, type VolumeSecretReference } from './volumes/sources/csi-source';
export { type FcPersistentVolumeSource, type IscsiPersistentVolumeSource } from './volumes/sources/network-disk-source';
export { type LocalPersistentVolumeSource } from './volumes/sources/node-source';
export { type GceDiskPersistentVolumeSource, type GcePersistentDiskVolumeSource } from './volumes/sources/google-source';
export { type AzureDiskPersistentVolumeSource, type AzureFilePersistentVolumeSource } from './volumes/sources/azure-source';
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
export { type ClusterTrustBundleOptions, PodCertificateKeyType, type PodCertificateOptions } from './volumes/projected-certificates';
export { EphemeralVolume, type EphemeralVolumeProps } from './volumes/ephemeral-volume';
export { CsiEphemeralVolume, type CsiEphemeralVolumeProps } from './volumes/csi-ephemeral-volume';
export {
  ConfigMapVolume, type ConfigMapVolumeProps, DownwardApiVolume, type DownwardApiVolumeProps, SecretVolume, type SecretVolumeProps,
} from './volumes/file-volumes';
export { type ContainerResourceFile, type DownwardApiOptions } from './volumes/downward-api';
export { BlockDevice } from './volumes/block-device';

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
