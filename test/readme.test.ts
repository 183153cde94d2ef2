import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Chart, Size, Testing } from 'cdk8s';
import { ModuleKind, transpileModule } from 'typescript';
import * as library from '../src';
import { cluster, newStack, provider, resources } from './aws/stack';

const README = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
const snippets = [...README.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code);

/** Runs the code as a reader would, in a stack and a chart of their own. */
function run(code: string) {
  const stack = newStack();
  const chart = new Chart(Testing.app(), 'storage');
  const values: Record<string, unknown> = {
    stack,
    cluster: cluster(stack),
    openIdConnectProvider: provider(stack),
    key: new Key(stack, 'Key'),
    chart,
    ...(/const claim =/.test(code) ? {} : { claim: new library.PersistentVolumeClaim(chart, 'Claim', { size: Size.gibibytes(1) }) }),
    exports: {},
    require: (name: string) => name === 'cdk8s-eks-storage' ? library : jest.requireActual(name),
  };
  const { outputText } = transpileModule(code, { compilerOptions: { module: ModuleKind.CommonJS } });
  new Function(...Object.keys(values), outputText)(...Object.values(values));
  return { stack, chart };
}

const named = snippets.map((code) => ({ code, names: code.match(/\{ ([^}]*) \} from 'cdk8s-eks-storage'/)![1] }));

test.each(named)('the README synthesizes: $names', ({ code }) => {
  const { stack, chart } = run(code);
  expect(Testing.synth(chart).length + resources(stack, 'AWS::EKS::Addon').length).toBeGreaterThan(1);
});

test('the error that the README shows is the one that is thrown', () => {
  const [, error] = README.match(/^```\n(storage\/Fast: .*?)\n```$/ms)!;
  const wrong = snippets.find((code) => code.includes('throughput: 500'))!
    .replace('throughput: 500', 'throughput: 5000').replace(/kmsKeyArn: '.*'/, "kmsKeyArn: 'alias/storage'");
  expect(() => run(wrong)).toThrow(new Error(error));
});
