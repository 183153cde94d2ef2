import type { Construct } from 'constructs';
import fc from 'fast-check';
import type { World } from './world';

/** One construct, and what it is given. */
export interface Input {
  /** Which construct it is. */
  readonly of: string;

  /** Namespace of its chart. */
  readonly namespace?: string;

  /** What it is given; `Made` values are made first. */
  readonly given: unknown;

  readonly make: (scope: Construct, id: string, given: any) => any;

  /** What is done with it then, which may be refused too. */
  readonly use?: (construct: any, given: any, world: World) => void;
}

/** A construct with properties that are chosen. */
export function made(of: string, make: Input['make'], given: fc.Arbitrary<unknown>, use?: Input['use']): fc.Arbitrary<Input> {
  const namespace = fc.oneof({ weight: 9, arbitrary: fc.constant('team') }, { weight: 1, arbitrary: fc.constant(undefined) });
  return fc.record({ of: fc.constant(of), namespace, given, make: fc.constant(make), use: fc.constant(use) });
}
