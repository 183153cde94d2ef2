import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnResource } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnNodegroup } from 'aws-cdk-lib/aws-eks';
import { Key } from 'aws-cdk-lib/aws-kms';
import { ApiObject, App, Chart, Size, Testing } from 'cdk8s';
import { ModuleKind, transpileModule } from 'typescript';
import { declares, snippets, typeErrors } from './snippets';
import * as library from '../../src';
import { clusterWithKubectl, newStack, provider } from '../aws/stack';

const all = snippets();

/** Runs the code as a reader would, in a stack and a chart of their own. */
function run(code: string) {
  const stack = newStack();
  const chart = new Chart(Testing.app(), 'storage');
  const given: [string, () => unknown][] = [
    ['stack', () => stack],
    ['chart', () => chart],
    ['cluster', () => clusterWithKubectl(stack)],
    ['openIdConnectProvider', () => provider(stack)],
    ['key', () => new Key(stack, 'Key')],
    ['anotherKey', () => new Key(stack, 'AnotherKey')],
    ['nodes', () => new CfnNodegroup(stack, 'Nodes', { clusterName: 'prod', nodeRole: 'arn:aws:iam::111122223333:role/nodes', subnets: ['subnet-0123456789abcdef0'] })],
    ['claim', () => new library.PersistentVolumeClaim(chart, 'Claim', { size: Size.gibibytes(1) })],
  ];
  const values: Record<string, unknown> = {
    ...Object.fromEntries(given.filter(([name]) => new RegExp(`\\b${name}\\b`).test(code) && !declares(code, name)).map(([name, make]) => [name, make()])),
    exports: {},
    require: (name: string) => name === 'cdk8s-eks-storage' ? { ...library, StackOutputs: { fromFile: () => OUTPUTS } } : jest.requireActual(name),
  };
  const { outputText } = transpileModule(code, { compilerOptions: { module: ModuleKind.CommonJS } });
  const returned = declares(code, 'app') ? 'return app;' : 'return chart.node.root;';
  const app = new Function(...Object.keys({ ...values, chart }), outputText.replace('app.synth();', '') + returned)(...Object.values({ ...values, chart }));
  return { stack, app: app as App };
}

/** What `outputs.json` would have in it. */
const OUTPUTS = library.StackOutputs.fromMap({
  storage: {
    StorageKmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    StorageDefaultStorageClassName: 'gp3-encrypted',
  },
});

test('every snippet of the guides compiles', () => {
  expect(typeErrors(all)).toEqual([]);
});

test('a snippet that does not compile would be found', () => {
  expect(typeErrors([{ page: 'guide.md', names: '', code: "import { EbsCsiDriver } from 'cdk8s-eks-storage';\nnew EbsCsiDriver(stack, 'Driver', { cluster });" }]))
    .toEqual([expect.stringContaining("Property 'identity' is missing")]);
});

test.each(all)('$page synthesizes: $names', ({ code }) => {
  const { stack, app } = run(code);
  const inAws = stack.node.findAll().some((construct) => CfnResource.isCfnResource(construct));
  const objects = app.charts.flatMap((chart) => chart.toJson()).length;
  if (inAws) Template.fromStack(stack);
  expect(inAws || objects > 0 || !/\bnew (?!App\b)/.test(code)).toBe(true);
});

test('the error that the README shows is the one that is thrown', () => {
  const [, error] = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8').match(/^```\n(storage\/Fast: .*?)\n```$/ms)!;
  const wrong = all.find(({ code }) => code.includes('throughput: 500'))!.code
    .replace('throughput: 500', 'throughput: 5000').replace(/kmsKeyArn: '.*'/, "kmsKeyArn: 'alias/storage'");
  expect(() => run(wrong)).toThrow(new Error(error));
});

test('so is the one about values of the CDK in a file', () => {
  const [error] = readFileSync(join(__dirname, '..', '..', 'docs', 'shipping.md'), 'utf8').match(/^shop\/Config: .*$/m)!;
  const [token] = error.match(/\$\{Token\[.*?\]\}/)!;
  const app = new App();
  new ApiObject(new Chart(app, 'shop'), 'Config', { apiVersion: 'v1', kind: 'ConfigMap', data: { key: token } });
  library.TokenGuard.protect(app);
  expect(() => app.synthYaml()).toThrow(new Error(error));
});

test('the first screen of the README shows the whole in less than ten lines', () => {
  const [first] = snippets();
  expect(first.code).toContain('new EksStorage(');
  expect(first.code.trim().split('\n').length).toBeLessThan(10);
});
