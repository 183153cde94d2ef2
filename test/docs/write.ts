import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guideSections } from './guides';
import { withSections } from './sections';

void guideSections().then((guides) => {
  for (const [guide, sections] of Object.entries(guides)) {
    const path = join(__dirname, '..', '..', 'docs', guide);
    writeFileSync(path, withSections(readFileSync(path, 'utf8'), sections));
  }
});
