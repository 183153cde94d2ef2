import { zoneIdMistake, zoneNameMistake } from './zones';
import { isUnresolved } from '../../private/cdk-tokens';
import { labelMistakes } from '../../private/names';
import { repetitionsIn } from '../../private/repetitions';

interface Expression {
  readonly key: string;
  readonly values: string[];
}

const ZONE = 'topology.kubernetes.io/zone';

/** What a driver calls the zone of its nodes; the second is what the EBS driver did before it took the first as well. */
const ZONE_KEYS = [ZONE, 'topology.ebs.csi.aws.com/zone'];
const ZONE_ID = 'topology.k8s.aws/zone-id';

/** Labels of nodes on an Outpost, getOutpostArn in the EBS driver's pkg/driver/controller.go. */
const OUTPOST = 'topology.ebs.csi.aws.com';

/**
 * Where a StorageClass may create volumes.
 *
 * Refuses a place without values, empty and repeated values, and what is no zone, no zone id, no Outpost.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#allowed-topologies
 */
export class AllowedTopology {
  /**
   * Only in these availability zones.
   *
   * @param zones Names as in `ap-northeast-2a`, which each account spreads over the zones in its own way.
   */
  public static zones(...zones: string[]): AllowedTopology {
    return new AllowedTopology([{ key: ZONE, values: zones }]);
  }

  /**
   * Only in these availability zones, by the ids that mean the same zone in every account. For EBS volumes; the driver takes them since v1.48.0.
   *
   * @param zoneIds Ids as in `apne2-az1`.
   * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html
   */
  public static zoneIds(...zoneIds: string[]): AllowedTopology {
    return new AllowedTopology([{ key: ZONE_ID, values: zoneIds }]);
  }

  /**
   * Only on this AWS Outpost. For EBS volumes.
   *
   * @param outpostArn As in `arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0`.
   * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-outposts.html
   */
  public static outpost(outpostArn: string): AllowedTopology {
    const [, partition, region, accountId, outpostId] = OUTPOST_ARN.exec(outpostArn) ?? [];
    const parts = { 'outpost-id': outpostId, region, partition, 'account-id': accountId };
    return new AllowedTopology(Object.entries(parts).map(([part, value]) => ({ key: `${OUTPOST}/${part}`, values: [value] })), outpostId !== undefined ? undefined
      : `allowedTopologies has the outpost '${outpostArn}', which is not the ARN of one; write it as 'arn:aws:outposts:<region>:<account>:outpost/<id>'`);
  }

  /**
   * Only where nodes carry this label with one of these values.
   *
   * @param key Label that the driver's node plugin reports, for example `topology.kubernetes.io/zone`.
   * @param values Values of that label.
   */
  public static label(key: string, ...values: string[]): AllowedTopology {
    return new AllowedTopology([{ key, values }]);
  }

  private constructor(private readonly expressions: Expression[], private readonly mistake?: string) {}

  /**
   * The same place, narrowed to nodes with this label, unless that label is spoken of already.
   *
   * @internal
   */
  public _and(key: string, value: string): AllowedTopology {
    if (this.expressions.some((expression) => expression.key === key)) return this;
    return new AllowedTopology([...this.expressions, { key, values: [value] }], this.mistake);
  }

  /** @internal */
  public _toKube(): any {
    return { matchLabelExpressions: this.expressions.map(({ key, values }) => ({ key, values })) };
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    return this.mistake === undefined ? this.expressions.flatMap(expressionMistakes) : [this.mistake];
  }
}

/** The ARN of an Outpost, by its partition, region, account and id. */
export const OUTPOST_ARN = /^arn:([^:]+):outposts:([a-z0-9-]+):(\d{12}):outpost\/(op-[0-9a-f]+)$/;

function expressionMistakes({ key, values }: Expression): (string | undefined)[] {
  const known = values.filter((value) => !isUnresolved(value));
  if (values.length === 0 || known.includes('')) {
    return [`allowedTopologies names no place under '${key}' (got [${values.map((value) => `'${value}'`).join(', ')}]); give at least one value and no empty ones, or leave allowedTopologies out`];
  }
  return [
    ...labelMistakes('allowedTopologies', Object.fromEntries(known.map((value) => [key, value]))),
    ...repetitionsIn(known).map((value) => `allowedTopologies names '${value}' twice under '${key}', which Kubernetes refuses; leave one out`),
    ...known.map((value) => ZONE_KEYS.includes(key) ? zoneNameMistake('allowedTopologies', value) : undefined),
    ...known.map((value) => key === ZONE_ID ? zoneIdMistake('allowedTopologies', value) : undefined),
  ];
}

/** What is wrong with a class's places, taken together. */
export function allowedTopologiesMistakes(topologies: AllowedTopology[]): (string | undefined)[] {
  if (topologies.length === 0) return ['allowedTopologies is empty, which allows no place or every place, depending on the reader; name a place, or leave it out'];
  return [
    ...topologies.flatMap((topology) => topology._mistakes()),
    ...repetitionsIn(topologies.map((topology) => JSON.stringify(topology._toKube())))
      .map(() => 'allowedTopologies names the same place twice, which Kubernetes refuses; leave one out'),
  ];
}
