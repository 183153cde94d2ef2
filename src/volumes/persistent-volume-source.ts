import type { HostPathType } from './host-path-type';
import { nfsMistakes, type NfsVolumeSource } from './nfs-volume-source';
import type { FileSystem } from '../cluster/file-system';
import { isUnresolved } from '../private/cdk-tokens';
import { EBS_CSI_DRIVER } from '../private/ebs-csi-driver-name';
import { absolutePathMistake } from '../private/paths';

/** An EBS volume that exists already. */
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
   * What it is formatted with. A volume without a file system gets this one.
   *
   * @default - the driver's default, ext4
   */
  readonly fileSystem?: FileSystem;
}

/** A volume of any CSI driver that exists already. */
export interface CsiPersistentVolumeSource {
  /**
   * Name under which the driver registers, for example `efs.csi.aws.com`.
   */
  readonly driver: string;

  /**
   * What the driver calls the volume, for example `fs-0123456789abcdef0`.
   */
  readonly volumeHandle: string;

  /**
   * File system, for drivers that have a choice.
   *
   * @default - the driver's default
   */
  readonly fsType?: string;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * What the driver is told.
   *
   * @default - nothing
   */
  readonly volumeAttributes?: { [key: string]: string };
}

/** A persistent disk of Google Compute Engine that exists already. */
export interface GcePersistentDiskVolumeSource {
  /**
   * Its name.
   */
  readonly pdName: string;

  /**
   * What it is formatted with.
   *
   * @default - Kubernetes' default, ext4
   */
  readonly fileSystem?: FileSystem;
}

/**
 * The storage behind a PersistentVolume.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes
 */
export class PersistentVolumeSource {
  /** An EBS volume, for Pods in its zone. */
  public static ebs(volume: EbsPersistentVolumeSource): PersistentVolumeSource {
    const { volumeId, availabilityZone, fileSystem } = volume;
    return new PersistentVolumeSource({
      csi: { driver: EBS_CSI_DRIVER, volumeHandle: volumeId, fsType: fileSystem?.fsType },
      nodeAffinity: {
        required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: [availabilityZone] }] }] },
      },
    }, [
      isUnresolved(volumeId) || /^vol-[0-9a-f]{8,17}$/.test(volumeId) ? undefined
        : `volumeId '${volumeId}' is not the id of an EBS volume; give one as in 'vol-0123456789abcdef0'`,
      isUnresolved(availabilityZone) || /^[a-z]{2}(-[a-z0-9]+)+[a-z]$/.test(availabilityZone) ? undefined
        : `availabilityZone '${availabilityZone}' is not a zone; give one as in 'ap-northeast-2a'`,
    ]);
  }

  /** A volume of any CSI driver. */
  public static csi(volume: CsiPersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource({ csi: { ...volume } }, [
      volume.driver === '' ? "driver '' is empty; name the CSI driver, for example 'efs.csi.aws.com'" : undefined,
      volume.volumeHandle === '' ? "volumeHandle '' is empty; give what the driver calls the volume" : undefined,
    ]);
  }

  /** A directory that an NFS server exports. */
  public static nfs(nfs: NfsVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource({ nfs: { ...nfs } }, nfsMistakes(nfs));
  }

  /** A directory of a node, for clusters of a single node. */
  public static hostPath(path: string, type?: HostPathType): PersistentVolumeSource {
    return new PersistentVolumeSource({ hostPath: { path, type } }, [absolutePathMistake('hostPath', path)]);
  }

  /**
   * A persistent disk of Google Compute Engine, in the form Kubernetes had before CSI. Google's driver `pd.csi.storage.gke.io` serves it today; nodes on AWS cannot.
   */
  public static gcePersistentDisk(disk: GcePersistentDiskVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource({ gcePersistentDisk: { pdName: disk.pdName, fsType: disk.fileSystem?.fsType } }, [
      disk.pdName === '' ? "pdName '' is empty; give the name of the disk" : undefined,
    ]);
  }

  private constructor(private readonly fields: object, private readonly mistakes: (string | undefined)[]) {}

  /** @internal */
  public _toKube(): object {
    return this.fields;
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    return this.mistakes;
  }
}
