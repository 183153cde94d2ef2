import { Size, Testing } from 'cdk8s';
import fc from 'fast-check';
import { StorageClass, StorageQuota, type StorageQuotaProps } from '../../../src';
import { refusals } from '../../refusals';

const GIB = Size.gibibytes(1);
const GP3 = StorageClass.fromName('gp3');
const GOLD = { volumeAttributesClassName: 'gold' };

function synth(props: StorageQuotaProps): any[] {
  const chart = Testing.chart();
  new StorageQuota(chart, 'Quota', props);
  return Testing.synth(chart);
}

test('every property reaches the LimitRange or the ResourceQuota', () => {
  const props: Required<StorageQuotaProps> = {
    metadata: { name: 'storage', namespace: 'team' },
    minPerClaim: Size.mebibytes(500),
    maxPerClaim: Size.gibibytes(50),
    total: Size.tebibytes(1),
    claims: 10,
    snapshots: 5,
    perClass: [{ storageClass: StorageClass.fromName('gp3'), total: Size.gibibytes(100), claims: 0 }],
    perAttributesClass: [{ volumeAttributesClass: GOLD, total: Size.gibibytes(10), claims: 2 }],
    objectCounts: { 'configmaps': 7, 'deployments.apps': 0 },
    ephemeralStorage: { requests: Size.gibibytes(20), limits: Size.gibibytes(40) },
    ephemeralStoragePerPod: { min: Size.mebibytes(10), max: Size.gibibytes(2) },
    ephemeralStoragePerContainer: {
      min: Size.mebibytes(1), defaultRequest: Size.mebibytes(100), defaultLimit: Size.mebibytes(200), max: Size.gibibytes(1),
    },
  };
  expect(synth(props)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'storage', namespace: 'team' },
      spec: {
        limits: [
          { type: 'PersistentVolumeClaim', min: { storage: '500Mi' }, max: { storage: '50Gi' } },
          { type: 'Pod', min: { 'ephemeral-storage': '10Mi' }, max: { 'ephemeral-storage': '2Gi' } },
          {
            type: 'Container',
            min: { 'ephemeral-storage': '1Mi' },
            defaultRequest: { 'ephemeral-storage': '100Mi' },
            default: { 'ephemeral-storage': '200Mi' },
            max: { 'ephemeral-storage': '1Gi' },
          },
        ],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'storage', namespace: 'team' },
      spec: {
        hard: {
          'requests.storage': '1Ti',
          'persistentvolumeclaims': '10',
          'count/volumesnapshots.snapshot.storage.k8s.io': '5',
          'gp3.storageclass.storage.k8s.io/requests.storage': '100Gi',
          'gp3.storageclass.storage.k8s.io/persistentvolumeclaims': '0',
          'requests.ephemeral-storage': '20Gi',
          'limits.ephemeral-storage': '40Gi',
          'count/configmaps': '7',
          'count/deployments.apps': '0',
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'storage-gold', namespace: 'team' },
      spec: {
        hard: { 'requests.storage': '10Gi', 'persistentvolumeclaims': '2' },
        scopeSelector: { matchExpressions: [{ scopeName: 'VolumeAttributesClass', operator: 'In', values: ['gold'] }] },
      },
    },
  ]);
});

test('what limits nothing is not created', () => {
  expect(synth({ maxPerClaim: Size.gibibytes(1) }).map(({ kind }) => kind)).toEqual(['LimitRange']);
  expect(synth({ claims: 1 }).map(({ kind }) => kind)).toEqual(['ResourceQuota']);
  expect(synth({ ephemeralStoragePerPod: { max: GIB } }).map(({ kind }) => kind)).toEqual(['LimitRange']);
  expect(synth({ perAttributesClass: [{ volumeAttributesClass: GOLD, claims: 0 }] }).map(({ kind }) => kind)).toEqual(['ResourceQuota']);
});

