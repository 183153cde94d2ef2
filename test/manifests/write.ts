import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { sampleOf } from './arbitraries';
import { outcomeOf } from './outcome';
import { missingOf } from '../api-server/requirements';

const SEED = 20261121;
const INPUTS = 800;

/** Oldest version that the manifests are for, unless a docstring says otherwise. */
process.env.KUBERNETES_VERSION = '1.27';

/**
 * Writes what a few hundred inputs make, a file for each: into `any` the objects for every version, into `newer` those that say that they need a newer one
 * than the oldest.
 */
function write(folder: string): void {
  const counts = { any: 0, newer: 0, accepted: 0 };
  sampleOf(INPUTS, SEED).forEach((input, index) => {
    const { manifests } = outcomeOf(input);
    if (manifests === undefined) return;
    counts.accepted += 1;
    const objects = manifests.split(/^---\n/m).filter((text) => text.trim() !== '');
    for (const kind of ['any', 'newer'] as const) {
      const ofKind = objects.filter((text) => isNewer(parse(text)) === (kind === 'newer'));
      counts[kind] += ofKind.length;
      if (ofKind.length === 0) continue;
      mkdirSync(join(folder, kind), { recursive: true });
      writeFileSync(join(folder, kind, `${index}.k8s.yaml`), ofKind.join('---\n'));
    }
  });
  console.log(`${counts.accepted} of ${INPUTS} inputs accepted; ${counts.any} objects for any version, ${counts.newer} for newer ones`);
}

/** What only waits for a feature gate is in the API of the oldest version already. */
function isNewer(object: any): boolean {
  return missingOf(object).some((missing) => missing.includes('needs Kubernetes'));
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder that the manifests are written to');
write(folder);
