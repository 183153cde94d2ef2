import { Chart, Size, Testing } from 'cdk8s';
import {
  AllowedTopology, AutoModeStorageClass, EbsStorageClass, EbsVolumeType, EncryptedStorageClass, FileSystem, type IStorageClass, PersistentVolumeClaim,
  PreProvisionedVolumeSnapshot, StorageClass, VolumeBindingMode, VolumeMode, VolumeSnapshot,
} from '../../../src';
import { refusals } from '../../refusals';

const TOKEN = '${Token[TOKEN.1]}';
const chart = new Chart(Testing.app(), 'classes');
const zones = (id: string, ...names: string[]) => new EncryptedStorageClass(chart, id, {
  metadata: { name: id.toLowerCase() }, allowedTopologies: [AllowedTopology.zones(...names)], volumeBindingMode: VolumeBindingMode.IMMEDIATE,
});
const said = (id: string, parameters: { [key: string]: string }) => new StorageClass(chart, id, {
  metadata: { name: id.toLowerCase() }, provisioner: 'ebs.csi.aws.com', parameters,
});
const plain = new EbsStorageClass(chart, 'Plain', { metadata: { name: 'plain' }, unencryptedReason: 'a test' });
const encrypted = new EncryptedStorageClass(chart, 'Encrypted', { metadata: { name: 'encrypted' } });
const [one, two] = ['1', '2'].map((id) => new EncryptedStorageClass(chart, `Key${id}`, {
  metadata: { name: `key-${id}` }, kmsKeyArn: `arn:aws:kms:eu-west-1:111122223333:key/${id}`,
}));
const ext3 = new EncryptedStorageClass(chart, 'Ext3', { metadata: { name: 'ext3' }, fileSystem: FileSystem.ext3() });
const ext4 = new EncryptedStorageClass(chart, 'Ext4', { metadata: { name: 'ext4' }, fileSystem: FileSystem.ext4() });
const xfs = new EncryptedStorageClass(chart, 'Xfs', { metadata: { name: 'xfs' }, fileSystem: FileSystem.xfs() });
const io2 = new EncryptedStorageClass(chart, 'Io2', { metadata: { name: 'io2' }, volumeType: EbsVolumeType.io2({ iops: 1000 }) });
const fastIo2 = new EncryptedStorageClass(chart, 'FastIo2', { metadata: { name: 'fast-io2' }, volumeType: EbsVolumeType.io2({ iops: 64_001 }) });
const [east, west, eastAndWest] = [zones('East', 'eu-west-1a'), zones('West', 'eu-west-1b'), zones('EastAndWest', 'eu-west-1b', 'eu-west-1a')];
const auto = new AutoModeStorageClass(chart, 'Auto', { metadata: { name: 'auto' } });
const notTrue = said('NotTrue', { encrypted: 'false' });

interface Copy {
  readonly from?: IStorageClass;
  readonly to?: IStorageClass;
  readonly size?: Size;
  readonly volumeMode?: VolumeMode;
}

function source({ from, size = Size.gibibytes(100), volumeMode }: Copy) {
  const app = new Chart(Testing.app(), 'test', { namespace: 'team' });
  return { app, claim: new PersistentVolumeClaim(app, 'Source', { metadata: { name: 'source' }, size, storageClass: from, volumeMode }) };
}

function clone(copy: Copy): any {
  const { app, claim } = source(copy);
  const { to, size = Size.gibibytes(100), volumeMode } = copy;
  return new PersistentVolumeClaim(app, 'Copy', { size, storageClass: to, volumeMode, dataSource: claim }).toJson().spec.dataSource;
}

function restore(copy: Copy): any {
  const { app, claim } = source(copy);
  const { to, size = Size.gibibytes(100), volumeMode } = copy;
  const dataSource = new VolumeSnapshot(app, 'Snapshot', { metadata: { name: 'snapshot' }, claim });
  return new PersistentVolumeClaim(app, 'Copy', { size, storageClass: to, volumeMode, dataSource }).toJson().spec.dataSource;
}

const CLONED = { kind: 'PersistentVolumeClaim', name: 'source' };
const RESTORED = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'snapshot' };