test('without a name, every quota has one of its own', () => {
  const quotas = synth({ claims: 9, perAttributesClass: ['a', 'b'].map((name) => ({ volumeAttributesClass: { volumeAttributesClassName: name }, claims: 1 })) });
  expect(new Set(quotas.map(({ metadata }) => metadata.name)).size).toBe(3);
});

refusals(synth, [
  [{}, 'test/Quota: nothing is limited; give at least one of'],
  [{ total: Size.gibibytes(0) }, "total '0Gi' is not a size"],
  [{ claims: -1 }, 'claims -1 is not a number of objects; give a whole number of at least 0'],
  [{ snapshots: 1.5 }, 'snapshots 1.5 is not a number of objects'],
  [{ minPerClaim: Size.gibibytes(1), maxPerClaim: Size.mebibytes(1000) }, "minPerClaim '1Gi' is above maxPerClaim '1000Mi', so no claim fits; swap them"],
  [{ perClass: [{ storageClass: StorageClass.none(), claims: 1 }] }, "perClass limits the class '', which has no name to count by"],
  [{ perClass: [{ storageClass: StorageClass.fromName('gp3') }] }, "perClass 'gp3' limits nothing; give total or claims"],
  [{ perClass: [{ storageClass: StorageClass.fromName('gp3'), total: Size.gibibytes(0) }] }, "perClass 'gp3' total '0Gi' is not a size"],
  [{ perClass: [] }, 'nothing is limited'],
  [{ total: Size.gibibytes(1.1) }, "total '1.1Gi' is not a whole number of bytes"],
  [{ minPerClaim: Size.gibibytes(2), total: GIB }, "minPerClaim '2Gi' is above total '1Gi', so no claim fits; lower it, or raise total"],
  [{ perClass: [{ storageClass: GP3, claims: 1 }, { storageClass: GP3, total: GIB }] }, "perClass has the class 'gp3' more than once; give its limits once"],
  [{ total: GIB, perClass: [{ storageClass: GP3, total: Size.gibibytes(2) }] }, "perClass 'gp3' total '2Gi' is above the total '1Gi' of all claims, so it limits nothing; lower it, or leave it out"],
  [{ claims: 1, perClass: [{ storageClass: GP3, claims: 2 }] }, "perClass 'gp3' claims 2 is above the 1 of all classes, so it limits nothing; lower it, or leave it out"],
  [{ perClass: [{ storageClass: { storageClassName: 'c'.repeat(226) }, claims: 2 }] }, 'whose name is too long or no name to count by; give a class of at most 225 characters'],
  [{ perAttributesClass: [{ volumeAttributesClass: GOLD }] }, "perAttributesClass 'gold' limits nothing; give total or claims"],
  [{ perAttributesClass: [{ volumeAttributesClass: GOLD, claims: 1 }, { volumeAttributesClass: GOLD, claims: 1 }] }, "perAttributesClass has the class 'gold' more than once; give its limits once"],
  [{ perAttributesClass: [{ volumeAttributesClass: { volumeAttributesClassName: '' }, claims: 1 }] }, "perAttributesClass limits the class '', which has no name to count by"],
  [{ metadata: { name: 'q'.repeat(250) }, perAttributesClass: [{ volumeAttributesClass: GOLD, claims: 1 }] }, "the quota of perAttributesClass 'gold' is called"],
  [{ objectCounts: { 'count/configmaps': 1 } }, "objectCounts has 'count/configmaps', which is no resource; write it with its group, as in 'configmaps' or 'deployments.apps', without 'count/'"],
  [{ objectCounts: { configmaps: 0.5 } }, "objectCounts 'configmaps' 0.5 is not a number of objects"],
  [{ claims: 1, objectCounts: { persistentvolumeclaims: 1 } }, "objectCounts has 'persistentvolumeclaims', which claims limits already; use claims"],
  [{ objectCounts: { 'volumesnapshots.snapshot.storage.k8s.io': 1 } }, "objectCounts has 'volumesnapshots.snapshot.storage.k8s.io', which has a property of its own; use snapshots"],
  [{ ephemeralStorage: { requests: Size.gibibytes(5), limits: Size.gibibytes(4) } }, "ephemeralStorage requests '5Gi' is above its limits '4Gi', which are used up first; swap them"],
  [{ ephemeralStorage: {} }, 'ephemeralStorage {} limits nothing; give a size, or leave it out'],
  [{ ephemeralStorage: { limits: Size.gibibytes(0) } }, "ephemeralStorage limits '0Gi' is not a size"],
  [{ ephemeralStoragePerPod: { min: Size.gibibytes(2), max: GIB } }, "ephemeralStoragePerPod min '2Gi' is above ephemeralStoragePerPod max '1Gi', so no Pod fits; swap them"],
  [{ ephemeralStoragePerContainer: { defaultRequest: Size.gibibytes(2), defaultLimit: GIB } }, "ephemeralStoragePerContainer defaultRequest '2Gi' is above ephemeralStoragePerContainer defaultLimit '1Gi', so no container fits; swap them"],
  [{ ephemeralStoragePerContainer: { min: Size.gibibytes(2), max: GIB } }, "ephemeralStoragePerContainer min '2Gi' is above ephemeralStoragePerContainer max '1Gi'"],
  [{ metadata: { namespace: 'Team' }, claims: 1 }, "metadata.namespace 'Team' is not a name Kubernetes takes"],
]);

