import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Consumer, manifestsIn, templatesIn, type Written } from './consumer';
import { EXAMPLES, ROOT, filesBelow } from './folders';

/**
 * That the examples do the same in a user's folder as in the repository.
 *
 * @param normalized What is left of a file for the comparison.
 */
export function testExamples(consumer: Consumer, normalized = (content: string) => content): void {
  for (const example of EXAMPLES) consumer.copy(example);

  describe.each(EXAMPLES)('%s', (example) => {
    const here = join(ROOT, 'examples', example);
    const compared = (written: Written) => Object.fromEntries(Object.entries(written).map(([file, content]) => [file, normalized(content)]));

    if (existsSync(join(here, 'cdk8s.yaml'))) {
      test('cdk8s synth writes the same manifests', () => {
        const written = consumer.cdk8sSynth(example);
        expect(Object.values(written).join('')).toMatch(/^apiVersion: /);
        expect(compared(written)).toEqual(compared(manifestsIn(here)));
      });
    }

    if (existsSync(join(here, 'cdk.json'))) {
      test('cdk synth writes the same templates, with nothing to report', () => {
        const { 'validation-report.json': report, ...templates } = consumer.cdkSynth(example);
        expect(Object.keys(templates)).not.toEqual([]);
        for (const template of Object.values(templates)) expect(Object.keys(JSON.parse(template).Resources)).not.toEqual([]);
        expect(JSON.parse(report).pluginReports).toEqual([]);
        const { 'validation-report.json': _, ...inRepository } = templatesIn(here);
        expect(compared(templates)).toEqual(compared(inRepository));
      });
    }
  });

  test('the compiler of a user takes all of them', () => {
    expect(typeCheck(consumer, ['--skipLibCheck'])).toEqual([]);
  });
}

/** What `tsc` finds in the examples, line by line. */
export function typeCheck(consumer: Consumer, options: string[], examples = EXAMPLES): string[] {
  const files = examples.flatMap((example) => filesBelow(join(consumer.folder, example)).filter((file) => file.endsWith('.ts')));
  expect(files).not.toEqual([]);
  const { output } = consumer.tryRun('tsc', ['--noEmit', '--strict', '--module', 'node16', '--target', 'es2022', '--types', 'node', '--pretty', 'false', ...options, ...files]);
  return output.split('\n').filter((line) => line !== '');
}
