import { Size, Testing } from 'cdk8s';
import { EbsStorageClass, FileSystem } from '../../../../src';
import type { Ext3Options, Ext4Options, XfsOptions } from '../../../../src/cluster/classes/ebs/file-system';
import { refusals } from '../../../refusals';

const FSTYPE = 'csi.storage.k8s.io/fstype';
const parameters = (fileSystem: FileSystem) => new EbsStorageClass(Testing.chart(), 'Class', { fileSystem }).toJson().parameters;

const XFS: Required<XfsOptions> = { blockSize: Size.kibibytes(4), inodeSize: 1024 };
const EXT3: Required<Omit<Ext3Options, 'numberOfInodes'>> = { ...XFS, bytesPerInode: 8192 };
const EXT4: Required<Omit<Ext4Options, 'bytesPerInode'>> = {
  ...XFS, numberOfInodes: 1_000_000, bigAlloc: true, clusterSize: Size.mebibytes(1), encryptionSupport: true,
};

test.each<[string, FileSystem, Record<string, string>]>([
  ['xfs', FileSystem.xfs(XFS), { blockSize: '4096', inodeSize: '1024' }],
  ['ext3', FileSystem.ext3(EXT3), { blockSize: '4096', inodeSize: '1024', bytesPerInode: '8192' }],
  ['ext4', FileSystem.ext4(EXT4), {
    blockSize: '4096',
    inodeSize: '1024',
    numberOfInodes: '1000000',
    ext4BigAlloc: 'true',
    ext4ClusterSize: '1048576',
    ext4EncryptionSupport: 'true',
  }],
  ['ext4', FileSystem.ext4({ bigAlloc: false, encryptionSupport: false }), { ext4BigAlloc: 'false', ext4EncryptionSupport: 'false' }],
  ['ext4', FileSystem.ext4({ bytesPerInode: undefined }), {}],
  ['ntfs', FileSystem.ntfs(), {}],
])('%s has its own options and no others', (fsType, fileSystem, expected) => {
  expect(parameters(fileSystem)).toEqual({ type: 'gp3', encrypted: 'true', [FSTYPE]: fsType, ...expected });
});

test('every option is written as the driver takes it: letters and digits', () => {
  const fileSystems = [FileSystem.xfs(XFS), FileSystem.ext3(EXT3), FileSystem.ext4(EXT4)];
  const written = fileSystems.flatMap((fileSystem) => Object.values(fileSystem._parameters()));
  for (const value of written) expect(value).toMatch(/^[a-zA-Z0-9]+$/);
});

const smuggled = (options: object) => options as any;

refusals(parameters, [
  [FileSystem.ext4({ blockSize: Size.kibibytes(3) }), "ext4 blockSize '3Ki' is not the size of a block; give a power of two from 1Ki to 64Ki"],
  [FileSystem.ext3({ blockSize: Size.kibibytes(128) }), "ext3 blockSize '128Ki' is not the size of a block"],
  [FileSystem.xfs({ blockSize: Size.kibibytes(0.5) }), "xfs blockSize '0.5Ki' is not the size of a block"],
  [FileSystem.xfs({ inodeSize: 256 }), 'xfs inodeSize 256 is not the size of an inode; give a power of two from 512 to 2048 bytes'],
  [FileSystem.xfs({ inodeSize: 2048, blockSize: Size.kibibytes(2) }), 'xfs inodeSize 2048 is not the size of an inode; give a power of two from 512 to 1024 bytes'],
  [FileSystem.ext4({ inodeSize: 100 }), 'ext4 inodeSize 100 is not the size of an inode; give a power of two from 128 to 4096 bytes'],
  [FileSystem.ext4({ inodeSize: 2048, blockSize: Size.kibibytes(1) }), 'give a power of two from 128 to 1024 bytes'],
  [FileSystem.ext4({ inodeSize: -256 }), 'ext4 inodeSize -256 is not the size of an inode'],
  [FileSystem.ext3({ bytesPerInode: 1023 }), 'ext3 bytesPerInode 1023 is not one mkfs takes; give a whole number from 1024 to 67108864'],
  [FileSystem.ext3({ bytesPerInode: 2048, blockSize: Size.kibibytes(4) }), 'give a whole number from 4096 to 67108864'],
  [FileSystem.ext4({ numberOfInodes: 0 }), 'ext4 numberOfInodes 0 is not one mkfs takes; give a whole number from 1 to 4294967295'],
  [FileSystem.ext4({ numberOfInodes: 1.5 }), 'ext4 numberOfInodes 1.5 is not one mkfs takes'],
  [FileSystem.ext4({ numberOfInodes: 10, bytesPerInode: 4096 }), 'ext4 has both bytesPerInode 4096 and numberOfInodes 10, and mkfs would follow the second only; give one of the two'],
  [FileSystem.ext4({ clusterSize: Size.kibibytes(16) }), "ext4 clusterSize '16Ki' is given without bigAlloc, and the driver refuses that; give bigAlloc too"],
  [FileSystem.ext4({ clusterSize: Size.kibibytes(16), bigAlloc: false }), 'is given without bigAlloc'],
  [FileSystem.ext4({ clusterSize: Size.kibibytes(10), bigAlloc: true }), "ext4 clusterSize '10Ki' is not the size of a cluster; give a power of two from 2Ki to 256Mi"],
  [FileSystem.ext4({ clusterSize: Size.kibibytes(4), blockSize: Size.kibibytes(4), bigAlloc: true }), 'give a power of two from 8Ki to 256Mi'],
  [FileSystem.ext4({ clusterSize: Size.mebibytes(512), bigAlloc: true }), "ext4 clusterSize '512Mi' is not the size of a cluster"],
  [FileSystem.xfs(smuggled({ bytesPerInode: 4096 })), 'xfs has no bytesPerInode; leave it out, or choose a file system that has'],
  [FileSystem.ext3(smuggled({ bigAlloc: true })), 'ext3 has no bigAlloc; leave it out'],
]);
