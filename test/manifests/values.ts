import { type ApiObjectMetadata, Duration, Size } from 'cdk8s';
import fc from 'fast-check';
import type { World } from './world';

/** A value that is made anew for each app: what it is called in a counterexample, and how it is made. */
export class Made {
  public constructor(private readonly called: string, public readonly make: (world: World) => unknown) {}

  public [fc.toStringMethod](): string {
    return this.called;
  }
}

/** What was chosen, with all that is made anew made in this world. */
export function madeIn(world: World, chosen: unknown): any {
  if (chosen instanceof Made) return chosen.make(world);
  if (Array.isArray(chosen)) return chosen.map((each) => madeIn(world, each));
  if (typeof chosen !== 'object' || chosen === null || ![Object.prototype, null].includes(Object.getPrototypeOf(chosen))) return chosen;
  return Object.fromEntries(Object.entries(chosen).map(([key, each]) => [key, madeIn(world, each)]));
}

/** What a factory makes of arguments that are chosen. */
export function call(name: string, factory: (...args: any[]) => unknown, ...args: fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown> {
  return fc.tuple(...args).map((chosen) =>
    new Made(`${name}(${chosen.map((each) => fc.stringify(each)).join(', ')})`, (world) => factory(...chosen.map((each) => madeIn(world, each)))));
}

/** Something of the world that an object may refer to. */
export function ofWorld<T>(...choices: [name: string, make: (world: World) => T][]): fc.Arbitrary<unknown> {
  return fc.constantFrom(...choices.map(([name, make]) => new Made(name, make)));
}

/** Mostly what is right, and now and then what may not be: one of these is enough for a whole object. */
export function value(right: fc.Arbitrary<unknown>, ...doubtful: unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 11, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(...doubtful) });
}

/** Mostly one of the first, now and then one of the second. */
export function among(right: unknown[], doubtful: unknown[]): fc.Arbitrary<unknown> {
  return value(fc.constantFrom(...right), ...doubtful);
}

/** Left out about every other time. What is left out is given as undefined, which is to be the same. */
export function maybe(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}

/** Seldom given. */
export function seldom(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

/** Every property of a struct, none forgotten. */
export function props<T>(model: { [property in keyof Required<T>]: fc.Arbitrary<unknown> }): fc.Arbitrary<unknown> {
  return fc.record(model as { [property: string]: fc.Arbitrary<unknown> });
}

/** Whole numbers from the least to the most, and what is beside them. */
export function wholeNumbers(least: number, most: number): fc.Arbitrary<unknown> {
  const right = fc.oneof(fc.constantFrom(least, most), fc.integer({ min: least, max: most }));
  return value(right, least - 1, most + 1, most + 1, least + 0.5, NaN, Infinity);
}

export const flags = fc.boolean();
export const GIBIBYTE = Size.gibibytes(1);
export const NO_SIZES = [Size.gibibytes(0), Size.mebibytes(1e-7), Size.kibibytes(1e25), Size.mebibytes(NaN)];

export const sizes = value(
  fc.oneof(
    fc.constantFrom(Size.mebibytes(500), GIBIBYTE, Size.gibibytes(125), Size.tebibytes(1), Size.gibibytes(1.5), Size.pebibyte(1)),
    fc.integer({ min: 1, max: 20_000 }).map((gib) => Size.gibibytes(gib)),
  ),
  ...NO_SIZES, Size.kibibytes(0.3), Size.kibibytes(1), Size.tebibytes(70),
);

export function durations(...right: Duration[]): fc.Arbitrary<unknown> {
  const doubtful = fc.constantFrom(Duration.seconds(0), Duration.millis(1500), Duration.days(40_000), Duration.millis(0.5));
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: doubtful });
}

export const names = among(['data', 'a', '0', 'x-1', 'n'.repeat(50)], ['', 'Data', '-data', 'da_ta', 'n'.repeat(64), 'n'.repeat(254)]);
export const namespaces = among(['team', 'a-1'], ['Team', '', 'a.b', 'n'.repeat(64)]);
export const labels = among(
  [{}, { team: 'a' }, { 'example.com/team': 'A_b.c', 'tier': '' }, { ['k'.repeat(63)]: 'v'.repeat(63) }],
  [{ 'a b': 'c' }, { team: '-a' }, { team: 'v'.repeat(64) }, { '': 'a' }, { 'Example.com/team': 'a' }],
);
export const texts = (...right: { [key: string]: string }[]) => among([{}, { a: 'b' }, ...right], [{ a: 5 as any }, { a: true as any }]);
export const annotations = fc.constantFrom({}, { 'example.com/why': 'because: "yes"\nand more' });
export const reasons = among(['a demonstration', 'it: "must" be'], ['', ' ']);
export const paths = among(['/data', '/', '/a/b c', 'C:\\data', '/dev/sdb'], ['data', '', './data', '/a/../b']);
export const fsTypes = fc.constantFrom('ext4', 'xfs');
export const readOnlys = flags;

/** Of an object in a namespace, which the rest of the app looks for in `team`. */
export const metadata = props<Omit<ApiObjectMetadata, 'finalizers' | 'ownerReferences'>>({
  name: maybe(names), namespace: seldom(namespaces), labels: maybe(labels), annotations: maybe(annotations),
});

/** Of an object without one. */
export const clusterMetadata = props<Omit<ApiObjectMetadata, 'finalizers' | 'ownerReferences'>>({
  name: maybe(names), namespace: value(fc.constant(undefined), 'team'), labels: maybe(labels), annotations: maybe(annotations),
});
