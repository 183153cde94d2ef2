import { isUnresolved } from '../../../private/cdk-tokens';

interface CronField {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly names?: string[];
}

const FIELDS: CronField[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { name: 'weekDay', least: 0, most: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

const LONGEST_DAY_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * What the API server would refuse of a schedule, and one that would never run. What it takes by oversight (`*-5`, `+5`, an empty part of a list) is refused
 * too.
 *
 * @see https://github.com/robfig/cron/blob/v3.0.1/parser.go, which Kubernetes reads schedules with
 */
export function cronMistakes(property: string, expression: string): (string | undefined)[] {
  if (isUnresolved(expression)) return [];
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) {
    return [`${property} '${expression}' has ${fields.length} fields, but minute, hour, day, month and week day are ${FIELDS.length}; give each without spaces, and '*' for any`];
  }
  const values = fields.map((text, index) => valuesOf(text, FIELDS[index]));
  const mistakes = FIELDS.map(({ name, least, most, names }, index) => values[index] !== undefined ? undefined
    : `${property} has the ${name} '${fields[index]}', which Kubernetes refuses; give '*', or numbers from ${least} to ${most}${names ? ` or names as '${names[0]}'` : ''}, as in '${least}', '${least},${most}', '${least}-${most}' or '*/2'`);
  if (mistakes.some((mistake) => mistake !== undefined)) return mistakes;

  const [,, days, months] = values as number[][];
  const weekDayIsAny = /(^|,)[*?](\/0*1)?(,|$)/.test(fields[4]); // else the week day would do as well as the day
  const never = weekDayIsAny && Math.min(...days) > Math.max(...months.map((month) => LONGEST_DAY_OF_MONTH[month - 1]));
  return [never ? `${property} '${expression}' would never run, for none of its months has such a day; give another day or month` : undefined];
}

/** The numbers that a field stands for, if it stands for any. */
function valuesOf(text: string, { least, most, names = [] }: CronField): number[] | undefined {
  const numberOf = (word: string) => names.includes(word.toLowerCase()) ? names.indexOf(word.toLowerCase()) + least : Number(word);
  const values: number[] = [];
  for (const part of text.split(',')) {
    const [matched, any, first, last, step] = /^(?:([*?])|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part) ?? [];
    if (matched === undefined) return undefined;
    const from = any ? least : numberOf(first);
    const to = any || (step !== undefined && last === undefined) ? most : numberOf(last ?? first);
    const by = Number(step ?? 1);
    if (!(from >= least && from <= to && to <= most && by >= 1 && /^(\d+|[a-z]+)$/i.test(first ?? '0') && /^(\d+|[a-z]+)$/i.test(last ?? '0'))) return undefined;
    for (let value = from; value <= to; value += by) values.push(value);
  }
  return values;
}
