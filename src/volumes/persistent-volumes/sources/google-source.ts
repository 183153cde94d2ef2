import { NodeLabelQuery } from 'cdk8s-plus-27';
import { driverFields } from './csi-source';
import { partitionMistake } from './ebs-source';
import { MODES, type SourceDefinition } from './source-definition';
import type { FileSystem } from '../../../cluster/classes/ebs/file-system';
import { isUnresolved } from '../../../private/cdk-tokens';
import { VolumeNodeAffinity } from '../volume-node-affinity';

/**
 * A persistent disk of Google Compute Engine that exists already, in the form Kubernetes had before CSI.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#gcepersistentdisk
 */
export interface GcePersistentDiskVolumeSource {
  /**
   * Its name.
   */
  readonly pdName: string;

  /**
   * What it is formatted with. Refused for a raw device.
   *
   * @default - Kubernetes' default, ext4
   */
  readonly fileSystem?: FileSystem;

  /**
   * Number of the partition to mount, from 1.
   *
   * @default - the whole disk
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
 * A persistent disk of Google Compute Engine that exists already, served by Google's CSI driver.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/persistent-volumes/preexisting-pd
 */
export interface GceDiskPersistentVolumeSource {
  /**
   * Project of the disk.
   */
  readonly project: string;

  /**
   * Name of the disk.
   */
  readonly diskName: string;

  /**
   * Zone of the disk, as in `us-central1-c`; for a regional disk, its two zones.
   */
  readonly zones: string[];

  /**
   * What it is formatted with. Refused for a raw device.
   *
   * @default - the driver's default, ext4
   */
  readonly fileSystem?: FileSystem;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

const DRIVER = 'pd.csi.storage.gke.io';

export function gcePersistentDiskSource({ pdName, fileSystem, partition, readOnly }: GcePersistentDiskVolumeSource): SourceDefinition {
  const fsType = fileSystem?.fsType;
  return {
    what: 'a GCE persistent disk',
    fields: () => ({ gcePersistentDisk: { pdName, fsType, partition, readOnly } }),
    fsType,
    deletion: { driver: DRIVER },
    mistakes: [pdName === '' ? "pdName '' is empty; give the name of the disk" : undefined, partitionMistake(partition), formattingMistake(fileSystem)],
    ...MODES.networkDisk,
  };
}

export function gceDiskSource({ project, diskName, zones, fileSystem, readOnly }: GceDiskPersistentVolumeSource): SourceDefinition {
  const fsType = fileSystem?.fsType;
  const place = zones.length === 1 ? `zones/${zones[0]}` : `regions/${zones[0]?.replace(/-[a-z]$/, '')}`;
  return {
    what: 'a GCE persistent disk',
    fields: () => driverFields(DRIVER, `projects/${project}/${place}/disks/${diskName}`, { fsType, readOnly }),
    // Google's driver knows its zones under a label of its own.
    nodeAffinity: VolumeNodeAffinity.labels(NodeLabelQuery.in('topology.gke.io/zone', zones)),
    fsType,
    deletion: { driver: DRIVER },
    mistakes: [
      isUnresolved(project) || /^[a-z0-9.:-]+$/.test(project) ? undefined : `project '${project}' is not the id of a project; give one as in 'my-project'`,
      isUnresolved(diskName) || /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(diskName) ? undefined
        : `diskName '${diskName}' is not the name of a disk; give its name alone, of lower case letters, digits and '-'`,
      zones.length === 1 || zones.length === 2 ? undefined
        : `zones [${zones.join(', ')}] are ${zones.length}; give the one of a zonal disk or the two of a regional one`,
      ...zones.map((zone) => isUnresolved(zone) || /^[a-z]+-[a-z]+\d+-[a-z]$/.test(zone) ? undefined : `zone '${zone}' is not a zone; give one as in 'us-central1-c'`),
      formattingMistake(fileSystem),
    ],
    ...MODES.googleDisk,
  };
}

function formattingMistake(fileSystem: FileSystem | undefined): string | undefined {
  const choices = Object.keys(fileSystem?._parameters() ?? {});
  return choices.length === 0 ? undefined : `fileSystem chooses ${choices.join(', ')}, which only the EBS CSI driver takes; give FileSystem.${fileSystem!.fsType}() alone`;
}
