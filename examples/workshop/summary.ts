import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examples } from './settings';

const HERE = 'examples/workshop';

const manifests = list('dist', '.k8s.yaml', (text) => `${text.split(/^---$/m).length} objects`);
const templates = list('cdk.out', '.template.json', (text) => `${Object.keys(JSON.parse(text).Resources).length} resources`);

const toBeSet = examples.length === 0 ? '' : `Still examples. Set these variables and run this again before you apply what depends on them:
${examples.map(([variable, meaning]) => `  ${variable.padEnd(24)} ${meaning}`).join('\n')}

`;

console.log(`
Kubernetes manifests, in the order in which they are applied, in ${HERE}/dist:
${manifests}

CloudFormation templates, ways to the same driver of which you choose one, in ${HERE}/cdk.out:
${templates}

${toBeSet}What to do next, in ${HERE} (its README.md explains each step):
  1. npx cdk deploy storage --outputs-file outputs.json    the driver, its role and key, and the snapshot controller, as EKS add-ons
  2. npm run workshop                                      once more: the classes now name the key that step 1 has made
  3. kubectl apply -f dist/a-volumes-in-a-pod.k8s.yaml     and so on, chapter by chapter
     dist/0-* and dist/1-* are for clusters without the snapshot-controller add-on; there they come first
`);

function list(folder: string, ending: string, count: (text: string) => string): string {
  const files = readdirSync(join(__dirname, folder)).filter((file) => file.endsWith(ending)).sort();
  return files.map((file) => `  ${file.padEnd(36)} ${count(readFileSync(join(__dirname, folder, file), 'utf8'))}`).join('\n');
}
