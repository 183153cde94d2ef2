import { driverFields } from './csi-source';
import { MODES, type SourceDefinition } from './source-definition';
import type { FileSystem } from '../../../cluster/classes/ebs/file-system';
import { ZONE_NAME } from '../../../cluster/classes/zones';
import { isUnresolved } from '../../../private/cdk-tokens';
import { EBS_CSI_DRIVER } from '../../../private/ebs-csi-driver-name';
import { isWholeNumber, LARGEST_INT32 } from '../../../private/whole-numbers';
import { VolumeNodeAffinity } from '../volume-node-affinity';

/**
 * An EBS volume that exists already.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/tree/master/examples/kubernetes/static-provisioning
 */
export interface EbsPersistentVolumeSource {
  /**
   * Its id, as in `vol-0123456789abcdef0`. Under the driver policy `AmazonEBSCSIDriverPolicyV2` the volume must be tagged `ebs.csi.aws.com/cluster=true`.
   */
  readonly volumeId: string;

  /**
   * The zone it is in, as in `ap-northeast-2a`: no node of another zone can attach it.
   */
  readonly availabilityZone: string;

  /**
   * What it is formatted with. A volume without a file system gets this one. Refused for a raw device.
   *
   * @default - the driver's default, ext4
   */
  readonly fileSystem?: FileSystem;

  /**
   * Number of the partition to mount, from 1, for a volume that is partitioned.
   *
   * @default - the whole volume
   */
  readonly partition?: number;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/**
 * A device of the same name on every node, an EBS volume of its own each, which all Pods of a node share. The driver must run with
 * `controller.enableNodeLocalVolumes`, from 1.53 on. Such volumes are neither expanded nor snapshotted.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/node-local-volumes.md
 */
export interface NodeLocalEbsPersistentVolumeSource {
  /**
   * Name under which every node has attached its volume, as in `/dev/xvdbz`.
   */
  readonly device: string;

  /**
   * What the devices are formatted with.
   *
   * @default - the driver's default, ext4
   */
  readonly fileSystem?: FileSystem;
}

export function ebsSource({ volumeId, availabilityZone, fileSystem, partition, readOnly }: EbsPersistentVolumeSource): SourceDefinition {
  const fsType = fileSystem?.fsType;
  return {
    what: 'an EBS volume',
    fields: () => driverFields(EBS_CSI_DRIVER, volumeId, {
      fsType, readOnly, attributes: { partition: partition?.toString(), ...formattingAttributes(fileSystem) },
    }),
    nodeAffinity: VolumeNodeAffinity.zones(availabilityZone),
    fsType,
    deletion: { driver: EBS_CSI_DRIVER },
    mistakes: [
      isUnresolved(volumeId) || /^vol-[0-9a-f]{8,17}$/.test(volumeId) ? undefined
        : `volumeId '${volumeId}' is not the id of an EBS volume; give one as in 'vol-0123456789abcdef0'`,
      isUnresolved(availabilityZone) || ZONE_NAME.test(availabilityZone) ? undefined
        : `availabilityZone '${availabilityZone}' is not a zone; give one as in 'ap-northeast-2a'`,
      partitionMistake(partition),
      ...fileSystem?._mistakes() ?? [],
    ],
    ...MODES.ebs,
  };
}

export function nodeLocalEbsSource({ device, fileSystem }: NodeLocalEbsPersistentVolumeSource): SourceDefinition {
  const fsType = fileSystem?.fsType;
  return {
    what: 'a node-local EBS volume',
    fields: () => driverFields(EBS_CSI_DRIVER, `local-ebs:/${device}`, { fsType, attributes: formattingAttributes(fileSystem) }),
    fsType,
    deletion: { impossible: 'each node keeps its own volume, which the driver does not delete' },
    mistakes: [
      isUnresolved(device) || /^\/dev\/[a-z0-9]+$/.test(device) ? undefined : `device '${device}' is not the name of a device; give one as in '/dev/xvdbz'`,
      ...fileSystem?._mistakes() ?? [],
    ],
    ...MODES.sharedDirectory,
  };
}

/** The parameters of a class reach the node in lower case; a volume without a class names them so itself. */
function formattingAttributes(fileSystem: FileSystem | undefined): Record<string, string> | undefined {
  return fileSystem && Object.fromEntries(Object.entries(fileSystem._parameters()).map(([key, value]) => [key.toLowerCase(), value]));
}

export function partitionMistake(partition: number | undefined): string | undefined {
  if (partition === undefined || isWholeNumber(partition, 1, LARGEST_INT32)) return undefined;
  return `partition ${partition} is not the number of a partition; give a whole number from 1, or leave it out for the whole volume`;
}
