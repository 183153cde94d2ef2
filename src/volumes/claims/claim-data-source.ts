import { Size } from 'cdk8s';
import { provisions } from './claim-drivers';
import { type ClaimFacts, claimFactsOf } from './claim-facts';
import type { JudgedClaim } from './claim-rules';
import { copyDriverMistake } from './copy-drivers';
import { ebsCloneMistakes, ebsCopyMistakes, makesEbsVolumes } from './ebs-copies';
import { differ } from './known-difference';
import type { IVolumeDataSource } from './volume-data-source';
import { VolumeMode } from './volume-mode';
import type { IStorageClass } from '../../cluster/classes/storage-class-props';
import { inKibibytes } from '../../private/sizes';
import { SNAPSHOT_API_GROUP } from '../../private/snapshot-api';

/**
 * What the provisioner or the driver would have against filling the volume, so that the claim would stay Pending.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-pvc-datasource/
 * @see https://github.com/kubernetes-csi/external-provisioner/blob/v6.3.0/pkg/controller/controller.go getPVCSource, getSnapshotSource
 */
export function dataSourceMistakes(claim: JudgedClaim, dataSource: IVolumeDataSource): (string | undefined)[] {
  const { kind, apiGroup, name } = dataSource.toDataSource();
  const isClone = kind === 'PersistentVolumeClaim' && !apiGroup;
  if (!isClone && !(kind === 'VolumeSnapshot' && apiGroup === SNAPSHOT_API_GROUP)) {
    return [`dataSource is a ${kind} of '${apiGroup ?? ''}', which Kubernetes would drop; give a VolumeSnapshot or a claim, and anything else as dataSourceRef in a JSON patch`];
  }
  const facts = claimFactsOf(dataSource);
  return [
    claim.volumeName === undefined ? undefined
      : `dataSource fills a new volume, but volumeName '${claim.volumeName}' is one that exists; leave one of them out`,
    makesNone(claim.storageClass)
      ? `dataSource fills a new volume, but storageClass '${claim.storageClass!.storageClassName}' makes none; name a class of the source's driver` : undefined,
    differ(facts?.namespace, claim.namespace)
      ? `dataSource '${name}' is in the namespace '${facts!.namespace}', but the claim is in '${claim.namespace}'; put both into one` : undefined,
    driverMistake(claim.storageClass, facts, name, isClone),
    ...isClone ? ebsCloneMistakes(claim.storageClass) : [],
    ...facts === undefined ? [] : copyMistakes(claim, facts, name, isClone),
  ];
}

function copyMistakes(claim: JudgedClaim, source: ClaimFacts, name: string, isClone: boolean): (string | undefined)[] {
  const { size, volumeMode = VolumeMode.FILESYSTEM } = claim;
  const least = leastSize(claim, source, isClone);
  return [
    least !== undefined && inKibibytes(size) < inKibibytes(least)
      ? `size '${size.asString()}' is below the '${least.asString()}' of its dataSource '${name}'; give at least '${least.asString()}'` : undefined,
    source.volumeMode !== undefined && source.volumeMode !== volumeMode
      ? `volumeMode ${volumeMode} is not that of its dataSource '${name}', which is ${source.volumeMode}; give VolumeMode.${source.volumeMode.toUpperCase()}` : undefined,
    ...ebsCopyMistakes(claim, source, name, isClone),
  ];
}

/** What a clone asks for is compared with what its source asked for; what a snapshot asks for, with the volume that it is of, which EBS makes in whole GiB. */
function leastSize({ storageClass }: JudgedClaim, source: ClaimFacts, isClone: boolean): Size | undefined {
  if (source.size === undefined || isClone) return source.size;
  const gibibytes = inKibibytes(source.size) / 1024 ** 2;
  if (Number.isInteger(gibibytes) || !makesEbsVolumes(source.storageClass?.provisioner ?? storageClass?.provisioner)) return source.size;
  return Size.gibibytes(Math.ceil(gibibytes));
}

function driverMistake(storageClass: IStorageClass | undefined, source: ClaimFacts | undefined, name: string, isClone: boolean): string | undefined {
  const [driver, driverOfSource] = [storageClass?.provisioner, source?.storageClass?.provisioner];
  if (differ(driver, driverOfSource)) {
    return `dataSource '${name}' is a volume of '${driverOfSource}', but the class '${storageClass!.storageClassName}' makes volumes of '${driver}', which cannot read it; name a class of '${driverOfSource}'`;
  }
  return copyDriverMistake(driver ?? driverOfSource, name, isClone);
}

function makesNone(storageClass: IStorageClass | undefined): boolean {
  if (storageClass === undefined) return false;
  return storageClass.storageClassName === '' || (storageClass.provisioner !== undefined && !provisions(storageClass));
}
