import fc from 'fast-check';
import { bindings, extraParameters, KEYS, options } from './arbitraries-classes';
import { type Input, made } from './input';
import { among, call, flags, maybe, props, reasons, seldom, value, wholeNumbers } from './values';
import * as lib from '../../src';

const fileSystemId = call('fromId', lib.EfsFileSystem.fromId, among(['fs-0123456789abcdef0', 'fs-01234567'], ['fs-1', 'fsap-0123456789abcdef0', '']));
const reference = [among(['team'], ['Team']), among(['settings.a'], ['_']), among(['id', 'a_b.c'], ['', 'a/b'])];
const efs = props<lib.EfsStorageClassProps>({
  ...options,
  fileSystem: fc.oneof(
    { weight: 3, arbitrary: fileSystemId },
    { weight: 1, arbitrary: call('fromConfigMap', lib.EfsFileSystem.fromConfigMap, ...reference) },
    { weight: 1, arbitrary: call('fromSecret', lib.EfsFileSystem.fromSecret, ...reference) },
  ),
  provisioningMode: seldom(fc.constantFrom(...Object.values(lib.EfsProvisioningMode))),
  directoryPerms: maybe(among(['700', '0755'], ['rwx', '', '800', '07000'])),
  uid: seldom(wholeNumbers(0, 4_294_967_295)),
  gid: seldom(wholeNumbers(0, 4_294_967_295)),
  gidRange: seldom(among([{ start: 1000, end: 2000 }], [{ start: 0, end: 10 }, { start: 5, end: 5 }, { start: 1.5, end: NaN }])),
  basePath: maybe(among(['/', '/claims', '/a/b/c'], ['/a/../b', '/a$b', `/${'a'.repeat(100)}`, '/a/b/c/d/e'])),
  subPathPattern: maybe(among(['${.PVC.name}', 'a-${.PVC.namespace}'], ['${.PVC.uid}', 'a;b', '.', 'p'.repeat(90)])),
  sharedDirectoryReason: seldom(reasons),
  az: seldom(among(['eu-west-1a'], ['euw1-az1', 'a'])),
  enforceZoneAffinity: maybe(flags),
  reuseAccessPoint: seldom(flags),
  enableTagging: maybe(flags),
  volumeBindingMode: bindings,
  extraParameters,
});

const days = seldom(wholeNumbers(0, 90));
const daily = seldom(among(['05:00', '23:59'], ['5:00', '24:00', '']));
const weekly = seldom(among(['1:05:00', '7:23:59'], ['0:05:00', '05:00']));
const subnets = among(['subnet-0123456789abcdef0'], ['subnet-1', 'sg-0123456789abcdef0']);
const groups = among([['sg-0123456789abcdef0'], ['sg-01234567', 'sg-76543210']], [['sg-1'], ['sg-01234567', 'sg-01234567']]);
const fsxTags = seldom(among([{}, { team: 'a', cost: '' }], [{ 'aws:a': 'b' }, { 'a*': 'b' }, { a: 'b*' }, Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`t${n}`, '']))]));

const { scratch1, scratch2, persistent1Ssd, persistent1Hdd, persistent2, of } = lib.LustreDeployment;
const deployments = fc.oneof(
  call('scratch1', scratch1),
  call('scratch2', scratch2),
  call('persistent1Ssd', persistent1Ssd, props<lib.LustreSsdOptions>({ perUnitStorageThroughput: among([50, 200], [12, NaN, 0]) })),
  call('persistent1Hdd', persistent1Hdd, props<lib.LustreHddOptions>({ perUnitStorageThroughput: among([12, 40], [50, -1]), driveCache: maybe(flags) })),
  call('persistent2', persistent2, props<lib.LustrePersistent2Options>({
    perUnitStorageThroughput: among([125, 1000], [100, 0.5]),
    automaticMetadata: seldom(flags),
    metadataIops: seldom(among([1500, 192_000], [1, 13_000, NaN, -12_000])),
    efaEnabled: seldom(flags),
  })),
  call('of', of, among(['PERSISTENT_3'], [' ']), maybe(among([{ storageType: 'SSD' }], [{ subnetId: 'a' }]))),
);
const lustre = props<lib.FsxLustreStorageClassProps>({
  ...options,
  subnetId: subnets,
  securityGroupIds: value(groups, []),
  deployment: maybe(deployments),
  kmsKeyArn: seldom(KEYS),
  dataRepository: seldom(props<lib.LustreDataRepository>({
    s3ImportPath: among(['s3://bucket', 's3://bucket/a'], ['bucket', 's3://B/a']),
    s3ExportPath: maybe(among(['s3://bucket/b'], ['s3://other/b', 'b'])),
    autoImportPolicy: maybe(fc.constantFrom(...Object.values(lib.LustreAutoImportPolicy))),
  })),
  automaticBackupRetentionDays: days,
  dailyAutomaticBackupStartTime: daily,
  copyTagsToBackups: seldom(flags),
  compressed: maybe(flags),
  weeklyMaintenanceStartTime: weekly,
  fileSystemTypeVersion: seldom(among(['2.15'], ['2.10', '2', 'latest'])),
  tags: value(fsxTags, { a: 'b,c' }, { 'a=b': 'c' }),
  volumeBindingMode: bindings,
  allowVolumeExpansion: maybe(flags),
  extraParameters,
});

