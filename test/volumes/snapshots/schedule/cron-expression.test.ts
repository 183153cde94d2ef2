import { Cron } from 'cdk8s';
import * as fc from 'fast-check';
import { cronMistakes } from '../../../../src/volumes/snapshots/schedule/cron-expression';
import { timeZoneMistake } from '../../../../src/volumes/snapshots/schedule/time-zone';
import { refusals } from '../../../refusals';

const mistakes = (expression: string) => cronMistakes('schedule', expression).filter((mistake) => mistake !== undefined);

test.each([
  Cron.everyMinute(), Cron.hourly(), Cron.daily(), Cron.weekly(), Cron.monthly(), Cron.annually(), Cron.schedule({}),
].map(({ expressionString }) => expressionString))('a schedule of cdk8s is taken: %s', (expression) => {
  expect(mistakes(expression)).toEqual([]);
});

test.each([
  '*/15 * * * *', '5/15 * * * *', '0-30/10,45 3 * * *', '0 3 1,15 * MON-fri', '0 3 ? jan,DEC 6', '59 23 31 12 0', '00 03 * * *',
  '0 0 29 2 *', '0 0 31 2 mon', '0 0 31 2 */2',
  '0 0 31 1,2 *', '${Token[TOKEN.1]}',
])('what Kubernetes takes is taken: %s', (expression) => {
  expect(mistakes(expression)).toEqual([]);
});

/** A field as the parser of Kubernetes takes it. */
function field(least: number, most: number, names: string[] = []): fc.Arbitrary<string> {
  const written = (value: number) => fc.constantFrom(String(value), `0${value}`, ...names.slice(value - least, value - least + 1).flatMap((name) => [name, name.toUpperCase()]));
  const range = fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]).chain(([a, b]) => fc.tuple(written(a), written(b)).map((ends) => ends.join('-')));
  const base = fc.oneof(fc.constantFrom('*', '?'), fc.integer({ min: least, max: most }).chain(written), range);
  const step = fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined });
  const part = fc.tuple(base, step).map(([text, by]) => by === undefined ? text : `${text}/${by}`);
  return fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(','));
}

const FIELDS: [number, number, string[]?][] = [
  [0, 59], [0, 23], [1, 31],
  [1, 12, ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']],
  [0, 6, ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']],
];

test('every expression that the grammar makes is taken, unless no month has its days', () => {
  fc.assert(fc.property(fc.tuple(...FIELDS.map(([least, most, names]) => field(least, most, names))), (fields) => {
    for (const mistake of mistakes(fields.join(' '))) {
      expect(mistake).toContain('would never run');
      expect(fields[2]).toMatch(/^[0-9,/-]+$/);
    }
  }), { numRuns: 2000 });
});

test('a field that is out of bounds is refused, wherever it is in the expression', () => {
  const wrong = (least: number, most: number) => fc.oneof(
    fc.integer({ min: most + 1, max: most + 500 }).map(String),
    fc.integer({ min: most + 1, max: 99 }).map((value) => `${least}-${value}`),
    fc.constantFrom(`${most}-${least}`, '*/0', '*/*', '-1', '1-2-3', '*/2/2', '', 'x', '1,', `${least}.5`, '1e1', '0x1', '@daily', 'L', 'W'),
    ...(least > 0 ? [fc.constant('0')] : []),
  );
  const anywhere = fc.constantFrom(...FIELDS.entries()).chain(([index, [least, most]]) => fc.tuple(fc.constant(index), wrong(least, most)));
  fc.assert(fc.property(anywhere, ([index, text]) => {
    const fields = ['0', '0', '1', '1', '0'];
    fields[index] = text;
    expect(mistakes(fields.join(' '))).toHaveLength(1);
  }), { numRuns: 500 });
});

refusals((expression: string) => { throw new Error(mistakes(expression).join('; ')); }, [
  ['61 * * * *', "schedule has the minute '61', which Kubernetes refuses; give '*', or numbers from 0 to 59, as in '0', '0,59', '0-59' or '*/2'"],
  ['* * * * 7', "schedule has the weekDay '7', which Kubernetes refuses; give '*', or numbers from 0 to 6 or names as 'sun'"],
  ['99 24 * * *', "schedule has the minute '99'"],
  ['99 24 * * *', "schedule has the hour '24'"],
  ['0 0 30 feb *', "schedule '0 0 30 feb *' would never run, for none of its months has such a day"],
  ['0 0 31 4,6-6,9 *', 'would never run'],
  ['CRON_TZ=Europe/Berlin 0 3 * * *', "has 6 fields, but minute, hour, day, month and week day are 5; give each without spaces, and '*' for any"],
  ['@daily', 'has 1 fields'],
]);

test.each(['Europe/Berlin', 'UTC', 'Etc/UTC', 'Etc/GMT+5', 'US/Eastern', 'Asia/Kolkata', undefined, '${Token[TOKEN.1]}'])('a time zone: %s', (timeZone) => {
  expect(timeZoneMistake('timeZone', timeZone)).toBeUndefined();
});

refusals((timeZone: string) => { throw new Error(timeZoneMistake('timeZone', timeZone)); }, [
  ['Berlin', "timeZone 'Berlin' is not a time zone; give one as in 'Europe/Berlin' or 'Etc/UTC', or leave it out"],
  ['europe/berlin', "timeZone 'europe/berlin' is not how the time zone is written; give 'Europe/Berlin'"],
  ['Local', "timeZone 'Local' is not a time zone"],
  ['+01:00', "timeZone '+01:00' is not a time zone"],
  ['', "timeZone '' is not a time zone"],
]);
