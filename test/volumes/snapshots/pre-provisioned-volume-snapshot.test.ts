import { Chart, Size, Testing } from 'cdk8s';
import {
  DeletionPolicy, EncryptedStorageClass, PersistentVolumeClaim, type PersistentVolumeClaimProps, PreProvisionedVolumeSnapshot,
  type PreProvisionedVolumeSnapshotProps, VolumeMode, VolumeSnapshotClass,
} from '../../../src';
import { refusals } from '../../refusals';

const HANDLE = 'snap-0123456789abcdef0';

function synth(props: Partial<PreProvisionedVolumeSnapshotProps>, namespace?: string): any[] {
  const chart = new Chart(Testing.app(), 'chart', { namespace });
  new PreProvisionedVolumeSnapshot(chart, 'Snapshot', { snapshotHandle: HANDLE, ...props });
  return Testing.synth(chart);
}

test('content and snapshot name each other, and the snapshot is kept', () => {
  const [content, snapshot] = synth({}, 'team');
  expect(content).toEqual({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotContent',
    metadata: { name: snapshot.spec.source.volumeSnapshotContentName },
    spec: {
      driver: 'ebs.csi.aws.com',
      deletionPolicy: 'Retain',
      source: { snapshotHandle: HANDLE },
      volumeSnapshotRef: { name: snapshot.metadata.name, namespace: 'team' },
    },
  });
  expect(snapshot.metadata.namespace).toBe('team');
});

test('every property reaches the objects', () => {
  const props: Required<PreProvisionedVolumeSnapshotProps> = {
    metadata: { name: 'imported', namespace: 'team', labels: { from: 'backup' } },
    contentMetadata: { name: 'team-imported', labels: { from: 'vault' }, annotations: { note: 'kept' } },
    snapshotHandle: 'any/handle',
    driver: 'example.com',
    deletionPolicy: DeletionPolicy.DELETE,
    snapshotClass: VolumeSnapshotClass.fromName('ebs'),
    sourceVolumeMode: VolumeMode.BLOCK,
    volumeModeChangeReason: 'the backup tool writes files',
    restoreSize: Size.gibibytes(20), // for the test of claims below
    deletionSecret: { name: 'login', namespace: 'kube-system' },
  };
  expect(synth(props)).toEqual([
    {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotContent',
      metadata: {
        name: 'team-imported',
        labels: { from: 'vault' },
        annotations: {
          'note': 'kept',
          'snapshot.storage.kubernetes.io/allow-volume-mode-change': 'true',
          'cdk8s-eks-storage/volume-mode-change-reason': 'the backup tool writes files',
          'snapshot.storage.kubernetes.io/deletion-secret-name': 'login',
          'snapshot.storage.kubernetes.io/deletion-secret-namespace': 'kube-system',
        },
      },
      spec: {
        driver: 'example.com',
        deletionPolicy: 'Delete',
        source: { snapshotHandle: 'any/handle' },
        sourceVolumeMode: 'Block',
        volumeSnapshotClassName: 'ebs',
        volumeSnapshotRef: { name: 'imported', namespace: 'team' },
      },
    },
    {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshot',
      metadata: { name: 'imported', namespace: 'team', labels: { from: 'backup' } },
      spec: { source: { volumeSnapshotContentName: 'team-imported' }, volumeSnapshotClassName: 'ebs' },
    },
  ]);
});

test('the content takes the name of the snapshot, and nothing else of it', () => {
  const [content, snapshot] = synth({ metadata: { name: 'imported', namespace: 'team', labels: { from: 'backup' }, annotations: { note: 'mine' } } });
  expect(content.metadata).toEqual({ name: 'imported' });
  expect(snapshot.spec.source).toEqual({ volumeSnapshotContentName: 'imported' });
});

test('a claim starts from it', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'team' });
  const snapshot = new PreProvisionedVolumeSnapshot(chart, 'Snapshot', { snapshotHandle: HANDLE });
  const restored = new PersistentVolumeClaim(chart, 'Restored', { size: Size.gibibytes(1), dataSource: snapshot });
  expect(restored.toJson().spec.dataSource).toEqual({ apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: snapshot.name });
});

