import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Packs what npm would publish, once for all tests. */
export default function setup(): void {
  if (!existsSync('lib/index.js')) throw new Error('nothing is compiled; run: npx projen compile');
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  const tarball = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', folder]);
  process.env.PACKED = folder;
}
