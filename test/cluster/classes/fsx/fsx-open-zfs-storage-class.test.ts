import { Testing } from 'cdk8s';
import { ReclaimPolicy, VolumeBindingMode } from '../../../../src';
import { FsxOpenZfsStorageClass, type FsxOpenZfsStorageClassProps } from '../../../../src/cluster/classes/fsx/fsx-open-zfs-storage-class';
import {
  OpenZfsCompression, OpenZfsDeploymentType, type OpenZfsFileSystemOptions, OpenZfsResource, type OpenZfsVolumeOptions,
} from '../../../../src/cluster/classes/fsx/open-zfs-resource';
import { refusals } from '../../../refusals';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const [SUBNET, OTHER_SUBNET] = ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'];
const make = (props: FsxOpenZfsStorageClassProps) => new FsxOpenZfsStorageClass(Testing.chart(), 'Class', props).toJson();
const SMALL: OpenZfsFileSystemOptions = {
  deploymentType: OpenZfsDeploymentType.SINGLE_AZ_1, throughputCapacity: 64, subnetIds: [SUBNET], skipFinalBackupOnDeletion: true,
};
const ofFileSystem = (options: Partial<OpenZfsFileSystemOptions>) => make({ resource: OpenZfsResource.fileSystem({ ...SMALL, ...options }) });
const ofVolume = (options: Partial<OpenZfsVolumeOptions>) => make({ resource: OpenZfsResource.volume({ parentVolumeId: 'fsvol-0123456789abcdef0', ...options }) });

test('every property of a file system reaches the object, as JSON', () => {
  const options: Required<OpenZfsFileSystemOptions> = {
    deploymentType: OpenZfsDeploymentType.MULTI_AZ_1,
    throughputCapacity: 10_240,
    subnetIds: [SUBNET, OTHER_SUBNET],
    preferredSubnetId: OTHER_SUBNET,
    skipFinalBackupOnDeletion: false,
    securityGroupIds: ['sg-0123456789abcdef0'],
    kmsKeyArn: KEY,
    automaticBackupRetentionDays: 0,
    dailyAutomaticBackupStartTime: undefined as unknown as string,
    weeklyMaintenanceStartTime: '7:09:00',
    diskIops: 300,
    deleteChildVolumesAndSnapshots: true,
    tags: { team: 'a', cost: 'b' },
  };
  const props: Required<Omit<FsxOpenZfsStorageClassProps, 'allowedTopologies'>> = {
    metadata: { name: 'zfs' },
    nameWithHash: false,
    isDefault: false,
    resource: OpenZfsResource.fileSystem(options),
    reclaimPolicy: ReclaimPolicy.DELETE,
    volumeBindingMode: VolumeBindingMode.IMMEDIATE,
    allowVolumeExpansion: true,
    mountOptions: ['nfsvers=4.1'],
    extraParameters: { RootVolumeConfiguration: '{"ReadOnly":false}' },
  };
  expect(make(props)).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'zfs', annotations: { 'storageclass.kubernetes.io/is-default-class': 'false' } },
    provisioner: 'fsx.openzfs.csi.aws.com',
    parameters: {
      ResourceType: 'filesystem',
      DeploymentType: '"MULTI_AZ_1"',
      ThroughputCapacity: '10240',
      SubnetIds: `["${SUBNET}","${OTHER_SUBNET}"]`,
      PreferredSubnetId: `"${OTHER_SUBNET}"`,
      SkipFinalBackupOnDeletion: 'false',
      SecurityGroupIds: '["sg-0123456789abcdef0"]',
      KmsKeyId: `"${KEY}"`,
      AutomaticBackupRetentionDays: '0',
      WeeklyMaintenanceStartTime: '"7:09:00"',
      DiskIopsConfiguration: '{"Iops":300,"Mode":"USER_PROVISIONED"}',
      OptionsOnDeletion: '["DELETE_CHILD_VOLUMES_AND_SNAPSHOTS"]',
      Tags: '[{"Key":"cost","Value":"b"},{"Key":"team","Value":"a"}]',
      RootVolumeConfiguration: '{"ReadOnly":false}',
    },
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'Immediate',
    allowVolumeExpansion: true,
    mountOptions: ['nfsvers=4.1'],
  });
  expect(ofFileSystem({ automaticBackupRetentionDays: 7, dailyAutomaticBackupStartTime: '05:00' }).parameters.DailyAutomaticBackupStartTime).toBe('"05:00"');
});

