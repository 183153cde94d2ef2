import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { DeletionPolicy, VolumeSnapshotClass, type VolumeSnapshotClassProps } from '../../../src';
import { refusals } from '../../refusals';

const DEFAULT = 'snapshot.storage.kubernetes.io/is-default-class';
const MINIMAL: VolumeSnapshotClassProps = { driver: 'example.com', deletionPolicy: DeletionPolicy.DELETE };

test('without further words it says its driver and what becomes of the snapshots', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'team' });
  expect(new VolumeSnapshotClass(chart, 'Class', { metadata: { name: 'any' }, ...MINIMAL }).toJson()).toEqual({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: { name: 'any' },
    driver: 'example.com',
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
  expect(snapshotClass).toMatchObject({ volumeSnapshotClassName: 'all', driver: 'example.com' });
  expect(snapshotClass.toJson()).toEqual({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: { name: 'all', labels: { team: 'storage' }, annotations: { [DEFAULT]: 'true' } },
    driver: 'example.com',
    deletionPolicy: 'Retain',
    parameters: { key: 'value' },
  });
});

test('not being the default can be said aloud', () => {
  expect(new VolumeSnapshotClass(Testing.chart(), 'Class', { ...MINIMAL, isDefault: false }).toJson().metadata.annotations).toEqual({ [DEFAULT]: 'false' });
});

refusals<Partial<VolumeSnapshotClassProps>>((props) => new VolumeSnapshotClass(Testing.chart(), 'Class', { ...MINIMAL, ...props }), [
  [{ driver: '' }, "test/Class: driver '' is empty; name the CSI driver that takes the snapshots, for example 'fsx.openzfs.csi.aws.com'"],
  [{ metadata: { namespace: 'team' } }, "metadata.namespace 'team' is given, but a VolumeSnapshotClass belongs to the whole cluster; leave the namespace out"],
  [{ metadata: { name: 'My Class' } }, "metadata.name 'My Class' is not a name Kubernetes takes"],
  [{ parameters: { days: 30 as unknown as string } }, "parameters gives 'days' the number 30, but Kubernetes takes text only; write '30'"],
  [{ isDefault: true, metadata: { annotations: { [DEFAULT]: 'false' } } }, `isDefault true and the annotation '${DEFAULT}' of metadata, 'false', contradict each other; leave the annotation out`],
]);

test('a class that somebody else creates is referred to by its name', () => {
  expect(VolumeSnapshotClass.fromName('nightly')).toEqual({ volumeSnapshotClassName: 'nightly' });
  expect(() => VolumeSnapshotClass.fromName('')).toThrow("VolumeSnapshotClass.fromName: name ''");
});

describe('the default class', () => {
  const add = (chart: Chart, id: string, props: Partial<VolumeSnapshotClassProps> = {}) =>
    new VolumeSnapshotClass(chart, id, { ...MINIMAL, isDefault: true, ...props });

  test('of a driver is one: two are refused when the app is synthesized', () => {
    const chart = Testing.chart();
    add(chart, 'One');
    add(new Chart(chart, 'inner'), 'Two');
    expect(() => Testing.synth(chart)).toThrow("isDefault true is said of test/One and of test/inner/Two, and driver 'example.com' needs one default; say isDefault false of one of them");
  });

  test('may be one for each driver, and one for each cluster', () => {
    const app = Testing.app();
    for (const cluster of ['blue', 'green']) {
      const chart = new Chart(app, cluster);
      add(chart, 'One');
      add(chart, 'Two', { driver: 'example.org' });
      add(chart, 'Three', { isDefault: false });
      add(chart, 'Four', { isDefault: undefined });
      expect(() => Testing.synth(chart)).not.toThrow();
    }
  });

  test('is also what an annotation or a patch makes the default, whoever wrote the class', () => {
    const chart = Testing.chart();
    new ApiObject(chart, 'Plain', { apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshotClass', ...{ driver: 'example.com', deletionPolicy: 'Delete' } })
      .metadata.addAnnotation(DEFAULT, 'true');
    const patched = add(chart, 'Patched', { isDefault: false });
    expect(() => Testing.synth(chart)).not.toThrow();
    patched.addJsonPatch(JsonPatch.replace(`/metadata/annotations/${DEFAULT.replace('/', '~1')}`, 'true'));
    expect(() => Testing.synth(chart)).toThrow('isDefault true is said of test/Plain and of test/Patched');
  });

  test('is no StorageClass', () => {
    const chart = Testing.chart();
    new ApiObject(chart, 'Other', { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { annotations: { [DEFAULT]: 'true' } }, ...{ driver: 'example.com' } });
    add(chart, 'One');
    expect(() => Testing.synth(chart)).not.toThrow();
  });
});
