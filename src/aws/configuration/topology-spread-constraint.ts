import { isObject, object, oneOf, type Rule, text, unlessLater, wholeNumber } from './value-rules';

/** What happens to a Pod that cannot be placed as a constraint asks. */
export enum UnsatisfiableConstraint {
  /** It waits. */
  DO_NOT_SCHEDULE = 'DoNotSchedule',

  /** It is placed where it does the least harm. */
  SCHEDULE_ANYWAY = 'ScheduleAnyway',
}

/**
 * How evenly the controller's Pods are spread. The chart adds which Pods are meant.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export interface TopologySpreadConstraint {
  /** By how many Pods two domains may differ: a whole number from 1 on. */
  readonly maxSkew: number;

  /** Label of nodes whose values are the domains, as in `topology.kubernetes.io/zone`. */
  readonly topologyKey: string;

  /** What happens to a Pod that cannot be placed so. */
  readonly whenUnsatisfiable: UnsatisfiableConstraint;
}

export const spreadConstraint: Rule = (path, value) => isObject(value)
  ? [
    ...unlessLater(wholeNumber(1), `${path}.maxSkew`, value.maxSkew),
    ...unlessLater(text, `${path}.topologyKey`, value.topologyKey),
    ...unlessLater(oneOf('DoNotSchedule', 'ScheduleAnyway'), `${path}.whenUnsatisfiable`, value.whenUnsatisfiable),
  ]
  : object(path, value);
