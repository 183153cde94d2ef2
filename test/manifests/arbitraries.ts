import fc from 'fast-check';
import { storage } from './arbitraries-claims';
import { classes } from './arbitraries-classes';
import { fileClasses } from './arbitraries-files';
import { podVolumes, projectedVolumes } from './arbitraries-pods';
import { statefulSets, wholes } from './arbitraries-sets';
import { persistentVolumes } from './arbitraries-volumes';

/** The public constructs of the Kubernetes half. Those that have many faces come more often. */
export const inputs = fc.oneof(
  ...[...classes, ...fileClasses, ...storage, ...podVolumes, ...wholes].map((arbitrary) => ({ weight: 1, arbitrary })),
  { weight: 8, arbitrary: persistentVolumes },
  { weight: 4, arbitrary: statefulSets },
  { weight: 2, arbitrary: projectedVolumes },
);

/** As many as are wanted, always the same. */
export function sampleOf(count: number, seed: number) {
  return fc.sample(inputs, { numRuns: count, seed });
}
