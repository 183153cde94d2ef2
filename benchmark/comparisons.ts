/** One app against another that does the same. */
export interface Comparison {
  /** As in docs/performance.md. */
  readonly target: string;
  readonly what: string;

  /** The app of this library, and the other one. */
  readonly app: string;
  readonly other: string;

  /** How many objects each makes. */
  readonly objects: number;

  /** At most so many times the processor time of the other; without it, the ratio is only shown. */
  readonly most?: number;

  /** Whether both have to write the same, byte for byte. */
  readonly same: boolean;
}

const BY_HAND = [
  { kind: 'storage-classes', what: 'storage classes' },
  { kind: 'claims', what: 'claims' },
  { kind: 'volumes', what: 'volumes that exist' },
  { kind: 'snapshots', what: 'snapshots' },
];

export const KINDS = BY_HAND.map(({ kind }) => kind);

/** The number of objects by which memory is compared. */
export const MANY = 10_000;
export const FEW = 10;

export const COMPARISONS: Comparison[] = [
  { target: 'P1', what: 'to load the library : to start Node.js', app: 'loading/library', other: 'loading/node', objects: 0, most: 1.05, same: false },
  ...BY_HAND.flatMap(({ kind, what }) => [FEW, 1_000, MANY].map((objects) => ({
    target: 'P3', what: `${what} : cdk8s by hand`, app: `${kind}/library`, other: `${kind}/by-hand`, objects, most: objects === MANY ? 1.1 : 1.05, same: true,
  }))),
  ...[FEW, 1_000].map((objects) => ({
    target: 'P3', what: 'stateful sets : cdk8s-plus-27', app: 'stateful-sets/library', other: 'stateful-sets/plus', objects, most: 1.05, same: true,
  })),
  { target: 'P5', what: 'driver : the CDK, L1', app: 'drivers/library', other: 'drivers/l1', objects: 1, most: 1.05, same: true },
  { target: 'P5', what: 'drivers : the CDK, L2', app: 'drivers/library', other: 'drivers/l2', objects: 100, most: 0.7, same: false },
  { target: 'P5', what: 'drivers : the CDK, L1', app: 'drivers/library', other: 'drivers/l1', objects: 100, same: true },
  { target: 'P5', what: '(for comparison) the CDK, L1 : L2', app: 'drivers/l1', other: 'drivers/l2', objects: 100, same: false },
  { target: 'P5', what: 'driver : eks-blueprints', app: 'drivers/library', other: 'drivers/eks-blueprints', objects: 1, most: 0.35, same: false },
];
