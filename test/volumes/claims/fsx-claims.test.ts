import { Token } from 'aws-cdk-lib';
import { Size, Testing } from 'cdk8s';
import fc from 'fast-check';
import {
  FsxLustreStorageClass, FsxOpenZfsStorageClass, type IStorageClass, LustreDeployment, OpenZfsDeploymentType, type OpenZfsFileSystemOptions,
  OpenZfsResource, PersistentVolumeClaim, StorageClass,
} from '../../../src';
import { lustreCapacityGiB } from '../../../src/cluster/classes/fsx/lustre-capacity';
import { refusals } from '../../refusals';

const GIB = 1024 ** 3;
const claim = (storageClass: IStorageClass, size: Size) => new PersistentVolumeClaim(Testing.chart(), 'Claim', { storageClass, size }).toJson();
const judge = ([storageClass, size]: [IStorageClass, Size]) => claim(storageClass, size);
const accepts = (storageClass: IStorageClass, size: Size) => {
  try {
    claim(storageClass, size);
    return true;
  } catch (error) {
    expect(String(error)).toMatch(/^Error: test\/Claim: size \S+ GiB .*; claim /);
    return false;
  }
};

const lustre = (deployment: LustreDeployment) => new FsxLustreStorageClass(Testing.chart(), 'Lustre', {
  subnetId: 'subnet-0123456789abcdef0', securityGroupIds: ['sg-0123456789abcdef0'], deployment,
});
const withEfa = (perUnitStorageThroughput: number) =>
  lustre(LustreDeployment.persistent2({ perUnitStorageThroughput, automaticMetadata: true, efaEnabled: true }));

const openZfs = (resource: OpenZfsResource, extraParameters?: Record<string, string>) =>
  new FsxOpenZfsStorageClass(Testing.chart(), 'Zfs', { resource, extraParameters });
const SMALL: OpenZfsFileSystemOptions = {
  deploymentType: OpenZfsDeploymentType.SINGLE_AZ_1, throughputCapacity: 64, subnetIds: ['subnet-0123456789abcdef0'], skipFinalBackupOnDeletion: true,
};
const fileSystem = (options: Partial<OpenZfsFileSystemOptions> = {}, extraParameters?: Record<string, string>) =>
  openZfs(OpenZfsResource.fileSystem({ ...SMALL, ...options }), extraParameters);
const volume = openZfs(OpenZfsResource.volume({ parentVolumeId: 'fsvol-0123456789abcdef0' }));
const tiered = fileSystem({}, { StorageType: '"INTELLIGENT_TIERING"' });

const SCRATCH_1 = LustreDeployment.scratch1();
const SCRATCH_2 = LustreDeployment.scratch2();
const SSD = LustreDeployment.persistent1Ssd({ perUnitStorageThroughput: 50 });
const HDD_12 = LustreDeployment.persistent1Hdd({ perUnitStorageThroughput: 12 });
const HDD_40 = LustreDeployment.persistent1Hdd({ perUnitStorageThroughput: 40 });
const PERSISTENT_2 = LustreDeployment.persistent2({ perUnitStorageThroughput: 1000, metadataIops: 192_000 });

