import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Cluster } from './cluster';
import { libraryObjects } from './library';
import { missingOf } from './requirements';
import { eventually, Throwaway } from './throwaway';

/** What the server says of choices that ask for their reason. */
const EXPECTED_WARNINGS = ['The Recycle reclaim policy is deprecated'];

const ROOT = join(__dirname, '../..');
const cluster = Cluster.fromEnvironment();
const describeWithCluster = cluster === undefined ? describe.skip : describe;

/** Manifests by where they come from: files of the examples, and the library itself. */
const sources: [string, any[]][] = [
  ...manifestFiles().map((file): [string, any[]] => [relative(ROOT, file), parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS())]),
  ['the library', libraryObjects()],
];
const objects = sources.flatMap(([, ofSource]) => ofSource);
const isPossible = (object: any) => missingOf(object).length === 0;
const ofKind = (...kinds: string[]) => objects.filter(({ kind }) => kinds.includes(kind));

describeWithCluster('the API server', () => {
  const place = new Throwaway(cluster!);

  // For real is made what other objects are judged by. Everything else is judged by dry runs: nothing starts, and no storage is made.
  beforeAll(async () => {
    for (const crd of ofKind('CustomResourceDefinition')) {
      await place.make(crd);
      await eventually(`${crd.metadata.name} is established`, async () =>
        (await cluster!.get(crd)).status?.conditions?.some(({ type, status }: any) => type === 'Established' && status === 'True'));
    }
    cluster!.forgetKinds();
    const namespaces = [...ofKind('Namespace').map(({ metadata }) => metadata.name), ...objects.flatMap(({ metadata }) => metadata.namespace ?? 'default')];
    await place.makeNamespaces(new Set(namespaces));
    for (const object of ofKind('ServiceAccount', 'LimitRange', 'ResourceQuota').filter(isPossible)) await place.make(await place.rename(object));
  });
  afterAll(() => place.remove());

  describe.each(sources)('accepts %s', (_, ofSource) => {
    for (const object of ofSource) {
      const missing = missingOf(object);
      const testIfPossible = missing.length > 0 ? test.skip : test;
      testIfPossible([nameOf(object), ...missing].join(' – '), async () => {
        const renamed = await place.rename(object);
        const { status, body, warnings } = await cluster!.apply(renamed, { dryRun: true });
        const unexpected = warnings.filter((said) => !EXPECTED_WARNINGS.some((expected) => said.includes(expected)));
        if (status >= 300) throw new Error(`${status}: ${body.message}`);
        expect({ lost: lost(renamed, body), warnings: unexpected }).toEqual({ lost: [], warnings: [] });
      });
    }
  });

  const statefulSets = ofKind('StatefulSet').filter(isPossible).filter(({ spec }) => spec.volumeClaimTemplates?.length > 0);
  test.each(statefulSets.map((set) => [nameOf(set), set]))('%s gets its claims', async (_, set) => {
    const { metadata, ...rest } = await place.rename(set);
    // Pods of the examples have no business on any node; the controller makes the claims before it fails to make the Pod.
    await place.make({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'no-pods', namespace: metadata.namespace }, spec: { hard: { pods: '0' } } });
    expect(await place.make({ metadata, ...rest })).toMatchObject({ status: 201 });
    for (const { metadata: { name } } of rest.spec.volumeClaimTemplates) {
      const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: `${name}-${metadata.name}-${rest.spec.ordinals?.start ?? 0}`, namespace: metadata.namespace } };
      await eventually(`there is claim ${claim.metadata.name}`, async () => await cluster!.get(claim) !== undefined);
    }
  });

  // Only what is kept: nobody is to delete the storage behind the volume once the claim goes.
  const pairs = ofKind('PersistentVolume').filter(({ spec }) => spec.claimRef && spec.persistentVolumeReclaimPolicy === 'Retain').map((volume): [string, any, any] =>
    [nameOf(volume), volume, ofKind('PersistentVolumeClaim').find(({ spec }) => spec.volumeName === volume.metadata.name)]);
  test.each(pairs)('%s and its claim get each other', async (_, volume, claim) => {
    const both = [await place.rename(volume), await place.rename(claim)];
    for (const object of both) expect(await place.make(object)).toMatchObject({ status: 201 });
    for (const object of both) await eventually(`${nameOf(object)} is bound`, async () => (await cluster!.get(object)).status.phase === 'Bound');
    expect((await cluster!.get(both[1])).spec.volumeName).toBe(both[0].metadata.name);
  });
});

function manifestFiles(): string[] {
  const examples = join(ROOT, 'examples');
  const files = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name }) => {
    const dist = join(examples, name, 'dist');
    try {
      return readdirSync(dist).filter((file) => file.endsWith('.k8s.yaml')).map((file) => join(dist, file));
    } catch {
      return [];
    }
  });
  if (cluster !== undefined && files.length === 0) throw new Error('there are no manifests in examples/*/dist; run "npm run workshop" first');
  return files;
}

function nameOf({ kind, metadata: { namespace, name } }: any): string {
  return [kind, [namespace, name].filter(Boolean).join('/')].join(' ');
}

/** What was written and is not in what the server would store: fields that it drops, and values that it changes. */
function lost(written: any, stored: any, path = ''): string[] {
  if (path === '/stringData') return []; // is stored as data
  if (typeof written === 'object' && written !== null) {
    if (stored === undefined) return Object.keys(written).length > 0 ? [`${path} is gone`] : [];
    return Object.entries(written).flatMap(([key, value]) => lost(value, stored[key], `${path}/${key}`));
  }
  const isSame = written === stored || (stored === undefined && [false, '', 0].includes(written)) || (isQuantity(path) && typeof stored === 'string');
  return isSame ? [] : [`${path}: ${JSON.stringify(written)} is ${JSON.stringify(stored)}`];
}

/** The server writes quantities in its own way: 1024Mi is 1Gi. */
function isQuantity(path: string): boolean {
  return /\/(requests|limits|capacity|hard)\/[^/]+$/.test(path);
}
