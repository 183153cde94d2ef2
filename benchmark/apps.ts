/** Runs the apps of this benchmark as users run theirs: compiled, with the library installed as it is built, each in a process of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as ts from 'typescript';

const ROOT = resolve(__dirname, '..');
const FOLDER = join(tmpdir(), 'cdk8s-eks-storage-benchmark');
const PEERS = ['aws-cdk-lib', 'cdk8s', 'cdk8s-plus-27', 'constructs'];

/** With the newest versions it is known to take; it pins aws-cdk-lib itself. */
const BLUEPRINTS = ['@aws-quickstart/eks-blueprints@1.19.0', 'aws-cdk-lib@2.261.0', 'constructs@10.6.0'];
const IN_BLUEPRINTS = 'drivers/eks-blueprints';

/** What one run of an app took. */
export interface Run {
  /** Milliseconds of all processors. */
  readonly cpu: number;

  /** MiB, at most. */
  readonly memory: number;

  /** What it loaded. */
  readonly files: string[];

  /** Nodes looked at and dependencies added, where they are counted. */
  readonly visits: number;
  readonly dependencies: number;
}

/** Compiles the apps and lays out a folder with the library and its peers. */
export function prepare(): void {
  if (!existsSync(join(ROOT, 'lib/index.js'))) throw new Error('the library is not compiled; run npx projen compile');
  const modules = join(FOLDER, 'node_modules');
  rmSync(modules, { recursive: true, force: true });
  mkdirSync(modules, { recursive: true });
  symlinkSync(ROOT, join(modules, 'cdk8s-eks-storage'));
  for (const peer of PEERS) symlinkSync(realpathSync(join(ROOT, 'node_modules', peer)), join(modules, peer));
  for (const name of ['probe', ...readdirSync(join(__dirname, 'apps'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    .map((file) => `apps/${file.slice(0, -3)}`)]) {
    const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
    const { outputText } = ts.transpileModule(readFileSync(join(__dirname, `${name}.ts`), 'utf8'), { compilerOptions });
    const file = name === `apps/${IN_BLUEPRINTS}` ? join(FOLDER, 'blueprints/app.js') : join(FOLDER, `${name}.js`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, outputText);
  }
}

/** Installs eks-blueprints beside the project, once. Tells whether it is there. */
export function installBlueprints(): boolean {
  const folder = join(FOLDER, 'blueprints');
  const installed = join(folder, 'installed');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === BLUEPRINTS.join()) return true;
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  // Without what it wants of the CLI of the CDK, which no app loads.
  const { status } = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', ...BLUEPRINTS],
    { cwd: folder, stdio: 'inherit' });
  if (status === 0) writeFileSync(installed, BLUEPRINTS.join());
  return status === 0;
}

/** @param app Its name, as in `claims/library`. */
export function run(app: string, objects: number, count = false): Run {
  const program = app === IN_BLUEPRINTS ? 'blueprints/app.js' : `apps/${app}.js`;
  const { status, output } = spawnSync(process.execPath, ['--require', join(FOLDER, 'probe.js'), join(FOLDER, program)], {
    cwd: FOLDER,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // The CDK's own validation of templates takes ten times as long as all the rest.
    env: { PATH: process.env.PATH, N: String(objects), OUT: outputOf(app), CDK_VALIDATION: 'false', ...count && { COUNT: 'yes' } },
  });
  if (status !== 0) throw new Error(`${app} failed: ${output?.[2]}`);
  return JSON.parse(output[3]!);
}

/** What an app wrote the last time. */
export function written(app: string): Buffer {
  const file = readdirSync(outputOf(app)).find((name) => /\.(k8s\.yaml|template\.json)$/.test(name))!;
  return readFileSync(join(outputOf(app), file));
}

/** Versions of what is compared. */
export function versions(): string {
  return PEERS.map((name) => `${name} ${JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version}`).join(', ');
}

function outputOf(app: string): string {
  return join(FOLDER, 'out', app);
}