describe('a claim that starts from it', () => {
  const start = (props: Partial<PreProvisionedVolumeSnapshotProps>, claim: Partial<PersistentVolumeClaimProps> = {}) => {
    const chart = new Chart(Testing.app(), 'chart', { namespace: 'team' });
    const dataSource = new PreProvisionedVolumeSnapshot(chart, 'Snapshot', { metadata: { name: 'imported' }, snapshotHandle: HANDLE, ...props });
    return new PersistentVolumeClaim(chart, 'Restored', { size: Size.gibibytes(10), storageClass: new EncryptedStorageClass(chart, 'Class'), dataSource, ...claim });
  };
  const raw = { sourceVolumeMode: VolumeMode.BLOCK };

  test.each<[string, Partial<PreProvisionedVolumeSnapshotProps>, Partial<PersistentVolumeClaimProps>?]>([
    ['nothing but the driver is known', {}],
    ['it is as large', { restoreSize: Size.gibibytes(10) }],
    ['it is of the same mode', raw, { volumeMode: VolumeMode.BLOCK }],
    ['it is of another mode, for a reason', { ...raw, volumeModeChangeReason: 'a backup tool' }],
  ])('is taken where %s', (_, props, claim = {}) => {
    expect(start(props, claim).toJson().spec.dataSource.name).toBe('imported');
  });

  refusals<[Partial<PreProvisionedVolumeSnapshotProps>, Partial<PersistentVolumeClaimProps>?]>(([props, claim]) => start(props, claim), [
    [[{ restoreSize: Size.gibibytes(11) }], "size '10Gi' is below the '11Gi' of its dataSource 'imported'"],
    [[raw], "volumeMode Filesystem is not that of its dataSource 'imported', which is Block"],
    [[{ driver: 'example.com' }], "dataSource 'imported' is a volume of 'example.com', but the class"],
    [[{}, { metadata: { namespace: 'other' } }], "dataSource 'imported' is in the namespace 'team', but the claim is in 'other'"],
  ]);
});

refusals((props) => synth(props, 'team'), [
  [{ snapshotHandle: 'vol-0123456789abcdef0' }, "snapshotHandle 'vol-0123456789abcdef0' is not the id of an EBS snapshot; give one as in 'snap-0123456789abcdef0'"],
  [{ snapshotHandle: '', driver: 'example.com' }, "snapshotHandle '' is empty"],
  [{ snapshotHandle: 'snap-1' }, "of a snapshot that is tagged 'ebs.csi.aws.com/cluster=true', which AmazonEBSCSIDriverPolicyV2 asks for"],
  [{ driver: '', snapshotHandle: 'x' }, "driver '' is empty; name the CSI driver whose snapshot it is, or leave it out for 'ebs.csi.aws.com'"],
  [{ metadata: { name: 'A' } }, "metadata.name 'A' is not a name Kubernetes takes"],
  [{ contentMetadata: { name: 'A' } }, "contentMetadata.name 'A' is not a name Kubernetes takes"],
  [{ contentMetadata: { namespace: 'a' } }, "contentMetadata.namespace 'a' is given, but a VolumeSnapshotContent belongs to the whole cluster; leave the namespace out"],
  [{ snapshotClass: { volumeSnapshotClassName: 'zfs', driver: 'fsx.openzfs.csi.aws.com' } }, "snapshotClass 'zfs' is of 'fsx.openzfs.csi.aws.com', but the snapshot is of 'ebs.csi.aws.com'; name a class of 'ebs.csi.aws.com', or leave it out"],
  [{ restoreSize: Size.gibibytes(0) }, "restoreSize '0Gi' is not a size"],
  [{ volumeModeChangeReason: ' ', sourceVolumeMode: VolumeMode.BLOCK }, "volumeModeChangeReason '' says nothing; write why claims may be of another mode, or leave it out"],
  [{ volumeModeChangeReason: 'a tool' }, 'volumeModeChangeReason is given without sourceVolumeMode, so claims may be of any mode anyway; give both, or leave it out'],
  [{ deletionPolicy: DeletionPolicy.DELETE, deletionSecret: { name: 'A', namespace: 'b' } }, "deletionSecret.name 'A' is not a name Kubernetes takes"],
  [{ deletionSecret: { name: 'a', namespace: 'b' } }, 'deletionSecret is given, but deletionPolicy Retain deletes nothing; leave it out, or give DeletionPolicy.DELETE'],
]);

test('fails where the namespace is not known', () => {
  expect(() => synth({})).toThrow('chart/Snapshot: the VolumeSnapshotContent has to name the namespace of its VolumeSnapshot');
});
