import { Size, Testing } from 'cdk8s';
import { AllowedTopology, EbsVolumeType, FileSystem, ReclaimPolicy, VolumeBindingMode } from '../../../../src';
import { AutoModeStorageClass, type AutoModeStorageClassProps } from '../../../../src/cluster/classes/ebs/auto-mode-storage-class';
import { refusals } from '../../../refusals';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const AUTO = { key: 'eks.amazonaws.com/compute-type', values: ['auto'] };
const make = (props?: AutoModeStorageClassProps) => new AutoModeStorageClass(Testing.chart(), 'Class', props).toJson();

test('without a word it is gp3, encrypted, on nodes of Auto Mode, in the zone of the Pod, and expandable', () => {
  expect(make()).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: expect.any(String) },
    provisioner: 'ebs.csi.eks.amazonaws.com',
    parameters: { type: 'gp3', encrypted: 'true' },
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
    allowedTopologies: [{ matchLabelExpressions: [AUTO] }],
  });
});

test('every property reaches the object', () => {
  const props: Required<Omit<AutoModeStorageClassProps, 'unencryptedReason'>> = {
    metadata: { name: 'auto' },
    nameWithHash: false,
    isDefault: true,
    volumeType: EbsVolumeType.gp3({ iopsPerGiB: 10, allowAutoIopsPerGiBIncrease: true, throughput: 250 }),
    fileSystem: FileSystem.ext4({ blockSize: Size.kibibytes(4), bigAlloc: true, clusterSize: Size.kibibytes(16), numberOfInodes: 9 }),
    kmsKeyArn: KEY,
    reclaimPolicy: ReclaimPolicy.RETAIN,
    volumeBindingMode: VolumeBindingMode.IMMEDIATE,
    allowVolumeExpansion: false,
    mountOptions: ['noatime'],
    allowedTopologies: [AllowedTopology.zones('eu-west-1a'), AllowedTopology.label(AUTO.key, 'auto', 'fargate')],
    tags: { team: 'a' },
    extraParameters: { somethingNew: 'x' },
  };
  expect(make(props)).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'auto', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: 'ebs.csi.eks.amazonaws.com',
    parameters: {
      'type': 'gp3',
      'iopsPerGB': '10',
      'allowAutoIOPSPerGBIncrease': 'true',
      'throughput': '250',
      'encrypted': 'true',
      'kmsKeyId': KEY,
      'csi.storage.k8s.io/fstype': 'ext4',
      'blockSize': '4096',
      'numberOfInodes': '9',
      'ext4BigAlloc': 'true',
      'ext4ClusterSize': '16384',
      'tagSpecification_1': 'team=a',
      'somethingNew': 'x',
    },
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'Immediate',
    allowVolumeExpansion: false,
    mountOptions: ['noatime'],
    allowedTopologies: [
      { matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['eu-west-1a'] }, AUTO] },
      { matchLabelExpressions: [{ key: AUTO.key, values: ['auto', 'fargate'] }] },
    ],
  });
});

test('a reason switches encryption off and is written down', () => {
  const { parameters, metadata } = make({ unencryptedReason: 'holds public data only' });
  expect(parameters).toEqual({ type: 'gp3' });
  expect(metadata.annotations).toEqual({ 'cdk8s-eks-storage/unencrypted-reason': 'holds public data only' });
});

test('what Auto Mode takes by now and its documents do not name can be said', () => {
  const extraParameters = { volumeInitializationRate: '200', ext4EncryptionSupport: 'true' };
  expect(make({ extraParameters }).parameters).toMatchObject(extraParameters);
});

test('its volumes are judged like other EBS volumes', () => {
  expect(new AutoModeStorageClass(Testing.chart(), 'Class', { volumeType: EbsVolumeType.sc1() })._claimMistakes({ sizeGiB: 1 }))
    .toEqual(['size 1 GiB is not among what EBS allows of sc1; claim 125 to 16384 GiB']);
});

refusals(make, [
  [{ fileSystem: FileSystem.ntfs() }, 'fileSystem ntfs is for Windows nodes, which EKS Auto Mode does not have; choose ext4, ext3 or xfs'],
  [{ fileSystem: FileSystem.ext4({ encryptionSupport: true }) }, 'ext4EncryptionSupport is not a parameter of EKS Auto Mode; leave it out of fileSystem'],
  [{ volumeType: EbsVolumeType.io2({ iopsPerGiB: 5, allowAutoIopsIncreaseOnModify: true }) }, 'allowAutoIOPSIncreaseOnModify is not a parameter of EKS Auto Mode; leave it out of volumeType'],
  [{ volumeType: EbsVolumeType.gp3({ iops: 1 }) }, 'gp3 iops 1 is not among'],
  [{ fileSystem: FileSystem.xfs({ inodeSize: 1 }) }, 'xfs inodeSize 1 is not the size of an inode'],
  [{ kmsKeyArn: 'alias/storage' }, "kmsKeyArn 'alias/storage' is not the ARN of a key"],
  [{ tags: { 'ebs.csi.eks.amazonaws.com/mine': 'x' } }, 'which the driver keeps for itself'],
  [{ extraParameters: { encrypted: 'false' } }, "extraParameters contains 'encrypted', which has a property of its own"],
  [{ allowedTopologies: [] }, 'allowedTopologies is empty'],
]);
