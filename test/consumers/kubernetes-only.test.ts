import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Consumer, manifestsIn } from './consumer';
import { typeCheck } from './examples';
import { LIBRARY, ROOT } from './folders';

const consumer = new Consumer('kubernetes-only');

test('npm installs no CDK for who does not ask for it', () => {
  expect(['cdk8s', 'cdk8s-plus-27', 'constructs', 'aws-cdk-lib'].map((name) => consumer.has(name))).toEqual([true, true, true, false]);
});

// The last for its half that is of cdk8s.
test.each(['cdk8s-only', 'plain-kubernetes', 'pipeline'])('%s writes the same manifests as in the repository', (example) => {
  consumer.copy(example);
  expect(consumer.cdk8sSynth(example)).toEqual(manifestsIn(join(ROOT, 'examples', example)));
});

test('the compiler does without the CDK, unless it is asked to check declarations', () => {
  const examples = ['cdk8s-only', 'plain-kubernetes'];
  expect(typeCheck(consumer, ['--skipLibCheck'], examples)).toEqual([]);
  expect(typeCheck(consumer, [], examples)).toContainEqual(expect.stringContaining("Cannot find module 'aws-cdk-lib/"));
});

test('an ES module does without the CDK as well', () => {
  writeFileSync(join(consumer.folder, 'program.mjs'), `import { App } from 'cdk8s';
import { ClusterStorage } from '${LIBRARY}';
const app = new App();
new ClusterStorage(app, 'storage');
console.log(app.charts.length);
`);
  expect(consumer.run('node', ['program.mjs']).trim()).toBe('1');
});

test('what needs the CDK says what is missing', () => {
  const { status, output } = consumer.tryRun('node', ['-e', `
    const { EksStorage } = require('${LIBRARY}');
    const { Construct } = require('constructs');
    new EksStorage(new Construct(undefined, ''), 'Storage', { cluster: {} });`]);
  expect(status).not.toBe(0);
  expect(output).toContain("Cannot find module 'aws-cdk-lib/");
});
