import Ajv, { type ValidateFunction } from 'ajv';
import { ApiObject, Chart, Duration, Size, Testing } from 'cdk8s';
import {
  DeletionPolicy, EbsVolumeSnapshotClass, type EbsVolumeSnapshotClassProps, PersistentVolumeClaim, PreProvisionedVolumeSnapshot, SnapshotCrds,
  SnapshotLock, VolumeMode, VolumeSnapshot, VolumeSnapshotClass,
} from '../../../../src';

/** The schemas of v1 by kind. What the API server would drop without a word is an error here. The rules in CEL are for test/api-server. */
const validators = new Map<string, ValidateFunction>(new SnapshotCrds(Testing.chart(), 'Crds').node.children.map((child) => {
  const { spec: { names, versions } } = ApiObject.of(child).toJson();
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { 'int64': true, 'date-time': true } });
  return [names.kind, ajv.compile(closed(versions.find(({ name }: any) => name === 'v1').schema.openAPIV3Schema))];
}));

function closed(schema: any): any {
  if (schema.properties === undefined) return schema;
  const properties = Object.entries(schema.properties).map(([name, each]) => [name, closed(each)]);
  return { ...schema, properties: Object.fromEntries(properties), additionalProperties: false };
}

function mistakesOf(manifest: any): string[] {
  const validate = validators.get(manifest.kind)!;
  validate(manifest);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => [instancePath, message, params.additionalProperty].filter(Boolean).join(' '));
}

const SNAPSHOT_KINDS = ['VolumeSnapshotClass', 'VolumeSnapshotContent', 'VolumeSnapshot'];

const RETAIN = { deletionPolicy: DeletionPolicy.RETAIN };
const month = { duration: Duration.days(30) };
const EBS_CLASSES: [string, EbsVolumeSnapshotClassProps][] = [
  ['nothing but its policy', RETAIN],
  ['fast restores', { ...RETAIN, fastSnapshotRestoreZones: ['eu-west-1a', 'eu-west-1b'], isDefault: true }],
  ['a lock in governance mode', { deletionPolicy: DeletionPolicy.DELETE, lock: SnapshotLock.governance(month) }],
  ['a lock in compliance mode', { ...RETAIN, lock: SnapshotLock.compliance({ expirationDate: '2030-01-01T00:00:00Z', coolOffPeriod: Duration.hours(24), complianceReason: 'law' }) }],
  ['an Outpost', { ...RETAIN, outpostArn: 'arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0' }],
  ['tags and more', { ...RETAIN, tags: { Of: '{{ .VolumeSnapshotName }}' }, extraParameters: { somethingNew: '1' }, metadata: { labels: { team: 'a' } } }],
];

describe('accepted is', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'team' });
  for (const [name, props] of EBS_CLASSES) new EbsVolumeSnapshotClass(chart, `class with ${name}`.replaceAll(' ', '-'), props);
  const snapshotClass = new VolumeSnapshotClass(chart, 'other-class', { driver: 'example.com', deletionPolicy: DeletionPolicy.DELETE, parameters: { key: 'value' } });
  const claim = new PersistentVolumeClaim(chart, 'claim', { size: Size.gibibytes(1) });
  new VolumeSnapshot(chart, 'snapshot', { claim });
  new VolumeSnapshot(chart, 'snapshot-with-a-class', { claim, snapshotClass });
  new PreProvisionedVolumeSnapshot(chart, 'imported', { snapshotHandle: 'snap-0123456789abcdef0' });
  new PreProvisionedVolumeSnapshot(chart, 'imported-with-all', {
    metadata: { name: 'imported', labels: { a: 'b' } },
    contentMetadata: { name: 'team-imported', annotations: { note: 'kept' } },
    snapshotHandle: 'any',
    driver: 'example.com',
    deletionPolicy: DeletionPolicy.DELETE,
    snapshotClass,
    sourceVolumeMode: VolumeMode.BLOCK,
    volumeModeChangeReason: 'a backup tool',
    restoreSize: Size.gibibytes(1),
    deletionSecret: { name: 'login', namespace: 'kube-system' },
  });
  const manifests = Testing.synth(chart).filter(({ kind }) => SNAPSHOT_KINDS.includes(kind));

  test('of every kind something', () => {
    expect([...new Set(manifests.map(({ kind }) => kind))].sort()).toEqual([...SNAPSHOT_KINDS].sort());
    expect(manifests).toHaveLength(EBS_CLASSES.length + 1 + 2 + 4);
  });

  test.each(manifests.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest]))('%s', (_, manifest) => {
    expect(mistakesOf(manifest)).toEqual([]);
  });

  test('what the controller and the driver add', () => {
    const status = { readyToUse: true, restoreSize: '10Gi', creationTime: '2026-01-01T00:00:00Z', boundVolumeSnapshotContentName: 'a', error: { message: 'none', time: '2026-01-01T00:00:00Z' } };
    expect(mistakesOf({ kind: 'VolumeSnapshot', spec: { source: {} }, status })).toEqual([]);
    expect(mistakesOf({ ...content({}), status: { readyToUse: true, restoreSize: 10, creationTime: 1, snapshotHandle: 'snap-1' } })).toEqual([]);
  });
});

