import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { devDependencies, name as library, peerDependencies } from '../../package.json';

/** Whoever copies the folder of an example and installs what its package.json says has to have all it takes, and nothing else. */
const EXAMPLES = join(__dirname, '../../examples');
const KNOWN: { [name: string]: string } = { ...devDependencies, ...peerDependencies, [library]: '*' };

// The workshop is run in the repository and has none.
const examples = readdirSync(EXAMPLES, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'workshop').map(({ name }) => name);
const read = (example: string, file: string) => readFileSync(join(EXAMPLES, example, file), 'utf8');
const files = (example: string) => readdirSync(join(EXAMPLES, example));

/** Names of the packages that the code of an example imports. */
function imported(example: string): string[] {
  const code = files(example).filter((file) => file.endsWith('.ts')).map((file) => read(example, file)).join('\n');
  const names = [...code.matchAll(/ from '([^'.][^']*)'/g)].map(([, path]) => path.split('/').slice(0, path.startsWith('@') ? 2 : 1).join('/'));
  return [...new Set(names)].sort();
}

test('there are six', () => {
  expect(examples).toEqual(['cdk-only', 'cdk-with-charts', 'cdk8s-only', 'existing-role', 'pipeline', 'plain-kubernetes']);
});

describe.each(examples)('%s', (example) => {
  const { name, private: isPrivate, dependencies, devDependencies: tools, scripts } = JSON.parse(read(example, 'package.json'));

  test('depends on what it imports, and on what the library needs beside', () => {
    const isCdk = files(example).includes('cdk.json');
    const needed = new Set([...imported(example), library, 'cdk8s', 'cdk8s-plus-27', 'constructs', ...isCdk ? ['aws-cdk-lib'] : []]);
    expect(Object.keys(dependencies).sort()).toEqual([...needed].sort());
  });

  test('asks for the versions that the repository is tested with', () => {
    const all = { ...dependencies, ...tools };
    expect(all).toEqual(Object.fromEntries(Object.keys(all).map((dependency) => [dependency, KNOWN[dependency]])));
  });

  test('brings the command-line tools of what it writes, and scripts that call them', () => {
    const wanted = [...files(example).includes('cdk.json') ? ['aws-cdk'] : [], ...files(example).includes('cdk8s.yaml') ? ['cdk8s-cli'] : []];
    expect(Object.keys(tools).filter((tool) => /^(aws-cdk|cdk8s-cli)$/.test(tool))).toEqual(wanted);
    const called = Object.values<string>(scripts).map((script) => script.split(' ')[0]);
    expect(called.sort()).toEqual(wanted.map((tool) => tool.replace('aws-cdk', 'cdk').replace('-cli', '')).sort());
  });

  test('is never published', () => {
    expect([name, isPrivate]).toEqual([`${library}-example-${example}`, true]);
  });
});

test('what has to do without AWS imports nothing of it', () => {
  for (const example of ['cdk8s-only', 'plain-kubernetes']) expect(imported(example)).toEqual(expect.not.arrayContaining([expect.stringContaining('aws-cdk')]));
});
