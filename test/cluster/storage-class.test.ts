import { ApiObject, Chart, Testing } from 'cdk8s';
import { AllowedTopology, ReclaimPolicy, StorageClass, type StorageClassProps, VolumeBindingMode } from '../../src';

test('a class of any provisioner has what was said and nothing else', () => {
  const storageClass = new StorageClass(Testing.chart(), 'Class', { metadata: { name: 'ssd' }, provisioner: 'kubernetes.io/gce-pd', parameters: { type: 'pd-ssd' } });
  expect(storageClass.toJson()).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'ssd' },
    provisioner: 'kubernetes.io/gce-pd',
    parameters: { type: 'pd-ssd' },
  });
});

test('every property reaches the object', () => {
  const props: Required<StorageClassProps> = {
    metadata: { name: 'all', labels: { team: 'storage' }, annotations: { note: 'kept' } },
    isDefault: true,
    provisioner: 'efs.csi.aws.com',
    parameters: { fileSystemId: 'fs-1' },
    reclaimPolicy: ReclaimPolicy.RETAIN,
    volumeBindingMode: VolumeBindingMode.IMMEDIATE,
    allowVolumeExpansion: false,
    mountOptions: ['tls'],
    allowedTopologies: [AllowedTopology.zones('eu-west-1a', 'eu-west-1b'), AllowedTopology.label('example.com/rack', '7')],
  };
  expect(new StorageClass(Testing.chart(), 'Class', props).toJson()).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'all', labels: { team: 'storage' }, annotations: { 'note': 'kept', 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: 'efs.csi.aws.com',
    parameters: { fileSystemId: 'fs-1' },
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'Immediate',
    allowVolumeExpansion: false,
    mountOptions: ['tls'],
    allowedTopologies: [
      { matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['eu-west-1a', 'eu-west-1b'] }] },
      { matchLabelExpressions: [{ key: 'example.com/rack', values: ['7'] }] },
    ],
  });
});

test('not being the default can be said aloud', () => {
  const storageClass = new StorageClass(Testing.chart(), 'Class', { provisioner: 'x', isDefault: false });
  expect(storageClass.toJson().metadata.annotations).toEqual({ 'storageclass.kubernetes.io/is-default-class': 'false' });
});

test("a class belongs to the whole cluster, so the chart's namespace is not for it", () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'team' });
  expect(new StorageClass(chart, 'Class', { provisioner: 'x' }).toJson().metadata).not.toHaveProperty('namespace');
});

test('a class without a name is named after its path, also where the name is given as undefined', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const storageClass = new StorageClass(chart, 'Class', { provisioner: 'x', metadata: { name: undefined } });
  expect(storageClass.storageClassName).toMatch(/^chart-class-/);
  expect(storageClass.toJson().metadata.name).toBe(storageClass.storageClassName);
});

test('it is one node of the tree, and patches go straight to it', () => {
  const storageClass = new StorageClass(Testing.chart(), 'Class', { provisioner: 'x' });
  expect(storageClass.node.children).toEqual([]);
  expect(ApiObject.of(storageClass)).toBe(storageClass);
});

test('a class that somebody else creates is referred to by its name', () => {
  expect(StorageClass.fromName('gp3')).toEqual({ storageClassName: 'gp3' });
  expect(StorageClass.none()).toEqual({ storageClassName: '' });
  expect(() => StorageClass.fromName('GP3')).toThrow("StorageClass.fromName: name 'GP3' is not a name Kubernetes takes");
});

test('fails with all that is wrong, at once', () => {
  const props: StorageClassProps = {
    metadata: { name: 'Fast', namespace: 'team' },
    provisioner: '',
    parameters: { encrypted: true as unknown as string },
    allowedTopologies: [AllowedTopology.zones()],
  };
  expect(() => new StorageClass(Testing.chart(), 'Class', props)).toThrow(new Error([
    'test/Class: 5 mistakes',
    "metadata.name 'Fast' is not a name Kubernetes takes; use at most 253 lower case letters, digits, '-' and '.', with a letter or digit at both ends and around every '.'",
    "metadata.namespace 'team' is given, but a StorageClass belongs to the whole cluster; leave the namespace out",
    "provisioner '' is empty; name the driver that creates the volumes, for example 'ebs.csi.aws.com'",
    "parameters gives 'encrypted' the boolean true, but Kubernetes takes text only; write 'true'",
    "allowedTopologies names no place under 'topology.kubernetes.io/zone' (got []); give at least one value and no empty ones, or leave allowedTopologies out",
  ].join('\n  - ')));
});

test('what is refused leaves nothing in the chart', () => {
  const chart = Testing.chart();
  expect(() => new StorageClass(chart, 'Class', { provisioner: '' })).toThrow();
  expect(chart.node.children).toEqual([]);
});
