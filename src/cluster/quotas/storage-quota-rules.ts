import type { Size } from 'cdk8s';
import type { EphemeralStorageQuota, StorageQuotaProps } from './storage-quota-props';
import { isUnresolved } from '../../private/cdk-tokens';
import { dnsSubdomainMistake } from '../../private/names';
import { repetitionsIn } from '../../private/repetitions';
import { inKibibytes } from '../../private/sizes';
import { SNAPSHOT_API_GROUP } from '../../private/snapshot-api';
import { wholeBytesMistake } from '../../private/whole-bytes';
import { isWholeNumber } from '../../private/whole-numbers';

/** Resources that are counted by a property of their own. */
const OWN_PROPERTIES: Record<string, 'claims' | 'snapshots'> = {
  persistentvolumeclaims: 'claims',
  [`volumesnapshots.${SNAPSHOT_API_GROUP}`]: 'snapshots',
};

interface Limit {
  readonly total?: Size;
  readonly claims?: number;
}

/** What follows the name of a class in the name of what is limited. */
export const OF_STORAGE_CLASS = '.storageclass.storage.k8s.io';

export function storageQuotaMistakes(props: StorageQuotaProps): (string | undefined)[] {
  const { minPerClaim, maxPerClaim, total, claims, snapshots, ephemeralStorage, ephemeralStoragePerPod, ephemeralStoragePerContainer } = props;
  return [
    ...rangeMistakes({ minPerClaim, maxPerClaim }, 'claim'),
    minPerClaim && total && valid(minPerClaim, total) && inKibibytes(minPerClaim) > inKibibytes(total)
      ? `minPerClaim '${minPerClaim.asString()}' is above total '${total.asString()}', so no claim fits; lower it, or raise total` : undefined,
    wholeBytesMistake('total', total),
    countMistake('claims', claims),
    countMistake('snapshots', snapshots),
    ...storageClassMistakes(props),
    ...attributesClassMistakes(props),
    ...objectCountMistakes(props),
    ...nothingLimited('ephemeralStorage', ephemeralStorage),
    wholeBytesMistake('ephemeralStorage requests', ephemeralStorage?.requests),
    wholeBytesMistake('ephemeralStorage limits', ephemeralStorage?.limits),
    requestsAboveLimitsMistake(ephemeralStorage),
    ...nothingLimited('ephemeralStoragePerPod', ephemeralStoragePerPod),
    ...rangeMistakes({ 'ephemeralStoragePerPod min': ephemeralStoragePerPod?.min, 'ephemeralStoragePerPod max': ephemeralStoragePerPod?.max }, 'Pod'),
    ...nothingLimited('ephemeralStoragePerContainer', ephemeralStoragePerContainer),
    ...rangeMistakes(Object.fromEntries((['min', 'defaultRequest', 'defaultLimit', 'max'] as const)
      .map((key) => [`ephemeralStoragePerContainer ${key}`, ephemeralStoragePerContainer?.[key]])), 'container'),
  ];
}

function storageClassMistakes({ total, claims, perClass = [] }: StorageQuotaProps): (string | undefined)[] {
  const names = perClass.map(({ storageClass }) => storageClass.storageClassName);
  return [
    ...repetitionsIn(names).map((name) => `perClass has the class '${name}' more than once; give its limits once`),
    ...perClass.flatMap(({ storageClass: { storageClassName: name }, ...limit }) => [
      name === '' ? "perClass limits the class '', which has no name to count by; give a class that has one" : undefined,
      name !== '' && dnsSubdomainMistake('', `${name}${OF_STORAGE_CLASS}`) !== undefined && !isUnresolved(name)
        ? `perClass limits the class '${name}', whose name is too long or no name to count by; give a class of at most ${253 - OF_STORAGE_CLASS.length} characters`
        : undefined,
      ...limitMistakes(`perClass '${name}'`, limit, { total, claims }),
    ]),
  ];
}

