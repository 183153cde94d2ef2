import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { devDependencies, name, peerDependencies } from '../../package.json';

export const LIBRARY = name;
export const ROOT = join(__dirname, '../..');
export const EXAMPLES = readdirSync(join(ROOT, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

const KUBECTL = '@aws-cdk/lambda-layer-kubectl-v33';
const installed = (dependency: string): [string, string] =>
  [dependency, JSON.parse(readFileSync(join(ROOT, 'node_modules', dependency, 'package.json'), 'utf8')).version];

/** The oldest peers that are promised. */
export const FLOOR: { [dependency: string]: string } = Object.fromEntries(Object.entries(peerDependencies).map(([peer, range]) => [peer, range.replace('^', '')]));
const NEWEST = Object.fromEntries(Object.keys(FLOOR).map((peer) => [peer, 'latest']));
const KUBERNETES = ['cdk8s', 'cdk8s-plus-27', 'constructs'];

/** What is installed beside the library, by the name of the folder. The peers of the last are as npm chooses them. */
export const SETS: { [folder: string]: { [dependency: string]: string } } = {
  'floor': { ...FLOOR, ...Object.fromEntries([installed(KUBECTL)]) },
  'newest': { ...NEWEST, [KUBECTL]: devDependencies[KUBECTL] },
  'kubernetes-only': Object.fromEntries(KUBERNETES.map((peer) => [peer, FLOOR[peer]])),
};

/** As in the repository, so that what is written is, too. */
export const TOOLS = Object.fromEntries(['@types/node', 'aws-cdk', 'cdk8s-cli', 'tsx', 'typescript'].map(installed));

/** What `npm run` and readers of the examples put there. */
const OF_OTHERS = /^(npm_(package|lifecycle)_|npm_config_local_prefix|npm_execpath|WORKSHOP_|STORAGE_KEY_ARN|NODE_OPTIONS)/;

/** In which npm and the tools run. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([variable]) => !OF_OTHERS.test(variable))),
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  CDK_DISABLE_VERSION_CHECK: 'true',
  STACK_OUTPUTS: 'outputs.sample.json', // the pipeline's
};

/** All files below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
