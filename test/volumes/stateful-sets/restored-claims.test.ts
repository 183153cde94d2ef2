import { Chart, Size, Testing } from 'cdk8s';
import { Cpu, HorizontalPodAutoscaler, LabelSelector, Metric, MetricTarget, PodManagementPolicy } from 'cdk8s-plus-27';
import fc from 'fast-check';
import {
  AccessMode, ClaimRetention, EncryptedStorageClass, type IVolumeDataSource, PersistentVolumeClaim, StatefulVolumeSet, type StatefulVolumeSetProps,
  StorageClass, type VolumeClaimTemplate, VolumeMode, VolumeSnapshot,
} from '../../../src';
import { BlockDevice } from '../../../src/volumes/pods/block-device';
import { refusals } from '../../refusals';

const DB = { name: 'db', image: 'db', portNumber: 5432 };
const SIZED = { ...DB, resources: { cpu: { request: Cpu.millis(100), limit: Cpu.millis(200) } } };
const DATA = { name: 'data', mountPath: '/data', size: Size.gibibytes(20) };
const snapshots = (...names: string[]) => names.map((name) => VolumeSnapshot.fromName(name));
const three = snapshots('db-0', 'db-1', 'db-2');

function make(template: Partial<VolumeClaimTemplate> = {}, props: Partial<StatefulVolumeSetProps> = {}, namespace: string | undefined = 'team') {
  const chart = new Chart(Testing.app(), 'test', { namespace });
  const set = new StatefulVolumeSet(chart, 'Db', {
    metadata: { name: 'db' }, labels: { app: 'db' }, containers: [DB], volumeClaimTemplates: [{ ...DATA, ...template }], ...props,
  });
  return { chart, set };
}

function synth(...given: Parameters<typeof make>) {
  const all: any[] = Testing.synth(make(...given).chart);
  return { all, claims: all.filter(({ kind }) => kind === 'PersistentVolumeClaim'), set: all.find(({ kind }) => kind === 'StatefulSet') };
}

const namesOf = (claims: any[]) => claims.map(({ metadata }) => metadata.name);
const sourcesOf = (claims: any[]) => claims.map(({ spec }) => spec.dataSource.name);

