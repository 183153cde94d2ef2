import { Chart, Size, Testing } from 'cdk8s';
import { NodeLabelQuery } from 'cdk8s-plus-27';
import fc from 'fast-check';
import {
  AccessMode, FileSystem, HostPathType, PersistentVolume, type PersistentVolumeProps, ReclaimPolicy, StorageClass, VolumeMode,
} from '../../../src';
import { PersistentVolumeSource } from '../../../src/volumes/persistent-volumes/persistent-volume-source';
import { VolumeNodeAffinity } from '../../../src/volumes/persistent-volumes/volume-node-affinity';
import { refusals } from '../../refusals';

const { READ_WRITE_ONCE, READ_ONLY_MANY, READ_WRITE_MANY, READ_WRITE_ONCE_POD } = AccessMode;
const EBS = PersistentVolumeSource.ebs({ volumeId: 'vol-0123456789abcdef0', availabilityZone: 'ap-northeast-2a', fileSystem: FileSystem.ext4() });
const EBS_RAW = PersistentVolumeSource.ebs({ volumeId: 'vol-0123456789abcdef0', availabilityZone: 'ap-northeast-2a' });
const NFS = PersistentVolumeSource.nfs({ server: '10.0.2.5', path: '/home' });
const S3 = PersistentVolumeSource.s3({ bucketName: 'my-bucket' });
const EFS = PersistentVolumeSource.efs({ fileSystemId: 'fs-0123456789abcdef0' });
const LOCAL = PersistentVolumeSource.local({ path: '/mnt/disk', nodeAffinity: VolumeNodeAffinity.nodes('node-1') });
const ISCSI = PersistentVolumeSource.iscsi({ targetPortal: '10.0.2.15', iqn: 'iqn.2001-04.com.example:disk', lun: 0 });

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
  const props: Required<Omit<PersistentVolumeProps, 'recycleReason'>> = {
    metadata: { name: 'all' },
    source: EFS,
    size: Size.mebibytes(500),
    accessModes: [READ_WRITE_MANY],
    volumeMode: VolumeMode.FILESYSTEM,
    reclaimPolicy: ReclaimPolicy.DELETE,
    storageClass: StorageClass.fromName('shared'),
    mountOptions: ['nfsvers=4.1'],
    nodeAffinity: VolumeNodeAffinity.zones('eu-west-1a', 'eu-west-1b'),
  };
  expect(make(props)).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'all', annotations: { 'pv.kubernetes.io/provisioned-by': 'efs.csi.aws.com' } },
    spec: {
      capacity: { storage: '500Mi' },
      accessModes: ['ReadWriteMany'],
      volumeMode: 'Filesystem',
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: 'shared',
      mountOptions: ['nfsvers=4.1'],
      csi: { driver: 'efs.csi.aws.com', volumeHandle: 'fs-0123456789abcdef0' },
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['eu-west-1a', 'eu-west-1b'] }] }],
        },
      },
    },
  });
});

test('what the volume adds to the nodes of its source holds together with them', () => {
  const nodeAffinity = VolumeNodeAffinity.anyOf(VolumeNodeAffinity.nodes('node-1'), VolumeNodeAffinity.labels(NodeLabelQuery.exists('gpu')));
  const zone = { key: 'topology.kubernetes.io/zone', operator: 'In', values: ['ap-northeast-2a'] };
  expect(make({ nodeAffinity }).spec.nodeAffinity).toEqual({
    required: {
      nodeSelectorTerms: [
        { matchExpressions: [zone, { key: 'kubernetes.io/hostname', operator: 'In', values: ['node-1'] }] },
        { matchExpressions: [zone, { key: 'gpu', operator: 'Exists' }] },
      ],
    },
  });
});

test('only a volume that is to be deleted names who deletes it, and a name given is kept', () => {
  expect(make({ source: EBS }).metadata).not.toHaveProperty('annotations');
  expect(make({ reclaimPolicy: ReclaimPolicy.DELETE }).metadata.annotations).toEqual({ 'pv.kubernetes.io/provisioned-by': 'ebs.csi.aws.com' });
  const annotations = { 'pv.kubernetes.io/provisioned-by': 'example.com/nfs' };
  expect(make({ source: NFS, reclaimPolicy: ReclaimPolicy.DELETE, metadata: { annotations } }).metadata.annotations).toEqual(annotations);
});

