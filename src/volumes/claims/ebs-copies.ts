import { ApiObject } from 'cdk8s';
import { ebsParameters } from './claim-drivers';
import type { ClaimFacts } from './claim-facts';
import type { JudgedClaim } from './claim-rules';
import { differ } from './known-difference';
import { VolumeMode } from './volume-mode';
import type { IStorageClass } from '../../cluster/classes/storage-class-props';
import { isUnresolved } from '../../private/cdk-tokens';
import { EBS_CSI_DRIVER } from '../../private/ebs-csi-driver-name';
import { inKibibytes } from '../../private/sizes';

type Parameters = Record<string, string>;

const ZONE_KEYS = ['topology.kubernetes.io/zone', 'topology.ebs.csi.aws.com/zone'];

/** Beyond these, EC2 does not encrypt an io2 volume while it fills it: https://docs.aws.amazon.com/ebs/latest/userguide/provisioned-iops.html, as of 2026-11. */
const IO2_ENCRYPTED_WHILE_FILLED = { gib: 16_384, iops: 64_000 };

export function makesEbsVolumes(driver: string | undefined): boolean {
  return driver === EBS_CSI_DRIVER || driver === 'ebs.csi.eks.amazonaws.com';
}

/**
 * What the driver asks of the class of any clone.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/pkg/driver/controller.go "Cannot make an unencrypted clone"
 */
export function ebsCloneMistakes(storageClass: IStorageClass | undefined): (string | undefined)[] {
  const { encrypted = '' } = ebsParameters(storageClass) ?? {};
  return [
    encrypted !== '' && encrypted !== 'true' && !isUnresolved(encrypted)
      ? `the class '${storageClass!.storageClassName}' says encrypted '${encrypted}', and the driver makes no clones for such a class; leave the parameter out of the class, or start from a snapshot`
      : undefined,
  ];
}

/** What EC2 and the driver ask where source and copy are known. */
export function ebsCopyMistakes(claim: JudgedClaim, source: ClaimFacts, name: string, isClone: boolean): (string | undefined)[] {
  const [copy, original] = [ebsParameters(claim.storageClass), ebsParameters(source.storageClass)];
  if (copy === undefined || original === undefined) return [];
  return [
    claim.volumeMode === VolumeMode.BLOCK ? undefined : fileSystemMistake(claim.storageClass!, copy, original, name),
    ...isClone
      ? [cloneEncryptionMistake(claim.storageClass!, copy, original, name), zoneMistake(claim.storageClass!, source.storageClass!, name)]
      : [restoredEncryptionMistake(claim, copy, original, name)],
  ];
}

/**
 * The file system is copied with the rest. Where a class does not name one, the configuration of the driver does. The kernel reads ext3 as ext4.
 *
 * @see https://github.com/kubernetes/mount-utils FormatAndMount
 */
function fileSystemMistake({ storageClassName }: IStorageClass, copy: Parameters, original: Parameters, name: string): string | undefined {
  const [wanted, there] = [copy, original].map((parameters) => parameters['csi.storage.k8s.io/fstype'] ?? parameters.fstype);
  if (!differ(wanted, there) || (there === 'ext3' && wanted === 'ext4')) return undefined;
  return `dataSource '${name}' has the file system ${there}, which is copied with it, but the class '${storageClassName}' mounts ${wanted}; name a class of ${there}`;
}

/** CreateVolume in the driver's pkg/driver/controller.go compares keys by text; CopyVolumes in pkg/cloud/cloud.go says nothing of encryption. As of v1.64.0. */
function cloneEncryptionMistake({ storageClassName }: IStorageClass, clone: Parameters, source: Parameters, name: string): string | undefined {
  if (isEncrypted(clone) && isPlain(source)) {
    return `dataSource '${name}' is not encrypted, and neither is a clone of it, whatever its class says; start from a snapshot of it, which can be encrypted`;
  }
  if (!differ(clone.kmskeyid, source.kmskeyid)) return undefined;
  return `dataSource '${name}' is encrypted with another key than the class '${storageClassName}' names, and a clone keeps the key; name a class of that key, or start from a snapshot`;
}

/**
 * EC2 never takes encryption away: what comes from an encrypted snapshot is encrypted, with its key unless the class names another one. So only what is to be
 * encrypted anew can be refused.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/encryption-examples.html
 */
function restoredEncryptionMistake({ size, storageClass }: JudgedClaim, copy: Parameters, original: Parameters, name: string): string | undefined {
  if (copy.type !== 'io2' || !isEncrypted(copy) || !isPlain(original)) return undefined;
  const { gib, iops } = IO2_ENCRYPTED_WHILE_FILLED;
  if (inKibibytes(size) / 1024 ** 2 <= gib && !(Number(copy.iops) > iops)) return undefined;
  return `dataSource '${name}' is not encrypted, and io2 volumes of more than ${gib} GiB or ${iops} IOPS are not encrypted while they are filled, as the class '${storageClass!.storageClassName}' asks; `
    + 'make an encrypted copy of the snapshot, and give it as a PreProvisionedVolumeSnapshot';
}

/** checkSourceTopology in the driver's pkg/driver/controller.go: a clone is made beside its source, whenever the class binds, or not at all. */
function zoneMistake(ofClone: IStorageClass, ofSource: IStorageClass, name: string): string | undefined {
  const [zones, places] = [zonesOf(ofClone), zonesOf(ofSource)];
  if (zones === undefined || places === undefined || zones.some((zone) => places.includes(zone))) return undefined;
  return `dataSource '${name}' is in ${places.join(' or ')}, where a clone of it has to be, too, but the class '${ofClone.storageClassName}' allows only ${zones.join(' and ')}; allow its zone, or start from a snapshot`;
}

/** The zones that a class allows, if it names them all. */
function zonesOf(storageClass: IStorageClass): string[] | undefined {
  if (!ApiObject.isApiObject(storageClass)) return undefined;
  const terms: { matchLabelExpressions: { key: string; values: string[] }[] }[] = storageClass.toJson().allowedTopologies ?? [];
  const zones = terms.map(({ matchLabelExpressions }) => matchLabelExpressions.find(({ key }) => ZONE_KEYS.includes(key))?.values);
  if (zones.length === 0 || zones.some((values) => values === undefined || values.some(isUnresolved))) return undefined;
  return zones.flatMap((values) => values!);
}

function isEncrypted({ encrypted, kmskeyid }: Parameters): boolean {
  return encrypted === 'true' || kmskeyid !== undefined;
}

/** Whether it is certain that the class does not ask for encryption. */
function isPlain(parameters: Parameters): boolean {
  return !isEncrypted(parameters) && !isUnresolved(parameters.encrypted);
}
