import { ApiObject, Testing } from 'cdk8s';
import { Cluster } from './cluster';
import { eventually, Throwaway } from './throwaway';
import { SnapshotCrds } from '../../src';

const cluster = Cluster.fromEnvironment();
const describeWithCluster = cluster === undefined ? describe.skip : describe;

const snapshot = (spec: object) => ({
  apiVersion: 'snapshot.storage.k8s.io/v1',
  kind: 'VolumeSnapshot',
  metadata: { name: 'snapshot', namespace: 'rules' },
  spec,
});
const content = (spec: object) => ({
  apiVersion: 'snapshot.storage.k8s.io/v1',
  kind: 'VolumeSnapshotContent',
  metadata: { name: 'content' },
  spec: { driver: 'example.com', deletionPolicy: 'Retain', volumeSnapshotRef: { name: 'snapshot', namespace: 'rules' }, ...spec },
});
const snapshotClass = (fields: object) => ({
  apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshotClass', metadata: { name: 'class' }, driver: 'example.com', deletionPolicy: 'Retain', ...fields,
});

const ofClaim = { persistentVolumeClaimName: 'data' };
const ofContent = { volumeSnapshotContentName: 'content' };
const ofVolume = { volumeHandle: 'vol-1' };
const ofHandle = { snapshotHandle: 'snap-1' };

const ONE_OF_SNAPSHOT = 'exactly one of volumeSnapshotContentName and persistentVolumeClaimName must be set';
const ONE_OF_CONTENT = 'exactly one of volumeHandle and snapshotHandle must be set';
const WHOLE_REFERENCE = 'both spec.volumeSnapshotRef.name and spec.volumeSnapshotRef.namespace must be set';

/** What is refused however it came about. */
const REFUSED: [string, any, string][] = [
  ['a snapshot of two sources', snapshot({ source: { ...ofClaim, ...ofContent } }), ONE_OF_SNAPSHOT],
  ['a snapshot of no source', snapshot({ source: {} }), ONE_OF_SNAPSHOT],
  ['a snapshot without a source', snapshot({}), 'spec.source: Required value'],
  ['a snapshot of the class without a name', snapshot({ source: ofClaim, volumeSnapshotClassName: '' }), 'volumeSnapshotClassName must not be the empty string when set'],
  ['a content of two sources', content({ source: { ...ofVolume, ...ofHandle } }), ONE_OF_CONTENT],
  ['a content of no source', content({ source: {} }), ONE_OF_CONTENT],
  ['a content of a snapshot without a name', content({ source: ofHandle, volumeSnapshotRef: { namespace: 'rules' } }), WHOLE_REFERENCE],
  ['a content of a snapshot without a namespace', content({ source: ofHandle, volumeSnapshotRef: { name: 'snapshot' } }), WHOLE_REFERENCE],
  ['a content of no snapshot', content({ source: ofHandle, volumeSnapshotRef: undefined }), 'spec.volumeSnapshotRef: Required value'],
  ['a class of another policy', snapshotClass({ deletionPolicy: 'Recycle' }), 'deletionPolicy: Unsupported value: "Recycle"'],
  ['a class without a driver', snapshotClass({ driver: undefined }), 'driver: Required value'],
];

/** What is there, what it is changed to, and why that is refused. */
const CHANGES: [string, any, any, string][] = [
  ['the claim of a snapshot', snapshot({ source: ofClaim }), snapshot({ source: { persistentVolumeClaimName: 'other' } }), 'persistentVolumeClaimName is immutable'],
  ['a claim to a content', snapshot({ source: ofClaim }), snapshot({ source: ofContent }), 'persistentVolumeClaimName is required once set'],
  ['the content of a snapshot', snapshot({ source: ofContent }), snapshot({ source: { volumeSnapshotContentName: 'other' } }), 'volumeSnapshotContentName is immutable'],
  ['a content to a claim', snapshot({ source: ofContent }), snapshot({ source: ofClaim }), 'volumeSnapshotContentName is required once set'],
  ['the volume of a content', content({ source: ofVolume }), content({ source: { volumeHandle: 'vol-2' } }), 'volumeHandle is immutable'],
  ['a volume to a handle', content({ source: ofVolume }), content({ source: ofHandle }), 'volumeHandle is required once set'],
  ['the handle of a content', content({ source: ofHandle }), content({ source: { snapshotHandle: 'snap-2' } }), 'snapshotHandle is immutable'],
  ['a handle to a volume', content({ source: ofHandle }), content({ source: ofVolume }), 'snapshotHandle is required once set'],
  ['the mode of a source', content({ source: ofHandle, sourceVolumeMode: 'Block' }), content({ source: ofHandle, sourceVolumeMode: 'Filesystem' }), 'sourceVolumeMode is immutable'],
  ['the mode of a source to none', content({ source: ofHandle, sourceVolumeMode: 'Block' }), content({ source: ofHandle }), 'sourceVolumeMode is required once set'],
];

/** What may change. */
const ALLOWED: [string, any, any][] = [
  ['the class of a snapshot', snapshot({ source: ofClaim, volumeSnapshotClassName: 'a' }), snapshot({ source: ofClaim, volumeSnapshotClassName: 'b' })],
  ['the policy of a content', content({ source: ofHandle }), content({ source: ofHandle, deletionPolicy: 'Delete' })],
  ['a mode that was not known', content({ source: ofHandle }), content({ source: ofHandle, sourceVolumeMode: 'Block' })],
  ['all of a class', snapshotClass({}), snapshotClass({ driver: 'example.org', deletionPolicy: 'Delete', parameters: { a: 'b' } })],
];

describeWithCluster('the snapshot kinds', () => {
  const place = new Throwaway(cluster!);
  let count = 0;

  beforeAll(async () => {
    for (const child of new SnapshotCrds(Testing.chart(), 'Crds').node.children) {
      const crd = ApiObject.of(child).toJson();
      await place.make(crd);
      await eventually(`${crd.metadata.name} is established`, async () =>
        (await cluster!.get(crd)).status?.conditions?.some(({ type, status }: any) => type === 'Established' && status === 'True'));
    }
    cluster!.forgetKinds();
    await place.makeNamespaces(['rules']);
  });
  afterAll(() => place.remove());

  /** Makes one of the two, each time under another name, and tries to make the other of it. */
  async function change(from: any, to: any) {
    const name = `${from.metadata.name}-${++count}`;
    const [before, after] = await Promise.all([from, to].map((object) => place.rename({ ...object, metadata: { ...object.metadata, name } })));
    expect(await place.make(before)).toMatchObject({ status: 201 });
    return cluster!.apply(after, { dryRun: true });
  }

  test.each(REFUSED)('refuse %s', async (_, object, message) => {
    const { status, body } = await cluster!.apply(await place.rename(object), { dryRun: true });
    expect({ status, message: body.message }).toEqual({ status: 422, message: expect.stringContaining(message) });
  });

  test.each(CHANGES)('refuse to change %s', async (_, from, to, message) => {
    const { status, body } = await change(from, to);
    expect({ status, message: body.message }).toEqual({ status: 422, message: expect.stringContaining(message) });
  });

  test.each(ALLOWED)('let one change %s', async (_, from, to) => {
    expect(await change(from, to)).toMatchObject({ status: 200 });
  });
});
