import { Testing } from 'cdk8s';
import { AllowedTopology, ReclaimPolicy, VolumeBindingMode } from '../../../../src';
import { FsxLustreStorageClass, type FsxLustreStorageClassProps, LustreAutoImportPolicy } from '../../../../src/cluster/classes/fsx/fsx-lustre-storage-class';
import { LustreDeployment } from '../../../../src/cluster/classes/fsx/lustre-deployment';
import { refusals } from '../../../refusals';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const PLACE = { subnetId: 'subnet-0123456789abcdef0', securityGroupIds: ['sg-0123456789abcdef0'] };
const make = (props: Partial<FsxLustreStorageClassProps> = {}) => new FsxLustreStorageClass(Testing.chart(), 'Class', { ...PLACE, ...props }).toJson();
const SSD = LustreDeployment.persistent1Ssd({ perUnitStorageThroughput: 50 });
const PERSISTENT_2 = LustreDeployment.persistent2({ perUnitStorageThroughput: 125 });

test('without a word it is a scratch file system', () => {
  expect(make()).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: expect.any(String) },
    provisioner: 'fsx.csi.aws.com',
    parameters: { subnetId: 'subnet-0123456789abcdef0', securityGroupIds: 'sg-0123456789abcdef0', deploymentType: 'SCRATCH_1' },
  });
});

test('every property reaches the object', () => {
  const props: Required<Omit<FsxLustreStorageClassProps, 'dataRepository'>> = {
    metadata: { name: 'lustre' },
    nameWithHash: false,
    isDefault: false,
    subnetId: PLACE.subnetId,
    securityGroupIds: ['sg-0123456789abcdef0', 'sg-0123456789abcdef1'],
    deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 1000, metadataIops: 24_000, efaEnabled: true }),
    kmsKeyArn: KEY,
    automaticBackupRetentionDays: 90,
    dailyAutomaticBackupStartTime: '05:00',
    copyTagsToBackups: true,
    compressed: true,
    weeklyMaintenanceStartTime: '7:09:00',
    fileSystemTypeVersion: '2.15',
    tags: { team: 'a', cost: '' },
    reclaimPolicy: ReclaimPolicy.RETAIN,
    volumeBindingMode: VolumeBindingMode.IMMEDIATE,
    allowVolumeExpansion: true,
    mountOptions: ['flock'],
    allowedTopologies: [AllowedTopology.zones('eu-west-1a')],
    extraParameters: { somethingNew: 'x' },
  };
  expect(make(props)).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'lustre', annotations: { 'storageclass.kubernetes.io/is-default-class': 'false' } },
    provisioner: 'fsx.csi.aws.com',
    parameters: {
      subnetId: 'subnet-0123456789abcdef0',
      securityGroupIds: 'sg-0123456789abcdef0,sg-0123456789abcdef1',
      deploymentType: 'PERSISTENT_2',
      storageType: 'SSD',
      perUnitStorageThroughput: '1000',
      metadataConfigurationMode: 'USER_PROVISIONED',
      metadataIops: '24000',
      efaEnabled: 'true',
      kmsKeyId: KEY,
      automaticBackupRetentionDays: '90',
      dailyAutomaticBackupStartTime: '05:00',
      copyTagsToBackups: 'true',
      dataCompressionType: 'LZ4',
      weeklyMaintenanceStartTime: '7:09:00',
      fileSystemTypeVersion: '2.15',
      extraTags: 'cost=,team=a',
      somethingNew: 'x',
    },
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'Immediate',
    allowVolumeExpansion: true,
    mountOptions: ['flock'],
    allowedTopologies: [{ matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['eu-west-1a'] }] }],
  });
});

test.each<[LustreDeployment, object]>([
  [LustreDeployment.scratch2(), { deploymentType: 'SCRATCH_2' }],
  [LustreDeployment.persistent1Ssd({ perUnitStorageThroughput: 200 }), { deploymentType: 'PERSISTENT_1', storageType: 'SSD', perUnitStorageThroughput: '200' }],
  [LustreDeployment.persistent1Hdd({ perUnitStorageThroughput: 12 }), { deploymentType: 'PERSISTENT_1', storageType: 'HDD', perUnitStorageThroughput: '12', driveCacheType: 'NONE' }],
  [LustreDeployment.persistent1Hdd({ perUnitStorageThroughput: 40, driveCache: true }), { driveCacheType: 'READ' }],
  [LustreDeployment.persistent2({ perUnitStorageThroughput: 125, automaticMetadata: true }), { deploymentType: 'PERSISTENT_2', metadataConfigurationMode: 'AUTOMATIC' }],
  [LustreDeployment.of('PERSISTENT_3', { perUnitStorageThroughput: '9000' }), { deploymentType: 'PERSISTENT_3', perUnitStorageThroughput: '9000' }],
])('a deployment has its own parameters: %#', (deployment, parameters) => {
  expect(make({ deployment }).parameters).toMatchObject(parameters);
});

test('a deployment without a metadata configuration says nothing of metadata', () => {
  expect(Object.keys(make({ deployment: PERSISTENT_2 }).parameters).filter((key) => key.startsWith('metadata'))).toEqual([]);
});

test('files come from a bucket and go to it', () => {
  const dataRepository = { s3ImportPath: 's3://bucket', s3ExportPath: 's3://bucket/export', autoImportPolicy: LustreAutoImportPolicy.NEW_CHANGED };
  expect(make({ deployment: SSD, dataRepository }).parameters).toMatchObject({ ...dataRepository, autoImportPolicy: 'NEW_CHANGED' });
});

