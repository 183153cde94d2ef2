import { Size, Testing } from 'cdk8s';
import fc from 'fast-check';
import {
  AccessMode, EbsStorageClass, EbsVolumeType, type IStorageClass, PersistentVolumeClaim, type PersistentVolumeClaimProps, StorageClass, VolumeMode,
} from '../../../src';
import { EbsVolumeAttributesClass } from '../../../src/cluster/classes/ebs/ebs-volume-attributes-class';
import { FileSystem } from '../../../src/cluster/classes/ebs/file-system';
import { EphemeralVolume } from '../../../src/volumes/pods/ephemeral-volume';
import { refusals } from '../../refusals';

const { READ_WRITE_ONCE: RWO, READ_ONLY_MANY: ROX, READ_WRITE_MANY: RWX, READ_WRITE_ONCE_POD: RWOP } = AccessMode;
const GIB = Size.gibibytes(10);
const EFS: IStorageClass = { storageClassName: 'efs', provisioner: 'efs.csi.aws.com' };
const EBS: IStorageClass = { storageClassName: 'ebs', provisioner: 'ebs.csi.aws.com' };

const classes = Testing.chart();
const gp3 = new EbsStorageClass(classes, 'Gp3', { metadata: { name: 'gp3' } });
const fixed = new EbsStorageClass(classes, 'Fixed', { metadata: { name: 'fixed' }, allowVolumeExpansion: false });
const io2 = new EbsStorageClass(classes, 'Io2', { volumeType: EbsVolumeType.io2({ iops: 1000 }) });
const formatted = new EbsStorageClass(classes, 'Formatted', { fileSystem: FileSystem.ext4({ blockSize: Size.kibibytes(4) }) });
const raw = (type: string) => new StorageClass(classes, `Raw-${type}`, { metadata: { name: type }, provisioner: 'ebs.csi.aws.com', parameters: { Type: type } });
const [rawGp3, rawIo2] = [raw('gp3'), raw('io2')];
const tagging = new EbsVolumeAttributesClass(classes, 'Tagging', { metadata: { name: 'tagging' }, tags: { team: 'a' } });
const autoMode: IStorageClass = { storageClassName: 'auto', provisioner: 'ebs.csi.eks.amazonaws.com' };

const make = (props: Partial<PersistentVolumeClaimProps>) => new PersistentVolumeClaim(Testing.chart(), 'Claim', { size: GIB, ...props }).toJson();

test.each<[string, Partial<PersistentVolumeClaimProps>]>([
  ['EBS for one node', { storageClass: gp3, accessModes: [RWO] }],
  ['EBS for one Pod', { storageClass: EBS, accessModes: [RWOP] }],
  ['a raw device of io2 for several nodes', { storageClass: io2, accessModes: [RWX, RWO], volumeMode: VolumeMode.BLOCK }],
  ['the same of a class that only says so', { storageClass: rawIo2, accessModes: [RWX], volumeMode: VolumeMode.BLOCK }],
  ['a raw device of a class whose type is not known', { storageClass: EBS, accessModes: [RWX], volumeMode: VolumeMode.BLOCK }],
  ['files for everybody', { storageClass: EFS, accessModes: [RWX, ROX, RWO] }],
  ['files for one Pod', { storageClass: EFS, accessModes: [RWOP] }],
  ['a bucket for readers, which its PersistentVolume judges', { storageClass: { storageClassName: 's3', provisioner: 's3.csi.aws.com' }, accessModes: [ROX] }],
  ['a driver that nobody knows', { storageClass: { storageClassName: 'x', provisioner: 'example.com/x' }, accessModes: [RWX, ROX], volumeMode: VolumeMode.BLOCK }],
  ['a class that only has a name', { storageClass: StorageClass.fromName('x'), accessModes: [RWX, ROX] }],
  ['a volume that exists, whatever its class makes', { storageClass: gp3, accessModes: [RWX], volumeName: 'local-ebs' }],
  ['a larger claim of a class that allows it', { storageClass: gp3, expandedFrom: Size.gibibytes(5) }],
  ['the same size of a class that does not', { storageClass: fixed, expandedFrom: Size.mebibytes(10_240) }],
  ['attributes of the same driver', { storageClass: gp3, volumeAttributesClass: tagging }],
])('takes %s', (_, props) => {
  expect(make(props).spec.accessModes).toEqual(props.accessModes ?? [RWO]);
});