describe('what is restored', () => {
  test('is encrypted if its snapshot is, whatever the class says, so no class is refused for it', () => {
    for (const to of [plain, notTrue, encrypted, one, two]) expect(restore({ from: one, to })).toEqual(RESTORED);
  });

  test('may be encrypted where its snapshot is not', () => {
    for (const to of [encrypted, one, io2]) expect(restore({ from: plain, to })).toEqual(RESTORED);
  });

  test('of io2 may be larger and faster if its snapshot is encrypted, too, or nothing is encrypted', () => {
    expect(restore({ from: encrypted, to: fastIo2 })).toEqual(RESTORED);
    expect(restore({ from: encrypted, to: io2, size: Size.gibibytes(16_385) })).toEqual(RESTORED);
    expect(restore({ from: plain, to: said('PlainIo2', { type: 'io2', iops: '64001' }) })).toEqual(RESTORED);
    expect(restore({ from: said('Later', { encrypted: TOKEN }), to: fastIo2 })).toEqual(RESTORED);
  });

  test('may be in another zone than its source', () => {
    expect(restore({ from: east, to: west })).toEqual(RESTORED);
  });

  refusals(restore, [
    [{ from: plain, to: io2, size: Size.gibibytes(16_385) }, "test/Copy: dataSource 'snapshot' is not encrypted, and io2 volumes of more than 16384 GiB or 64000 IOPS are not encrypted while they are filled, as the class 'io2' asks; make an encrypted copy of the snapshot, and give it as a PreProvisionedVolumeSnapshot"],
    [{ from: plain, to: fastIo2 }, "dataSource 'snapshot' is not encrypted, and io2 volumes of more than 16384 GiB or 64000 IOPS"],
    [{ from: xfs, to: ext4 }, "dataSource 'snapshot' has the file system xfs, which is copied with it, but the class 'ext4' mounts ext4; name a class of xfs"],
  ]);
});

describe('a clone', () => {
  test('has the encryption of its source, so the class need not ask for it', () => {
    expect(clone({ from: one, to: plain })).toEqual(CLONED);
    expect(clone({ from: encrypted, to: one })).toEqual(CLONED);
    expect(clone({ from: plain, to: plain })).toEqual(CLONED);
  });

  test('is beside its source, whether the class waits for a Pod or not', () => {
    expect(clone({ from: east, to: eastAndWest })).toEqual(CLONED);
    expect(clone({ from: east, to: encrypted })).toEqual(CLONED);
    expect(clone({ from: encrypted, to: east })).toEqual(CLONED);
    expect(clone({ from: east, to: zones('Somewhere', TOKEN) })).toEqual(CLONED);
    const byId = new EncryptedStorageClass(chart, 'ById', { allowedTopologies: [AllowedTopology.zoneIds('euw1-az1')] });
    expect(clone({ from: east, to: byId })).toEqual(CLONED);
  });

  refusals(clone, [
    [{ to: notTrue }, "test/Copy: the class 'nottrue' says encrypted 'false', and the driver makes no clones for such a class; leave the parameter out of the class, or start from a snapshot"],
    [{ from: plain, to: said('Yes', { Encrypted: 'yes' }) }, "the class 'yes' says encrypted 'yes'"],
    [{ from: plain, to: encrypted }, "dataSource 'source' is not encrypted, and neither is a clone of it"],
    [{ from: one, to: two }, "dataSource 'source' is encrypted with another key than the class 'key-2' names"],
    [{ from: east, to: west }, "dataSource 'source' is in eu-west-1a, where a clone of it has to be, too, but the class 'west' allows only eu-west-1b; allow its zone, or start from a snapshot"],
    [{ from: ext4, to: xfs }, "dataSource 'source' has the file system ext4, which is copied with it, but the class 'xfs' mounts xfs; name a class of ext4"],
    [{ from: ext4, to: ext3 }, "has the file system ext4, which is copied with it, but the class 'ext3' mounts ext3"],
    [{ from: auto, to: auto }, "dataSource 'source' is a claim, and 'ebs.csi.eks.amazonaws.com' fills no volumes from those; start from a VolumeSnapshot of it"],
  ]);

  test('for a class that says encrypted as an empty text or later is not refused', () => {
    expect(clone({ to: said('Empty', { encrypted: '' }) })).toEqual(CLONED);
    expect(clone({ to: said('Unresolved', { encrypted: TOKEN }) })).toEqual(CLONED);
  });
});

