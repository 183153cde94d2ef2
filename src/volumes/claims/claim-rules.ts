import { ApiObject } from 'cdk8s';
import { AccessMode } from './access-mode';
import { dataSourceMistakes } from './claim-data-source';
import { driverMistakes } from './claim-drivers';
import { selectorMistakes } from './claim-selector';
import type { PersistentClaimOptions } from './claim-spec';
import { isUnresolved } from '../../private/cdk-tokens';
import { repetitionsIn } from '../../private/repetitions';
import { inKibibytes } from '../../private/sizes';
import { wholeBytesMistake } from '../../private/whole-bytes';

/** A claim, and what its rules have to know beside it. */
export interface JudgedClaim extends PersistentClaimOptions {
  /** The one volume it binds to, so that none is made for it. */
  readonly volumeName?: string;

  /** Where the claim is, if that is known. */
  readonly namespace?: string;
}

export function claimMistakes(claim: JudgedClaim): (string | undefined)[] {
  const badSize = wholeBytesMistake('size', claim.size);
  const badModes = claim.accessModes && accessModesMistake(claim.accessModes);
  const { storageClass, selector, dataSource } = claim;
  return [
    badSize,
    badModes,
    // What is wrong already is not judged again in other words.
    ...badSize === undefined && badModes === undefined && storageClass?.provisioner !== undefined ? driverMistakes(claim, storageClass) : [],
    ...attributesMistakes(claim),
    ...selector === undefined ? [] : selectorMistakes(claim, selector),
    ...dataSource === undefined ? [] : dataSourceMistakes(claim, dataSource),
    ...expansionMistakes(claim),
  ];
}

export function accessModesMistake(accessModes: AccessMode[]): string | undefined {
  const [repeated] = repetitionsIn(accessModes);
  if (accessModes.length === 0) return 'accessModes [] is empty, which Kubernetes refuses; give at least one, or leave it out for ReadWriteOnce';
  if (repeated !== undefined) return `accessModes [${accessModes.join(', ')}] has ${repeated} more than once; leave one out`;
  if (accessModes.length > 1 && accessModes.includes(AccessMode.READ_WRITE_ONCE_POD)) {
    return `accessModes [${accessModes.join(', ')}] has ReadWriteOncePod beside another mode, which Kubernetes refuses; give it alone`;
  }
  return undefined;
}

function attributesMistakes({ storageClass, volumeAttributesClass: attributes, volumeName }: JudgedClaim): (string | undefined)[] {
  if (attributes === undefined) return [];
  const { volumeAttributesClassName: name, driverName } = attributes;
  const provisioner = volumeName === undefined ? storageClass?.provisioner : undefined;
  return [
    name === '' ? "volumeAttributesClass '' has no name, which Kubernetes refuses; name a class, or leave it out" : undefined,
    driverName !== undefined && provisioner !== undefined && ![driverName, provisioner].some(isUnresolved) && driverName !== provisioner
      ? `volumeAttributesClass '${name}' is for volumes of '${driverName}', but the class '${storageClass!.storageClassName}' makes them with '${provisioner}'; name two of one driver`
      : undefined,
  ];
}

function expansionMistakes({ size, expandedFrom, storageClass }: JudgedClaim): (string | undefined)[] {
  if (expandedFrom === undefined) return [];
  const mistake = wholeBytesMistake('expandedFrom', expandedFrom);
  if (mistake !== undefined) return [mistake];
  const [now, before] = [inKibibytes(size), inKibibytes(expandedFrom)];
  return [
    now < before
      ? `size '${size.asString()}' is below expandedFrom '${expandedFrom.asString()}', and volumes never shrink; give at least '${expandedFrom.asString()}', or copy the data to a new claim`
      : undefined,
    now > before ? notExpandable(storageClass, `size '${size.asString()}' is above expandedFrom '${expandedFrom.asString()}'`) : undefined,
  ];
}

/** @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims */
function notExpandable(storageClass: PersistentClaimOptions['storageClass'], what: string): string | undefined {
  if (storageClass?.storageClassName === '') return `${what}, but claims without a class are not expanded; make a claim of a class, and copy the data`;
  if (!ApiObject.isApiObject(storageClass) || storageClass.toJson().allowVolumeExpansion === true) return undefined;
  return `${what}, but the class '${storageClass.name}' does not allow it; give the class allowVolumeExpansion`;
}
