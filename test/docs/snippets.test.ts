import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnResource } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnNodegroup } from 'aws-cdk-lib/aws-eks';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Chart, Size, Testing } from 'cdk8s';
import { ModuleKind, transpileModule } from 'typescript';
import { declares, snippets, typeErrors } from './snippets';
import * as library from '../../src';
import { cluster, newStack, provider } from '../aws/stack';

const all = snippets();

/** Runs the code as a reader would, in a stack and a chart of their own. */
function run(code: string) {
  const stack = newStack();
  const chart = new Chart(Testing.app(), 'storage');
  const given: [string, () => unknown][] = [
    ['stack', () => stack],
    ['chart', () => chart],
    ['cluster', () => cluster(stack)],
    ['openIdConnectProvider', () => provider(stack)],
    ['key', () => new Key(stack, 'Key')],
    ['anotherKey', () => new Key(stack, 'AnotherKey')],
    ['nodes', () => new CfnNodegroup(stack, 'Nodes', { clusterName: 'prod', nodeRole: 'arn:aws:iam::111122223333:role/nodes', subnets: ['subnet-0123456789abcdef0'] })],
    ['claim', () => new library.PersistentVolumeClaim(chart, 'Claim', { size: Size.gibibytes(1) })],
  ];
  const values: Record<string, unknown> = {
    ...Object.fromEntries(given.filter(([name]) => new RegExp(`\\b${name}\\b`).test(code) && !declares(code, name)).map(([name, make]) => [name, make()])),
    exports: {},
    require: (name: string) => name === 'cdk8s-eks-storage' ? library : jest.requireActual(name),
  };
  const { outputText } = transpileModule(code, { compilerOptions: { module: ModuleKind.CommonJS } });
  new Function(...Object.keys(values), outputText)(...Object.values(values));
  return { stack, chart };
}

test('every snippet of the guides compiles', () => {
  expect(typeErrors(all)).toEqual([]);
});

test('a snippet that does not compile would be found', () => {
  expect(typeErrors([{ page: 'guide.md', names: '', code: "import { EbsCsiDriver } from 'cdk8s-eks-storage';\nnew EbsCsiDriver(stack, 'Driver', { cluster });" }]))
    .toEqual([expect.stringContaining("Property 'identity' is missing")]);
});

test.each(all)('$page synthesizes: $names', ({ code }) => {
  const { stack, chart } = run(code);
  const inAws = stack.node.findAll().some((construct) => CfnResource.isCfnResource(construct));
  const objects = Testing.synth(chart).length;
  if (inAws) Template.fromStack(stack);
  expect(inAws || objects > 0 || !/\bnew\b/.test(code)).toBe(true);
});

test('the error that the README shows is the one that is thrown', () => {
  const [, error] = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8').match(/^```\n(storage\/Fast: .*?)\n```$/ms)!;
  const wrong = all.find(({ code }) => code.includes('throughput: 500'))!.code
    .replace('throughput: 500', 'throughput: 5000').replace(/kmsKeyArn: '.*'/, "kmsKeyArn: 'alias/storage'");
  expect(() => run(wrong)).toThrow(new Error(error));
});