describe('file systems', () => {
  test('need not be named, and an ext3 is mounted as an ext4', () => {
    for (const copy of [clone, restore]) {
      expect(copy({ from: encrypted, to: xfs })).toBeDefined();
      expect(copy({ from: xfs, to: encrypted })).toBeDefined();
      expect(copy({ from: ext3, to: ext4 })).toBeDefined();
    }
  });

  test('are nothing to raw devices', () => {
    for (const copy of [clone, restore]) {
      expect(copy({ from: said('Other', { fsType: 'xfs' }), to: said('Another', { 'csi.storage.k8s.io/fstype': 'ext4' }), volumeMode: VolumeMode.BLOCK })).toBeDefined();
      chart.node.tryRemoveChild('Other');
      chart.node.tryRemoveChild('Another');
    }
  });
});

describe('drivers', () => {
  const of = (provisioner: string) => ({ from: { storageClassName: 'a', provisioner }, to: { storageClassName: 'b', provisioner } });

  test('that are not known are not judged', () => {
    expect(clone(of('example.com'))).toEqual(CLONED);
    expect(restore(of('example.com'))).toEqual(RESTORED);
    expect(restore({ from: auto, to: auto })).toEqual(RESTORED);
    expect(restore({ ...of('fsx.openzfs.csi.aws.com') })).toEqual(RESTORED);
  });

  refusals(([copy, driver]: [typeof clone, string]) => copy(of(driver)), [
    [[clone, 'efs.csi.aws.com'], "test/Copy: dataSource 'source' is a claim, and 'efs.csi.aws.com' fills no volumes from those; copy the files in a Pod that mounts both"],
    [[restore, 'efs.csi.aws.com'], "dataSource 'snapshot' is a snapshot, and 'efs.csi.aws.com' fills no volumes from those"],
    [[clone, 'fsx.csi.aws.com'], "'fsx.csi.aws.com' fills no volumes from those"],
    [[restore, 'fsx.csi.aws.com'], "'fsx.csi.aws.com' fills no volumes from those"],
    [[clone, 'fsx.openzfs.csi.aws.com'], "'fsx.openzfs.csi.aws.com' fills no volumes from those; start from a VolumeSnapshot of it"],
    [[clone, 'kubernetes.io/no-provisioner'], "dataSource fills a new volume, but storageClass 'b' makes none; name a class of the source's driver"],
  ]);

  test('of the source are judged also where the claim has the default class', () => {
    expect(() => clone({ from: auto })).toThrow("'ebs.csi.eks.amazonaws.com' fills no volumes from those");
  });
});

describe('a snapshot of EBS', () => {
  const half = Size.mebibytes(1536);

  test('has the size of the volume, which is whole GiB', () => {
    const { app, claim } = source({ from: plain, size: half });
    const dataSource = new VolumeSnapshot(app, 'Snapshot', { metadata: { name: 'snapshot' }, claim });
    expect(() => new PersistentVolumeClaim(app, 'Copy', { size: half, storageClass: plain, dataSource }))
      .toThrow("size '1536Mi' is below the '2Gi' of its dataSource 'snapshot'; give at least '2Gi'");
    expect(new PersistentVolumeClaim(app, 'Fits', { size: Size.gibibytes(2), storageClass: plain, dataSource }).toJson().spec.dataSource).toEqual(RESTORED);
  });

  test('is compared with what was claimed where it is cloned, or of another driver', () => {
    expect(clone({ from: plain, to: plain, size: half })).toEqual(CLONED);
    const other = { storageClassName: 'other', provisioner: 'example.com' };
    expect(restore({ from: other, to: other, size: half })).toEqual(RESTORED);
  });
});

test('what is known of a snapshot from elsewhere is judged in the same way', () => {
  const app = new Chart(Testing.app(), 'test', { namespace: 'team' });
  const dataSource = new PreProvisionedVolumeSnapshot(app, 'Pre', {
    metadata: { name: 'pre' }, snapshotHandle: 'snap-0123456789abcdef0', sourceVolumeMode: VolumeMode.BLOCK, restoreSize: Size.gibibytes(10),
  });
  expect(() => new PersistentVolumeClaim(app, 'Copy', { size: Size.gibibytes(9), storageClass: auto, dataSource, metadata: { namespace: 'other' } }))
    .toThrow(new RegExp(['test/Copy: 4 mistakes', "in the namespace 'team'", "is a volume of 'ebs.csi.aws.com'", "below the '10Gi'", 'volumeMode Filesystem'].join('[^]*')));
  expect(new PersistentVolumeClaim(app, 'Fits', {
    size: Size.gibibytes(10), storageClass: encrypted, dataSource, volumeMode: VolumeMode.BLOCK,
  }).toJson().spec.dataSource.name).toBe('pre');
});
