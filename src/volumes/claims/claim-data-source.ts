import { ApiObject, type Size } from 'cdk8s';
import { Construct } from 'constructs';
import { ebsParameters } from './claim-drivers';
import type { JudgedClaim } from './claim-rules';
import type { IVolumeDataSource } from './volume-data-source';
import { VolumeMode } from './volume-mode';
import type { IStorageClass } from '../../cluster/classes/storage-class-props';
import { isUnresolved } from '../../private/cdk-tokens';
import { inKibibytes } from '../../private/sizes';
import { SNAPSHOT_API_GROUP } from '../../private/snapshot-api';

/** What is known of a claim that another volume is filled from. */
export interface ClaimFacts {
  readonly namespace?: string;

  /** The least its volume had when it was copied. */
  readonly size?: Size;

  readonly storageClass?: IStorageClass;
  readonly volumeMode?: VolumeMode;
}

interface KnownClaim {
  readonly name: string;
  _claimFacts(): ClaimFacts;
}

/** @see https://kubernetes.io/docs/concepts/storage/volume-pvc-datasource/ */
export function dataSourceMistakes(claim: JudgedClaim): (string | undefined)[] {
  if (claim.dataSource === undefined) return [];
  const { kind, apiGroup, name } = claim.dataSource.toDataSource();
  const isClone = kind === 'PersistentVolumeClaim' && !apiGroup;
  if (!isClone && !(kind === 'VolumeSnapshot' && apiGroup === SNAPSHOT_API_GROUP)) {
    return [`dataSource is a ${kind} of '${apiGroup ?? ''}', which Kubernetes would drop; give a VolumeSnapshot or a claim, and anything else as dataSourceRef in a JSON patch`];
  }
  const namespace = namespaceOf(claim.dataSource);
  return [
    claim.volumeName === undefined ? undefined
      : `dataSource fills a new volume, but volumeName '${claim.volumeName}' is one that exists; leave one of them out`,
    claim.storageClass?.storageClassName === '' ? "dataSource fills a new volume, but storageClass '' makes none; name a class of the source's driver" : undefined,
    differ(namespace, claim.namespace)
      ? `dataSource '${name}' is in the namespace '${namespace}', but the claim is in '${claim.namespace}'; put both into one` : undefined,
    ...copyMistakes(claim, factsOf(claim.dataSource), name, isClone),
  ];
}

function copyMistakes(claim: JudgedClaim, source: ClaimFacts | undefined, name: string, isClone: boolean): (string | undefined)[] {
  if (source === undefined) return [];
  const { size, storageClass, volumeMode = VolumeMode.FILESYSTEM } = claim;
  const [driver, driverOfSource] = [storageClass?.provisioner, source.storageClass?.provisioner];
  return [
    source.size !== undefined && inKibibytes(size) < inKibibytes(source.size)
      ? `size '${size.asString()}' is below the '${source.size.asString()}' of its dataSource '${name}'; give at least '${source.size.asString()}'` : undefined,
    source.volumeMode !== undefined && source.volumeMode !== volumeMode
      ? `volumeMode ${volumeMode} is not that of its dataSource '${name}', which is ${source.volumeMode}; give VolumeMode.${source.volumeMode.toUpperCase()}` : undefined,
    differ(driver, driverOfSource)
      ? `dataSource '${name}' is a volume of '${driverOfSource}', but the class '${storageClass!.storageClassName}' makes volumes of '${driver}', which cannot read it; name a class of '${driverOfSource}'`
      : undefined,
    isClone ? encryptionMistake(storageClass, source.storageClass, name) : undefined,
  ];
}

/** CreateVolume in the driver's pkg/driver/controller.go compares keys by text; CopyVolumes in pkg/cloud/cloud.go says nothing of encryption. As of v1.64.0. */
function encryptionMistake(ofClone: IStorageClass | undefined, ofSource: IStorageClass | undefined, name: string): string | undefined {
  const [clone, source] = [ebsParameters(ofClone), ebsParameters(ofSource)];
  if (clone === undefined || source === undefined) return undefined;
  const isEncrypted = ({ encrypted, kmskeyid }: Record<string, string>) => encrypted === 'true' || kmskeyid !== undefined;
  if (isEncrypted(clone) && !isEncrypted(source) && !isUnresolved(source.encrypted)) {
    return `dataSource '${name}' is not encrypted, and neither is a clone of it, whatever its class says; start from a snapshot of it, which can be encrypted`;
  }
  if (!differ(clone.kmskeyid, source.kmskeyid)) return undefined;
  return `dataSource '${name}' is encrypted with another key than the class '${ofClone!.storageClassName}' names, and a clone keeps the key; name a class of that key, or start from a snapshot`;
}

/** Whether both are known, and not the same. */
function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && !isUnresolved(one) && !isUnresolved(other) && one !== other;
}

function namespaceOf(source: IVolumeDataSource): string | undefined {
  return isKnown(source) ? source._claimFacts().namespace : objectOf(source)?.metadata.namespace;
}

function factsOf(source: IVolumeDataSource): ClaimFacts | undefined {
  if (isKnown(source)) return source._claimFacts();
  const snapshot = objectOf(source);
  if (snapshot === undefined) return undefined;
  // A snapshot names its claim, which may be in the same app.
  const claimName = snapshot.toJson().spec?.source?.persistentVolumeClaimName;
  return snapshot.node.root.node.findAll().filter(isKnown)
    .find((claim) => claim.name === claimName && claim._claimFacts().namespace === snapshot.metadata.namespace)?._claimFacts();
}

function objectOf(source: IVolumeDataSource): ApiObject | undefined {
  if (!Construct.isConstruct(source)) return undefined;
  return [source, source.node.defaultChild].find((object): object is ApiObject => ApiObject.isApiObject(object));
}

function isKnown<T>(value: T): value is T & KnownClaim {
  return typeof (value as Partial<KnownClaim>)._claimFacts === 'function';
}
