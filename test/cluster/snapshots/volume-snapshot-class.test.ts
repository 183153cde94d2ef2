import { Chart, Testing } from 'cdk8s';
import { DeletionPolicy, VolumeSnapshotClass, type VolumeSnapshotClassProps } from '../../../src';

test('without a word of the driver it is for EBS', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'team' });
  expect(new VolumeSnapshotClass(chart, 'Class', { metadata: { name: 'ebs' }, deletionPolicy: DeletionPolicy.DELETE }).toJson()).toEqual({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: { name: 'ebs' },
    driver: 'ebs.csi.aws.com',
    deletionPolicy: 'Delete',
  });
});

test('every property reaches the object', () => {
  const props: Required<VolumeSnapshotClassProps> = {
    metadata: { name: 'all', labels: { team: 'storage' } },
    deletionPolicy: DeletionPolicy.RETAIN,
    driver: 'example.com',
    parameters: { key: 'value' },
    isDefault: true,
  };
  const snapshotClass = new VolumeSnapshotClass(Testing.chart(), 'Class', props);
  expect(snapshotClass.volumeSnapshotClassName).toBe('all');
  expect(snapshotClass.toJson()).toEqual({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: { name: 'all', labels: { team: 'storage' }, annotations: { 'snapshot.storage.kubernetes.io/is-default-class': 'true' } },
    driver: 'example.com',
    deletionPolicy: 'Retain',
    parameters: { key: 'value' },
  });
});

test('fails without a driver and with a namespace', () => {
  const props = { driver: '', deletionPolicy: DeletionPolicy.DELETE, metadata: { namespace: 'team' } };
  expect(() => new VolumeSnapshotClass(Testing.chart(), 'Class', props)).toThrow(/2 mistakes[^]*namespace 'team' is given[^]*driver '' is empty/);
});

test('a class that somebody else creates is referred to by its name', () => {
  expect(VolumeSnapshotClass.fromName('nightly')).toEqual({ volumeSnapshotClassName: 'nightly' });
  expect(() => VolumeSnapshotClass.fromName('')).toThrow("VolumeSnapshotClass.fromName: name ''");
});
