/** Parameters that drivers and Kubernetes take, and the tables in which each of them has a row, where no list in src is there to compare with. */
export const KNOWN_KEYS: { of: string; names: string[]; keys: string[] }[] = [
  {
    of: 'the EBS CSI driver', // https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/pkg/driver/constants.go
    names: ['EBS parameters', 'file systems'],
    keys: [
      'type', 'iops', 'iopsPerGB', 'allowAutoIOPSPerGBIncrease', 'allowAutoIOPSIncreaseOnModify', 'throughput', 'encrypted', 'kmsKeyId', 'volumeInitializationRate',
      'blockAttachUntilInitialized', 'blockSize', 'inodeSize', 'bytesPerInode', 'numberOfInodes', 'ext4BigAlloc', 'ext4ClusterSize', 'ext4EncryptionSupport',
      'tagSpecification_1', 'csi.storage.k8s.io/fstype',
    ],
  },
  { of: 'EBS volumes that exist', names: ['EBS source', 'node-local EBS source'], keys: ['volumeHandle', 'nodeAffinity', 'fsType', 'readOnly', 'volumeAttributes.partition'] },
  {
    of: 'the block storage of EKS Auto Mode', // https://docs.aws.amazon.com/eks/latest/userguide/create-storage-class.html
    names: ['Auto Mode'],
    keys: [
      'type', 'iops', 'iopsPerGB', 'allowAutoIOPSPerGBIncrease', 'throughput', 'encrypted', 'kmsKeyId', 'blockSize', 'inodeSize', 'bytesPerInode', 'numberOfInodes',
      'ext4BigAlloc', 'ext4ClusterSize', 'tagSpecification_1', 'csi.storage.k8s.io/fstype',
    ],
  },
  {
    of: 'changes of EBS volumes', // https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/pkg/driver/controller_modify_volume.go
    names: ['VolumeAttributesClass', 'any VolumeAttributesClass', 'claim'],
    keys: [
      'driverName', 'parameters', 'type', 'iops', 'throughput', 'iopspergb', 'allowautoiopsincreaseonmodify', 'tagSpecification_1', 'tagDeletion_1',
      'spec.volumeAttributesClassName', 'ebs.csi.aws.com/volumeType', 'ebs.csi.aws.com/iops', 'ebs.csi.aws.com/throughput',
    ],
  },
  {
    of: 'every StorageClass', // https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/storage-class-v1/
    names: ['every StorageClass'],
    keys: [
      'provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode', 'allowVolumeExpansion', 'mountOptions', 'allowedTopologies',
      'storageclass.kubernetes.io/is-default-class',
    ],
  },
  {
    of: 'Mountpoint for S3', // https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/docs/CONFIGURATION.md
    names: ['S3 source', 'PersistentVolume'],
    keys: [
      'volumeHandle', 'spec.mountOptions',
      ...['bucketName', 'authenticationSource', 'stsRegion', 'cache', 'cacheEmptyDirSizeLimit', 'cacheEmptyDirMedium', 'cacheEphemeralStorageClassName',
        'cacheEphemeralStorageResourceRequest', 'mountpointContainerResourcesRequestsCpu', 'mountpointContainerResourcesRequestsMemory',
        'mountpointContainerResourcesLimitsCpu', 'mountpointContainerResourcesLimitsMemory', 'mountpointEnv.HTTPS_PROXY'].map((key) => `volumeAttributes.${key}`),
    ],
  },
  {
    of: 'FSx for OpenZFS', // https://github.com/kubernetes-sigs/aws-fsx-openzfs-csi-driver/blob/v1.2.0/docs/parameters.md
    names: ['OpenZFS file system', 'OpenZFS volume'],
    keys: [
      'ResourceType', 'DeploymentType', 'ThroughputCapacity', 'SubnetIds', 'SkipFinalBackupOnDeletion', 'OptionsOnDeletion', 'AutomaticBackupRetentionDays',
      'DailyAutomaticBackupStartTime', 'DiskIopsConfiguration', 'PreferredSubnetId', 'RootVolumeConfiguration', 'WeeklyMaintenanceStartTime', 'SecurityGroupIds',
      'Tags', 'StorageType', 'ParentVolumeId', 'CopyTagsToSnapshots', 'DataCompressionType', 'NfsExports', 'ReadOnly', 'RecordSizeKiB',
      'StorageCapacityReservationGiB', 'StorageCapacityQuotaGiB',
    ],
  },
  {
    of: 'file systems that exist', // docs of the EFS driver v3.4.1 and of both FSx drivers
    names: ['EFS source', 'Lustre source', 'OpenZFS source'],
    keys: ['encryptInTransit', 'crossaccount', 'mounttargetip', 'dnsname', 'mountname', 'DNSName', 'ResourceType', 'VolumePath'].map((key) => `volumeAttributes.${key}`),
  },
  {
    of: 'topology', // https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/parameters.md
    names: ['topology'],
    keys: ['0.key', '1.key', '2.key', '3.key'],
  },
  {
    of: 'StatefulSets', // https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/stateful-set-v1/
    names: ['StatefulSet', 'claim templates', 'headless Service'],
    keys: [
      ...['replicas', 'ordinals.start', 'serviceName', 'selector.matchLabels', 'podManagementPolicy', 'updateStrategy.type', 'updateStrategy.rollingUpdate.partition',
        'updateStrategy.rollingUpdate.maxUnavailable', 'revisionHistoryLimit', 'minReadySeconds', 'persistentVolumeClaimRetentionPolicy.whenDeleted',
        'persistentVolumeClaimRetentionPolicy.whenScaled', 'volumeClaimTemplates', 'publishNotReadyAddresses'].map((key) => `spec.${key}`),
      'spec.template.spec.terminationGracePeriodSeconds',
    ],
  },
  {
    of: 'claims', // https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/
    names: ['claim'],
    keys: ['accessModes', 'resources.requests.storage', 'storageClassName', 'volumeMode', 'volumeName', 'volumeAttributesClassName', 'selector', 'dataSource'].map((key) => `spec.${key}`),
  },
  {
    of: 'PersistentVolumes', // https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-v1/
    names: ['PersistentVolume', 'reserve', 'sources'],
    keys: [
      ...['accessModes', 'capacity.storage', 'volumeMode', 'persistentVolumeReclaimPolicy', 'storageClassName', 'mountOptions', 'nodeAffinity', 'claimRef',
        'nfs', 'iscsi', 'fc', 'local', 'hostPath', 'gcePersistentDisk', 'flexVolume'].map((key) => `spec.${key}`),
      'spec.csi.driver',
    ],
  },
  {
    of: 'quotas', // https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-for-storage
    names: ['ResourceQuota', 'LimitRange'],
    keys: [
      'requests.storage', 'persistentvolumeclaims', 'fast.storageclass.storage.k8s.io/requests.storage', 'fast.storageclass.storage.k8s.io/persistentvolumeclaims',
      'requests.ephemeral-storage', 'limits.ephemeral-storage', 'count/volumesnapshots.snapshot.storage.k8s.io', 'count/configmaps', 'scopeSelector',
      'min.storage', 'max.storage', 'min.ephemeral-storage', 'max.ephemeral-storage', 'default.ephemeral-storage', 'defaultRequest.ephemeral-storage',
    ],
  },
  {
    of: 'volumes in a Pod', // https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/
    names: ['emptyDir', 'hostPath', 'hostPath types', 'NFS in a Pod', 'projected', 'projected sources', 'ConfigMap in a Pod', 'Secret in a Pod', 'downward API in a Pod',
      'ephemeral', 'CSI in a Pod'],
    keys: [
      'emptyDir.sizeLimit', 'emptyDir.medium', 'hostPath.path', 'hostPath.type', 'nfs.server', 'nfs.path', 'nfs.readOnly', 'projected.defaultMode',
      ...['secret', 'configMap', 'downwardAPI.items', 'serviceAccountToken', 'clusterTrustBundle', 'podCertificate'].map((key) => `projected.sources.0.${key}`),
      'configMap.name', 'configMap.items.0.path', 'configMap.defaultMode', 'configMap.optional', 'secret.secretName', 'secret.items.0.mode', 'secret.defaultMode',
      'secret.optional', 'downwardAPI.items.0.fieldRef.fieldPath', 'downwardAPI.items.0.resourceFieldRef.divisor', 'downwardAPI.defaultMode',
      'ephemeral.volumeClaimTemplate.spec.storageClassName', 'csi.driver', 'csi.volumeAttributes', 'csi.nodePublishSecretRef',
    ],
  },
];
