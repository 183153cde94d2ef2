import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsSections } from './permissions';
import { withSections } from './sections';

test('docs/permissions.md shows what is synthesized and simulated today; if not: npx projen docs', async () => {
  const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'permissions.md'), 'utf8');
  expect(guide).toBe(withSections(guide, await permissionsSections()));
});

test('a guide that asks for what nothing makes fails, and so does one that leaves something out', () => {
  expect(() => withSections('<!-- made: a -->\n<!-- end -->', { b: '' })).toThrow("the guide asks for 'a', and there are b");
  expect(() => withSections('', { b: '' })).toThrow('the guide does not ask for b');
});
