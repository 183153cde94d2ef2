import { Chart, Size, Testing } from 'cdk8s';
import {
  AccessMode, FileSystem, HostPathType, PersistentVolume, type PersistentVolumeProps, PersistentVolumeSource, ReclaimPolicy, StorageClass, VolumeMode,
} from '../../src';
import { refusals } from '../refusals';

const EBS = PersistentVolumeSource.ebs({ volumeId: 'vol-0123456789abcdef0', availabilityZone: 'ap-northeast-2a', fileSystem: FileSystem.ext4() });
const make = (props: Partial<PersistentVolumeProps>) =>
  new PersistentVolume(Testing.chart(), 'Volume', { size: Size.gibibytes(10), source: EBS, ...props }).toJson();

test('an EBS volume is kept when its claim goes, has no class, and is used in its zone', () => {
  expect(make({ metadata: { name: 'data' } })).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'data' },
    spec: {
      capacity: { storage: '10Gi' },
      accessModes: ['ReadWriteOnce'],
      volumeMode: 'Filesystem',
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
      csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-0123456789abcdef0', fsType: 'ext4' },
      nodeAffinity: {
        required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['ap-northeast-2a'] }] }] },
      },
    },
  });
});

test('every property reaches the object', () => {
  const props: Required<PersistentVolumeProps> = {
    metadata: { name: 'all' },
    source: PersistentVolumeSource.nfs({ server: '10.0.2.5', path: '/home', readOnly: true }),
    size: Size.mebibytes(500),
    accessModes: [AccessMode.READ_WRITE_MANY],
    volumeMode: VolumeMode.FILESYSTEM,
    reclaimPolicy: ReclaimPolicy.DELETE,
    storageClass: StorageClass.fromName('shared'),
    mountOptions: ['nfsvers=4.1'],
  };
  expect(make(props).spec).toEqual({
    capacity: { storage: '500Mi' },
    accessModes: ['ReadWriteMany'],
    volumeMode: 'Filesystem',
    persistentVolumeReclaimPolicy: 'Delete',
    storageClassName: 'shared',
    mountOptions: ['nfsvers=4.1'],
    nfs: { server: '10.0.2.5', path: '/home', readOnly: true },
  });
});

test.each([
  [PersistentVolumeSource.csi({ driver: 'efs.csi.aws.com', volumeHandle: 'fs-1', fsType: 'x', readOnly: true, volumeAttributes: { encryptInTransit: 'true' } }),
    { csi: { driver: 'efs.csi.aws.com', volumeHandle: 'fs-1', fsType: 'x', readOnly: true, volumeAttributes: { encryptInTransit: 'true' } } }],
  [PersistentVolumeSource.hostPath('/mnt', HostPathType.DIRECTORY), { hostPath: { path: '/mnt', type: 'Directory' } }],
  [PersistentVolumeSource.gcePersistentDisk({ pdName: 'mongodb', fileSystem: FileSystem.ext4() }), { gcePersistentDisk: { pdName: 'mongodb', fsType: 'ext4' } }],
])('a volume of another source is used anywhere (%#)', (source, fields) => {
  const { spec } = make({ source });
  expect(spec).toMatchObject(fields);
  expect(spec).not.toHaveProperty('nodeAffinity');
});

test('a reserved volume and its claim name each other', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'team' });
  const volume = new PersistentVolume(chart, 'Volume', { metadata: { name: 'data' }, size: Size.gibibytes(10), source: EBS });
  const claim = volume.reserve();
  expect(volume.toJson().metadata).toEqual({ name: 'data' });
  expect(volume.toJson().spec.claimRef).toEqual({ name: claim.name, namespace: 'team' });
  expect(claim.toJson()).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: claim.name, namespace: 'team' },
    spec: {
      accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem', storageClassName: '', volumeName: 'data', resources: { requests: { storage: '10Gi' } },
    },
  });
});

test('fails to reserve for a claim of an unknown namespace, and to reserve twice', () => {
  const volume = new PersistentVolume(Testing.chart(), 'Volume', { size: Size.gibibytes(1), source: EBS });
  expect(() => volume.reserve()).toThrow('test/Volume/Claim: the volume has to name the namespace of its claim');
  volume.reserve({ name: 'first', namespace: 'team' });
  expect(() => volume.reserve({ namespace: 'team' })).toThrow("test/Volume/Claim: the volume is reserved for claim 'first' already; mount that one");
});

refusals(make, [
  [{ size: Size.gibibytes(0) }, "test/Volume: size '0Gi' is not a size"],
  [{ metadata: { namespace: 'team' } }, "metadata.namespace 'team' is given, but a PersistentVolume belongs to the whole cluster"],
  [{ accessModes: [] }, 'accessModes [] is empty'],
  [{ source: PersistentVolumeSource.ebs({ volumeId: 'snap-0123456789abcdef0', availabilityZone: 'ap-northeast-2a' }) }, "volumeId 'snap-0123456789abcdef0' is not the id of an EBS volume; give one as in 'vol-0123456789abcdef0'"],
  [{ source: PersistentVolumeSource.ebs({ volumeId: 'vol-01234567', availabilityZone: 'ap-northeast-2' }) }, "availabilityZone 'ap-northeast-2' is not a zone; give one as in 'ap-northeast-2a'"],
  [{ source: PersistentVolumeSource.nfs({ server: '', path: 'home' }) }, 'test/Volume: 2 mistakes'],
  [{ source: PersistentVolumeSource.hostPath('mnt') }, "hostPath 'mnt' is not absolute; write '/mnt'"],
  [{ source: PersistentVolumeSource.csi({ driver: '', volumeHandle: '' }) }, 'test/Volume: 2 mistakes'],
  [{ source: PersistentVolumeSource.gcePersistentDisk({ pdName: '' }) }, "pdName '' is empty"],
]);

test.each(['us-east-1a', 'us-west-2-lax-1a', 'us-gov-west-1b', 'eu-isoe-west-1a'])('%s is a zone', (availabilityZone) => {
  expect(() => make({ source: PersistentVolumeSource.ebs({ volumeId: 'vol-01234567', availabilityZone }) })).not.toThrow();
});
