import { Testing } from 'cdk8s';
import { DeletionPolicy, SnapshotSupport, type SnapshotSupportProps } from '../../../src';

function kinds(props?: SnapshotSupportProps): string[] {
  const chart = Testing.chart();
  new SnapshotSupport(chart, 'Snapshots', props);
  return Testing.synth(chart).map(({ kind }) => kind);
}

test('first the kinds, then the controller, then the class', () => {
  expect([...new Set(kinds())]).toEqual([
    'CustomResourceDefinition', 'ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'Deployment', 'PodDisruptionBudget',
    'VolumeSnapshotClass',
  ]);
});

test('the class it makes by itself is the default and keeps snapshots', () => {
  expect(new SnapshotSupport(Testing.chart(), 'Snapshots').snapshotClass.toJson()).toMatchObject({
    metadata: { annotations: { 'snapshot.storage.kubernetes.io/is-default-class': 'true' } },
    deletionPolicy: 'Retain',
  });
});

test('every property reaches its part', () => {
  const props: Required<SnapshotSupportProps> = {
    controller: { namespace: 'storage' },
    snapshotClass: { metadata: { name: 'mine' }, deletionPolicy: DeletionPolicy.DELETE, fastSnapshotRestoreZones: ['eu-west-1a'] },
  };
  const chart = Testing.chart();
  const snapshots = new SnapshotSupport(chart, 'Snapshots', props);
  expect(Testing.synth(chart).find(({ kind }) => kind === 'Deployment').metadata.namespace).toBe('storage');
  expect(snapshots.snapshotClass.volumeSnapshotClassName).toBe('mine');
  expect(snapshots.snapshotClass.toJson().parameters).toEqual({ fastSnapshotRestoreAvailabilityZones: 'eu-west-1a' });
});