test('every property of a volume reaches the object, as JSON', () => {
  const options: Required<OpenZfsVolumeOptions> = {
    parentVolumeId: 'fsvol-0123456789abcdef0',
    dataCompressionType: OpenZfsCompression.ZSTD,
    recordSizeKiB: 4096,
    readOnly: false,
    storageCapacityReservationGiB: 10,
    storageCapacityQuotaGiB: -1,
    copyTagsToSnapshots: true,
    deleteChildVolumesAndSnapshots: false,
    tags: { team: 'a' },
  };
  expect(ofVolume(options).parameters).toEqual({
    ResourceType: 'volume',
    ParentVolumeId: '"fsvol-0123456789abcdef0"',
    DataCompressionType: '"ZSTD"',
    RecordSizeKiB: '4096',
    ReadOnly: 'false',
    StorageCapacityReservationGiB: '10',
    StorageCapacityQuotaGiB: '-1',
    CopyTagsToSnapshots: 'true',
    Tags: '[{"Key":"team","Value":"a"}]',
  });
});

refusals(ofFileSystem, [
  [{ throughputCapacity: 160 }, 'SINGLE_AZ_1 throughputCapacity 160 is not among what FSx allows; give one of 64, 128, 256, 512, 1024, 2048, 3072, 4096'],
  [{ deploymentType: OpenZfsDeploymentType.SINGLE_AZ_HA_2 }, 'SINGLE_AZ_HA_2 throughputCapacity 64 is not among what FSx allows; give one of 160'],
  [{ subnetIds: [] }, 'SINGLE_AZ_1 subnetIds has 0 subnets, and FSx wants 1; give as many'],
  [{ deploymentType: OpenZfsDeploymentType.MULTI_AZ_1, throughputCapacity: 160 }, 'MULTI_AZ_1 subnetIds has 1 subnets, and FSx wants 2'],
  [{ deploymentType: OpenZfsDeploymentType.MULTI_AZ_1 }, 'MULTI_AZ_1 has no preferredSubnetId; give one of subnetIds'],
  [{ deploymentType: OpenZfsDeploymentType.MULTI_AZ_1, preferredSubnetId: OTHER_SUBNET }, `MULTI_AZ_1 preferredSubnetId '${OTHER_SUBNET}' is not among subnetIds`],
  [{ preferredSubnetId: SUBNET }, `SINGLE_AZ_1 preferredSubnetId '${SUBNET}' is for MULTI_AZ_1 only; leave it out`],
  [{ subnetIds: ['x'] }, "subnetIds 'x' is not an id; write it as in 'subnet-0123456789abcdef0'"],
  [{ securityGroupIds: ['x'] }, "securityGroupIds 'x' is not an id"],
  [{ kmsKeyArn: 'x' }, "kmsKeyArn 'x' is not the ARN of a key"],
  [{ diskIops: 191 }, 'SINGLE_AZ_1 diskIops 191 is not among what FSx allows; give a whole number from 192 to 160000'],
  [{ diskIops: 160_001 }, 'SINGLE_AZ_1 diskIops 160001 is not among what FSx allows; give a whole number from 192 to 160000'],
  [{ deploymentType: OpenZfsDeploymentType.SINGLE_AZ_2, throughputCapacity: 160, diskIops: 400_001 }, 'SINGLE_AZ_2 diskIops 400001 is not among what FSx allows; give a whole number from 192 to 400000'],
  [{ automaticBackupRetentionDays: -1 }, 'automaticBackupRetentionDays -1 is not among what FSx allows'],
  [{ automaticBackupRetentionDays: 0, dailyAutomaticBackupStartTime: '05:00' }, "dailyAutomaticBackupStartTime '05:00' does nothing without backups"],
  [{ tags: { 'a;b': 'c' } }, "tags has the key 'a;b', which is not one of a tag"],
]);

refusals(ofVolume, [
  [{ parentVolumeId: 'vol-0123456789abcdef0' }, "parentVolumeId 'vol-0123456789abcdef0' is not an id; write it as in 'fsvol-0123456789abcdef0'"],
  [{ recordSizeKiB: 100 }, 'recordSizeKiB 100 is not the size of a record; give a power of two from 4 to 4096'],
  [{ storageCapacityQuotaGiB: -2 }, 'storageCapacityQuotaGiB -2 is not a capacity; give whole GiB, or -1 for none'],
  [{ storageCapacityReservationGiB: 20, storageCapacityQuotaGiB: 10 }, 'storageCapacityReservationGiB 20 is above storageCapacityQuotaGiB 10; swap them'],
]);

const volume = OpenZfsResource.volume({ parentVolumeId: 'fsvol-0123456789abcdef0' });
refusals(make, [
  [{ resource: volume, allowVolumeExpansion: true }, 'allowVolumeExpansion true is not for OpenZFS volumes, which the driver does not expand; leave it out'],
  [{ resource: volume, extraParameters: { parentVolumeId: '"x"' } }, "extraParameters contains 'parentVolumeId', which the resource says already; leave it out"],
  [{ resource: volume, extraParameters: { Name: '"x"' } }, "extraParameters contains 'Name', which the driver says itself; leave it out"],
  [{ resource: volume, extraParameters: { OriginSnapshot: 'CLONE' } }, "extraParameters has at 'OriginSnapshot' the value 'CLONE', which is no JSON"],
]);
