import { Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import { type Input, made } from './input';
import {
  among, call, clusterMetadata, durations, flags, maybe, NO_SIZES, props, reasons, seldom, texts, value, wholeNumbers,
} from './values';
import * as lib from '../../src';

export const KEYS = among(
  ['arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab', 'arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-1234'],
  ['alias/storage', '1234abcd', '', 'arn:aws:kms:eu-west-1:111122223333:alias/a'],
);
const topology = fc.oneof(
  { weight: 8, arbitrary: call('zones', lib.AllowedTopology.zones, among(['eu-west-1a', 'us-west-2-lax-1a'], ['', 'euw1-az1', 'eu-west-1'])) },
  { weight: 2, arbitrary: call('zoneIds', lib.AllowedTopology.zoneIds, among(['euw1-az1', 'use1-wl1-bos-wlz1'], ['eu-west-1a'])) },
  { weight: 2, arbitrary: call('outpost', lib.AllowedTopology.outpost, among(['arn:aws:outposts:us-west-2:111122223333:outpost/op-0123'], ['op-0123'])) },
  { weight: 2, arbitrary: call('label', lib.AllowedTopology.label, among(['example.com/rack', 'eks.amazonaws.com/compute-type'], ['a b']), fc.constant('7')) },
  { weight: 1, arbitrary: call('zones, twice', lib.AllowedTopology.zones, fc.constant('eu-west-1a'), fc.constantFrom('eu-west-1a', 'eu-west-1b')) },
);

/** What every StorageClass takes. */
export const options = {
  metadata: maybe(clusterMetadata),
  nameWithHash: seldom(flags),
  isDefault: seldom(flags),
  reclaimPolicy: maybe(fc.constantFrom(...Object.values(lib.ReclaimPolicy))),
  mountOptions: maybe(fc.constantFrom([], ['noatime'], ['nfsvers=4.1', 'ro'])),
  allowedTopologies: seldom(value(fc.array(topology, { minLength: 1, maxLength: 2 }), [])),
};
export const bindings = maybe(fc.constantFrom(...Object.values(lib.VolumeBindingMode)));
export const extraParameters = seldom(among(
  [{}, { somethingNew: 'true' }, { 'csi.storage.k8s.io/node-stage-secret-name': 'a', 'csi.storage.k8s.io/node-stage-secret-namespace': 'b' }],
  [{ encrypted: 'false' }, { Type: 'gp3' }, { kmskeyid: 'a' }, { '': 'a' }, { a: 5 }, { new: '1', New: '2' }, { 'csi.storage.k8s.io/pv/name': 'a' }, { subnetIds: 'a' }],
));

const limits = seldom(props<lib.EbsVolumeLimits>({
  minSize: seldom(among([Size.gibibytes(1), Size.gibibytes(100)], [Size.mebibytes(1), ...NO_SIZES])),
  maxSize: maybe(among([Size.tebibytes(64), Size.tebibytes(100)], [Size.mebibytes(5000)])),
  minIops: seldom(wholeNumbers(1, 100)),
  maxIops: seldom(wholeNumbers(100_000, 300_000)),
  maxIopsPerGiB: seldom(wholeNumbers(500, 2000)),
  maxThroughput: seldom(wholeNumbers(2000, 4000)),
  maxInitializationRate: seldom(wholeNumbers(300, 1000)),
}));
const provisioned = (least: number, most: number, mostPerGiB: number) => fc.oneof(
  { weight: 5, arbitrary: fc.record({ iops: wholeNumbers(least, most), limits }) },
  {
    weight: 5,
    arbitrary: fc.record({
      iopsPerGiB: wholeNumbers(1, mostPerGiB), allowAutoIopsPerGiBIncrease: maybe(flags), allowAutoIopsIncreaseOnModify: maybe(flags), limits,
    }),
  },
  {
    weight: 1,
    arbitrary: props<lib.ProvisionedIopsOptions>({
      iops: maybe(fc.constant(5000)),
      iopsPerGiB: maybe(fc.constant(10)),
      allowAutoIopsPerGiBIncrease: maybe(flags),
      allowAutoIopsIncreaseOnModify: maybe(flags),
      limits,
    }),
  },
);
const { gp3, gp2, io1, io2, st1, sc1, standard, of: ofName } = lib.EbsVolumeType;
const volumeTypes = fc.oneof(
  call('gp3', (iops, throughput) => gp3({ ...iops, throughput }), provisioned(3000, 80_000, 500), maybe(among([125, 750], [124, 2001, NaN]))),
  ...[gp2, st1, sc1, standard].map((factory, index) => call(['gp2', 'st1', 'sc1', 'standard'][index], factory, fc.record({ limits }))),
  call('io1', io1, provisioned(100, 64_000, 50)),
  call('io2', io2, provisioned(100, 256_000, 1000)),
  call('of', ofName, among(['gp9'], ['', 'GP3']), maybe(among([{ iops: '5' }], [{ iops: 'x' }, { size: '1' }, { iops: '1', iopsPerGB: '1' }, { allowAutoIOPSPerGBIncrease: 'True' }]))),
);
const blocks = maybe(among([1, 4, 64].map((kib) => Size.kibibytes(kib)), [Size.kibibytes(3), Size.kibibytes(128), Size.kibibytes(0)]));
const inodes = { inodeSize: seldom(among([512, 1024], [100, 511, NaN])) };
const ext3 = {
  blockSize: seldom(blocks),
  ...inodes,
  bytesPerInode: seldom(wholeNumbers(65_536, 67_108_864)),
  numberOfInodes: seldom(wholeNumbers(1, 4_294_967_295)),
};
const cluster = seldom(among([Size.kibibytes(128), Size.mebibytes(256)], [Size.kibibytes(1), Size.kibibytes(100)]));
export const fileSystems = fc.oneof(
  call('ext4', lib.FileSystem.ext4, maybe(props<lib.Ext4Options>({ ...ext3, bigAlloc: value(fc.constant(true), false), clusterSize: cluster, encryptionSupport: seldom(flags) }))),
  call('ext3', lib.FileSystem.ext3, maybe(props<lib.Ext3Options>(ext3))),
  call('xfs', lib.FileSystem.xfs, maybe(props<lib.XfsOptions>({ blockSize: seldom(blocks), ...inodes }))),
  call('ntfs', lib.FileSystem.ntfs),
);
const tags = maybe(among(
  [{}, { team: 'a' }, { claim: '{{ .PVCNamespace | toUpper }}/{{ .PVCName }}', über: 'ja' }, Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`t${n}`, '']))],
  [{ 'aws:a': 'b' }, { Name: '*' }, { 'a=b': 'c' }, { a: '{{ .Nothing }}' }, { a: '{{ .PVCName' }, { a: '{{ html .PVCName }}' }, { a: 5 }, { CSIVolumeName: 'a' }, { a: 'v'.repeat(257) },
    Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`t${n}`, '']))],
));
const ebs = {
  ...options,
  volumeType: maybe(volumeTypes),
  fileSystem: maybe(fileSystems),
  volumeBindingMode: bindings,
  allowVolumeExpansion: maybe(flags),
  kmsKeyArn: seldom(KEYS),
  tags,
  extraParameters,
};
const ofDriver = { ...ebs, volumeInitializationRate: seldom(wholeNumbers(100, 300)), blockAttachUntilInitialized: maybe(flags) };
const unencryptedReason = seldom(reasons);

