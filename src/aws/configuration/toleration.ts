import { Token } from 'aws-cdk-lib/core';
import { isObject, object, oneOf, type Rule, shown, unlessLater, wholeNumber } from './value-rules';

/** How a toleration is compared with a taint. */
export enum TolerationOperator {
  /** Key and value are those of the taint. */
  EQUAL = 'Equal',

  /** The key is that of the taint, whatever its value. */
  EXISTS = 'Exists',
}

/** What a taint does to Pods that do not tolerate it. */
export enum TaintEffect {
  /** They are not placed on the node. */
  NO_SCHEDULE = 'NoSchedule',

  /** They are not placed on the node while there is another. */
  PREFER_NO_SCHEDULE = 'PreferNoSchedule',

  /** They are not placed on the node, and leave it. */
  NO_EXECUTE = 'NoExecute',
}

/**
 * A taint that Pods put up with.
 *
 * Refused are a value with the operator EXISTS, another operator than that without a key, and `tolerationSeconds` with another effect than NO_EXECUTE.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export interface Toleration {
  /**
   * Key of the taint.
   *
   * @default - every key
   */
  readonly key?: string;

  /**
   * How key and value are compared with those of the taint.
   *
   * @default TolerationOperator.EQUAL
   */
  readonly operator?: TolerationOperator;

  /**
   * Value of the taint.
   *
   * @default - the empty one
   */
  readonly value?: string;

  /**
   * Effect of the taint.
   *
   * @default - every effect
   */
  readonly effect?: TaintEffect;

  /**
   * How long a Pod stays once the taint is there, in seconds: a whole number from 0 on.
   *
   * @default - for good
   */
  readonly tolerationSeconds?: number;
}

/** As ValidateTolerations of Kubernetes: https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go */
export const toleration: Rule = (path, given) => {
  if (!isObject(given)) return object(path, given);
  const { key = '', operator = '', value = '', effect = '', tolerationSeconds } = given;
  return [
    // Kubernetes reads the empty string as not given, and from 1.35 on compares numbers with Lt and Gt.
    ...unlessLater(oneOf('', 'Equal', 'Exists', 'Lt', 'Gt'), `${path}.operator`, operator),
    ...unlessLater(oneOf('', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'), `${path}.effect`, effect),
    ...unlessLater(wholeNumber(0), `${path}.tolerationSeconds`, tolerationSeconds),
    operator === 'Exists' && value !== '' ? `${path}.value ${shown(value)} is given with the operator 'Exists', which looks at the key alone; leave one of the two out` : undefined,
    key === '' && operator !== 'Exists' && !Token.isUnresolved(operator) ? `${path}.operator ${shown(operator)} compares a key, and there is none; give a key, or the operator 'Exists' for every taint` : undefined,
    tolerationSeconds !== undefined && effect !== 'NoExecute' && !Token.isUnresolved(effect)
      ? `${path}.tolerationSeconds ${shown(tolerationSeconds)} goes with the effect 'NoExecute' alone; give that effect, or leave the seconds out` : undefined,
  ];
};
