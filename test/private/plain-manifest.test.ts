import { ApiObject, App, Chart, type IResolver, JsonPatch, Lazy, Size } from 'cdk8s';
import * as fc from 'fast-check';
import { EncryptedStorageClass } from '../../src';
import { KubernetesObject } from '../../src/private/kubernetes-object';
import { plainManifest } from '../../src/private/plain-manifest';
import { sampleOf } from '../manifests/arbitraries';
import { madeIn } from '../manifests/values';
import { World } from '../manifests/world';

const byCdk8s = (object: ApiObject) => ApiObject.prototype.toJson.call(object);

/** With the order of keys, which is that of the lines of the manifest. */
function expectAsByCdk8s(object: ApiObject): void {
  expect(JSON.stringify(object.toJson())).toBe(JSON.stringify(byCdk8s(object)));
  expect(object.toJson()).toStrictEqual(byCdk8s(object));
}

function objectOf(data: object, app = new App(), metadata?: object): KubernetesObject {
  return new KubernetesObject(new Chart(app, 'chart'), 'object', { apiVersion: 'example.com/v1', kind: 'Example', metadata, ...data });
}

const TOKEN = '${Token[TOKEN.1]}';

test('every object of the library is written as cdk8s would write it, most of them without it', () => {
  const written = { plain: 0, byCdk8s: 0 };
  for (const { namespace, given, make, use } of sampleOf(600, 20261125)) {
    const world = new World(namespace);
    try {
      const chosen = madeIn(world, given);
      const made = make(world.chart, 'tested', chosen);
      use?.(made, chosen, world);
    } catch {
      continue; // what is refused is not written
    }
    for (const object of world.app.node.findAll().filter((each) => each instanceof ApiObject && '_plainManifest' in each)) {
      expectAsByCdk8s(object as KubernetesObject);
      written[plainManifest(object as KubernetesObject) === undefined ? 'byCdk8s' : 'plain']++;
    }
  }
  expect(written.plain).toBeGreaterThan(500);
  expect(written.byCdk8s).toBeGreaterThan(0);
});

test('whatever data it is made of', () => {
  const leaf = fc.oneof(fc.string(), fc.double({ min: -1e200 }), fc.boolean(), fc.constantFrom(null, undefined, '', 0, -0, NaN, 1e300));
  const key = fc.string().filter((text) => text !== '__proto__');
  const { data } = fc.letrec((tie) => ({
    data: fc.oneof({ depthSize: 'medium' }, leaf, fc.array(tie('data'), { maxLength: 4 }), fc.dictionary(key, tie('data'), { maxKeys: 5, noNullPrototype: true })),
  }));
  const texts = fc.dictionary(key, fc.string(), { maxKeys: 3, noNullPrototype: true });
  const metadata = fc.record({
    name: fc.string({ minLength: 1 }),
    namespace: fc.string(),
    labels: texts,
    annotations: texts,
    finalizers: fc.array(fc.string(), { maxLength: 2 }),
    more: data,
  }, { requiredKeys: [], noNullPrototype: true });
  const props = fc.dictionary(key.filter((text) => !['apiVersion', 'kind', 'metadata'].includes(text)), data, { maxKeys: 5, noNullPrototype: true });
  fc.assert(fc.property(props, metadata, texts, fc.option(fc.string()), (given, named, labels, namespace) => {
    const chart = new Chart(new App(), 'chart', { namespace: namespace ?? undefined, labels });
    const object = new KubernetesObject(chart, 'object', { ...given, apiVersion: 'v1', kind: 'Example', metadata: named });
    object.metadata.addLabel('added', 'later');
    object.metadata.add('generateName', 'any-');
    expect(plainManifest(object)).toBeDefined();
    expectAsByCdk8s(object);
  }), { numRuns: 1000 });
});

test.each<[string, ApiObject]>([
  ['something that is produced later', objectOf({ spec: { deep: [Lazy.any({ produce: () => 1 })] } })],
  ['something that is produced later in its metadata', objectOf({}, undefined, { labels: Lazy.any({ produce: () => ({ a: 'b' }) }) as any })],
  ['an object with a value', objectOf({ spec: { value: new class Quantity { public value = '1Gi'; } } })],
  ['an object that resolves itself', objectOf({ spec: { resolve: () => 'x' } })],
  ['a text of the CDK', objectOf({ spec: { arn: TOKEN } })],
  ['a key of the CDK', objectOf({ spec: { [TOKEN]: 'x' } })],
  ['a number of the CDK', objectOf({ spec: { size: -1.8881545897087626e+289 } })],
  ['a label of the CDK', objectOf({}, undefined, { labels: { key: TOKEN } })],
])('%s is left to cdk8s', (_, object) => {
  expect(plainManifest(object)).toBeUndefined();
  expectAsByCdk8s(object);
});

test('what cdk8s cannot render is refused by it', () => {
  expect(() => objectOf({ spec: { size: Size.gibibytes(1) } }).toJson()).toThrow("can't render non-simple object of type 'Size'");
});

test('patches are left to cdk8s', () => {
  const object = objectOf({ spec: { a: 1 } });
  expect(plainManifest(object)).toBeDefined();
  object.addJsonPatch(JsonPatch.replace('/spec/a', 2));
  expect(plainManifest(object)).toBeUndefined();
  expect(object.toJson().spec).toEqual({ a: 2 });
});

test('resolvers of the app see every value', () => {
  const resolver: IResolver = { resolve: (context) => context.value === 'here' && context.replaceValue('there') };
  expect(objectOf({ spec: { a: 'here' } }, new App({ resolvers: [resolver] })).toJson().spec).toEqual({ a: 'there' });
});

test('keys stay in their order where that is asked for', () => {
  process.env.CDK8S_DISABLE_SORT = 'yes';
  try {
    expect(Object.keys(objectOf({ spec: { b: 1, a: 2 } }).toJson().spec)).toEqual(['b', 'a']);
  } finally {
    delete process.env.CDK8S_DISABLE_SORT;
  }
});

test('what another version of cdk8s keeps elsewhere is left to it', () => {
  jest.isolateModules(() => { // whether this version is known was found out before
    const cdk8s = jest.requireActual('cdk8s');
    const { KubernetesObject: Anew } = jest.requireActual('../../src/private/kubernetes-object');
    const anew = jest.requireActual('../../src/private/plain-manifest');
    const object = new Anew(new cdk8s.Chart(new cdk8s.App(), 'chart'), 'object', { apiVersion: 'v1', kind: 'Example' });
    Object.assign(object.metadata, { managedFields: [] });
    expect(anew.plainManifest(object)).toBeUndefined();
    expect(object.toJson().kind).toBe('Example');
  });
});

test('a class that renders itself in another way is looked at as it is written', () => {
  class Labelled extends EncryptedStorageClass {
    public toJson(): any {
      return { ...super.toJson(), parameters: { kmsKeyId: TOKEN } };
    }
  }
  const app = new App();
  new Labelled(new Chart(app, 'chart'), 'Class');
  expect(() => app.synthYaml()).toThrow('chart/Class: parameters.kmsKeyId');
});

test('an object of the whole cluster has no namespace, whatever its chart says', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'team' });
  const storageClass = new EncryptedStorageClass(chart, 'Class');
  expect(storageClass.metadata.namespace).toBeUndefined();
  expect(storageClass.toJson().metadata).not.toHaveProperty('namespace');
  storageClass.addJsonPatch(JsonPatch.add('/metadata/labels', { a: 'b' }));
  expect(storageClass.toJson().metadata).not.toHaveProperty('namespace');
});
