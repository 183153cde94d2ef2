import { Testing } from 'cdk8s';
import fc from 'fast-check';
import {
  AllowedTopology, EbsStorageClass, type EbsStorageClassProps, EbsVolumeType, EncryptedStorageClass, FileSystem, ReclaimPolicy, VolumeBindingMode,
} from '../../../../src';
import { refusals } from '../../../refusals';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const make = (props?: EbsStorageClassProps) => new EbsStorageClass(Testing.chart(), 'Class', props).toJson();

test('without a word it is gp3, encrypted, in the zone of the Pod, and expandable', () => {
  expect(make()).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: expect.any(String) },
    provisioner: 'ebs.csi.aws.com',
    parameters: { type: 'gp3', encrypted: 'true' },
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
  });
});

test('what is given as undefined is as if it were not given', () => {
  const nothing: Record<keyof EbsStorageClassProps, undefined> = {
    metadata: undefined,
    nameWithHash: undefined,
    isDefault: undefined,
    volumeType: undefined,
    fileSystem: undefined,
    kmsKeyArn: undefined,
    reclaimPolicy: undefined,
    volumeBindingMode: undefined,
    allowVolumeExpansion: undefined,
    mountOptions: undefined,
    allowedTopologies: undefined,
    tags: undefined,
    volumeInitializationRate: undefined,
    blockAttachUntilInitialized: undefined,
    extraParameters: undefined,
    unencryptedReason: undefined,
  };
  expect(make(nothing)).toEqual(make());
});

test('every property reaches the object', () => {
  const props: Required<Omit<EbsStorageClassProps, 'unencryptedReason'>> = {
    metadata: { name: 'all' },
    nameWithHash: true,
    isDefault: true,
    volumeType: EbsVolumeType.gp3({ iops: 6000, throughput: 500 }),
    fileSystem: FileSystem.xfs({ inodeSize: 1024 }),
    kmsKeyArn: KEY,
    reclaimPolicy: ReclaimPolicy.RETAIN,
    volumeBindingMode: VolumeBindingMode.IMMEDIATE,
    allowVolumeExpansion: false,
    mountOptions: ['noatime'],
    allowedTopologies: [AllowedTopology.zones('eu-west-1a')],
    tags: { team: 'storage', claim: '{{ .PVCNamespace }}/{{ .PVCName }}' },
    volumeInitializationRate: 300,
    blockAttachUntilInitialized: true,
    extraParameters: { somethingNew: 'true' },
  };
  expect(make(props)).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'all-2f969eaa', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: 'ebs.csi.aws.com',
    parameters: {
      'type': 'gp3',
      'iops': '6000',
      'throughput': '500',
      'encrypted': 'true',
      'kmsKeyId': KEY,
      'csi.storage.k8s.io/fstype': 'xfs',
      'inodeSize': '1024',
      'volumeInitializationRate': '300',
      'blockAttachUntilInitialized': 'true',
      'tagSpecification_1': 'claim={{ .PVCNamespace }}/{{ .PVCName }}',
      'tagSpecification_2': 'team=storage',
      'somethingNew': 'true',
    },
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'Immediate',
    allowVolumeExpansion: false,
    mountOptions: ['noatime'],
    allowedTopologies: [{ matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['eu-west-1a'] }] }],
  });
});

test('a reason switches encryption off and is written down', () => {
  const { parameters, metadata } = make({ unencryptedReason: 'holds public data only' });
  expect(parameters).toEqual({ type: 'gp3' });
  expect(metadata.annotations).toEqual({ 'cdk8s-eks-storage/unencrypted-reason': 'holds public data only' });
});

test.each([
  ['gp2', EbsVolumeType.gp2(), {}],
  ['io1', EbsVolumeType.io1({ iopsPerGiB: 50 }), { iopsPerGB: '50' }],
  ['io2', EbsVolumeType.io2({ iops: 256_000 }), { iops: '256000' }],
  ['st1', EbsVolumeType.st1(), {}],
  ['sc1', EbsVolumeType.sc1(), {}],
  ['standard', EbsVolumeType.standard(), {}],
  ['gp9', EbsVolumeType.of('gp9', { iops: '1' }), { iops: '1' }],
  ['gp3', EbsVolumeType.gp3({ throughput: 750 }), { throughput: '750' }],
])('%s has its own parameters', (type, volumeType, parameters) => {
  expect(make({ volumeType }).parameters).toEqual({ type, ...parameters, encrypted: 'true' });
});