describe('a restored set', () => {
  test('writes a claim for each source, as the StatefulSet would but for the source, and before the StatefulSet', () => {
    const { all, claims, set } = synth({ restoreFrom: three, storageClass: StorageClass.fromName('fast') }, { replicas: 3 });
    expect(all.map(({ kind }) => kind)).toEqual(['Service', 'PersistentVolumeClaim', 'PersistentVolumeClaim', 'PersistentVolumeClaim', 'StatefulSet']);
    expect(claims[1]).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: 'data-db-1',
        namespace: 'team',
        labels: { app: 'db' },
        annotations: {
          'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false', 'kustomize.toolkit.fluxcd.io/prune': 'disabled', 'helm.sh/resource-policy': 'keep',
        },
      },
      spec: { ...set.spec.volumeClaimTemplates[0].spec, dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'db-1' } },
    });
    expect(namesOf(claims)).toEqual(['data-db-0', 'data-db-1', 'data-db-2']);
    expect(sourcesOf(claims)).toEqual(['db-0', 'db-1', 'db-2']);
  });

  test('leaves its template as it is, so that the sources can go or change later', () => {
    expect(synth({ restoreFrom: three }, { replicas: 3 }).set).toEqual(synth({}, { replicas: 3 }).set);
  });

  test('depends on the order of the tree alone', () => {
    const { chart } = make({ restoreFrom: three }, { replicas: 3 });
    expect(chart.node.findAll().flatMap(({ node }) => node.dependencies)).toEqual([]);
  });

  test('has the labels that cdk8s makes where none are given, in the namespace of the set', () => {
    const { claims, set } = synth({ restoreFrom: snapshots('a') }, { labels: undefined, metadata: { namespace: 'other' } });
    expect(claims[0].metadata.labels).toEqual(set.spec.selector.matchLabels);
    expect(Object.keys(claims[0].metadata.labels)).toHaveLength(1);
    expect(claims[0].metadata.namespace).toBe('other');
    expect(claims[0].metadata.name).toBe(`data-${set.metadata.name}-0`);
  });

  test('starts at ordinalsStart', () => {
    const { claims } = synth({ restoreFrom: three }, { replicas: 3, ordinalsStart: 5 });
    expect(namesOf(claims)).toEqual(['data-db-5', 'data-db-6', 'data-db-7']);
    expect(sourcesOf(claims)).toEqual(['db-0', 'db-1', 'db-2']);
  });

  test('may start all its Pods from one snapshot', () => {
    const [primary] = three;
    expect(sourcesOf(synth({ restoreFrom: [primary, primary] }, { replicas: 2 }).claims)).toEqual(['db-0', 'db-0']);
  });

  test('restores only the templates that say so', () => {
    const logs = { ...DATA, name: 'logs', mountPath: '/logs' };
    const { claims } = synth({}, { volumeClaimTemplates: [logs, { ...DATA, restoreFrom: snapshots('a') }] });
    expect(namesOf(claims)).toEqual(['data-db-0']);
    const both = synth({}, { volumeClaimTemplates: [{ ...logs, restoreFrom: snapshots('b') }, { ...DATA, restoreFrom: snapshots('a') }] });
    expect(namesOf(both.claims)).toEqual(['logs-db-0', 'data-db-0']);
    expect(sourcesOf(both.claims)).toEqual(['b', 'a']);
  });

  test('writes no claims where nothing is restored', () => {
    expect(synth({ restoreFrom: undefined, hasBeenRestored: undefined }).claims).toEqual([]);
  });

  test('has all that a template has', () => {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'team' });
    const template: Required<Omit<VolumeClaimTemplate, 'dataSource' | 'selector' | 'mountPath'>> = {
      name: 'raw',
      size: Size.gibibytes(20),
      expandedFrom: Size.gibibytes(10),
      storageClass: new EncryptedStorageClass(chart, 'Fast', { metadata: { name: 'fast' } }),
      accessModes: [AccessMode.READ_WRITE_ONCE_POD],
      volumeMode: VolumeMode.BLOCK,
      volumeAttributesClass: { volumeAttributesClassName: 'gold' },
      restoreFrom: snapshots('a'),
      hasBeenRestored: true,
    };
    const set = new StatefulVolumeSet(chart, 'Db', { metadata: { name: 'db' }, containers: [DB], volumeClaimTemplates: [template] });
    BlockDevice.attach(set.containers[0], '/dev/xvda', set.claimVolume('raw'));
    const manifests: any[] = Testing.synth(chart);
    const [claim, written] = ['PersistentVolumeClaim', 'StatefulSet'].map((kind) => manifests.find((manifest) => manifest.kind === kind));
    expect(claim.spec).toEqual({
      accessModes: ['ReadWriteOncePod'],
      volumeMode: 'Block',
      storageClassName: 'fast',
      volumeAttributesClassName: 'gold',
      dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'a' },
      resources: { requests: { storage: '20Gi' } },
    });
    expect(written.spec.volumeClaimTemplates[0].spec).not.toHaveProperty('dataSource');
    expect(set.expansionRecipe).toContain('patch pvc raw-db-0');
  });

  test('starts and keeps its claims as it is told', () => {
    const retention = { whenDeleted: ClaimRetention.DELETE, whenScaled: ClaimRetention.DELETE };
    const { claims, set } = synth({ restoreFrom: three }, {
      replicas: 3, podManagementPolicy: PodManagementPolicy.PARALLEL, persistentVolumeClaimRetentionPolicy: retention,
    });
    expect(set.spec).toMatchObject({ podManagementPolicy: 'Parallel', persistentVolumeClaimRetentionPolicy: retention });
    // The controller sets these itself.
    for (const { metadata } of claims) expect(metadata).not.toHaveProperty('ownerReferences');
  });
});

describe('the number of sources', () => {
  test('is that of the Pods, also where it is the default', () => {
    expect(synth({ restoreFrom: snapshots('a') }).claims).toHaveLength(1);
    expect(() => synth({ restoreFrom: three })).toThrow("[test/Db] volumeClaimTemplate 'data': restoreFrom has 3 sources for 1 replicas, and no Pod would use what is too much");
  });

  test('is not judged where an autoscaler decides, or the CDK will know', () => {
    const { chart, set } = make({ restoreFrom: three }, { containers: [SIZED] });
    new HorizontalPodAutoscaler(chart, 'Autoscaler', { target: set, maxReplicas: 5, metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(70))] });
    expect(Testing.synth(chart).filter(({ kind }) => kind === 'PersistentVolumeClaim')).toHaveLength(3);
    expect(synth({ restoreFrom: three }, { replicas: -1.8881545897087505e+289 }).claims).toHaveLength(3);
  });

  test('may be another one once the set has been restored', () => {
    expect(namesOf(synth({ restoreFrom: three, hasBeenRestored: true }, { replicas: 5 }).claims)).toEqual(['data-db-0', 'data-db-1', 'data-db-2']);
    expect(synth({ restoreFrom: three, hasBeenRestored: true }, { replicas: 0 }).claims).toHaveLength(3);
    expect(synth({ restoreFrom: three, hasBeenRestored: true }).claims).toHaveLength(3);
  });
});

