import { ApiObject } from 'cdk8s';
import { AccessMode } from './access-mode';
import type { JudgedClaim } from './claim-rules';
import { VolumeMode } from './volume-mode';
import type { IStorageClass } from '../../cluster/classes/storage-class-props';
import { EBS_CSI_DRIVER } from '../../private/ebs-csi-driver-name';
import { inKibibytes } from '../../private/sizes';

/** What the classes of EBS and FSx judge by themselves. */
interface ClassWithRules extends IStorageClass {
  _claimMistakes(claim: { sizeGiB: number; block?: boolean; multiAttach?: boolean }): string[];
}

/**
 * Drivers of EBS volumes. As of v1.64.0, all of them serve one node or one Pod, but for raw devices of io2.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/multi-attach.md
 */
const EBS_DRIVERS = [EBS_CSI_DRIVER, 'ebs.csi.eks.amazonaws.com', 'kubernetes.io/aws-ebs'];

/**
 * Drivers that make directories which many Pods share, and none that can only be read. As of FSx for Lustre v1.9.0 and FSx for OpenZFS v1.2.0:
 *
 * @see https://github.com/kubernetes-sigs/aws-fsx-csi-driver/blob/v1.9.0/pkg/driver/controller.go volumeCaps
 * @see https://github.com/kubernetes-sigs/aws-fsx-openzfs-csi-driver/blob/v1.2.0/pkg/driver/controller.go volumeCaps
 */
const FSX_DRIVERS = ['fsx.csi.aws.com', 'fsx.openzfs.csi.aws.com'];

/** Drivers without raw devices. */
const FILE_SYSTEM_DRIVERS = ['efs.csi.aws.com', ...FSX_DRIVERS, 's3.csi.aws.com'];

/** Drivers whose classes make no volumes, but stand for some that exist. */
const STATIC_DRIVERS = ['kubernetes.io/no-provisioner', 's3.csi.aws.com'];

/** What the driver that makes the volume has against the claim. A volume that exists is judged by its PersistentVolume. */
export function driverMistakes(claim: JudgedClaim, storageClass: IStorageClass): (string | undefined)[] {
  const { size, accessModes = [AccessMode.READ_WRITE_ONCE], volumeMode, volumeName } = claim;
  if (volumeName !== undefined) return [];
  const { provisioner } = storageClass;
  const block = volumeMode === VolumeMode.BLOCK;
  const multiAttach = accessModes.includes(AccessMode.READ_WRITE_MANY);
  return [
    provisioner !== undefined && EBS_DRIVERS.includes(provisioner) ? ebsModesMistake(storageClass, accessModes, block) : undefined,
    FSX_DRIVERS.includes(provisioner ?? '') && accessModes.includes(AccessMode.READ_ONLY_MANY)
      ? `accessModes [${accessModes.join(', ')}] has ReadOnlyMany, which volumes of '${provisioner}' do not offer; give ReadWriteMany and mount it { readOnly: true }` : undefined,
    block && FILE_SYSTEM_DRIVERS.includes(provisioner ?? '')
      ? `volumeMode Block asks for a raw device, and volumes of '${provisioner}' are directories; leave volumeMode out` : undefined,
    ...hasRules(storageClass) ? storageClass._claimMistakes({ sizeGiB: inKibibytes(size) / 1024 ** 2, block, multiAttach }) : [],
  ];
}

/** Whether the class is known to make volumes. */
export function provisions({ provisioner, storageClassName }: IStorageClass): boolean {
  return storageClassName !== '' && provisioner !== undefined && !STATIC_DRIVERS.includes(provisioner);
}

/** What a class of EBS volumes tells the driver, if that can be seen; the driver reads the keys in any case. */
export function ebsParameters(storageClass: IStorageClass | undefined): Record<string, string> | undefined {
  if (!EBS_DRIVERS.includes(storageClass?.provisioner ?? '') || !ApiObject.isApiObject(storageClass)) return undefined;
  return Object.fromEntries(Object.entries<string>(storageClass.toJson().parameters ?? {}).map(([key, value]) => [key.toLowerCase(), value]));
}

function ebsModesMistake(storageClass: IStorageClass, accessModes: AccessMode[], block: boolean): string | undefined {
  const has = `accessModes [${accessModes.join(', ')}] has`;
  const volumes = `which volumes of '${storageClass.provisioner}'`;
  if (accessModes.includes(AccessMode.READ_ONLY_MANY)) {
    return `${has} ReadOnlyMany, ${volumes} do not offer; give ReadWriteOnce, or ReadWriteMany of a class of files such as EFS, and mount it { readOnly: true }`;
  }
  if (!accessModes.includes(AccessMode.READ_WRITE_MANY) || hasRules(storageClass)) return undefined;
  const type = ebsParameters(storageClass)?.type;
  if (block && (ebsParameters(storageClass) === undefined || type === 'io2')) return undefined;
  return `${has} ReadWriteMany, ${volumes} offer only as raw devices of io2; `
    + 'give ReadWriteOnce, or volumeMode Block and a class of io2, or a class of files such as EFS';
}

function hasRules(storageClass: IStorageClass): storageClass is ClassWithRules {
  return typeof (storageClass as Partial<ClassWithRules>)._claimMistakes === 'function';
}
