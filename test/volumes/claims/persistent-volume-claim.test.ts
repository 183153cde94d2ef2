import { Chart, Size, Testing } from 'cdk8s';
import { LabelExpression, LabelSelector, Pod, Role } from 'cdk8s-plus-27';
import fc from 'fast-check';
import { AccessMode, PersistentVolumeClaim, type PersistentVolumeClaimProps, StorageClass, VolumeMode, VolumeSnapshot } from '../../../src';
import { refusals } from '../../refusals';

const make = (props: PersistentVolumeClaimProps) => new PersistentVolumeClaim(Testing.chart(), 'Claim', props).toJson();

test('without a word it is a directory for the Pods of one node, of the default class', () => {
  expect(make({ metadata: { name: 'data' }, size: Size.gibibytes(10) })).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem', resources: { requests: { storage: '10Gi' } } },
  });
});

test('every property reaches the object, but those that exclude each other', () => {
  const props: Required<Omit<PersistentVolumeClaimProps, 'volumeName' | 'selector'>> = {
    metadata: { name: 'all', namespace: 'team' },
    size: Size.mebibytes(500),
    expandedFrom: Size.mebibytes(499),
    storageClass: StorageClass.fromName('fast'),
    accessModes: [AccessMode.READ_WRITE_ONCE, AccessMode.READ_ONLY_MANY],
    volumeMode: VolumeMode.BLOCK,
    volumeAttributesClass: { volumeAttributesClassName: 'gold' },
    dataSource: VolumeSnapshot.fromName('yesterday'),
  };
  expect(make(props)).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'all', namespace: 'team' },
    spec: {
      accessModes: ['ReadWriteOnce', 'ReadOnlyMany'],
      volumeMode: 'Block',
      storageClassName: 'fast',
      volumeAttributesClassName: 'gold',
      resources: { requests: { storage: '500Mi' } },
      dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'yesterday' },
    },
  });
  expect(make({ size: Size.gibibytes(1), volumeName: 'pv-1' }).spec.volumeName).toBe('pv-1');
});

test('a selector chooses among volumes that exist', () => {
  const selector = LabelSelector.of({ labels: { tier: 'gold' }, expressions: [LabelExpression.in('disk', ['a', 'b']), LabelExpression.exists('backup')] });
  for (const storageClass of [StorageClass.none(), { storageClassName: 'local', provisioner: 'kubernetes.io/no-provisioner' }, StorageClass.fromName('any')]) {
    expect(make({ size: Size.gibibytes(1), storageClass, selector }).spec.selector).toEqual({
      matchLabels: { tier: 'gold' },
      matchExpressions: [{ key: 'disk', operator: 'In', values: ['a', 'b'] }, { key: 'backup', operator: 'Exists' }],
    });
  }
});

test('no class is the empty name, which is not the same as no name', () => {
  expect(make({ size: Size.gibibytes(1), storageClass: StorageClass.none() }).spec.storageClassName).toBe('');
  expect(make({ size: Size.gibibytes(1) }).spec).not.toHaveProperty('storageClassName');
});

test('it mounts in a container, twice as the same volume', () => {
  const chart = Testing.chart();
  const claim = new PersistentVolumeClaim(chart, 'Claim', { metadata: { name: 'data.v1' }, size: Size.gibibytes(1) });
  const pod = new Pod(chart, 'Pod', { containers: [{ name: 'a', image: 'a' }, { name: 'b', image: 'b' }] });
  for (const container of pod.containers) container.mount('/data', claim);
  const { spec } = Testing.synth(chart)[1];
  expect(spec.volumes).toEqual([{ name: 'pvc-data-v1', persistentVolumeClaim: { claimName: 'data.v1' } }]);
  expect(spec.containers.map((container: any) => container.volumeMounts)).toEqual([
    [{ name: 'pvc-data-v1', mountPath: '/data' }], [{ name: 'pvc-data-v1', mountPath: '/data' }],
  ]);
});

test('the name of its volume is one that Kubernetes takes, however long its own', () => {
  const name = `${'a'.repeat(58)}.${'b'.repeat(100)}`;
  const claim = new PersistentVolumeClaim(Testing.chart(), 'Claim', { metadata: { name }, size: Size.gibibytes(1) });
  expect(claim.asVolume().name).toBe(`pvc-${'a'.repeat(58)}`);
});

test('another claim is cloned from it', () => {
  const chart = Testing.chart();
  const claim = new PersistentVolumeClaim(chart, 'Claim', { metadata: { name: 'data' }, size: Size.gibibytes(1) });
  const clone = new PersistentVolumeClaim(chart, 'Clone', { size: Size.gibibytes(1), dataSource: claim });
  expect(clone.toJson().spec.dataSource).toEqual({ kind: 'PersistentVolumeClaim', name: 'data' });
});

test('RBAC rules can be about it', () => {
  const chart = new Chart(Testing.app(), 'chart');
  new Role(chart, 'Role').allowRead(new PersistentVolumeClaim(chart, 'Claim', { metadata: { name: 'data' }, size: Size.gibibytes(1) }));
  expect(Testing.synth(chart)[0].rules).toEqual([
    { apiGroups: [''], resources: ['persistentvolumeclaims'], resourceNames: ['data'], verbs: ['get', 'list', 'watch'] },
  ]);
});

refusals(make, [
  [{ size: Size.gibibytes(0) }, "test/Claim: size '0Gi' is not a size; give more than zero, for example Size.gibibytes(10)"],
  [{ size: Size.gibibytes(1), metadata: { name: 'My_Claim' } }, "metadata.name 'My_Claim' is not a name Kubernetes takes"],
  [{ size: Size.gibibytes(1), metadata: { labels: { app: 'a b' } } }, "metadata.labels gives 'app' the value 'a b'"],
  [{ size: Size.gibibytes(1), accessModes: [] }, 'accessModes [] is empty, which Kubernetes refuses'],
  [{ size: Size.gibibytes(1), accessModes: [AccessMode.READ_WRITE_ONCE_POD, AccessMode.READ_ONLY_MANY] }, 'accessModes [ReadWriteOncePod, ReadOnlyMany] has ReadWriteOncePod beside another mode'],
  [{ size: Size.gibibytes(1), volumeName: 'PV' }, "volumeName 'PV' is not a name Kubernetes takes"],
  [{ size: Size.gibibytes(1.1) }, "size '1.1Gi' is not a whole number of bytes; give a whole number of a smaller unit, for example Size.kibibytes(1153434)"],
  [{ size: Size.gibibytes(1), accessModes: [AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_ONCE] }, 'accessModes [ReadWriteOnce, ReadWriteOnce] has ReadWriteOnce more than once; leave one out'],
  [{ size: Size.gibibytes(1), expandedFrom: Size.gibibytes(0) }, "expandedFrom '0Gi' is not a size"],
  [{ size: Size.gibibytes(1), expandedFrom: Size.mebibytes(1025) }, "size '1Gi' is below expandedFrom '1025Mi', and volumes never shrink; give at least '1025Mi'"],
]);

test('any size is rendered in the unit it is given in', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), (amount) => {
    expect(make({ size: Size.mebibytes(amount) }).spec.resources.requests.storage).toBe(`${amount}Mi`);
  }));
});
