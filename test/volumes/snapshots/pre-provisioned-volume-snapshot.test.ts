import { Chart, Size, Testing } from 'cdk8s';
import { DeletionPolicy, PersistentVolumeClaim, PreProvisionedVolumeSnapshot, type PreProvisionedVolumeSnapshotProps, VolumeSnapshotClass } from '../../../src';
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

test('every property reaches both objects', () => {
  const props: Required<PreProvisionedVolumeSnapshotProps> = {
    metadata: { name: 'imported', namespace: 'team', labels: { from: 'backup' } },
    snapshotHandle: 'any/handle',
    driver: 'example.com',
    deletionPolicy: DeletionPolicy.DELETE,
    snapshotClass: VolumeSnapshotClass.fromName('ebs'),
  };
  expect(synth(props)).toEqual([
    {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotContent',
      metadata: { name: 'imported' },
      spec: {
        driver: 'example.com',
        deletionPolicy: 'Delete',
        source: { snapshotHandle: 'any/handle' },
        volumeSnapshotClassName: 'ebs',
        volumeSnapshotRef: { name: 'imported', namespace: 'team' },
      },
    },
    {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshot',
      metadata: { name: 'imported', namespace: 'team', labels: { from: 'backup' } },
      spec: { source: { volumeSnapshotContentName: 'imported' }, volumeSnapshotClassName: 'ebs' },
    },
  ]);
});

test('a claim starts from it', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'team' });
  const snapshot = new PreProvisionedVolumeSnapshot(chart, 'Snapshot', { snapshotHandle: HANDLE });
  const restored = new PersistentVolumeClaim(chart, 'Restored', { size: Size.gibibytes(1), dataSource: snapshot });
  expect(restored.toJson().spec.dataSource).toEqual({ apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: snapshot.name });
});

refusals((props) => synth(props, 'team'), [
  [{ snapshotHandle: 'vol-0123456789abcdef0' }, "snapshotHandle 'vol-0123456789abcdef0' is not the id of an EBS snapshot; give one as in 'snap-0123456789abcdef0'"],
  [{ snapshotHandle: '', driver: 'example.com' }, "snapshotHandle '' is empty"],
  [{ metadata: { name: 'A' } }, "metadata.name 'A' is not a name Kubernetes takes"],
]);

test('fails where the namespace is not known', () => {
  expect(() => synth({})).toThrow('chart/Snapshot: the VolumeSnapshotContent has to name the namespace of its VolumeSnapshot');
});
