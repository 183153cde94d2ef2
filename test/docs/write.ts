import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsSections } from './permissions';
import { withSections } from './sections';

const GUIDE = join(__dirname, '..', '..', 'docs', 'permissions.md');

void permissionsSections().then((sections) => writeFileSync(GUIDE, withSections(readFileSync(GUIDE, 'utf8'), sections)));
