import { Chart, Size, Testing } from 'cdk8s';
import { PersistentVolumeClaim as PlusClaim } from 'cdk8s-plus-27';
import { PersistentVolumeClaim, VolumeSnapshot, VolumeSnapshotClass, type VolumeSnapshotProps } from '../../../src';

test('every property reaches the object', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'team' });
  const props: Required<VolumeSnapshotProps> = {
    metadata: { name: 'today' },
    claim: new PersistentVolumeClaim(chart, 'Claim', { metadata: { name: 'data' }, size: Size.gibibytes(1) }),
    snapshotClass: VolumeSnapshotClass.fromName('ebs'),
  };
  expect(new VolumeSnapshot(chart, 'Snapshot', props).toJson()).toEqual({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshot',
    metadata: { name: 'today', namespace: 'team' },
    spec: { source: { persistentVolumeClaimName: 'data' }, volumeSnapshotClassName: 'ebs' },
  });
});

test('without a class the default one is left to be found', () => {
  const chart = Testing.chart();
  const claim = PlusClaim.fromClaimName(chart, 'Claim', 'of-cdk8s-plus');
  expect(new VolumeSnapshot(chart, 'Snapshot', { claim }).toJson().spec).toEqual({ source: { persistentVolumeClaimName: 'of-cdk8s-plus' } });
});

test('a claim starts from it', () => {
  const chart = Testing.chart();
  const snapshot = new VolumeSnapshot(chart, 'Snapshot', { metadata: { name: 'today' }, claim: PlusClaim.fromClaimName(chart, 'Claim', 'data') });
  const restored = new PersistentVolumeClaim(chart, 'Restored', { size: Size.gibibytes(1), dataSource: snapshot });
  expect(restored.toJson().spec.dataSource).toEqual({ apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'today' });
});

test('fails with a name Kubernetes refuses', () => {
  const chart = Testing.chart();
  const claim = PlusClaim.fromClaimName(chart, 'Claim', 'data');
  expect(() => new VolumeSnapshot(chart, 'Snapshot', { claim, metadata: { name: 'To day' } })).toThrow("test/Snapshot: metadata.name 'To day' is not a name");
  expect(() => VolumeSnapshot.fromName('To day')).toThrow("VolumeSnapshot.fromName: name 'To day' is not a name");
});