refusals(make, [
  [{ volumeType: EbsVolumeType.gp3({ iops: 100 }) }, 'gp3 iops 100 is not among what EBS allows; give a whole number from 3000 to 80000'],
  [{ volumeType: EbsVolumeType.gp3({ iops: 3000.5 }) }, 'gp3 iops 3000.5 is not among'],
  [{ volumeType: EbsVolumeType.gp3({ throughput: 5000, iops: 80_000 }) }, 'gp3 throughput 5000 is not among what EBS allows; give a whole number from 125 to 2000'],
  [{ volumeType: EbsVolumeType.gp3({ throughput: 1000 }) }, 'gp3 throughput 1000 is more than a quarter of its 3000 iops; give iops of at least 4000'],
  [{ volumeType: EbsVolumeType.io1({}) }, 'io1 has neither iops nor iopsPerGiB; give one of the two'],
  [{ volumeType: EbsVolumeType.io2({ iops: 1000, iopsPerGiB: 5 }) }, 'io2 has both iops 1000 and iopsPerGiB 5; give one of the two'],
  [{ volumeType: EbsVolumeType.io1({ iopsPerGiB: 51 }) }, 'io1 iopsPerGiB 51 is not among what EBS allows; give a whole number from 1 to 50'],
  [{ volumeType: EbsVolumeType.of('gp9', { Encrypted: 'false' }) }, "'Encrypted' says nothing of the performance of volume type 'gp9'"],
  [{ volumeType: EbsVolumeType.of('') }, "the volume type '' is empty"],
  [{ kmsKeyArn: 'alias/storage' }, "kmsKeyArn 'alias/storage' is not the ARN of a key"],
  [{ kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:alias/storage' }, 'not as an alias or a bare id'],
  [{ kmsKeyArn: '1234abcd-12ab-34cd-56ef-1234567890ab' }, 'is not the ARN of a key'],
  [{ kmsKeyArn: KEY, unencryptedReason: 'none' }, 'is given together with unencryptedReason, and the driver would encrypt'],
  [{ unencryptedReason: ' ' }, "unencryptedReason '' says nothing"],
  [{ extraParameters: { Encrypted: 'false' } }, "extraParameters contains 'Encrypted', which has a property of its own"],
  [{ extraParameters: { fsType: 'xfs' } }, "extraParameters contains 'fsType'"],
  [{ volumeInitializationRate: 99 }, 'volumeInitializationRate 99 is not among what EBS allows; give a whole number from 100 to 300'],
  [{ volumeInitializationRate: 301 }, 'volumeInitializationRate 301 is not among'],
  [{ volumeInitializationRate: 100.5 }, 'volumeInitializationRate 100.5 is not among'],
]);

test('fails with the mistakes of the class and of its volume type together', () => {
  expect(() => make({ metadata: { name: 'A' }, volumeType: EbsVolumeType.gp3({ iops: 1 }), kmsKeyArn: 'x' })).toThrow('test/Class: 3 mistakes');
});

test('a key that the CDK fills in later is taken as it is', () => {
  expect(make({ kmsKeyArn: '${Token[TOKEN.19]}' }).parameters.kmsKeyId).toBe('${Token[TOKEN.19]}');
});

test('a key of another partition is a key', () => {
  const key = 'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-1234';
  expect(make({ kmsKeyArn: key }).parameters.kmsKeyId).toBe(key);
});

test('gp3 is taken exactly where EBS takes it', () => {
  const number = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined });
  fc.assert(fc.property(number, number, (iops, throughput) => {
    const allowed = (iops === undefined || (iops >= 3000 && iops <= 80_000))
      && (throughput === undefined || (throughput >= 125 && throughput <= 2000 && throughput <= (iops ?? 3000) / 4));
    const attempt = () => make({ volumeType: EbsVolumeType.gp3({ iops, throughput }) }).parameters;
    if (allowed) expect(attempt()).toMatchObject({ type: 'gp3', encrypted: 'true' });
    else expect(attempt).toThrow(/^test\/Class: /);
  }));
});

test.each(['ext4', 'ext3', 'xfs', 'ntfs'] as const)('volumes are formatted with %s', (fsType) => {
  expect(make({ fileSystem: FileSystem[fsType]() }).parameters['csi.storage.k8s.io/fstype']).toBe(fsType);
});

test('an EncryptedStorageClass is encrypted whatever it is handed', () => {
  const smuggled: EbsStorageClassProps = { unencryptedReason: 'none of your business' };
  expect(new EncryptedStorageClass(Testing.chart(), 'Class', smuggled).toJson().parameters.encrypted).toBe('true');
  expect(new EncryptedStorageClass(Testing.chart(), 'Class').toJson().parameters).toEqual({ type: 'gp3', encrypted: 'true' });
});

test('a newer initialization rate comes with the limits of the volume type', () => {
  const volumeType = EbsVolumeType.gp2({ limits: { maxInitializationRate: 500 } });
  expect(make({ volumeType, volumeInitializationRate: 500 }).parameters.volumeInitializationRate).toBe('500');
});

test('waiting for the data can be switched off aloud', () => {
  expect(make({ blockAttachUntilInitialized: false }).parameters.blockAttachUntilInitialized).toBe('false');
});

describe('a claim of the class', () => {
  const against = (props: EbsStorageClassProps, claim: { sizeGiB: number; block?: boolean; multiAttach?: boolean }) =>
    new EbsStorageClass(Testing.chart(), 'Class', props)._claimMistakes(claim);

  test('has nothing against it in the ordinary case', () => {
    expect(against({}, { sizeGiB: 1 })).toEqual([]);
    expect(against({ fileSystem: FileSystem.ext4({ inodeSize: 512 }) }, { sizeGiB: 65_536 })).toEqual([]);
    expect(against({ fileSystem: FileSystem.ext4() }, { sizeGiB: 1, block: true })).toEqual([]);
  });

  test('is no raw device where the class says how it is formatted', () => {
    expect(against({ fileSystem: FileSystem.ext4({ inodeSize: 512 }) }, { sizeGiB: 1, block: true }))
      .toEqual(['volumeMode Block is not formatted, and its class says how with inodeSize, which the driver refuses; use another class']);
  });

  test('is judged by the volume type', () => {
    expect(against({ volumeType: EbsVolumeType.st1() }, { sizeGiB: 10 })).toEqual(['size 10 GiB is not among what EBS allows of st1; claim 125 to 16384 GiB']);
  });
});