test.each([NFS, PersistentVolumeSource.hostPath('/mnt', HostPathType.DIRECTORY)])('storage that Kubernetes can wipe is wiped for a reason (%#)', (source) => {
  const { metadata, spec } = make({ source, recycleReason: 'scratch space of the test cluster' });
  expect(spec.persistentVolumeReclaimPolicy).toBe('Recycle');
  expect(metadata.annotations).toEqual({ 'cdk8s-eks-storage/recycle-reason': 'scratch space of the test cluster' });
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

test('what is refused leaves nothing in the chart', () => {
  const chart = Testing.chart();
  expect(() => new PersistentVolume(chart, 'Volume', { size: Size.gibibytes(0), source: EBS })).toThrow();
  expect(chart.node.children).toEqual([]);
});

describe('access modes', () => {
  const ALL = Object.values(AccessMode);
  const offers: [string, PersistentVolumeSource, AccessMode[], AccessMode[]][] = [
    ['ebs', EBS_RAW, [READ_WRITE_ONCE, READ_WRITE_ONCE_POD], [READ_WRITE_ONCE, READ_WRITE_ONCE_POD, READ_WRITE_MANY]],
    ['node-local ebs', PersistentVolumeSource.nodeLocalEbs({ device: '/dev/xvdbz' }), [READ_WRITE_ONCE, READ_WRITE_ONCE_POD, READ_WRITE_MANY], []],
    ['efs', EFS, [READ_WRITE_ONCE, READ_WRITE_ONCE_POD, READ_WRITE_MANY], []],
    ['s3', S3, [READ_WRITE_MANY, READ_ONLY_MANY], []],
    ['nfs', NFS, [READ_WRITE_ONCE, READ_ONLY_MANY, READ_WRITE_MANY], []],
    ['iscsi', ISCSI, [READ_WRITE_ONCE, READ_ONLY_MANY], [READ_WRITE_ONCE, READ_ONLY_MANY]],
    ['local', LOCAL, [READ_WRITE_ONCE], [READ_WRITE_ONCE]],
    ['hostPath', PersistentVolumeSource.hostPath('/mnt'), [READ_WRITE_ONCE], []],
    ['csi', PersistentVolumeSource.csi({ driver: 'example.com', volumeHandle: 'a' }), ALL, ALL],
  ];
  test.each(offers)('%s: what the source offers is taken, everything else is refused', (_, source, directory, device) => {
    const modes = fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 1 });
    fc.assert(fc.property(modes, fc.constantFrom(VolumeMode.FILESYSTEM, VolumeMode.BLOCK), (accessModes, volumeMode) => {
      const offered = volumeMode === VolumeMode.BLOCK ? device : directory;
      const isAlone = accessModes.length === 1 || !accessModes.includes(READ_WRITE_ONCE_POD);
      const attempt = () => make({ source, accessModes, volumeMode });
      if (isAlone && accessModes.every((mode) => offered.includes(mode))) expect(attempt).not.toThrow();
      else expect(attempt).toThrow(/accessModes|volumeMode Block/);
    }));
  });
});