describe('a claim of a Pod', () => {
  const chart = () => new Chart(Testing.app(), 'test', { namespace: 'team' });
  const oldSet = (scope: Chart, template: Partial<VolumeClaimTemplate> = {}) => new StatefulVolumeSet(scope, 'Old', {
    metadata: { name: 'old' }, replicas: 2, containers: [DB], volumeClaimTemplates: [{ ...DATA, ...template }],
  });

  test('has a name, and is one and the same however often it is asked for', () => {
    const set = oldSet(chart());
    expect(set.claim('data', 1).name).toBe(set.claimName('data', 1));
    expect(set.claim('data', 1)).toBe(set.claim('data', 1));
    expect(set.claim('data', 1)).not.toBe(set.claim('data', 0));
  });

  test('is not written by being asked for', () => {
    const app = chart();
    oldSet(app).claim('data', 0);
    expect(Testing.synth(app).map(({ kind }) => kind)).toEqual(['Service', 'StatefulSet']);
  });

  test('is the one that is written where the Pod is restored', () => {
    const { set } = make({ restoreFrom: snapshots('a') });
    expect(set.claim('data', 0)).toBeInstanceOf(PersistentVolumeClaim);
    expect(set.claim('data', 1)).not.toBeInstanceOf(PersistentVolumeClaim);
  });

  test('is what snapshots are taken of, one of each', () => {
    const app = chart();
    const old = oldSet(app);
    for (const ordinal of [0, 1]) new VolumeSnapshot(app, `Before${ordinal}`, { claim: old.claim('data', ordinal) });
    expect(Testing.synth(app).filter(({ kind }) => kind === 'VolumeSnapshot').map(({ spec }) => spec.source.persistentVolumeClaimName)).toEqual(['data-old-0', 'data-old-1']);
  });

  test('is what another set is cloned from', () => {
    const app = chart();
    const old = oldSet(app);
    new StatefulVolumeSet(app, 'Db', {
      metadata: { name: 'db' }, replicas: 2, containers: [DB], volumeClaimTemplates: [{ ...DATA, restoreFrom: [0, 1].map((ordinal) => old.claim('data', ordinal)) }],
    });
    const claims: any[] = Testing.synth(app).filter(({ kind }) => kind === 'PersistentVolumeClaim');
    expect(claims.map(({ spec }) => spec.dataSource)).toEqual([0, 1].map((ordinal) => ({ kind: 'PersistentVolumeClaim', name: `data-old-${ordinal}` })));
  });

  test('is known by its template, so that what is made of it has to fit', () => {
    const app = chart();
    const fast = new EncryptedStorageClass(app, 'Fast', { metadata: { name: 'fast' } });
    const claim = oldSet(app, { storageClass: fast, size: Size.gibibytes(30), expandedFrom: Size.gibibytes(25) }).claim('data', 0);
    const sources = { Clone: claim, Restore: new VolumeSnapshot(app, 'Snapshot', { claim }) };
    for (const [id, dataSource] of Object.entries(sources)) {
      expect(() => new PersistentVolumeClaim(app, id, {
        metadata: { namespace: 'other' }, size: Size.gibibytes(24), storageClass: { storageClassName: 'other', provisioner: 'example.com' }, volumeMode: VolumeMode.BLOCK, dataSource,
      })).toThrow(new RegExp([`test/${id}: 4 mistakes`, "namespace 'team'", "a volume of 'ebs.csi.aws.com'", "below the '25Gi'", 'which is Filesystem'].join('[^]*')));
    }
    expect(new PersistentVolumeClaim(app, 'Fits', { size: Size.gibibytes(25), storageClass: fast, dataSource: claim }).toJson().spec.dataSource.name).toBe('data-old-0');
  });

  test('is refused where there can be none', () => {
    const set = oldSet(chart());
    expect(() => set.claim('logs', 0)).toThrow("test/Old: there is no volumeClaimTemplate 'logs'; give one of 'data'");
    expect(() => set.claim('data', -1)).toThrow('test/Old: ordinal -1 is not the number of a Pod; give a whole number of at least 0');
  });
});

const otherNamespace = PersistentVolumeClaim.fromClaimName(Testing.chart(), 'Old', 'old', { namespace: 'other', size: Size.gibibytes(21) });
const gone = { persistentVolumeClaimRetentionPolicy: { whenScaled: ClaimRetention.DELETE } };

