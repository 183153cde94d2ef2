import { construct, parameter, type ParameterTable } from './parameters';

const KEY = "kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'";
const LUSTRE = "subnetId: 'subnet-00000000', securityGroupIds: ['sg-00000000']";
const IMPORT = "s3ImportPath: 's3://bucket/data'";
const REQUIRED_OF_FILE_SYSTEM = "deploymentType: OpenZfsDeploymentType.SINGLE_AZ_1, throughputCapacity: 64, subnetIds: ['subnet-00000000'], skipFinalBackupOnDeletion: true";

const inVolume = (code: string) => `resource: OpenZfsResource.volume({ parentVolumeId: 'fsvol-0123456789abcdef0'${code && `, ${code}`} })`;

/** What docs/storage-classes.md shows of classes of file systems that many Pods share. */
export const FILE_CLASS_PARAMETERS: { [name: string]: ParameterTable } = {
  'EFS parameters': {
    kind: 'StorageClass',
    below: ['parameters'],
    ...construct('EfsStorageClass', "fileSystem: EfsFileSystem.fromId('fs-00000000')"),
    types: ['EfsStorageClassProps', 'EfsFileSystem', 'EfsGidRange'],
    parameters: [
      parameter('fileSystemId', 'EfsStorageClassProps.fileSystem', "fileSystem: EfsFileSystem.fromId('fs-0123456789abcdef0')"),
      parameter('provisioningMode', 'EfsStorageClassProps.provisioningMode', 'provisioningMode: EfsProvisioningMode.S3_FILES_ACCESS_POINT'),
      parameter('fileSystemId', 'EfsFileSystem.fromId', "fileSystem: EfsFileSystem.fromId('fs-0123456789abcdef0')"),
      parameter('fileSystemIdConfigRef', 'EfsFileSystem.fromConfigMap', "fileSystem: EfsFileSystem.fromConfigMap('kube-system', 'efs', 'id')"),
      parameter('fileSystemIdSecretRef', 'EfsFileSystem.fromSecret', "fileSystem: EfsFileSystem.fromSecret('kube-system', 'efs', 'id')"),
      parameter('directoryPerms', 'EfsStorageClassProps.directoryPerms', "directoryPerms: '750'"),
      parameter('uid', 'EfsStorageClassProps.uid', 'uid: 1000'),
      parameter('gid', 'EfsStorageClassProps.gid', 'gid: 1000'),
      parameter('gidRangeStart', 'EfsStorageClassProps.gidRange', 'gidRange: { start: 60001, end: 70000 }'),
      parameter('gidRangeStart', 'EfsGidRange.start', 'gidRange: { start: 60001, end: 70000 }'),
      parameter('gidRangeEnd', 'EfsGidRange.end', 'gidRange: { start: 60001, end: 70000 }'),
      parameter('basePath', 'EfsStorageClassProps.basePath', "basePath: '/claims'"),
      parameter('subPathPattern', 'EfsStorageClassProps.subPathPattern', "subPathPattern: '${.PVC.namespace}/${.PVC.name}'"),
      parameter('ensureUniqueDirectory', 'EfsStorageClassProps.sharedDirectoryReason',
        "subPathPattern: '${.PVC.name}', sharedDirectoryReason: 'blue and green read the same files'"),
      parameter('az', 'EfsStorageClassProps.az', "az: 'eu-west-1a'"),
      parameter('enforceZoneAffinity', 'EfsStorageClassProps.enforceZoneAffinity', 'enforceZoneAffinity: true'),
      parameter('reuseAccessPoint', 'EfsStorageClassProps.reuseAccessPoint', 'reuseAccessPoint: true'),
      parameter('enableTagging', 'EfsStorageClassProps.enableTagging', 'enableTagging: false'),
      parameter('newParameter', 'EfsStorageClassProps.extraParameters', "extraParameters: { newParameter: '1' }"),
    ],
  },
  'Lustre parameters': {
    kind: 'StorageClass',
    below: ['parameters'],
    ...construct('FsxLustreStorageClass', LUSTRE),
    without: "deployment: LustreDeployment.of('NONE')",
    types: ['FsxLustreStorageClassProps', 'LustreDataRepository', 'LustreDeployment', 'LustreSsdOptions', 'LustreHddOptions', 'LustrePersistent2Options'],
    parameters: [
      parameter('subnetId', 'FsxLustreStorageClassProps.subnetId', "subnetId: 'subnet-0123456789abcdef0'"),
      parameter('securityGroupIds', 'FsxLustreStorageClassProps.securityGroupIds', "securityGroupIds: ['sg-0123456789abcdef0', 'sg-0fedcba9876543210']"),
      parameter('deploymentType', 'FsxLustreStorageClassProps.deployment', 'deployment: LustreDeployment.scratch1()'),
      parameter('deploymentType', 'LustreDeployment.scratch1', 'deployment: LustreDeployment.scratch1()'),
      parameter('deploymentType', 'LustreDeployment.scratch2', 'deployment: LustreDeployment.scratch2()'),
      parameter('deploymentType', 'LustreDeployment.persistent1Ssd', 'deployment: LustreDeployment.persistent1Ssd({ perUnitStorageThroughput: 100 })'),
      parameter('perUnitStorageThroughput', 'LustreSsdOptions.perUnitStorageThroughput', 'deployment: LustreDeployment.persistent1Ssd({ perUnitStorageThroughput: 200 })'),
      parameter('storageType', 'LustreDeployment.persistent1Hdd', 'deployment: LustreDeployment.persistent1Hdd({ perUnitStorageThroughput: 12 })'),
      parameter('perUnitStorageThroughput', 'LustreHddOptions.perUnitStorageThroughput', 'deployment: LustreDeployment.persistent1Hdd({ perUnitStorageThroughput: 40 })'),
      parameter('driveCacheType', 'LustreHddOptions.driveCache', 'deployment: LustreDeployment.persistent1Hdd({ perUnitStorageThroughput: 12, driveCache: true })'),
      parameter('deploymentType', 'LustreDeployment.persistent2', 'deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 125 })'),
      parameter('perUnitStorageThroughput', 'LustrePersistent2Options.perUnitStorageThroughput', 'deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 500 })'),
      parameter('metadataConfigurationMode', 'LustrePersistent2Options.automaticMetadata',
        'deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 125, automaticMetadata: true })'),
      parameter('metadataIops', 'LustrePersistent2Options.metadataIops', 'deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 125, metadataIops: 3000 })'),
      parameter('efaEnabled', 'LustrePersistent2Options.efaEnabled',
        'deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 125, automaticMetadata: true, efaEnabled: true })'),
      parameter('deploymentType', 'LustreDeployment.of', "deployment: LustreDeployment.of('PERSISTENT_3', { perUnitStorageThroughput: '2000' })"),
      parameter('kmsKeyId', 'FsxLustreStorageClassProps.kmsKeyArn', `deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 125 }), ${KEY}`),
      parameter('s3ImportPath', 'FsxLustreStorageClassProps.dataRepository', `dataRepository: { ${IMPORT} }`),
      parameter('s3ImportPath', 'LustreDataRepository.s3ImportPath', `dataRepository: { ${IMPORT} }`),
      parameter('s3ExportPath', 'LustreDataRepository.s3ExportPath', `dataRepository: { ${IMPORT}, s3ExportPath: 's3://bucket/results' }`),
      parameter('autoImportPolicy', 'LustreDataRepository.autoImportPolicy', `dataRepository: { ${IMPORT}, autoImportPolicy: LustreAutoImportPolicy.NEW_CHANGED }`),
      ...([
        ['automaticBackupRetentionDays', 'automaticBackupRetentionDays: 7'],
        ['dailyAutomaticBackupStartTime', "automaticBackupRetentionDays: 7, dailyAutomaticBackupStartTime: '03:00'"],
        ['copyTagsToBackups', 'copyTagsToBackups: true'],
      ] as const).map(([name, code]) =>
        parameter(name, `FsxLustreStorageClassProps.${name}`, `deployment: LustreDeployment.persistent1Ssd({ perUnitStorageThroughput: 50 }), ${code}`)),
      parameter('dataCompressionType', 'FsxLustreStorageClassProps.compressed', 'compressed: true'),
      parameter('weeklyMaintenanceStartTime', 'FsxLustreStorageClassProps.weeklyMaintenanceStartTime', "weeklyMaintenanceStartTime: '7:03:30'"),
      parameter('fileSystemTypeVersion', 'FsxLustreStorageClassProps.fileSystemTypeVersion', "fileSystemTypeVersion: '2.15'"),
      parameter('extraTags', 'FsxLustreStorageClassProps.tags', "tags: { Team: 'web' }"),
      parameter('newParameter', 'FsxLustreStorageClassProps.extraParameters', "extraParameters: { newParameter: '1' }"),
    ],
  },
  'OpenZFS file system': {
    kind: 'StorageClass',
    below: ['parameters'],
    app: (code) => `const required = { ${REQUIRED_OF_FILE_SYSTEM} };\nnew FsxOpenZfsStorageClass(chart, 'Sample', { ${code} });`,
    without: "resource: OpenZfsResource.volume({ parentVolumeId: 'fsvol-00000000' })",
    types: ['FsxOpenZfsStorageClassProps', 'OpenZfsResource', 'OpenZfsFileSystemOptions'],
    parameters: [
      parameter('ResourceType', 'OpenZfsResource.fileSystem', 'resource: OpenZfsResource.fileSystem(required)'),
      ...([
        ['DeploymentType', 'deploymentType', 'deploymentType: OpenZfsDeploymentType.SINGLE_AZ_HA_2, throughputCapacity: 160'],
        ['ThroughputCapacity', 'throughputCapacity', 'throughputCapacity: 256'],
        ['SubnetIds', 'subnetIds', "subnetIds: ['subnet-0123456789abcdef0']"],
        ['SkipFinalBackupOnDeletion', 'skipFinalBackupOnDeletion', 'skipFinalBackupOnDeletion: false'],
        ['PreferredSubnetId', 'preferredSubnetId', 'deploymentType: OpenZfsDeploymentType.MULTI_AZ_1, throughputCapacity: 160, '
          + "subnetIds: ['subnet-0123456789abcdef0', 'subnet-0fedcba9876543210'], preferredSubnetId: 'subnet-0123456789abcdef0'"],
        ['SecurityGroupIds', 'securityGroupIds', "securityGroupIds: ['sg-0123456789abcdef0']"],
        ['KmsKeyId', 'kmsKeyArn', KEY],
        ['AutomaticBackupRetentionDays', 'automaticBackupRetentionDays', 'automaticBackupRetentionDays: 7'],
        ['DailyAutomaticBackupStartTime', 'dailyAutomaticBackupStartTime', "automaticBackupRetentionDays: 7, dailyAutomaticBackupStartTime: '03:00'"],
        ['WeeklyMaintenanceStartTime', 'weeklyMaintenanceStartTime', "weeklyMaintenanceStartTime: '7:03:30'"],
        ['DiskIopsConfiguration', 'diskIops', 'diskIops: 5000'],
        ['OptionsOnDeletion', 'deleteChildVolumesAndSnapshots', 'deleteChildVolumesAndSnapshots: true'],
        ['Tags', 'tags', "tags: { Team: 'web' }"],
      ] as const).map(([name, property, code]) =>
        parameter(name, `OpenZfsFileSystemOptions.${property}`, `resource: OpenZfsResource.fileSystem({ ...required, ${code} })`)),
      parameter('NfsExports', 'FsxOpenZfsStorageClassProps.extraParameters',
        'resource: OpenZfsResource.fileSystem(required), extraParameters: { NfsExports: \'[]\' }'),
    ],
  },
  'OpenZFS volume': {
    kind: 'StorageClass',
    below: ['parameters'],
    ...construct('FsxOpenZfsStorageClass'),
    without: "resource: OpenZfsResource.volume({ parentVolumeId: 'fsvol-00000000' })",
    types: ['OpenZfsVolumeOptions'],
    parameters: [
      parameter('ParentVolumeId', 'FsxOpenZfsStorageClassProps.resource', inVolume('')),
      parameter('ParentVolumeId', 'OpenZfsResource.volume', inVolume('')),
      ...([
        ['ParentVolumeId', 'parentVolumeId', ''],
        ['DataCompressionType', 'dataCompressionType', 'dataCompressionType: OpenZfsCompression.LZ4'],
        ['RecordSizeKiB', 'recordSizeKiB', 'recordSizeKiB: 64'],
        ['ReadOnly', 'readOnly', 'readOnly: true'],
        ['StorageCapacityReservationGiB', 'storageCapacityReservationGiB', 'storageCapacityReservationGiB: 10'],
        ['StorageCapacityQuotaGiB', 'storageCapacityQuotaGiB', 'storageCapacityQuotaGiB: 100'],
        ['CopyTagsToSnapshots', 'copyTagsToSnapshots', 'copyTagsToSnapshots: true'],
        ['OptionsOnDeletion', 'deleteChildVolumesAndSnapshots', 'deleteChildVolumesAndSnapshots: true'],
        ['Tags', 'tags', "tags: { Team: 'web' }"],
      ] as const).map(([name, property, code]) => parameter(name, `OpenZfsVolumeOptions.${property}`, inVolume(code))),
    ],
  },
};
