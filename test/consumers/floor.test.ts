import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Consumer } from './consumer';
import { testExamples, typeCheck } from './examples';
import { FLOOR, LIBRARY } from './folders';
import { devDependencies } from '../../package.json';

const consumer = new Consumer('floor');

test('the oldest peers that are promised are those that the repository is tested with', () => {
  expect(devDependencies).toMatchObject(FLOOR);
});

testExamples(consumer);

test('what is wrong with declarations, if they are checked as well, is wrong with those of others', () => {
  expect(typeCheck(consumer, []).filter((line) => line.includes(`node_modules/${LIBRARY}/`))).toEqual([]);
});

test('a mistake in the types of a program is found', () => {
  writeFileSync(join(consumer.folder, 'pipeline', 'options.ts'), `import { type ClusterStorageOptions } from '${LIBRARY}';
export const [STACK, STORAGE] = ['prod-storage', 'Storage'];
export const OPTIONS: ClusterStorageOptions = { quotas: { default: { claims: 'twenty' } } };
`);
  expect(typeCheck(consumer, ['--skipLibCheck'], ['pipeline'])).toEqual([expect.stringContaining("Type 'string' is not assignable to type 'number'")]);
});

test('an ES module imports it by name', () => {
  writeFileSync(join(consumer.folder, 'program.mjs'), `import { App } from 'cdk8s';
import { ClusterStorage, EksStorage } from '${LIBRARY}';
const app = new App();
new ClusterStorage(app, 'storage');
console.log(typeof EksStorage, app.charts.length);
`);
  expect(consumer.run('node', ['program.mjs']).trim()).toBe('function 1');
});
