import type { HostPathType } from '../pods/host-path-type';
import { nfsMistakes, type NfsVolumeSource } from '../pods/nfs-volume-source';
import { azureDiskSource, azureFileSource, type AzureDiskPersistentVolumeSource, type AzureFilePersistentVolumeSource } from './sources/azure-source';
import { type CsiPersistentVolumeSource, csiSource } from './sources/csi-source';
import { type EbsPersistentVolumeSource, ebsSource, type NodeLocalEbsPersistentVolumeSource, nodeLocalEbsSource } from './sources/ebs-source';
import { type EfsPersistentVolumeSource, efsSource } from './sources/efs-source';
import { type FsxLustrePersistentVolumeSource, fsxLustreSource, type FsxOpenZfsPersistentVolumeSource, fsxOpenZfsSource } from './sources/fsx-source';
import { type GceDiskPersistentVolumeSource, gceDiskSource, type GcePersistentDiskVolumeSource, gcePersistentDiskSource } from './sources/google-source';
import { type FcPersistentVolumeSource, fcSource, type IscsiPersistentVolumeSource, iscsiSource } from './sources/network-disk-source';
import { hostPathSource, type LocalPersistentVolumeSource, localSource } from './sources/node-source';
import { type S3PersistentVolumeSource, s3Source } from './sources/s3-source';
import { MODES, type SourceDefinition } from './sources/source-definition';
import { sourceOfField } from './sources/source-of-field';

/**
 * The storage behind a PersistentVolume.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes
 */
export class PersistentVolumeSource {
  /** An EBS volume, for Pods in its zone: for one node, or as a raw device of an io2 volume with multi-attach for several. */
  public static ebs(volume: EbsPersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(ebsSource(volume));
  }

  /** An EBS volume that every node has attached itself, and that the Pods of a node share. */
  public static nodeLocalEbs(volume: NodeLocalEbsPersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(nodeLocalEbsSource(volume));
  }

  /** An EFS file system, for Pods of all zones. The driver refuses `READ_ONLY_MANY`; for readers, mount it with `readOnly`. */
  public static efs(fileSystem: EfsPersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(efsSource(fileSystem));
  }

  /** An FSx for Lustre file system. */
  public static fsxLustre(fileSystem: FsxLustrePersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(fsxLustreSource(fileSystem));
  }

  /** An FSx for OpenZFS file system, or a volume of one. */
  public static fsxOpenZfs(volume: FsxOpenZfsPersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(fsxOpenZfsSource(volume));
  }

  /** An S3 bucket, with Mountpoint for Amazon S3: `READ_WRITE_MANY` or `READ_ONLY_MANY`. */
  public static s3(bucket: S3PersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(s3Source(bucket));
  }

  /** A volume of any CSI driver. What the driver can do is not checked. */
  public static csi(volume: CsiPersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(csiSource(volume));
  }

  /** A directory that an NFS server exports. */
  public static nfs(nfs: NfsVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource({
      what: 'an NFS export',
      fields: () => ({ nfs: { server: nfs.server, path: nfs.path, readOnly: nfs.readOnly } }),
      deletion: { impossible: 'Kubernetes deletes nothing of an NFS server' },
      isRecyclable: true,
      mistakes: nfsMistakes(nfs),
      ...MODES.nfs,
    });
  }

  /** A disk that an iSCSI target offers. */
  public static iscsi(disk: IscsiPersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(iscsiSource(disk));
  }

  /** A disk in a Fibre Channel network. */
  public static fc(disk: FcPersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(fcSource(disk));
  }

  /** A directory or disk of certain nodes. Pods that claim it run there. */
  public static local(volume: LocalPersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(localSource(volume));
  }

  /** A directory of a node, for clusters of a single node; `local` is for all others. */
  public static hostPath(path: string, type?: HostPathType): PersistentVolumeSource {
    return new PersistentVolumeSource(hostPathSource(path, type));
  }

  /** A persistent disk of Google Compute Engine. Nodes on AWS cannot attach it. */
  public static gceDisk(disk: GceDiskPersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(gceDiskSource(disk));
  }

  /**
   * A persistent disk of Google Compute Engine, in the form Kubernetes had before CSI. Google's driver `pd.csi.storage.gke.io` serves it today; nodes on AWS cannot.
   */
  public static gcePersistentDisk(disk: GcePersistentDiskVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(gcePersistentDiskSource(disk));
  }

  /** A managed disk of Azure. Nodes on AWS cannot attach it. */
  public static azureDisk(disk: AzureDiskPersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(azureDiskSource(disk));
  }

  /** An Azure file share. */
  public static azureFile(share: AzureFilePersistentVolumeSource): PersistentVolumeSource {
    return new PersistentVolumeSource(azureFileSource(share));
  }

  /**
   * Any source, as Kubernetes writes it: `PersistentVolumeSource.of('iscsi', { targetPortal: '10.0.2.15', iqn: 'iqn.2001-04.com.example:disk', lun: 0 })`.
   *
   * Sources that are no longer in Kubernetes are refused with what took their place. The fields are not checked.
   *
   * @param field Name of the source's field in the specification of a PersistentVolume.
   * @param value Its fields.
   */
  public static of(field: string, value: any): PersistentVolumeSource {
    return new PersistentVolumeSource(sourceOfField(field, value));
  }

  private constructor(
    /** @internal */
    public readonly _definition: SourceDefinition,
  ) {}
}