const locks = { duration: maybe(durations(Duration.days(1), Duration.days(36_500))), expirationDate: seldom(among(['2027-01-01T00:00:00Z', '2028-02-29T23:59:59+02:00'], ['2027-02-29T00:00:00Z', '2027-01-01'])) };
const lockLimits = seldom(props<lib.SnapshotLockLimits>({
  maxDuration: maybe(fc.constant(Duration.days(40_000))), maxCoolOffPeriod: maybe(fc.constant(Duration.hours(100))),
}));
const lock = fc.oneof(
  call('governance', lib.SnapshotLock.governance, props<lib.SnapshotLockOptions>({ ...locks, limits: lockLimits })),
  call('compliance', lib.SnapshotLock.compliance, props<lib.ComplianceLockOptions>({
    ...locks, limits: lockLimits, complianceReason: reasons, coolOffPeriod: maybe(durations(Duration.hours(1), Duration.hours(72))),
  })),
);
const deletionPolicy = fc.constantFrom(...Object.values(lib.DeletionPolicy));
const snapshots = { metadata: maybe(clusterMetadata), deletionPolicy, isDefault: maybe(flags) };
const attributes = { metadata: maybe(clusterMetadata), nameWithHash: seldom(flags) };

/** Classes of volumes, of their attributes and of snapshots, EBS first. */
export const classes: fc.Arbitrary<Input>[] = [
  made('EncryptedStorageClass', (scope, id, given) => new lib.EncryptedStorageClass(scope, id, given), maybe(props<lib.EncryptedStorageClassProps>(ofDriver))),
  made('EbsStorageClass', (scope, id, given) => new lib.EbsStorageClass(scope, id, given), props<lib.EbsStorageClassProps>({ ...ofDriver, unencryptedReason })),
  made('AutoModeStorageClass', (scope, id, given) => new lib.AutoModeStorageClass(scope, id, given), props<lib.AutoModeStorageClassProps>({ ...ebs, unencryptedReason })),
  made('StorageClass', (scope, id, given) => new lib.StorageClass(scope, id, given), props<lib.StorageClassProps>({
    ...options,
    provisioner: among(['pd.csi.storage.gke.io', 'kubernetes.io/no-provisioner'], ['']),
    parameters: maybe(texts({ type: 'pd-ssd' })),
    volumeBindingMode: bindings,
    allowVolumeExpansion: maybe(flags),
  })),
  made('VolumeAttributesClass', (scope, id, given) => new lib.VolumeAttributesClass(scope, id, given), props<lib.VolumeAttributesClassProps>({
    ...attributes,
    driverName: among(['pd.csi.storage.gke.io'], ['']),
    parameters: among([{ iops: '5' }], [{}, { '': 'a' }, { a: 5 }, { a: 'v'.repeat(262_144) }, Object.fromEntries(Array.from({ length: 513 }, (_, n) => [n, '']))]),
  })),
  made('EbsVolumeAttributesClass', (scope, id, given) => new lib.EbsVolumeAttributesClass(scope, id, given), props<lib.EbsVolumeAttributesClassProps>({
    ...attributes,
    volumeType: seldom(volumeTypes),
    iops: seldom(wholeNumbers(100, 256_000)),
    throughput: seldom(wholeNumbers(125, 2000)),
    tags,
    tagsToDelete: maybe(among([['old']], [[''], ['old', 'old'], ['team'], ['aws:a']])),
    extraParameters: seldom(among([{ new: 'a' }], [{ iops: '5' }, { Type: 'a' }])),
  })),
  made('VolumeSnapshotClass', (scope, id, given) => new lib.VolumeSnapshotClass(scope, id, given), props<lib.VolumeSnapshotClassProps>({
    ...snapshots, driver: among(['example.com'], ['']), parameters: maybe(texts()),
  })),
  made('EbsVolumeSnapshotClass', (scope, id, given) => new lib.EbsVolumeSnapshotClass(scope, id, given), props<lib.EbsVolumeSnapshotClassProps>({
    ...snapshots,
    fastSnapshotRestoreZones: seldom(among([['eu-west-1a'], ['eu-west-1a', 'eu-west-1b']], [[], ['a'], ['us-west-2-lax-1a'], ['eu-west-1a', 'eu-west-1a'], ['eu-west-1a', 'us-east-1a']])),
    lock: seldom(lock),
    tags: maybe(among([{}, { of: '{{ .VolumeSnapshotName }}' }], [{ of: '{{ .PVCName }}' }, { 'aws:a': 'b' }])),
    outpostArn: seldom(among(['arn:aws:outposts:us-west-2:111122223333:outpost/op-0123'], ['op-0123'])),
    extraParameters: seldom(among([{ new: 'a' }], [{ encrypted: 'true' }, { lockMode: 'a' }, { 'csi.storage.k8s.io/snapshotter-secret-name': 'a' }])),
  })),
  made('DefaultClassHandover', (scope, id, given) => new lib.DefaultClassHandover(scope, id, given), props<lib.DefaultClassHandoverProps>({
    to: among([lib.StorageClass.fromName('fast')], [lib.StorageClass.none(), lib.StorageClass.fromName('gp2'), lib.StorageClass.fromName('n'.repeat(250))]),
    previous: maybe(among([['gp2'], ['gp2', 'ebs-csi-default-sc']], [[], ['gp2', 'gp2'], ['GP2']])),
    namespace: maybe(among(['kube-system'], ['Team', ''])),
    image: maybe(among(['kubectl:1.34.1', `k@sha256:${'0'.repeat(64)}`], ['kubectl', ''])),
  })),
];