test.each<[string, IStorageClass, Size]>([
  ['Lustre of 1 GiB, of which the driver makes 1,200', lustre(SCRATCH_1), Size.gibibytes(1)],
  ['Lustre of a part of a GiB', lustre(SCRATCH_2), Size.mebibytes(1_300_001)],
  ['Lustre on hard disks of any size', lustre(HDD_12), Size.gibibytes(6001)],
  ['many operations on metadata of a small file system', lustre(PERSISTENT_2), Size.gibibytes(1200)],
  ['Lustre with an adapter in its steps', withEfa(1000), Size.gibibytes(9600)],
  ['the same a bit below, which the driver rounds up', withEfa(125), Size.gibibytes(36_001)],
  ['a deployment that is not known', lustre(LustreDeployment.of('PERSISTENT_2', { perUnitStorageThroughput: '125', efaEnabled: 'true' })), Size.gibibytes(1200)],
  ['an adapter at a throughput that the CDK fills in', withEfa(Token.asNumber({ resolve: () => 125 })), Size.gibibytes(1200)],
  ['the smallest OpenZFS file system', fileSystem(), Size.gibibytes(64)],
  ['the largest', fileSystem(), Size.tebibytes(512)],
  ['one with just enough operations', fileSystem({ diskIops: 192 }), Size.gibibytes(64)],
  ['one with as many operations as there are', fileSystem({ diskIops: 160_000 }), Size.tebibytes(512)],
  ['one whose operations follow its size', fileSystem({}, { DiskIopsConfiguration: '{"Mode":"AUTOMATIC"}' }), Size.tebibytes(1)],
  ['one whose storage the CDK fills in', fileSystem({}, { StorageType: Token.asString({ resolve: () => '"SSD"' }) }), Size.gibibytes(1)],
  ['an OpenZFS volume of 1 GiB', volume, Size.mebibytes(1024)],
  ['Intelligent-Tiering of 1 GiB', tiered, Size.gibibytes(1)],
  ['FSx by a class of any driver, of which nothing is known', new StorageClass(Testing.chart(), 'Any', { provisioner: 'fsx.openzfs.csi.aws.com' }), Size.gibibytes(10)],
])('takes %s', (_, storageClass, size) => {
  expect(claim(storageClass, size).spec.resources).toEqual({ requests: { storage: size.asString() } });
});

refusals(judge, [
  [[withEfa(125), Size.gibibytes(1200)], 'test/Claim: size 1200 GiB makes a file system of 1200 GiB, and FSx makes those with efaEnabled and this perUnitStorageThroughput in steps of 38400 GiB; claim 38400 GiB'],
  [[withEfa(250), Size.tebibytes(20)], 'size 20480 GiB makes a file system of 21600 GiB, and FSx makes those with efaEnabled and this perUnitStorageThroughput in steps of 19200 GiB; claim 38400 GiB'],
  [[withEfa(500), Size.gibibytes(1)], 'size 1 GiB makes a file system of 1200 GiB, and FSx makes those with efaEnabled and this perUnitStorageThroughput in steps of 9600 GiB; claim 9600 GiB'],
  [[withEfa(1000), Size.gibibytes(6000)], 'in steps of 4800 GiB; claim 9600 GiB'],
  [[lustre(SSD), Size.pebibyte(3000)], 'size 3145728000 GiB is more than the driver can ask FSx for; claim less than 2147483647 GiB'],
  [[fileSystem(), Size.gibibytes(63)], 'test/Claim: size 63 GiB is not among what FSx allows of an OpenZFS file system; claim 64 to 524288 GiB'],
  [[fileSystem(), Size.gibibytes(524_289)], 'size 524289 GiB is not among what FSx allows of an OpenZFS file system; claim 64 to 524288 GiB'],
  [[fileSystem(), Size.mebibytes(65 * 1024 + 512)], 'test/Claim: size 65.5 GiB is cut to 65 GiB by the driver, which is too small for the claim; claim 66 GiB'],
  [[fileSystem({ diskIops: 300 }), Size.gibibytes(101)], 'test/Claim: size 101 GiB needs at least 303 I/O operations per second, and its class has diskIops 300; claim at most 100 GiB, or give the class 303'],
  [[fileSystem({ diskIops: 159_999 }), Size.tebibytes(512)], 'size 524288 GiB needs at least 160000 I/O operations per second, and its class has diskIops 159999; claim at most 53333 GiB'],
  [[fileSystem({}, { DiskIopsConfiguration: '{"Mode":"USER_PROVISIONED","Iops":200}' }), Size.gibibytes(67)], 'size 67 GiB needs at least 201 I/O operations per second'],
  [[volume, Size.gibibytes(10)], 'test/Claim: size 10 GiB is not for OpenZFS volumes, of which the driver takes claims of 1 GiB only; claim 1 GiB, and give storageCapacityQuotaGiB to the class'],
  [[volume, Size.mebibytes(1536)], 'size 1.5 GiB is not for OpenZFS volumes'],
  [[volume, Size.mebibytes(512)], 'size 0.5 GiB is not for OpenZFS volumes'],
  [[tiered, Size.gibibytes(64)], 'test/Claim: size 64 GiB is not for Intelligent-Tiering, of which the driver takes claims of 1 GiB only; claim 1 GiB'],
]);