function attributesClassMistakes({ metadata, total, claims, perAttributesClass = [] }: StorageQuotaProps): (string | undefined)[] {
  const names = perAttributesClass.map(({ volumeAttributesClass }) => volumeAttributesClass.volumeAttributesClassName);
  return [
    ...repetitionsIn(names).map((name) => `perAttributesClass has the class '${name}' more than once; give its limits once`),
    ...perAttributesClass.flatMap(({ volumeAttributesClass: { volumeAttributesClassName: name }, ...limit }) => [
      name === '' ? "perAttributesClass limits the class '', which has no name to count by; give a class that has one" : undefined,
      metadata?.name === undefined ? undefined : dnsSubdomainMistake(`the quota of perAttributesClass '${name}' is called`, `${metadata.name}-${name}`),
      ...limitMistakes(`perAttributesClass '${name}'`, limit, { total, claims }),
    ]),
  ];
}

function limitMistakes(what: string, limit: Limit, ofAll: Limit): (string | undefined)[] {
  return [
    wholeBytesMistake(`${what} total`, limit.total),
    countMistake(`${what} claims`, limit.claims),
    limit.total || limit.claims !== undefined ? undefined : `${what} limits nothing; give total or claims`,
    limit.total && ofAll.total && valid(limit.total, ofAll.total) && inKibibytes(limit.total) > inKibibytes(ofAll.total)
      ? `${what} total '${limit.total.asString()}' is above the total '${ofAll.total.asString()}' of all claims, so it limits nothing; lower it, or leave it out` : undefined,
    limit.claims !== undefined && ofAll.claims !== undefined && countMistake('', ofAll.claims) === undefined && !isUnresolved(ofAll.claims) && limit.claims > ofAll.claims
      ? `${what} claims ${limit.claims} is above the ${ofAll.claims} of all classes, so it limits nothing; lower it, or leave it out` : undefined,
  ];
}

/** The name of a resource stands after a slash, where Kubernetes takes 63 characters: IsQualifiedName of apimachinery. */
function objectCountMistakes({ objectCounts = {}, ...props }: StorageQuotaProps): (string | undefined)[] {
  return Object.entries(objectCounts).flatMap(([resource, count]) => {
    const own = OWN_PROPERTIES[resource];
    return [
      countMistake(`objectCounts '${resource}'`, count),
      own === undefined ? undefined
        : `objectCounts has '${resource}', which ${props[own] === undefined ? 'has a property of its own' : `${own} limits already`}; use ${own}`,
      resource.length <= 63 && dnsSubdomainMistake('', resource) === undefined ? undefined
        : `objectCounts has '${resource}', which is no resource; write it with its group, as in 'configmaps' or 'deployments.apps', without 'count/'`,
    ];
  });
}

function nothingLimited(property: string, limits: object | undefined): (string | undefined)[] {
  if (limits === undefined || Object.values(limits).some((value) => value !== undefined)) return [];
  return [`${property} {} limits nothing; give a size, or leave it out`];
}

/** The API server warns of it. */
function requestsAboveLimitsMistake({ requests, limits }: EphemeralStorageQuota = {}): string | undefined {
  if (requests === undefined || limits === undefined || !valid(requests, limits) || inKibibytes(requests) <= inKibibytes(limits)) return undefined;
  return `ephemeralStorage requests '${requests.asString()}' is above its limits '${limits.asString()}', which are used up first; swap them`;
}

/** Sizes that may not cross, from the least to the most. */
function rangeMistakes(sizes: Record<string, Size | undefined>, what: string): (string | undefined)[] {
  const given = Object.entries(sizes).filter((entry): entry is [string, Size] => entry[1] !== undefined);
  return [
    ...given.map(([property, size]) => wholeBytesMistake(property, size)),
    ...given.slice(1).map(([property, size], index) => {
      const [before, less] = given[index];
      if (!valid(less, size) || inKibibytes(less) <= inKibibytes(size)) return undefined;
      return `${before} '${less.asString()}' is above ${property} '${size.asString()}', so no ${what} fits; swap them`;
    }),
  ];
}

function valid(...sizes: Size[]): boolean {
  return sizes.every((size) => wholeBytesMistake('', size) === undefined);
}

function countMistake(property: string, value: number | undefined): string | undefined {
  if (value === undefined || isWholeNumber(value, 0, Number.MAX_SAFE_INTEGER)) return undefined;
  return `${property} ${value} is not a number of objects; give a whole number of at least 0`;
}
