import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Consumer } from './consumer';
import { LIBRARY, ROOT, filesBelow } from './folders';

const [{ files, size, unpackedSize, entryCount }] = JSON.parse(readFileSync(join(process.env.CONSUMERS!, 'packed.json'), 'utf8'));
const paths: string[] = files.map(({ path }: { path: string }) => path);
const installed = join(new Consumer('floor').folder, 'node_modules', LIBRARY);

test('it holds what a user needs and nothing else', () => {
  console.log(`the tarball: ${(size / 1e6).toFixed(2)} MB, unpacked ${(unpackedSize / 1e6).toFixed(2)} MB, ${entryCount} files`);
  expect([...new Set(paths.map((path) => path.split('/')[0]))].sort()).toEqual([
    '.jsii', '.jsii.gz', // by which the other languages, and package sites, know what there is
    '.jsii.tabl.json', // the snippets in other languages
    'API.md', 'LICENSE', 'README.md', 'docs', 'lib', 'package.json',
  ]);
});

test('of lib there is what is run and what compilers read', () => {
  const endings = new Set(paths.filter((path) => path.startsWith('lib/')).map((path) => /(\.d\.ts|\.[a-z]+)$/.exec(path)?.[0]));
  expect([...endings].sort()).toEqual(['.d.ts', '.js']);
});

test('everything that is compiled is of a source that exists', () => {
  const sources = new Set(filesBelow(join(ROOT, 'src')).map((file) => file.slice(join(ROOT, 'src').length + 1).replace(/\.ts$/, '').replaceAll('\\', '/')));
  const compiled = paths.filter((path) => path.startsWith('lib/')).map((path) => path.slice('lib/'.length).replace(/\.(d\.ts|js)$/, ''));
  expect(compiled.filter((path) => !sources.has(path))).toEqual([]);
  expect(compiled).toContain('index');
});

test('nothing tells of the machine it was made on', () => {
  const registry = new URL(execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim()).host;
  const home = homedir().split('/').length > 2 ? [homedir()] : []; // that of root is a word that occurs elsewhere
  const traces = [ROOT, join(tmpdir(), 'consumers-'), registry, ...home];
  const telling = paths.filter((path) => {
    const content = readFileSync(join(installed, path));
    const text = (path.endsWith('.gz') ? gunzipSync(content) : content).toString();
    return traces.some((trace) => text.includes(trace));
  });
  expect(telling).toEqual([]);
});