refusals(make, [
  [{ storageClass: gp3, accessModes: [ROX] }, "test/Claim: accessModes [ReadOnlyMany] has ReadOnlyMany, which volumes of 'ebs.csi.aws.com' do not offer; give ReadWriteOnce, or ReadWriteMany of a class of files such as EFS, and mount it { readOnly: true }"],
  [{ storageClass: autoMode, accessModes: [RWO, ROX] }, "accessModes [ReadWriteOnce, ReadOnlyMany] has ReadOnlyMany, which volumes of 'ebs.csi.eks.amazonaws.com' do not offer"],
  ...['fsx.csi.aws.com', 'fsx.openzfs.csi.aws.com'].map((provisioner): [Partial<PersistentVolumeClaimProps>, string] => [
    { storageClass: { storageClassName: 'files', provisioner }, accessModes: [RWX, ROX] },
    `test/Claim: accessModes [ReadWriteMany, ReadOnlyMany] has ReadOnlyMany, which volumes of '${provisioner}' do not offer; give ReadWriteMany and mount it { readOnly: true }`,
  ]),
  [{ storageClass: EBS, accessModes: [RWX] }, "accessModes [ReadWriteMany] has ReadWriteMany, which volumes of 'ebs.csi.aws.com' offer only as raw devices of io2; give ReadWriteOnce, or volumeMode Block and a class of io2, or a class of files such as EFS"],
  [{ storageClass: rawIo2, accessModes: [RWX] }, 'offer only as raw devices of io2'],
  [{ storageClass: rawGp3, accessModes: [RWX], volumeMode: VolumeMode.BLOCK }, 'offer only as raw devices of io2'],
  [{ storageClass: gp3, accessModes: [RWX], volumeMode: VolumeMode.BLOCK }, 'test/Claim: gp3 volumes belong to one node at a time; use a class of EbsVolumeType.io2, or an access mode of one node'],
  [{ storageClass: io2, accessModes: [RWX] }, 'test/Claim: io2 volumes go to several nodes as raw devices only; give volumeMode Block, or an access mode of one node'],
  [{ storageClass: gp3, size: Size.tebibytes(65) }, 'test/Claim: size 66560 GiB is not among what EBS allows of gp3; claim 1 to 65536 GiB'],
  [{ storageClass: io2, size: Size.mebibytes(3000) }, 'test/Claim: size 3 GiB is not among what EBS allows of io2; claim 4 to 65536 GiB'],
  [{ storageClass: formatted, volumeMode: VolumeMode.BLOCK }, 'volumeMode Block is not formatted, and its class says how with blockSize'],
  [{ storageClass: EFS, volumeMode: VolumeMode.BLOCK }, "volumeMode Block asks for a raw device, and volumes of 'efs.csi.aws.com' are directories; leave volumeMode out"],
  [{ storageClass: fixed, expandedFrom: Size.gibibytes(9) }, "size '10Gi' is above expandedFrom '9Gi', but the class 'fixed' does not allow it; give the class allowVolumeExpansion"],
  [{ storageClass: rawGp3, expandedFrom: Size.gibibytes(9) }, "the class 'gp3' does not allow it"],
  [{ storageClass: StorageClass.none(), expandedFrom: Size.gibibytes(9) }, "size '10Gi' is above expandedFrom '9Gi', but claims without a class are not expanded; make a claim of a class, and copy the data"],
  [{ volumeAttributesClass: { volumeAttributesClassName: '' } }, "volumeAttributesClass '' has no name, which Kubernetes refuses; name a class, or leave it out"],
  [{ storageClass: autoMode, volumeAttributesClass: tagging }, "volumeAttributesClass 'tagging' is for volumes of 'ebs.csi.aws.com', but the class 'auto' makes them with 'ebs.csi.eks.amazonaws.com'; name two of one driver"],
]);

test('what is wrong with the size is said once', () => {
  expect(() => make({ storageClass: gp3, size: Size.gibibytes(0) })).toThrow(/^test\/Claim: size '0Gi' is not a size; .*$/);
});

test('volumes inside a Pod are judged by the same rules', () => {
  expect(() => new EphemeralVolume(Testing.chart(), 'Scratch', { size: GIB, storageClass: gp3, accessModes: [ROX] })).toThrow('has ReadOnlyMany');
});

test('whatever is taken asks EBS for nothing it does not have, and says what it was given', () => {
  const mode = fc.constantFrom(RWO, ROX, RWX, RWOP);
  let taken = 0;
  fc.assert(fc.property(
    fc.oneof(fc.constant(undefined), fc.uniqueArray(mode), mode.map((one) => [one])),
    fc.constantFrom(gp3, io2, rawGp3, rawIo2, EBS, EFS),
    fc.constantFrom(undefined, VolumeMode.FILESYSTEM, VolumeMode.BLOCK),
    fc.integer({ min: 1, max: 70_000 }), fc.constantFrom(Size.mebibytes, Size.gibibytes),
    (accessModes, storageClass, volumeMode, amount, unit) => {
      const size = unit(amount);
      let spec: any;
      try {
        spec = make({ size, accessModes, storageClass, volumeMode }).spec;
      } catch (error) {
        expect(String(error)).toMatch(/; (give|claim|use|leave|name)/);
        return;
      }
      taken += 1;
      expect(spec.resources).toEqual({ requests: { storage: size.asString() } });
      expect(spec.accessModes.length).toBeGreaterThan(0);
      expect(spec.accessModes.includes(RWOP) && spec.accessModes.length > 1).toBe(false);
      if (storageClass === EFS) expect(spec.volumeMode).toBe('Filesystem');
      else expect(spec.accessModes).not.toContain(ROX);
      if (storageClass !== EFS && spec.accessModes.includes(RWX)) {
        expect(spec.volumeMode).toBe('Block');
        expect([gp3, rawGp3]).not.toContain(storageClass);
      }
    },
  ));
  expect(taken).toBeGreaterThan(0);
});
