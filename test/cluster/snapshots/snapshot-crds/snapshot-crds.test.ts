import { createHash } from 'node:crypto';
import { ApiObject, Testing } from 'cdk8s';
import { SnapshotCrds } from '../../../../src';

const definitions = new SnapshotCrds(Testing.chart(), 'Crds').node.children.map((child) => ApiObject.of(child).toJson());

/** Of external-snapshotter v8.6.0, whose structure these are to have; without descriptions and rules, which are in our own words. */
const FINGERPRINTS = {
  'volumesnapshotclasses.snapshot.storage.k8s.io': '74fc935ec7cb1fe6a5eae9685d7d21a3514b83ac712e4c83ebe508a8996bdfc6',
  'volumesnapshotcontents.snapshot.storage.k8s.io': '2fbfb5cdceac3e32ed437e0e511106e40f6378485548527666a5f57b9a384651',
  'volumesnapshots.snapshot.storage.k8s.io': 'c2383445d37faf62b6f77b5a0722da5ce11828a3b7c7e69cbff40e03276fe46e',
};

test.each(Object.entries(FINGERPRINTS))('%s has the structure of upstream', (name, fingerprint) => {
  expect(fingerprintOf(definitions.find((definition) => definition.metadata.name === name))).toBe(fingerprint);
});

test('there are these three and no group snapshots', () => {
  expect(definitions.map((definition) => definition.metadata.name).sort()).toEqual(Object.keys(FINGERPRINTS).sort());
});

test.each(definitions.map((definition) => [definition.spec.names.kind, definition]))('%s serves v1, and names v1beta1 for clusters that once stored it', (_, { spec }) => {
  expect(spec.versions.map(({ name, served, storage }: any) => ({ name, served, storage }))).toEqual([
    { name: 'v1', served: true, storage: true },
    { name: 'v1beta1', served: false, storage: false },
  ]);
});

test.each(definitions.map((definition) => [definition.spec.names.kind, definition]))('every field of %s says what it is, in a sentence', (_, { spec }) => {
  for (const field of fieldsOf(spec.versions[0].schema.openAPIV3Schema)) expect(field.description).toMatch(/^[A-Z].*\.$/);
});

test('v1beta1 has no rules, as it had none', () => {
  expect(JSON.stringify(definitions.map(({ spec }) => spec.versions[1]))).not.toContain('x-kubernetes-validations');
});

test('the rules of v1 cover what upstream refuses', () => {
  expect(rulesOf('VolumeSnapshot')).toEqual([
    'exactly one of volumeSnapshotContentName and persistentVolumeClaimName must be set',
    'persistentVolumeClaimName is immutable',
    'persistentVolumeClaimName is required once set',
    'volumeSnapshotClassName must not be the empty string when set',
    'volumeSnapshotContentName is immutable',
    'volumeSnapshotContentName is required once set',
  ]);
  expect(rulesOf('VolumeSnapshotContent')).toEqual([
    'both spec.volumeSnapshotRef.name and spec.volumeSnapshotRef.namespace must be set',
    'exactly one of volumeHandle and snapshotHandle must be set',
    'snapshotHandle is immutable',
    'snapshotHandle is required once set',
    'sourceVolumeMode is immutable',
    'sourceVolumeMode is required once set',
    'volumeHandle is immutable',
    'volumeHandle is required once set',
  ]);
});

function rulesOf(kind: string): string[] {
  const messages: string[] = [];
  JSON.stringify(definitions.find(({ spec }) => spec.names.kind === kind), (key, value) => {
    if (key === 'x-kubernetes-validations') messages.push(...value.map(({ message }: any) => message));
    return value;
  });
  return messages.sort();
}

function fieldsOf(schema: any): any[] {
  return Object.entries<any>(schema.properties ?? {}).flatMap(([name, field]) => name === 'metadata' ? [] : [field, ...fieldsOf(field)]);
}

function fingerprintOf({ metadata, spec }: any): string {
  const v1 = spec.versions.find((version: any) => version.name === 'v1');
  const { kind, listKind, plural, singular, shortNames } = spec.names;
  const shape = {
    group: spec.group,
    scope: spec.scope,
    names: { kind, listKind, plural, singular, shortNames },
    approved: metadata.annotations['api-approved.kubernetes.io'],
    v1: {
      served: v1.served,
      storage: v1.storage,
      subresources: v1.subresources,
      columns: v1.additionalPrinterColumns.map(({ name, type, jsonPath }: any) => ({ name, type, jsonPath })),
      schema: v1.schema.openAPIV3Schema,
    },
  };
  return createHash('sha256').update(JSON.stringify(sortedShape(shape))).digest('hex');
}

function sortedShape(value: any): any {
  if (Array.isArray(value)) return value.map(sortedShape);
  if (typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key, entry]) => key !== 'x-kubernetes-validations' && !(key === 'description' && typeof entry === 'string'));
  return Object.fromEntries(kept.sort(([a], [b]) => a < b ? -1 : 1).map(([key, entry]) => [key, sortedShape(entry)]));
}