const resources = fc.oneof(
  fc.constantFrom(...Object.values(lib.OpenZfsDeploymentType)).chain((deploymentType) => {
    const [isMulti, isFirst] = [deploymentType === lib.OpenZfsDeploymentType.MULTI_AZ_1, /^SINGLE.*1$/.test(deploymentType)];
    const own = isMulti ? ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'] : ['subnet-0123456789abcdef0'];
    return call('fileSystem', lib.OpenZfsResource.fileSystem, props<lib.OpenZfsFileSystemOptions>({
      deploymentType: fc.constant(deploymentType),
      throughputCapacity: among(isFirst ? [64, 4096] : [160, 10_240], [1, 0, NaN]),
      subnetIds: among([own], [[], ['subnet-1'], [...own, 'subnet-01234567'], ['subnet-01234567', 'subnet-01234567']]),
      skipFinalBackupOnDeletion: flags,
      preferredSubnetId: isMulti ? among([own[0]], ['subnet-01234567', undefined]) : value(fc.constant(undefined), own[0]),
      securityGroupIds: maybe(groups),
      kmsKeyArn: seldom(KEYS),
      automaticBackupRetentionDays: days,
      dailyAutomaticBackupStartTime: daily,
      weeklyMaintenanceStartTime: weekly,
      diskIops: seldom(wholeNumbers(192, 160_000)),
      deleteChildVolumesAndSnapshots: maybe(flags),
      tags: fsxTags,
    }));
  }),
  call('volume', lib.OpenZfsResource.volume, props<lib.OpenZfsVolumeOptions>({
    parentVolumeId: among(['fsvol-0123456789abcdef0'], ['fs-0123456789abcdef0', '']),
    dataCompressionType: maybe(fc.constantFrom(...Object.values(lib.OpenZfsCompression))),
    recordSizeKiB: maybe(among([4, 4096], [3, 5, 8192, NaN])),
    readOnly: maybe(flags),
    storageCapacityReservationGiB: seldom(among([-1, 0, 10], [-2, 1.5, 10_000])),
    storageCapacityQuotaGiB: maybe(among([-1, 100], [5, NaN])),
    copyTagsToSnapshots: maybe(flags),
    deleteChildVolumesAndSnapshots: maybe(flags),
    tags: fsxTags,
  })),
);
const openZfs = props<lib.FsxOpenZfsStorageClassProps>({
  ...options,
  resource: resources,
  volumeBindingMode: bindings,
  allowVolumeExpansion: seldom(flags),
  extraParameters: seldom(among(
    [{ NfsExports: '[]' }, { StorageType: '"INTELLIGENT_TIERING"' }],
    [{ NfsExports: 'none' }, { ResourceType: '"volume"' }, { Name: '"a"' }, { a: 5 }],
  )),
});

/** Classes of file systems. */
export const fileClasses: fc.Arbitrary<Input>[] = [
  made('EfsStorageClass', (scope, id, given) => new lib.EfsStorageClass(scope, id, given), efs),
  made('FsxLustreStorageClass', (scope, id, given) => new lib.FsxLustreStorageClass(scope, id, given), lustre),
  made('FsxOpenZfsStorageClass', (scope, id, given) => new lib.FsxOpenZfsStorageClass(scope, id, given), openZfs),
];
