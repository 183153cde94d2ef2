import { k8s, type PercentOrAbsolute, StatefulSetUpdateStrategy } from 'cdk8s-plus-27';
import { isWholeNumber, LARGEST_INT32 } from '../../private/whole-numbers';

/** How Pods are replaced one after the other. */
export interface RollingUpdateOptions {
  /**
   * Ordinal from which on Pods are updated; those below stay as they are, also when they are made anew.
   *
   * @default 0
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#partitions
   */
  readonly partition?: number;

  /**
   * How many Pods may be down at the same time, or which part of them, rounded up: at least 1, or 1 % to 100 %.
   *
   * The API server takes the field only with the feature gate `MaxUnavailableStatefulSet` and drops it otherwise, so that it is one Pod at a time. The gate is
   * off up to Kubernetes 1.34, on from 1.35.0 to 1.35.3, off from 1.35.4 and in 1.36, and on again from 1.37 on.
   *
   * @default - not said, which Kubernetes takes as 1
   * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/MaxUnavailableStatefulSet/
   */
  readonly maxUnavailable?: PercentOrAbsolute;
}

/**
 * How a change of the Pods is rolled out. What it makes is a `StatefulSetUpdateStrategy` of cdk8s-plus, whose own factories do not know `maxUnavailable`.
 *
 * What is not among what Kubernetes takes is refused by the set.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies
 */
export class StatefulVolumeSetStrategy {
  /** Pods are replaced one after the other, from the highest ordinal down, each when the one before is ready. */
  public static rollingUpdate(options: RollingUpdateOptions = {}): StatefulSetUpdateStrategy {
    const { partition = 0, maxUnavailable } = options;
    // An IntOrString has the same shape in all of its factories.
    const unavailable = maxUnavailable && (typeof maxUnavailable.value === 'number'
      ? k8s.IntOrString.fromNumber(maxUnavailable.value) : k8s.IntOrString.fromString(maxUnavailable.value));
    return Reflect.construct(StatefulSetUpdateStrategy, [{
      type: 'RollingUpdate',
      rollingUpdate: unavailable === undefined ? { partition } : { partition, maxUnavailable: unavailable },
    }]);
  }

  /** Pods are replaced when somebody deletes them. */
  public static onDelete(): StatefulSetUpdateStrategy {
    return StatefulSetUpdateStrategy.onDelete();
  }

  private constructor() {}
}

export function strategyMistakes(strategy: StatefulSetUpdateStrategy): (string | undefined)[] {
  const { partition, maxUnavailable } = strategy._toKube().rollingUpdate ?? {};
  return [
    partition === undefined || isWholeNumber(partition, 0, LARGEST_INT32) ? undefined
      : `strategy has the partition ${partition}, which is no ordinal; give a whole number of at least 0`,
    maxUnavailable === undefined || isUnavailability(maxUnavailable.value) ? undefined
      : `strategy has maxUnavailable ${maxUnavailable.value}, which Kubernetes refuses; give a whole number of at least 1, or 1 % to 100 %`,
  ];
}

function isUnavailability(value: number | string): boolean {
  if (typeof value === 'number') return isWholeNumber(value, 1, LARGEST_INT32);
  return /^\d+%$/.test(value) && isWholeNumber(Number(value.slice(0, -1)), 1, 100);
}
