import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { AllowedTopology, ReclaimPolicy, StorageClass, type StorageClassProps, VolumeBindingMode } from '../../../src';
import { refusals } from '../../refusals';

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
    nameWithHash: true,
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
    metadata: { name: expect.stringMatching(/^all-[0-9a-f]{8}$/), labels: { team: 'storage' }, annotations: { 'note': 'kept', 'storageclass.kubernetes.io/is-default-class': 'true' } },
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

describe('a name with a hash', () => {
  const nameOf = (props: Partial<StorageClassProps>, id = 'Class') =>
    new StorageClass(new Chart(Testing.app(), 'chart'), id, { provisioner: 'x', nameWithHash: true, metadata: { name: 'fast' }, ...props }).storageClassName;
  const name = nameOf({ parameters: { a: '1', b: '2' } });

  test('says what is inside, and goes on being the name in the manifest', () => {
    expect(name).toBe('fast-968cbadc');
    const storageClass = new StorageClass(Testing.chart(), 'Class', { provisioner: 'x', nameWithHash: true, metadata: { name: 'fast' } });
    expect(storageClass.toJson().metadata.name).toBe(storageClass.storageClassName);
  });

  test.each<[string, Partial<StorageClassProps>]>([
    ['the provisioner', { provisioner: 'y', parameters: { a: '1', b: '2' } }],
    ['a parameter', { parameters: { a: '1', b: '3' } }],
    ['the name of a parameter', { parameters: { a: '1', c: '2' } }],
    ['the reclaim policy', { parameters: { a: '1', b: '2' }, reclaimPolicy: ReclaimPolicy.RETAIN }],
    ['the binding mode', { parameters: { a: '1', b: '2' }, volumeBindingMode: VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER }],
  ])('changes with %s', (_, props) => {
    expect(nameOf(props)).toMatch(/^fast-[0-9a-f]{8}$/);
    expect(nameOf(props)).not.toBe(name);
  });

  test.each<[string, Partial<StorageClassProps>]>([
    ['the order of the parameters', { parameters: { b: '2', a: '1' } }],
    ['saying a default aloud', { parameters: { a: '1', b: '2' }, reclaimPolicy: ReclaimPolicy.DELETE, volumeBindingMode: VolumeBindingMode.IMMEDIATE }],
    ['what can be changed', {
      parameters: { a: '1', b: '2' }, isDefault: true, allowVolumeExpansion: true, mountOptions: ['noatime'], allowedTopologies: [AllowedTopology.zones('eu-west-1a')],
    }],
  ])('does not change with %s', (_, props) => {
    expect(nameOf(props)).toBe(name);
  });

  test('is made of the path where no name is given', () => {
    expect(nameOf({ metadata: undefined }, 'Fast')).toMatch(/^chart-fast-[0-9a-f]{8}$/);
    expect(nameOf({ metadata: { labels: { a: 'b' } } }, 'Fast')).toMatch(/^chart-fast-[0-9a-f]{8}$/);
  });

  test('is not added unless asked for', () => {
    expect(nameOf({ nameWithHash: false })).toBe('fast');
  });

  test('is as long as Kubernetes takes, and no longer', () => {
    expect(nameOf({ metadata: { name: 'x'.repeat(244) } })).toHaveLength(253);
  });

  refusals(nameOf, [
    [{ metadata: { name: 'x'.repeat(245) } }, 'is too long for nameWithHash to add to it; use at most 244 characters'],
    [{ parameters: { kmsKeyId: '${Token[KEY.1]}' } }, 'nameWithHash cannot be made of parameters.kmsKeyId, which the CDK fills in later; leave nameWithHash out'],
  ]);
});

describe('the default class', () => {
  const app = () => Testing.app();
  const add = (chart: Chart, id: string, props: Partial<StorageClassProps> = {}) =>
    new StorageClass(chart, id, { provisioner: 'ebs.csi.aws.com', isDefault: true, ...props });

  test('is one of a chart: two fail when the app is synthesized, and both are named', () => {
    const chart = new Chart(app(), 'chart');
    add(chart, 'Old');
    add(new Chart(chart, 'inner'), 'New');
    expect(() => Testing.synth(chart)).toThrow('isDefault true is said of chart/Old and of chart/inner/New, and a cluster needs one default; say isDefault false of one of them');
  });

  test('is reported once for each pair', () => {
    const chart = new Chart(app(), 'chart');
    ['A', 'B', 'C'].forEach((id) => add(chart, id));
    expect(() => Testing.synth(chart)).toThrow(/^(?:(?!is said of)[^])*(?:is said of(?:(?!is said of)[^])*){3}$/);
  });

  test('may be another one in each outermost chart, for each may be for another cluster', () => {
    const both = app();
    const charts = ['dev', 'prod'].map((id) => new Chart(both, id));
    charts.forEach((chart) => add(chart, 'Default'));
    expect(Testing.synth(charts[0])).toHaveLength(1);
  });

  test('may stand beside others that are none', () => {
    const chart = new Chart(app(), 'chart');
    add(chart, 'Default');
    add(chart, 'Other', { isDefault: false });
    add(chart, 'Another', { isDefault: undefined });
    expect(Testing.synth(chart)).toHaveLength(3);
  });

  test('may stand beside one from before the CSI drivers, which it takes over from', () => {
    const chart = new Chart(app(), 'chart');
    add(chart, 'Gp2', { provisioner: 'kubernetes.io/aws-ebs' });
    add(chart, 'Default');
    expect(Testing.synth(chart)).toHaveLength(2);
  });

  test('is also what an annotation or a patch makes the default, and not what a patch makes none', () => {
    const chart = new Chart(app(), 'chart');
    const patched = add(chart, 'Patched');
    add(chart, 'Annotated', { isDefault: undefined, metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } } });
    expect(() => Testing.synth(chart)).toThrow('is said of chart/Patched and of chart/Annotated');
    patched.addJsonPatch(JsonPatch.remove('/metadata/annotations'));
    expect(Testing.synth(chart)).toHaveLength(2);
  });

  test('is not contradicted by an annotation', () => {
    const metadata = { annotations: { 'storageclass.kubernetes.io/is-default-class': 'false' } };
    expect(() => add(new Chart(app(), 'chart'), 'Class', { metadata }))
      .toThrow("isDefault true and the annotation 'storageclass.kubernetes.io/is-default-class' of metadata, 'false', contradict each other; leave the annotation out");
  });
});

test('what is no property of a class does not reach the manifest', () => {
  const shared = { provisioner: 'efs.csi.aws.com', extraParameters: { a: 'b' } };
  const chart = Testing.chart();
  new StorageClass(chart, 'Class', shared);
  expect(Object.keys(Testing.synth(chart)[0])).toEqual(['apiVersion', 'kind', 'metadata', 'provisioner']);
});