test('a volume that exists is not judged by what its class would make', () => {
  expect(() => new PersistentVolumeClaim(Testing.chart(), 'Claim', { storageClass: volume, size: Size.gibibytes(10), volumeName: 'there' })).not.toThrow();
});

/** RoundUpVolumeSize of the driver, in its whole bytes. */
function roundedUp(bytes: bigint, { deploymentType, storageType, perUnitStorageThroughput }: Record<string, string>): bigint {
  const units = (gib: bigint) => ((bytes + gib * BigInt(GIB) - 1n) / (gib * BigInt(GIB))) * gib;
  if (storageType === 'HDD') return perUnitStorageThroughput === '12' ? units(6000n) : units(1800n);
  if (deploymentType === 'SCRATCH_1') return bytes < 3600n * BigInt(GIB) ? units(1200n) : units(3600n);
  return bytes < 2400n * BigInt(GIB) ? units(1200n) : units(2400n);
}

/** What the API takes as StorageCapacity: https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html */
function takenByFsx(gib: bigint, { deploymentType, storageType, perUnitStorageThroughput: throughput, efaEnabled }: Record<string, string>): boolean {
  if (gib <= 0n || gib > 2_147_483_647n) return false;
  if (storageType === 'HDD') return gib % (throughput === '12' ? 6000n : 1800n) === 0n;
  if (efaEnabled === 'true') return gib % ({ 125: 38_400n, 250: 19_200n, 500: 9600n, 1000: 4800n } as Record<string, bigint>)[throughput] === 0n;
  return gib === 1200n || gib === 2400n || gib % (deploymentType === 'SCRATCH_1' ? 3600n : 2400n) === 0n;
}

/** Of any size, and of whole GiB. */
const kibibytes = (mostGiB: number) =>
  fc.oneof(fc.integer({ min: 1, max: mostGiB * 1024 ** 2 }), fc.integer({ min: 1, max: mostGiB }).map((gib) => gib * 1024 ** 2));

test('a claim of Lustre is taken where, and only where, FSx takes what the driver makes of it', () => {
  const classes = [
    ...[SCRATCH_1, SCRATCH_2, SSD, HDD_12, HDD_40, PERSISTENT_2].map(lustre), ...[125, 250, 500, 1000].map(withEfa),
  ].map((storageClass) => ({ storageClass, parameters: storageClass.toJson().parameters as Record<string, string> }));
  fc.assert(fc.property(
    fc.constantFrom(...classes),
    fc.oneof(kibibytes(100_000), kibibytes(4_000_000_000), fc.integer({ min: 1, max: 50 }).map((steps) => steps * 1200 * 1024 ** 2)),
    ({ storageClass, parameters }, size) => {
      const capacity = roundedUp(BigInt(size) * 1024n, parameters);
      expect(lustreCapacityGiB(size / 1024 ** 2, parameters)).toBe(Number(capacity));
      expect(accepts(storageClass, Size.kibibytes(size))).toBe(takenByFsx(capacity, parameters));
    },
  ));
});

test('a claim of OpenZFS is taken where, and only where, the driver passes all of it on and FSx takes it', () => {
  const few = fileSystem({ diskIops: 3000 });
  const many = fileSystem({ deploymentType: OpenZfsDeploymentType.SINGLE_AZ_2, throughputCapacity: 160, diskIops: 400_000 });
  const sizes = fc.oneof(kibibytes(3), kibibytes(2000), kibibytes(600_000));
  fc.assert(fc.property(fc.constantFrom(fileSystem(), few, many, volume, tiered), sizes, (storageClass, size) => {
    const made = (BigInt(size) * 1024n) / BigInt(GIB); // BytesToGiB of the driver
    const whole = made * BigInt(GIB) === BigInt(size) * 1024n;
    const iops = storageClass !== few || made * 3n <= 3000n; // 400,000 are as many as there are
    const taken = [volume, tiered].includes(storageClass) ? made === 1n : made >= 64n && made <= 524_288n && iops;
    expect(accepts(storageClass, Size.kibibytes(size))).toBe(whole && taken);
  }));
});
