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
