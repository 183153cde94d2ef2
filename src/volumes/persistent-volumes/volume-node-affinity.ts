import type { NodeLabelQuery } from 'cdk8s-plus-27';
import { isUnresolved } from '../../private/cdk-tokens';
import { labelKeyMistake, labelValueMistake } from '../../private/names';

interface Expression {
  readonly key: string;
  readonly operator: string;
  readonly values?: string[];
}

/**
 * The nodes from which a PersistentVolume can be used. Pods that claim it are scheduled to them.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity
 */
export class VolumeNodeAffinity {
  /**
   * The nodes of these availability zones.
   *
   * @param zones Names as in `ap-northeast-2a`.
   */
  public static zones(...zones: string[]): VolumeNodeAffinity {
    return VolumeNodeAffinity.oneOf('topology.kubernetes.io/zone', zones);
  }

  /**
   * These nodes.
   *
   * @param names Values of their label `kubernetes.io/hostname`.
   */
  public static nodes(...names: string[]): VolumeNodeAffinity {
    return VolumeNodeAffinity.oneOf('kubernetes.io/hostname', names);
  }

  /**
   * The nodes that answer all of these queries, for example `NodeLabelQuery.in('topology.gke.io/zone', ['us-central1-c'])`.
   *
   * @param queries Queries about the nodes' labels, of cdk8s-plus.
   */
  public static labels(...queries: NodeLabelQuery[]): VolumeNodeAffinity {
    return new VolumeNodeAffinity([queries.map((query) => query._toKube())]);
  }

  /** The nodes of any of these. */
  public static anyOf(...affinities: VolumeNodeAffinity[]): VolumeNodeAffinity {
    return new VolumeNodeAffinity(affinities.flatMap(({ terms }) => terms));
  }

  private static oneOf(key: string, values: string[]): VolumeNodeAffinity {
    return new VolumeNodeAffinity([[{ key, operator: 'In', values }]]);
  }

  private constructor(private readonly terms: Expression[][]) {}

  /**
   * The nodes that both of them name.
   *
   * @internal
   */
  public _and(other: VolumeNodeAffinity | undefined): VolumeNodeAffinity {
    return other === undefined ? this : new VolumeNodeAffinity(this.terms.flatMap((term) => other.terms.map((another) => [...term, ...another])));
  }

  /** @internal */
  public _toKube(): object {
    return { required: { nodeSelectorTerms: this.terms.map((matchExpressions) => ({ matchExpressions })) } };
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    if (this.terms.length > 0) return this.terms.flatMap(termMistakes);
    return ['nodeAffinity names no nodes, so that no Pod could use the volume; give at least one, or leave nodeAffinity out'];
  }
}

function termMistakes(term: Expression[]): (string | undefined)[] {
  return term.length > 0 ? term.flatMap(expressionMistakes) : ['nodeAffinity has a term without a query, which no node answers; give at least one query'];
}

function expressionMistakes({ key, operator, values = [] }: Expression): (string | undefined)[] {
  const keyMistake = labelKeyMistake('nodeAffinity', key);
  const isNumber = values.length === 1 && (isUnresolved(values[0]) || /^-?\d+$/.test(values[0]));
  return [
    keyMistake,
    values.length === 0 && operator !== 'Exists' && operator !== 'DoesNotExist' ? `nodeAffinity asks for no value of '${key}'; give at least one` : undefined,
    ...values.map((value) => value === ''
      ? `nodeAffinity asks for the value '' of '${key}'; give the name of a zone, a node or whatever '${key}' holds`
      : keyMistake === undefined ? labelValueMistake('nodeAffinity', key, value) : undefined),
    (operator === 'Gt' || operator === 'Lt') && !isNumber ? `nodeAffinity compares '${key}' with [${values.join(', ')}]; give one whole number` : undefined,
  ];
}