refusals<Parameters<typeof make>>((given) => make(...given), [
  [[{ restoreFrom: [] }], "test/Db: volumeClaimTemplate 'data': restoreFrom [] is empty; give a source for each Pod, or leave it out"],
  [[{ restoreFrom: three, dataSource: three[0] }, { replicas: 3 }], "volumeClaimTemplate 'data': dataSource fills the volume of every Pod, and restoreFrom those of single Pods; leave one of them out"],
  [[{ restoreFrom: three }, { replicas: 4 }], "volumeClaimTemplate 'data': restoreFrom has 3 sources for 4 replicas, and the other Pods would start empty; give one for each, or hasBeenRestored if they are new"],
  [[{ restoreFrom: snapshots('a') }, { replicas: 0 }], "volumeClaimTemplate 'data': restoreFrom has 1 source for 0 replicas, and no Pod would use what is too much; give one for each, or hasBeenRestored if there were more Pods"],
  [[{ restoreFrom: three, hasBeenRestored: true }, { replicas: 2, ...gone }], 'restoreFrom has 3 sources for 2 replicas, and whenScaled Delete deletes the claims of Pods that are gone, which would be filled again; leave their sources out'],
  [[{ hasBeenRestored: true }], "volumeClaimTemplate 'data': hasBeenRestored is given without restoreFrom, of which it would say something; give restoreFrom, too, or leave it out"],
  [[{ restoreFrom: three }, { replicas: 3, ordinalsStart: -1.8881545897087505e+289 }], "volumeClaimTemplate 'data': restoreFrom writes claims with the ordinals in their names, and ordinalsStart is not known yet; give it as a number"],
  [[{ restoreFrom: snapshots('a'), storageClass: StorageClass.none(), selector: LabelSelector.of({ labels: { a: 'b' } }) }], "volumeClaimTemplate 'data': restoreFrom[0]: selector chooses among volumes that exist, but dataSource fills a new one"],
]);

test('all that is wrong with all sources is said at once, and what is wrong with the template only once', () => {
  const attempt = () => make({ size: Size.gibibytes(0), restoreFrom: [three[0], otherNamespace, { toDataSource: () => ({ kind: 'Book', name: 'b' }) }] }, { replicas: 2 });
  expect(attempt).toThrow(new RegExp([
    'test/Db: 5 mistakes',
    "volumeClaimTemplate 'data': size '0Gi' is not a size",
    "volumeClaimTemplate 'data': restoreFrom\\[1\\]: dataSource 'old' is in the namespace 'other', but the claim is in 'team'",
    "volumeClaimTemplate 'data': restoreFrom\\[1\\]: size '0Gi' is below the '21Gi'",
    "volumeClaimTemplate 'data': restoreFrom\\[2\\]: dataSource is a Book",
    "volumeClaimTemplate 'data': restoreFrom has 3 sources for 2 replicas",
  ].join('[^]*')));
});

test('whatever is taken, the StatefulSet finds a claim for every Pod, filled from its own source', () => {
  let taken = 0;
  const sets = fc.record({
    replicas: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    ordinalsStart: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
    sizes: fc.array(fc.constantFrom(undefined, 19, 20, 21), { maxLength: 4 }),
    autoscaled: fc.boolean(),
    hasBeenRestored: fc.boolean(),
  });
  fc.assert(fc.property(sets, ({ replicas, ordinalsStart, sizes, autoscaled, hasBeenRestored }) => {
    const sources: IVolumeDataSource[] = sizes.map((size, index) => size === undefined ? VolumeSnapshot.fromName(`s${index}`)
      : PersistentVolumeClaim.fromClaimName(Testing.chart(), 'Source', `s${index}`, { size: Size.gibibytes(size) }));
    const isRight = sizes.length > 0 && !sizes.includes(21)
      && (hasBeenRestored || sizes.length === (replicas ?? 1) || (autoscaled && replicas === undefined));
    let all: any[];
    try {
      const { chart, set } = make({ restoreFrom: sources, hasBeenRestored }, { replicas, ordinalsStart });
      if (autoscaled) set.markHasAutoscaler();
      all = Testing.synth(chart);
    } catch (error) {
      expect(isRight).toBe(false);
      expect(String(error)).toMatch(/restoreFrom(\[\d\]: size| \[\] is empty| has \d source)/);
      return;
    }
    taken += 1;
    expect(isRight).toBe(true);
    const claims = all.filter(({ kind }) => kind === 'PersistentVolumeClaim');
    expect(namesOf(claims)).toEqual(sizes.map((_, index) => `data-db-${(ordinalsStart ?? 0) + index}`));
    expect(sourcesOf(claims)).toEqual(sizes.map((_, index) => `s${index}`));
    expect(all.at(-1).kind).toBe('StatefulSet');
  }));
  expect(taken).toBeGreaterThan(0);
});
