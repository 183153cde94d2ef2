/**
 * What the library costs, against what does the same without it. Prints a table; `--write` puts it into docs/performance.md.
 *
 * The apps of a pair run in turn, the first one first in every other round, so that a machine that is busy for a while does both the same. A round runs
 * all pairs, those of small apps five times, and those that only load the library 25 times. Processor time is that of the whole process, from the start of Node.js to its end. See docs/performance.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installBlueprints, prepare, type Run, run, versions, written } from './apps';
import { type Comparison, COMPARISONS, FEW, KINDS, MANY } from './comparisons';
import { table, withSections } from '../test/docs/sections';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
const rounds = options.quick ? 1 : Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${options.rounds} is not a number of rounds; give a whole number of at least 1`);

/** A row of the table: target, what, objects, result, aim, met. */
type Row = string[];
interface Pair { readonly app: Run; readonly other: Run }

prepare();
const hasBlueprints = installBlueprints();
if (!hasBlueprints) console.warn('eks-blueprints could not be installed, so the library is not compared with it');
const comparisons = COMPARISONS.filter(({ other }) => hasBlueprints || !other.includes('blueprints'));
const results = new Map<Comparison, Pair[]>(comparisons.map((comparison) => [comparison, []]));

for (const comparison of comparisons.filter(({ same }) => same)) {
  pair(comparison, false);
  if (!written(comparison.app).equals(written(comparison.other))) {
    throw new Error(`${comparison.app} and ${comparison.other} do not write the same with ${comparison.objects} objects, so there is nothing to compare`);
  }
}
for (let round = 0; round < rounds; round++) {
  console.warn(`round ${round + 1} of ${rounds}`);
  for (const comparison of comparisons) {
    // Where there is little to do, whatever else the machine does counts for more.
    const times = comparison.objects === 0 ? 25 : comparison.objects <= FEW ? 5 : 1;
    for (let time = 0; time < times; time++) results.get(comparison)!.push(pair(comparison, (round + time) % 2 === 1));
  }
}

const rows = [...comparisons.map(timeRow), ...KINDS.map(memoryRow), ...loadingRows(), ...growthRows()]
  .sort(([one], [other]) => one.localeCompare(other));
const made = [
  table(['target', 'what', 'objects', 'result', 'aim', 'met'], rows),
  '',
  `${rounds} ${rounds === 1 ? 'round' : 'rounds'} on ${cpus().length} x ${cpus()[0].model}, ${Math.round(totalmem() / 1024 ** 3)} GiB, ${platform()} ${arch()}, `
    + `Node.js ${process.version}; ${versions()}.`,
].join('\n');
console.log(made);
if (options.write) {
  const guide = join(__dirname, '../docs/performance.md');
  writeFileSync(guide, withSections(readFileSync(guide, 'utf8'), { benchmark: made }));
}

function pair({ app, other, objects }: Comparison, otherFirst: boolean): Pair {
  const first = run(otherFirst ? other : app, objects);
  const second = run(otherFirst ? app : other, objects);
  return otherFirst ? { app: second, other: first } : { app: first, other: second };
}

function timeRow(comparison: Comparison): Row {
  const { target, what, objects, most } = comparison;
  const ratios = results.get(comparison)!.map(({ app, other }) => app.cpu / other.cpu).sort((one, other) => one - other);
  const result = `time ${median(ratios).toFixed(2)} (${ratios[0].toFixed(2)}–${ratios.at(-1)!.toFixed(2)})`;
  return [target, what, objects === 0 ? '' : number(objects), result, ...judged(median(ratios), most, 2)];
}

/** What each object adds to what the process has at most. */
function memoryRow(kind: string): Row {
  const [app, other] = (['app', 'other'] as const).map((which) => {
    const [few, many] = [FEW, MANY].map((objects) => {
      const [, pairs] = [...results].find(([comparison]) => comparison.app === `${kind}/library` && comparison.objects === objects)!;
      return median(pairs.map((each) => each[which].memory));
    });
    return (many - few) * 1024 / (MANY - FEW);
  });
  const result = `memory of each ${(app / other).toFixed(2)} (${app.toFixed(1)} : ${other.toFixed(1)} KiB)`;
  return ['P3', `${kind.replace('-', ' ')} : cdk8s by hand`, number(MANY), result, ...judged(app / other, 1.15, 2)];
}

/** Whose files are loaded. */
function loadingRows(): Row[] {
  const filesOf = (app: string, ...packages: string[]) => run(app, 1).files
    .filter((file) => packages.some((name) => file.includes(`/node_modules/${name}/`))).length;
  const counted = (what: string, files: number, most = 0): Row => ['P2', what, '', `files: ${files}`, ...judged(files, most, 0)];
  return [
    ['P1', 'to load the library', '', `files: ${run('loading/library', 0).files.length}`, ...judged(run('loading/library', 0).files.length, 3, 0)],
    ...KINDS.map((kind) => counted(`${kind.replace('-', ' ')}: of aws-cdk-lib and cdk8s-plus-27`, filesOf(`${kind}/library`, 'aws-cdk-lib', 'cdk8s-plus-27'))),
    counted('stateful sets: of aws-cdk-lib', filesOf('stateful-sets/library', 'aws-cdk-lib')),
    counted('driver: of cdk8s, cdk8s-plus-27 and yaml', filesOf('drivers/library', 'cdk8s', 'cdk8s-plus-27', 'yaml')),
  ];
}

/** Whether many objects cost more each than few. */
function growthRows(): Row[] {
  return [...KINDS, 'stateful-sets'].map((kind) => {
    const [few, many] = [100, kind === 'stateful-sets' ? 1_000 : MANY].map((objects) => ({ objects, ...run(`${kind}/library`, objects, true) }));
    const growth = many.visits / many.objects / (few.visits / few.objects);
    const result = `growth ${growth.toFixed(2)}: ${(many.visits / many.objects).toFixed(1)} visits each, ${many.dependencies} dependencies`;
    const [aim, met] = judged(growth, 1.1, 1);
    return ['P4', kind.replace('-', ' '), `${few.objects} to ${number(many.objects)}`, result, `${aim}, no dependencies`, many.dependencies === 0 ? met : '**no**'];
  });
}

function judged(value: number, most: number | undefined, digits: number): [string, string] {
  if (most === undefined) return ['', ''];
  return [most === 0 ? 'none' : `≤ ${most.toFixed(digits)}`, Number(value.toFixed(digits === 0 ? 0 : 2)) <= most ? 'yes' : '**no**'];
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

function number(value: number): string {
  return value.toLocaleString('en').replaceAll(',', ' ');
}
