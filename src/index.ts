// Kubernetes: what a cluster owner sets up once.
export * from './cluster/encrypted-storage-class';
export * from './cluster/ebs-storage-class';
export * from './cluster/ebs-volume-type';
export * from './cluster/file-system';
export * from './cluster/storage-class';
export * from './cluster/allowed-topology';
export * from './cluster/reclaim-policy';
export * from './cluster/snapshot-support';
export * from './cluster/snapshot-crds/snapshot-crds';
export * from './cluster/snapshot-controller';
export * from './cluster/volume-snapshot-class';
export * from './cluster/storage-quota';

// Kubernetes: what a workload mounts, claims, snapshots and restores.
export * from './volumes/stateful-volume-set';
export * from './volumes/volume-claim-template';
export * from './volumes/persistent-volume-claim';
export * from './volumes/access-mode';
export * from './volumes/volume-mode';
export * from './volumes/persistent-volume';
export * from './volumes/persistent-volume-source';
export * from './volumes/volume-snapshot';
export * from './volumes/pre-provisioned-volume-snapshot';
export * from './volumes/volume-data-source';
export * from './volumes/empty-dir-volume';
export * from './volumes/host-path-volume';
export * from './volumes/host-path-type';
export * from './volumes/nfs-volume';
export * from './volumes/projected-volume';
export * from './volumes/projected-source';

// AWS: the driver, its identity and its rights.
export * from './aws/ebs-csi-driver';
export * from './aws/self-managed-ebs-csi-driver';
export * from './aws/driver-access-options';
export * from './aws/driver-identity';
export * from './aws/driver-policy';
export * from './aws/key-access';