refusals(make, [
  [{ subnetId: 'subnet' }, "subnetId 'subnet' is not an id; write it as in 'subnet-0123456789abcdef0'"],
  [{ securityGroupIds: [] }, 'securityGroupIds is empty, and the driver would ask FSx for a group without a name; give at least one'],
  [{ securityGroupIds: ['default'] }, "securityGroupIds 'default' is not an id; write it as in 'sg-0123456789abcdef0'"],
  [{ securityGroupIds: ['sg-0123456789abcdef0', 'sg-0123456789abcdef0'] }, "securityGroupIds has 'sg-0123456789abcdef0' twice; leave one out"],
  [{ deployment: LustreDeployment.persistent1Ssd({ perUnitStorageThroughput: 125 }) }, 'PERSISTENT_1 on SSD perUnitStorageThroughput 125 is not among what FSx allows; give 50, 100 or 200'],
  [{ deployment: LustreDeployment.persistent1Hdd({ perUnitStorageThroughput: 50 }) }, 'PERSISTENT_1 on HDD perUnitStorageThroughput 50 is not among what FSx allows; give 12 or 40'],
  [{ deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 200 }) }, 'give 125, 250, 500 or 1000'],
  [{ deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 125, metadataIops: 5000 }) }, 'PERSISTENT_2 metadataIops 5000 is not among what FSx allows'],
  [{ deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 125, metadataIops: 204_000 }) }, 'PERSISTENT_2 metadataIops 204000 is not among'],
  [{ deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 125, metadataIops: 1500, automaticMetadata: true }) }, 'PERSISTENT_2 has both automaticMetadata and metadataIops 1500'],
  [{ deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 125, efaEnabled: true }) }, 'PERSISTENT_2 efaEnabled needs a metadata configuration'],
  [{ deployment: LustreDeployment.of('') }, "the deployment type '' is empty"],
  [{ deployment: LustreDeployment.of('X', { kmsKeyId: 'y' }) }, "'kmsKeyId' is no part of the deployment 'X'"],
  [{ kmsKeyArn: KEY }, `kmsKeyArn '${KEY}' is not for SCRATCH_1; leave it out, or choose a persistent deployment`],
  [{ deployment: SSD, kmsKeyArn: 'alias/fsx' }, "kmsKeyArn 'alias/fsx' is not the ARN of a key"],
  [{ automaticBackupRetentionDays: 7 }, "automaticBackupRetentionDays '7' is not for SCRATCH_1"],
  [{ deployment: LustreDeployment.scratch2(), copyTagsToBackups: true }, "copyTagsToBackups 'true' is not for SCRATCH_2"],
  [{ deployment: SSD, automaticBackupRetentionDays: 7, dataRepository: { s3ImportPath: 's3://bucket' } }, "automaticBackupRetentionDays '7' is not for file systems with a dataRepository"],
  [{ deployment: SSD, automaticBackupRetentionDays: 91 }, 'automaticBackupRetentionDays 91 is not among what FSx allows; give a whole number from 0 to 90'],
  [{ deployment: SSD, dailyAutomaticBackupStartTime: '05:00' }, "dailyAutomaticBackupStartTime '05:00' does nothing without backups"],
  [{ deployment: SSD, dailyAutomaticBackupStartTime: '5:00', automaticBackupRetentionDays: 1 }, "dailyAutomaticBackupStartTime '5:00' is not a time; write it as HH:MM in UTC"],
  [{ weeklyMaintenanceStartTime: '0:09:00' }, "weeklyMaintenanceStartTime '0:09:00' is not a time"],
  [{ fileSystemTypeVersion: 'latest' }, "fileSystemTypeVersion 'latest' is not a version; write it as in '2.15'"],
  [{ deployment: PERSISTENT_2, fileSystemTypeVersion: '2.10' }, "fileSystemTypeVersion '2.10' is not for PERSISTENT_2; give '2.15', or leave it out"],
  [{ deployment: LustreDeployment.persistent2({ perUnitStorageThroughput: 125, automaticMetadata: true }), fileSystemTypeVersion: '2.12' }, "'2.12' is not for PERSISTENT_2 with a metadata configuration"],
  [{ deployment: PERSISTENT_2, dataRepository: { s3ImportPath: 's3://bucket' } }, "dataRepository 's3://bucket' is not for PERSISTENT_2"],
  [{ dataRepository: { s3ImportPath: 'bucket' } }, "dataRepository.s3ImportPath 'bucket' is not a place in S3; write it as in 's3://bucket/prefix'"],
  [{ dataRepository: { s3ImportPath: 's3://one', s3ExportPath: 's3://two/x' } }, "dataRepository.s3ExportPath 's3://two/x' is in another bucket than s3ImportPath 's3://one'"],
  [{ tags: { 'a=b': 'c' } }, "tags has 'a=b' with the value 'c', and the driver would take it apart at ',' and '='"],
  [{ tags: { 'aws:a': 'c' } }, "tags has the key 'aws:a', which is not one of a tag"],
  [{ extraParameters: { SubnetId: 'x' } }, "extraParameters contains 'SubnetId', which has a property of its own; use subnetId"],
  [{ extraParameters: { deploymentTyp: 'x' } }, "extraParameters contains 'deploymentTyp', which looks like 'deploymentType'"],
]);
