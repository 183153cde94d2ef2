import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Installation, LIBRARY, packagesOf } from './installation';

const all = new Installation('constructs', 'cdk8s', 'cdk8s-plus-27', 'aws-cdk-lib');

const ofKubernetes = (name: string) => ['cdk8s', 'cdk8s-plus-27', 'yaml'].includes(name);

/** What the other languages see: classes and enums of the assembly of jsii. */
function publicNames(): string[] {
  const assembly = gunzipSync(readFileSync(join(all.folder, 'node_modules', LIBRARY, '.jsii.gz'))).toString();
  const types: any[] = Object.values(JSON.parse(assembly).types);
  return types.filter(({ kind }) => kind !== 'interface').map(({ name }) => name).sort();
}

test('to require the library is to load one file', () => {
  expect(all.run(`require('${LIBRARY}');`).loaded).toEqual([`${LIBRARY}/lib/index.js`]);
});

test('it has every name before any is used, and no others', () => {
  const { output, loaded } = all.run(`console.log(JSON.stringify(Object.keys(require('${LIBRARY}'))));`);
  expect(JSON.parse(output).sort()).toEqual(publicNames());
  expect(loaded).toHaveLength(1);
});

test('every name has a value, which takes the place of the getter', () => {
  const { output } = all.run(`
    const library = require('${LIBRARY}');
    const state = (name) => 'get' in Object.getOwnPropertyDescriptor(library, name) ? 'getter' : typeof library[name];
    const names = Object.keys(library);
    const before = names.map(state);
    names.forEach((name) => library[name]);
    console.log(JSON.stringify({ before, after: names.map(state) }));`);
  const { before, after } = JSON.parse(output);
  expect(new Set(before)).toEqual(new Set(['getter']));
  expect([...new Set(after)].sort()).toEqual(['function', 'object']);
});

test('an ES module imports every name', () => {
  const { output, errors } = all.run(`import { ${publicNames().join(', ')} } from '${LIBRARY}';
    console.log([${publicNames().join(', ')}].filter((value) => value === undefined).length);`, 'mjs');
  expect({ output, errors }).toEqual({ output: '0\n', errors: '' });
});

describe.each(['cjs', 'mjs'] as const)('as %s', (format) => {
  const { output: kubernetes, loaded: byKubernetes } = all.runApp('classes-and-claims', format);
  const { output: pods, loaded: byPods } = all.runApp('pods', format);
  const { output: driver, loaded: byDriver } = all.runApp('driver', format, 'lib/aws.js');

  test('classes, claims, volumes, snapshots and quotas load nothing of aws-cdk-lib', () => {
    for (const kind of ['StorageClass', 'PersistentVolumeClaim', 'PersistentVolume', 'VolumeSnapshot', 'ResourceQuota', 'Deployment']) {
      expect(kubernetes).toContain(`\nkind: ${kind}\n`);
    }
    expect(packagesOf(byKubernetes)).toEqual(expect.arrayContaining(['cdk8s', 'constructs']));
    expect(packagesOf(byKubernetes)).not.toContain('aws-cdk-lib');
  });

  test('Pods load cdk8s-plus-27 and nothing of aws-cdk-lib', () => {
    expect(pods.match(/^kind: .*/gm)).toEqual(['kind: StorageClass', 'kind: Service', 'kind: StatefulSet']);
    expect(packagesOf(byPods)).toEqual(expect.arrayContaining(['cdk8s', 'cdk8s-plus-27']));
    expect(packagesOf(byPods)).not.toContain('aws-cdk-lib');
  });

  test("the driver, from 'lib/aws.js', loads nothing of cdk8s, cdk8s-plus-27 and yaml", () => {
    expect(Object.values<any>(JSON.parse(driver).Resources).map(({ Type }) => Type)).toContain('AWS::EKS::Addon');
    expect(packagesOf(byDriver)).toContain('aws-cdk-lib');
    expect(packagesOf(byDriver).filter(ofKubernetes)).toEqual([]);
  });
});

// An ES module reads every name it could import, used or not: from the index it loads what each class is derived from.
describe('as cjs, from the index', () => {
  test('without Pods, nothing of cdk8s-plus-27 is loaded', () => {
    expect(packagesOf(all.runApp('classes-and-claims').loaded)).not.toContain('cdk8s-plus-27');
  });

  test('the driver loads nothing of cdk8s, cdk8s-plus-27 and yaml, and no other room', () => {
    const { loaded } = all.runApp('driver');
    expect(packagesOf(loaded)).toContain('aws-cdk-lib');
    expect(packagesOf(loaded).filter(ofKubernetes)).toEqual([]);
    expect(loaded.filter((file) => /^cdk8s-eks-storage\/lib\/(cluster|volumes|checks)\//.test(file))).toEqual([]);
  });
});
