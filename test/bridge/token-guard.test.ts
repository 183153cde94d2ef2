import { existsSync, mkdtempSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Key } from 'aws-cdk-lib/aws-kms';
import * as cdk from 'aws-cdk-lib/core';
import { ApiObject, App, Chart, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import * as plus from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import { EbsStorageClass, TokenGuard } from '../../src';

const stack = new cdk.Stack(new cdk.App(), 'stack');
const key = new Key(stack, 'Key');
const TOKENS: { [kind: string]: any } = {
  'a text': key.keyArn,
  'a text among others': `arn is ${key.keyArn}!`,
  'a number': cdk.Token.asNumber({ Ref: 'Size' }),
  'a list': cdk.Token.asList({ Ref: 'Zones' }),
  'an object': cdk.Lazy.any({ produce: () => 'later' }),
  'an object that refers to a resource': cdk.Fn.getAtt('Key', 'Arn'),
};

const TYPES = Object.values(YamlOutputType).filter((type): type is YamlOutputType => typeof type === 'number');

let outdir: string;
beforeEach(() => outdir = join(mkdtempSync(join(tmpdir(), 'guard-')), 'dist'));
afterEach(() => rmSync(join(outdir, '..'), { recursive: true }));

function guarded(yamlOutputType?: YamlOutputType): { app: App; chart: Chart } {
  const app = new App({ outdir, yamlOutputType });
  TokenGuard.protect(app);
  return { app, chart: new Chart(app, 'chart') };
}

function configMap(chart: Chart, data: any, id = 'Config'): ApiObject {
  return new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', data });
}

test.each(Object.entries(TOKENS))('%s that the CDK fills in later is written into no file', (_, token) => {
  const { app, chart } = guarded();
  configMap(new Chart(app, 'before'), { fine: 'text' });
  configMap(chart, { arn: token });
  expect(() => app.synth()).toThrow('chart/Config: data.arn');
  expect(existsSync(outdir) ? readdirSync(outdir) : []).toEqual([]);
  expect(() => app.synthYaml()).toThrow('by cluster.addCdk8sChart, or take the value from the outputs of the stack with StackOutputs');
});

test.each([
  ['a key', (chart: Chart) => configMap(chart, { [key.keyArn]: 'x' }), "a key in 'data'"],
  ['a name', (chart: Chart) => new ApiObject(chart, 'Config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: key.keyArn } }), 'metadata.name'],
  ['a label', (chart: Chart) => configMap(chart, {}).metadata.addLabel('key', key.keyArn), 'metadata.labels.key'],
  ['a patch', (chart: Chart) => configMap(chart, {}).addJsonPatch(JsonPatch.add('/data/arn', key.keyArn)), 'data.arn'],
  ['a Lazy', (chart: Chart) => configMap(chart, { arn: Lazy.any({ produce: () => key.keyArn }) }), 'data.arn'],
  ['a workload of cdk8s-plus', (chart: Chart) => new plus.ConfigMap(chart, 'Config', { data: { arn: key.keyArn } }), 'data.arn'],
])('in %s it is found as well', (_, add, at) => {
  const { app, chart } = guarded();
  add(chart);
  expect(() => app.synth()).toThrow(at);
});

test('wherever it is put, construct and key are named', () => {
  const path = fc.array(fc.oneof(fc.stringMatching(/^[a-z]{1,6}$/), fc.nat({ max: 3 })), { minLength: 1, maxLength: 6 });
  fc.assert(fc.property(path, fc.constantFrom(...Object.keys(TOKENS)), fc.constantFrom(...TYPES), fc.boolean(), (keys, kind, type, inFirst) => {
    const { app, chart } = guarded(type);
    const other = new Chart(app, 'other');
    const value = keys.reduceRight<any>((below, at) => typeof at === 'number' ? [...Array(at).fill('x'), below] : { sibling: 'y', [at]: below }, TOKENS[kind]);
    expect(existsSync(outdir)).toBe(false);
    configMap(inFirst ? chart : other, { value });
    configMap(inFirst ? other : chart, { value: 'fine' }, 'Fine');
    const at = ['data', 'value', ...keys].join('.');
    expect(() => app.synth()).toThrow(`${inFirst ? 'chart' : 'other'}/Config: ${at}`);
    expect(existsSync(outdir) ? readdirSync(outdir) : []).toEqual([]);
  }), { numRuns: 200 });
});

test('all of them are named at once', () => {
  const { app, chart } = guarded();
  configMap(chart, { one: key.keyArn, two: TOKENS['a number'] }, 'A');
  configMap(chart, { three: key.keyArn }, 'B');
  expect(() => app.synth()).toThrow(/chart\/A: data\.one.*\n.*chart\/A: data\.two.*\n.*chart\/B: data\.three/);
});

test('an app with a construct of this library in it is guarded unasked', () => {
  const app = new App({ outdir });
  const chart = new Chart(app, 'chart');
  new EbsStorageClass(chart, 'Fast', { kmsKeyArn: key.keyArn });
  configMap(chart, { arn: key.keyArn });
  expect(() => app.synth()).toThrow(/chart\/Fast: parameters\.kmsKeyId .*\n.*chart\/Config: data\.arn/);
});

test('a chart that the CDK applies may have it, and so may a test', () => {
  const { chart } = guarded();
  configMap(chart, { arn: key.keyArn });
  expect(stack.resolve(chart.toJson())).toMatchObject([{ data: { arn: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] } } }]);
});

test('an app without it writes byte for byte what it would write unguarded', () => {
  const write = (protect: boolean) => {
    const app = new App({ outdir });
    if (protect) TokenGuard.protect(app);
    const chart = new Chart(app, 'chart', { namespace: 'shop' });
    new plus.Deployment(chart, 'Web', { containers: [{ image: 'nginx', portNumber: 80 }] });
    configMap(chart, { cost: '${dollars}', text: '#{ruby}', big: 1e300 });
    app.synth();
    return app.synthYaml();
  };
  expect(write(true)).toBe(write(false));
});

test('what was looked at is forgotten, so that a second synthesis sees what came after', () => {
  const { app, chart } = guarded();
  const object = configMap(chart, {});
  app.synth();
  object.addJsonPatch(JsonPatch.add('/data/late', 'x'));
  expect(app.synthYaml()).toContain('late: x');
  object.addJsonPatch(JsonPatch.add('/data/late', key.keyArn));
  expect(() => app.synth()).toThrow('data.late');
});

test('objects that render themselves in a way of their own go on doing so', () => {
  const { app, chart } = guarded();
  const object = configMap(chart, {});
  let calls = 0;
  const { toJson } = object;
  object.toJson = () => ({ ...toJson.call(object), data: { calls: ++calls } });
  expect([app.synthYaml(), app.synthYaml()]).toEqual([expect.stringContaining('calls: 1'), expect.stringContaining('calls: 2')]);
});

test('what validations put on an object is written', () => {
  const { app, chart } = guarded();
  const object = configMap(chart, {});
  chart.node.addValidation({
    validate: () => {
      object.metadata.addAnnotation('said', 'late');
      return [];
    },
  });
  expect(app.synthYaml()).toContain('said: late');
});

test('what validations find comes before values that the CDK fills in later', () => {
  const { app, chart } = guarded();
  configMap(chart, { arn: key.keyArn });
  chart.node.addValidation({ validate: () => ['wrong'] });
  expect(() => app.synth()).toThrow('[chart] wrong');
  expect(existsSync(outdir) ? readdirSync(outdir) : []).toEqual([]);
});

test("mistakes of others stay the others' to report", () => {
  const { app, chart } = guarded();
  configMap(chart, { bad: new Map() });
  expect(() => app.synth()).toThrow("can't render non-simple object");
});

test("an app's own synth is called, whatever class it is of", () => {
  let calls = 0;
  class Mine extends App {
    public synth(): void {
      calls++;
      super.synth();
    }
  }
  const app = new Mine({ outdir });
  TokenGuard.protect(app);
  TokenGuard.protect(app);
  app.synth();
  expect(calls).toBe(1);
  expect(app).toBeInstanceOf(Mine);
});
