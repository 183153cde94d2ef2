// All that needs aws-cdk-lib and nothing of cdk8s. The same from 'cdk8s-eks-storage/lib/aws' spares the compiler the types of cdk8s.

// AWS: the driver, its identity and its rights.
export { EbsCsiDriver, type EbsCsiDriverOptions, type EbsCsiDriverProps } from './aws/ebs-csi-driver';
export { type IEbsCsiDriver } from './aws/driver-construct';
export { SelfManagedEbsCsiDriver, type SelfManagedEbsCsiDriverProps } from './aws/self-managed-ebs-csi-driver';
export { AutoModeBlockStorage, type AutoModeBlockStorageProps } from './aws/auto-mode-block-storage';
export { SnapshotControllerAddon } from './aws/snapshot-controller-addon';
export { PodIdentityAgent } from './aws/pod-identity-agent';
export { type EksAddonOptions, type EksAddonProps, ResolveConflicts } from './aws/eks-addon';
export { type DriverNodesOptions } from './aws/driver-nodes-options';
export { type DriverAccessOptions, type DriverPolicyOptions } from './aws/access/driver-access-options';
export { DriverIdentity } from './aws/access/driver-identity';
export { type DriverRoleOptions } from './aws/access/driver-role';
export { type AccessKeySecret, type ExistingRoleOptions, type NodeRoleOptions, type PodIdentityOptions } from './aws/access/driver-identity-options';
export { type CustomerManagedPolicyOptions, DriverPolicy } from './aws/access/driver-policy';
export { type EncryptionKeysOptions, type KeyAccessOptions } from './aws/access/encryption-keys-options';
export { KeyAccess } from './aws/access/key-access';

// AWS: backups of volumes by their tags.
export { SnapshotLifecyclePolicy, type SnapshotLifecyclePolicyProps } from './aws/backup/snapshot-lifecycle-policy';
export { type LifecycleFastRestore, type LifecycleRegionCopy, type LifecycleSchedule, type LifecycleSharing } from './aws/backup/lifecycle-schedule';
export { LifecycleFrequency } from './aws/backup/lifecycle-frequency';
export { LifecycleRetention } from './aws/backup/lifecycle-retention';
export { EbsBackupSelection, type EbsBackupSelectionProps } from './aws/backup/ebs-backup-selection';
export { type BackupRoleOptions } from './aws/backup/backup-role';
export { type TargetTagsOptions } from './aws/backup/target-tags';

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
