import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ENVIRONMENT, EXAMPLES, FLOOR, LIBRARY, ROOT, SETS, TOOLS, filesBelow } from './folders';

const run = promisify(execFile);

/** Packs what npm would publish, and installs it with each set of peers, once for all tests. */
export default async function setup(): Promise<void> {
  refuseWhatIsOld();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'consumers-')));
  process.env.CONSUMERS = folder;

  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, env: ENVIRONMENT, maxBuffer: 64_000_000 });
  writeFileSync(join(folder, 'packed.json'), stdout);
  const [{ filename }] = JSON.parse(stdout);

  // The tools are the same for all, so they are in the folder above, where npx and Node.js find them as well.
  await install(folder, TOOLS);
  for (const [set, peers] of Object.entries(SETS)) {
    mkdirSync(join(folder, set));
    await install(join(folder, set), { ...peers, [LIBRARY]: `file:${join(folder, filename)}` });
    const versions = Object.keys(FLOOR).map((name) => {
      try {
        return `${name} ${JSON.parse(readFileSync(join(folder, set, 'node_modules', name, 'package.json'), 'utf8')).version}`;
      } catch {
        return `no ${name}`;
      }
    });
    console.log(`${set}: ${versions.join(', ')}`);
  }
}

async function install(folder: string, dependencies: { [name: string]: string }): Promise<void> {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const options = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--prefer-offline', '--loglevel=error'];
  await run('npm', ['install', ...options], { cwd: folder, env: ENVIRONMENT, maxBuffer: 64_000_000 });
}

/** What is compiled and what the examples have written has to be of the source as it is now. */
function refuseWhatIsOld(): void {
  const source = newest(join(ROOT, 'src'));
  const check = (file: string, made: string) => {
    const time = statSync(resolve(ROOT, file), { throwIfNoEntry: false })?.mtimeMs;
    if (time === undefined || time < source) throw new Error(`${file} is ${time === undefined ? 'not there' : 'older than src'}; run: ${made}`);
  };
  check('.jsii.gz', 'npx projen compile');
  for (const example of EXAMPLES) {
    const command = example === 'workshop' ? 'npm run workshop' : 'npm run examples';
    for (const [config, output] of [['cdk8s.yaml', 'dist'], ['cdk.json', 'cdk.out/manifest.json']]) {
      if (readdirSync(join(ROOT, 'examples', example)).includes(config)) check(join('examples', example, output), command);
    }
  }
}

function newest(folder: string): number {
  return Math.max(...filesBelow(folder).map((file) => statSync(file).mtimeMs));
}
