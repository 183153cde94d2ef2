import type { ApiObjectMetadata, Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { IStorageClass } from './storage-class-props';
import { KubernetesObject } from '../private/kubernetes-object';
import { Mistakes } from '../private/mistakes';
import { metadataMistakes } from '../private/names';
import { inKibibytes, sizeMistake } from '../private/sizes';
import { SNAPSHOT_API_GROUP } from '../private/snapshot-api';
import { isWholeNumber } from '../private/whole-numbers';

/** How much the claims of one StorageClass may take together. */
export interface StorageClassQuota {
  /** The class. */
  readonly storageClass: IStorageClass;

  /**
   * Sum of what its claims request.
   *
   * @default - no limit
   */
  readonly total?: Size;

  /**
   * Number of its claims. 0 keeps the class out of the namespace.
   *
   * @default - no limit
   */
  readonly claims?: number;
}

/** Properties of `StorageQuota`. */
export interface StorageQuotaProps {
  /**
   * Name, labels and annotations; the namespace is the one whose claims are limited.
   *
   * @default - a name made from the construct's path, in the chart's namespace
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Least that one claim may request.
   *
   * @default - no limit
   */
  readonly minPerClaim?: Size;

  /**
   * Most that one claim may request.
   *
   * @default - no limit
   */
  readonly maxPerClaim?: Size;

  /**
   * Sum of what all claims request.
   *
   * @default - no limit
   */
  readonly total?: Size;

  /**
   * Number of claims.
   *
   * @default - no limit
   */
  readonly claims?: number;

  /**
   * Number of VolumeSnapshots.
   *
   * @default - no limit
   */
  readonly snapshots?: number;

  /**
   * Further limits for the claims of single classes.
   *
   * @default - none
   */
  readonly perClass?: StorageClassQuota[];
}

/**
 * How much storage one namespace may ask for: a LimitRange for the single claim, a ResourceQuota for all of them.
 *
 * Each of the two is created only if it has something to say. Refuses a quota that limits nothing, sizes of zero, a minimum above the maximum,
 * and numbers that are not whole.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#storage-resource-quota
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export class StorageQuota extends Construct {
  public constructor(scope: Construct, id: string, props: StorageQuotaProps) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...metadataMistakes(props.metadata), ...limitMistakes(props));
    const [hard, min, max] = [hardLimits(props), props.minPerClaim, props.maxPerClaim];
    const limitsClaims = min !== undefined || max !== undefined;
    const limitsNamespace = Object.keys(hard).length > 0;
    mistakes.add(limitsClaims || limitsNamespace ? undefined : 'nothing is limited; give at least one of minPerClaim, maxPerClaim, total, claims, snapshots and perClass');
    mistakes.throwIfAny();
    super(scope, id);

    if (limitsClaims) {
      new KubernetesObject(this, 'LimitRange', {
        apiVersion: 'v1',
        kind: 'LimitRange',
        metadata: props.metadata,
        spec: {
          limits: [{
            type: 'PersistentVolumeClaim',
            ...(min && { min: { storage: min.asString() } }),
            ...(max && { max: { storage: max.asString() } }),
          }],
        },
      });
    }
    if (limitsNamespace) {
      new KubernetesObject(this, 'ResourceQuota', { apiVersion: 'v1', kind: 'ResourceQuota', metadata: props.metadata, spec: { hard } });
    }
  }
}

function hardLimits({ total, claims, snapshots, perClass = [] }: StorageQuotaProps): Record<string, string> {
  const limits: [string, string | undefined][] = [
    ['requests.storage', total?.asString()],
    ['persistentvolumeclaims', claims?.toString()],
    [`count/volumesnapshots.${SNAPSHOT_API_GROUP}`, snapshots?.toString()],
    ...perClass.flatMap(({ storageClass, ...limit }): [string, string | undefined][] => {
      const prefix = `${storageClass.storageClassName}.storageclass.storage.k8s.io`;
      return [[`${prefix}/requests.storage`, limit.total?.asString()], [`${prefix}/persistentvolumeclaims`, limit.claims?.toString()]];
    }),
  ];
  return Object.fromEntries(limits.filter((limit): limit is [string, string] => limit[1] !== undefined));
}

function limitMistakes({ minPerClaim, maxPerClaim, total, claims, snapshots, perClass = [] }: StorageQuotaProps): (string | undefined)[] {
  return [
    sizeMistake('minPerClaim', minPerClaim),
    sizeMistake('maxPerClaim', maxPerClaim),
    minPerClaim && maxPerClaim && inKibibytes(minPerClaim) > inKibibytes(maxPerClaim)
      ? `minPerClaim '${minPerClaim.asString()}' is above maxPerClaim '${maxPerClaim.asString()}', so no claim fits; swap them` : undefined,
    sizeMistake('total', total),
    countMistake('claims', claims),
    countMistake('snapshots', snapshots),
    ...perClass.flatMap(({ storageClass, ...limit }) => {
      const name = storageClass.storageClassName;
      return [
        name === '' ? "perClass limits the class '', which has no name to count by; give a class that has one" : undefined,
        sizeMistake(`perClass '${name}' total`, limit.total),
        countMistake(`perClass '${name}' claims`, limit.claims),
        limit.total || limit.claims !== undefined ? undefined : `perClass '${name}' limits nothing; give total or claims`,
      ];
    }),
  ];
}

function countMistake(property: string, value: number | undefined): string | undefined {
  if (value === undefined || isWholeNumber(value, 0)) return undefined;
  return `${property} ${value} is not a number of objects; give a whole number of at least 0`;
}