const snapshotClass = (fields: object) => ({ kind: 'VolumeSnapshotClass', driver: 'example.com', deletionPolicy: 'Retain', ...fields });
const snapshot = (spec: object) => ({ kind: 'VolumeSnapshot', spec: { source: { persistentVolumeClaimName: 'a' }, ...spec } });
const content = (spec: object) => ({
  kind: 'VolumeSnapshotContent',
  spec: { driver: 'example.com', deletionPolicy: 'Retain', source: { snapshotHandle: 'a' }, volumeSnapshotRef: { name: 'a', namespace: 'b' }, ...spec },
});

test.each<[string, any, string]>([
  ['a class without a driver', snapshotClass({ driver: undefined }), "must have required property 'driver'"],
  ['a class without a policy', snapshotClass({ deletionPolicy: undefined }), "must have required property 'deletionPolicy'"],
  ['a class of another policy', snapshotClass({ deletionPolicy: 'Recycle' }), '/deletionPolicy must be equal to one of the allowed values'],
  ['a class whose parameter is a number', snapshotClass({ parameters: { lockDuration: 30 } }), '/parameters/lockDuration must be string'],
  ['a class with a spec', snapshotClass({ spec: {} }), 'must NOT have additional properties spec'],
  ['a snapshot without a specification', { kind: 'VolumeSnapshot' }, "must have required property 'spec'"],
  ['a snapshot without a source', snapshot({ source: undefined }), "/spec must have required property 'source'"],
  ['a snapshot of a source that is no name', snapshot({ source: { persistentVolumeClaimName: 1 } }), '/spec/source/persistentVolumeClaimName must be string'],
  ['a snapshot of something else', snapshot({ source: { volumeHandle: 'a' } }), '/spec/source must NOT have additional properties volumeHandle'],
  ['a snapshot of a size that is none', { ...snapshot({}), status: { restoreSize: 'much' } }, '/status/restoreSize must match pattern'],
  ['a content without a policy', content({ deletionPolicy: undefined }), "/spec must have required property 'deletionPolicy'"],
  ['a content without a driver', content({ driver: undefined }), "/spec must have required property 'driver'"],
  ['a content without a source', content({ source: undefined }), "/spec must have required property 'source'"],
  ['a content of no snapshot', content({ volumeSnapshotRef: undefined }), "/spec must have required property 'volumeSnapshotRef'"],
  ['a content of another policy', content({ deletionPolicy: 'delete' }), '/spec/deletionPolicy must be equal to one of the allowed values'],
  ['a content of a mode that is no text', content({ sourceVolumeMode: true }), '/spec/sourceVolumeMode must be string'],
  ['a content of a negative size', { ...content({}), status: { restoreSize: -1 } }, '/status/restoreSize must be >= 0'],
  ['a content with a size in its specification', content({ restoreSize: 1 }), '/spec must NOT have additional properties restoreSize'],
])('refused is %s', (_, manifest, message) => {
  expect(mistakesOf(JSON.parse(JSON.stringify(manifest)))).toEqual([expect.stringContaining(message)]);
});