test('a number that the CDK fills in later is not compared', () => {
  const [{ spec }] = synth({ claims: -1.8881545897087626e289, perClass: [{ storageClass: GP3, claims: 2 }] });
  expect(spec.hard['gp3.storageclass.storage.k8s.io/persistentvolumeclaims']).toBe('2');
});

test('whatever is taken has limits that a claim, a Pod and a container can keep', () => {
  const given = (least: number, most: number) => fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min: least, max: most }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
  ).map((amount) => Size.gibibytes(amount));
  const size = (least: number, most: number) => fc.option(given(least, most), { nil: undefined });
  const count = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });
  const storageClass = fc.constantFrom('a', 'b').map((name) => StorageClass.fromName(name));
  let taken = 0;
  fc.assert(fc.property(fc.record({
    minPerClaim: size(1, 3),
    maxPerClaim: size(3, 9),
    total: size(3, 9),
    claims: fc.option(fc.integer({ min: 3, max: 5 }), { nil: undefined }),
    snapshots: count,
    ephemeralStorage: fc.record({ requests: given(1, 9), limits: size(1, 9) }),
    ephemeralStoragePerPod: fc.record({ min: given(1, 3), max: size(3, 9) }),
    ephemeralStoragePerContainer: fc.record({ min: size(1, 3), defaultRequest: size(3, 5), defaultLimit: size(5, 7), max: given(7, 9) }),
    perClass: fc.array(fc.record({ storageClass, total: given(1, 3), claims: count }), { maxLength: 2 }),
  }, { requiredKeys: [] }), (props: StorageQuotaProps) => {
    let objects: any[];
    try {
      objects = synth(props);
    } catch (error) {
      expect(String(error)).toMatch(/; (give|swap|lower)/);
      return;
    }
    taken += 1;
    expect(objects.length).toBeGreaterThan(0);
    for (const { spec: { limits = [], hard = { '': '1' } } } of objects) {
      expect(Object.values(hard).every((value) => /^\d+(Gi)?$/.test(String(value)))).toBe(true);
      for (const { type, ...ranges } of limits) {
        const inOrder = ['min', 'defaultRequest', 'default', 'max'].flatMap((key) => Object.values(ranges[key] ?? {}) as string[]).map((text) => parseInt(text, 10));
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
        expect(inOrder.length).toBeGreaterThan(0);
        expect(['PersistentVolumeClaim', 'Pod', 'Container']).toContain(type);
      }
    }
  }));
  expect(taken).toBeGreaterThan(0);
});
