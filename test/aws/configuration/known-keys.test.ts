import { leavesOf, nested } from './attempt';
import { configurationMistakes } from '../../../src/aws/configuration/configuration-values';
import { KNOWN_KEYS } from '../../../src/aws/configuration/known-keys';

const paths = leavesOf(KNOWN_KEYS).map(([keys]) => keys.map((key) => key === '*' ? 'any' : key));
const unknown = (keys: string[], additionalConfigurationKeys?: string[]) =>
  configurationMistakes({ configurationValues: nested(keys, null), additionalConfigurationKeys }).filter((mistake) => mistake?.includes('additionalConfigurationKeys'));

test('every known key is known', () => {
  expect(paths.length).toBeGreaterThan(200);
  for (const keys of paths) expect(unknown(keys)).toEqual([]);
});

test('a known key with a slip in it is not, and the right one is named', () => {
  for (const keys of paths) {
    const right = keys[keys.length - 1];
    const wrong = [...keys.slice(0, -1), `${right}z`];
    expect(unknown(wrong)).toEqual([
      `configurationValues '${wrong.join('.')}' is not a setting of the driver v1.64.0; write '${keys.join('.')}', or name it in additionalConfigurationKeys if the driver you install has it`,
    ]);
    expect(unknown(wrong, [wrong.join('.')])).toEqual([]);
    expect(unknown(keys, [keys.join('.')])).toEqual([`additionalConfigurationKeys '${keys.join('.')}' is known already; leave it out`]);
  }
});
