import type { Size } from 'cdk8s';
import { Construct } from 'constructs';
import type { StorageQuotaProps } from './storage-quota-props';
import { OF_STORAGE_CLASS, storageQuotaMistakes } from './storage-quota-rules';
import { KubernetesObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { metadataMistakes } from '../../private/names';
import { SNAPSHOT_API_GROUP } from '../../private/snapshot-api';

/**
 * How much storage one namespace may ask for: a LimitRange for the single claim, Pod and container, a ResourceQuota for all of them.
 *
 * Each of the two is created only if it has something to say. Refuses a quota that limits nothing, sizes that are none, limits that cross or that others make
 * pointless, numbers that are not whole, and what is limited twice.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/#storage-resource-quota
 * @see https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export class StorageQuota extends Construct {
  public constructor(scope: Construct, id: string, props: StorageQuotaProps) {
    const { metadata, perAttributesClass = [] } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...metadataMistakes(metadata), ...storageQuotaMistakes(props));
    const [hard, limits] = [hardLimits(props), limitItems(props)];
    const limitsNamespace = Object.keys(hard).length > 0;
    mistakes.add(limits.length > 0 || limitsNamespace || perAttributesClass.length > 0 ? undefined
      : 'nothing is limited; give at least one of minPerClaim, maxPerClaim, total, claims, snapshots, perClass and the like');
    mistakes.throwIfAny();
    super(scope, id);

    if (limits.length > 0) new KubernetesObject(this, 'LimitRange', { apiVersion: 'v1', kind: 'LimitRange', metadata, spec: { limits } });
    if (limitsNamespace) new KubernetesObject(this, 'ResourceQuota', { apiVersion: 'v1', kind: 'ResourceQuota', metadata, spec: { hard } });
    for (const { volumeAttributesClass: { volumeAttributesClassName: name }, total, claims } of perAttributesClass) {
      new KubernetesObject(this, `AttributesClass-${name}`, {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { ...metadata, name: metadata?.name && `${metadata.name}-${name}` },
        spec: {
          hard: defined({ 'requests.storage': total?.asString(), 'persistentvolumeclaims': claims?.toString() }),
          scopeSelector: { matchExpressions: [{ scopeName: 'VolumeAttributesClass', operator: 'In', values: [name] }] },
        },
      });
    }
  }
}

function limitItems(props: StorageQuotaProps): object[] {
  const { minPerClaim, maxPerClaim, ephemeralStoragePerPod: pod, ephemeralStoragePerContainer: container } = props;
  return [
    limitItem('PersistentVolumeClaim', 'storage', { min: minPerClaim, max: maxPerClaim }),
    limitItem('Pod', 'ephemeral-storage', { min: pod?.min, max: pod?.max }),
    limitItem('Container', 'ephemeral-storage', {
      min: container?.min, defaultRequest: container?.defaultRequest, default: container?.defaultLimit, max: container?.max,
    }),
  ].flat();
}

function limitItem(type: string, resource: string, sizes: Record<string, Size | undefined>): object[] {
  const given = Object.entries(sizes).filter(([, size]) => size !== undefined).map(([key, size]) => [key, { [resource]: size!.asString() }]);
  return given.length === 0 ? [] : [{ type, ...Object.fromEntries(given) }];
}

function hardLimits({ total, claims, snapshots, perClass = [], objectCounts = {}, ephemeralStorage }: StorageQuotaProps): Record<string, string> {
  return defined({
    'requests.storage': total?.asString(),
    'persistentvolumeclaims': claims?.toString(),
    [`count/volumesnapshots.${SNAPSHOT_API_GROUP}`]: snapshots?.toString(),
    'requests.ephemeral-storage': ephemeralStorage?.requests?.asString(),
    'limits.ephemeral-storage': ephemeralStorage?.limits?.asString(),
    ...Object.fromEntries(perClass.flatMap(({ storageClass, ...limit }) => {
      const prefix = `${storageClass.storageClassName}${OF_STORAGE_CLASS}`;
      return [[`${prefix}/requests.storage`, limit.total?.asString()], [`${prefix}/persistentvolumeclaims`, limit.claims?.toString()]];
    })),
    ...Object.fromEntries(Object.entries(objectCounts).map(([resource, count]) => [`count/${resource}`, String(count)])),
  });
}

function defined(limits: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(limits).filter((limit): limit is [string, string] => limit[1] !== undefined));
}