refusals(make, [
  [{ size: Size.gibibytes(0) }, "test/Volume: size '0Gi' is not a size"],
  [{ metadata: { namespace: 'team' } }, "metadata.namespace 'team' is given, but a PersistentVolume belongs to the whole cluster"],
  [{ accessModes: [] }, 'accessModes [] is empty'],
  [{ accessModes: [READ_WRITE_ONCE, READ_WRITE_ONCE_POD] }, 'has ReadWriteOncePod beside another mode'],
  [{ accessModes: [READ_WRITE_MANY] }, 'test/Volume: accessModes [ReadWriteMany] has ReadWriteMany, which an EBS volume does not offer as a directory; give ReadWriteOnce or ReadWriteOncePod, or VolumeMode.BLOCK for a raw device that several nodes write to'],
  [{ accessModes: [READ_ONLY_MANY] }, 'accessModes [ReadOnlyMany] has ReadOnlyMany, which an EBS volume does not offer as a directory; give ReadWriteOnce or ReadWriteOncePod'],
  [{ source: S3 }, 'accessModes [ReadWriteOnce] has ReadWriteOnce, which an S3 bucket does not offer as a directory; give ReadWriteMany or ReadOnlyMany'],
  [{ source: NFS, accessModes: [READ_WRITE_ONCE_POD] }, 'accessModes [ReadWriteOncePod] has ReadWriteOncePod, which an NFS export does not offer'],
  [{ source: EFS, volumeMode: VolumeMode.BLOCK }, 'test/Volume: volumeMode Block asks for a raw device, and an EFS file system is a directory; leave volumeMode out'],
  [{ volumeMode: VolumeMode.BLOCK }, "file system 'ext4' is for a directory, but the volume is a raw device (volumeMode Block); leave one of the two out"],
  [{ source: EBS_RAW, volumeMode: VolumeMode.BLOCK, mountOptions: ['noatime'] }, 'mountOptions [noatime] are for a directory, but the volume is a raw device'],
  [{ source: PersistentVolumeSource.hostPath('/mnt'), mountOptions: ['ro'] }, 'mountOptions [ro] are given for a hostPath, which the kubelet mounts without options; leave them out'],
  [{ mountOptions: [''] }, "mountOptions has the empty option ''; leave it out"],
  [{ source: NFS, reclaimPolicy: ReclaimPolicy.DELETE }, "reclaimPolicy Delete cannot be kept, for Kubernetes deletes nothing of an NFS server, and the volume would end as Failed; give Retain, or name the provisioner that deletes in the annotation 'pv.kubernetes.io/provisioned-by'"],
  [{ source: S3, accessModes: [READ_WRITE_MANY], reclaimPolicy: ReclaimPolicy.DELETE }, 'reclaimPolicy Delete cannot be kept, for the driver deletes no buckets'],
  [{ reclaimPolicy: 'Recycle' as ReclaimPolicy }, 'reclaimPolicy Recycle is deprecated and wipes the volume; give Retain, and wipe it yourself'],
  [{ source: NFS, reclaimPolicy: 'Recycle' as ReclaimPolicy }, 'reclaimPolicy Recycle is deprecated and wipes the volume; write why in recycleReason'],
  [{ recycleReason: 'scratch' }, "recycleReason is given, but Kubernetes wipes nothing but NFS exports and directories of a node below '/', and this is an EBS volume; leave it out to keep the data"],
  [{ source: PersistentVolumeSource.hostPath('/'), recycleReason: 'scratch' }, 'recycleReason is given, but Kubernetes wipes nothing but'],
  [{ source: NFS, recycleReason: ' ' }, "recycleReason '' says nothing"],
  [{ source: NFS, recycleReason: 'scratch', reclaimPolicy: ReclaimPolicy.RETAIN }, 'recycleReason is given together with reclaimPolicy Retain; leave one of them out'],
  [{ nodeAffinity: VolumeNodeAffinity.zones() }, "nodeAffinity asks for no value of 'topology.kubernetes.io/zone'; give at least one"],
  [{ nodeAffinity: VolumeNodeAffinity.nodes('') }, "nodeAffinity asks for the value '' of 'kubernetes.io/hostname'"],
  [{ nodeAffinity: VolumeNodeAffinity.zones('eu west') }, "nodeAffinity gives 'topology.kubernetes.io/zone' the value 'eu west', which is not a label value"],
  [{ nodeAffinity: VolumeNodeAffinity.labels() }, 'nodeAffinity has a term without a query, which no node answers; give at least one query'],
  [{ nodeAffinity: VolumeNodeAffinity.anyOf() }, 'nodeAffinity names no nodes, so that no Pod could use the volume'],
  [{ nodeAffinity: VolumeNodeAffinity.labels(NodeLabelQuery.exists('a/b/c')) }, "nodeAffinity has the key 'a/b/c', which is not a label name"],
  [{ nodeAffinity: VolumeNodeAffinity.labels(NodeLabelQuery.gt('cores', ['4', '8'])) }, "nodeAffinity compares 'cores' with [4, 8]; give one whole number"],
]);
