import { openZfsFileSystemMistakes, openZfsVolumeMistakes } from './open-zfs-rules';

/** How an FSx for OpenZFS file system is kept. */
export enum OpenZfsDeploymentType {
  /** In one zone. */
  SINGLE_AZ_1 = 'SINGLE_AZ_1',

  /** In one zone, with a cache on NVMe. */
  SINGLE_AZ_2 = 'SINGLE_AZ_2',

  /** In one zone, on two servers. */
  SINGLE_AZ_HA_1 = 'SINGLE_AZ_HA_1',

  /** In one zone, on two servers, with a cache on NVMe. */
  SINGLE_AZ_HA_2 = 'SINGLE_AZ_HA_2',

  /** In two zones. */
  MULTI_AZ_1 = 'MULTI_AZ_1',
}

/** How files are compressed. */
export enum OpenZfsCompression {
  /** Not at all. */
  NONE = 'NONE',

  /** Better. */
  ZSTD = 'ZSTD',

  /** Faster. */
  LZ4 = 'LZ4',
}

/** What is said of a file system for each claim. */
export interface OpenZfsFileSystemOptions {
  /** How the file systems are kept. */
  readonly deploymentType: OpenZfsDeploymentType;

  /** MB/s: 64 to 4,096 for SINGLE_AZ_1 and SINGLE_AZ_HA_1, 160 to 10,240 for the others, in the steps FSx has. */
  readonly throughputCapacity: number;

  /** Subnets in which the file systems are: two of two zones for MULTI_AZ_1, one for the others. */
  readonly subnetIds: string[];

  /** Whether no backup is made when a file system is deleted. The driver wants it said; a backup that is made is yours to delete. */
  readonly skipFinalBackupOnDeletion: boolean;

  /**
   * Which of the subnets the file systems prefer. For MULTI_AZ_1, which needs it.
   *
   * @default - none
   */
  readonly preferredSubnetId?: string;

  /**
   * Security groups of the file systems.
   *
   * @default - that of the VPC
   */
  readonly securityGroupIds?: string[];

  /**
   * KMS key the file systems are encrypted with, as its ARN.
   *
   * @default - the key that the account uses for FSx in this region
   */
  readonly kmsKeyArn?: string;

  /**
   * Days for which automatic backups are kept, 0 to 90; 0 makes none.
   *
   * @default - not said; FSx decides
   */
  readonly automaticBackupRetentionDays?: number;

  /**
   * When backups are made each day, HH:MM in UTC.
   *
   * @default - FSx chooses
   */
  readonly dailyAutomaticBackupStartTime?: string;

  /**
   * When FSx may do maintenance, d:HH:MM in UTC with 1 for Monday.
   *
   * @default - FSx chooses
   */
  readonly weeklyMaintenanceStartTime?: string;

  /**
   * I/O operations per second of the disks: at least 3 for each GiB of the claims, at most 160,000 for SINGLE_AZ_1 and SINGLE_AZ_HA_1, 400,000 for the others.
   *
   * @default - 3 for each GiB
   * @see https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/managing-storage-capacity.html
   */
  readonly diskIops?: number;

  /**
   * Whether the volumes and snapshots in a file system are deleted with it. Otherwise a file system that has some is not deleted.
   *
   * @default false
   */
  readonly deleteChildVolumesAndSnapshots?: boolean;

  /**
   * Tags of the file systems, by key.
   *
   * @default - those of the driver only
   */
  readonly tags?: { [key: string]: string };
}

/** What is said of a volume, in a file system that exists, for each claim. */
export interface OpenZfsVolumeOptions {
  /** Volume under which the volumes are made, as in `fsvol-0123456789abcdef0`. */
  readonly parentVolumeId: string;

  /**
   * How files are compressed.
   *
   * @default - not said, which FSx takes as NONE
   */
  readonly dataCompressionType?: OpenZfsCompression;

  /**
   * KiB of a record: a power of two from 4 to 4,096, of which the file system's storage decides what it takes.
   *
   * @default - 128, and 1,024 with Intelligent-Tiering
   */
  readonly recordSizeKiB?: number;

  /**
   * Whether the volumes can be read only.
   *
   * @default - not said, which FSx takes as no
   */
  readonly readOnly?: boolean;

  /**
   * GiB that are kept free for a volume, or -1 for none.
   *
   * @default - none
   */
  readonly storageCapacityReservationGiB?: number;

  /**
   * GiB that a volume can grow to, or -1 for all there are. Claims do not say it: the driver takes those of 1 GiB only, and others are refused.
   *
   * @default - all there are
   */
  readonly storageCapacityQuotaGiB?: number;

  /**
   * Whether snapshots get the tags of the volume.
   *
   * @default - not said, which FSx takes as no
   */
  readonly copyTagsToSnapshots?: boolean;

  /**
   * Whether the volumes and snapshots under a volume are deleted with it. Otherwise a volume that has some is not deleted.
   *
   * @default false
   */
  readonly deleteChildVolumesAndSnapshots?: boolean;

  /**
   * Tags of the volumes, by key.
   *
   * @default - those of the driver only
   */
  readonly tags?: { [key: string]: string };
}

const DELETE_CHILDREN = ['DELETE_CHILD_VOLUMES_AND_SNAPSHOTS'];

/**
 * What the OpenZFS driver makes for each claim.
 *
 * @see https://github.com/kubernetes-sigs/aws-fsx-openzfs-csi-driver/blob/main/docs/parameters.md
 */
export class OpenZfsResource {
  /** A file system of its own, of 64 to 524,288 GiB; claims are for whole GiB. */
  public static fileSystem(options: OpenZfsFileSystemOptions): OpenZfsResource {
    const { kmsKeyArn, diskIops, deleteChildVolumesAndSnapshots, tags, ...same } = options;
    return new OpenZfsResource('filesystem', {
      ...same,
      kmsKeyId: kmsKeyArn,
      diskIopsConfiguration: diskIops === undefined ? undefined : { Iops: diskIops, Mode: 'USER_PROVISIONED' },
      optionsOnDeletion: deleteChildVolumesAndSnapshots ? DELETE_CHILDREN : undefined,
      tags: tagList(tags),
    }, openZfsFileSystemMistakes(options));
  }

  /** A volume in a file system that exists. Its claims are for 1 GiB, whatever its quota. */
  public static volume(options: OpenZfsVolumeOptions): OpenZfsResource {
    const { deleteChildVolumesAndSnapshots, tags, ...same } = options;
    return new OpenZfsResource('volume', {
      ...same,
      optionsOnDeletion: deleteChildVolumesAndSnapshots ? DELETE_CHILDREN : undefined,
      tags: tagList(tags),
    }, openZfsVolumeMistakes(options));
  }

  private constructor(
    private readonly resourceType: string,
    private readonly choices: Record<string, unknown>,
    private readonly mistakes: (string | undefined)[],
  ) {}

  /**
   * The driver wants the names of FSx, which begin in upper case, and JSON in every value but the first.
   *
   * @internal
   */
  public _parameters(): Record<string, string> {
    const given = Object.entries(this.choices).filter(([, value]) => value !== undefined);
    return {
      ResourceType: this.resourceType,
      ...Object.fromEntries(given.map(([key, value]) => [key[0].toUpperCase() + key.slice(1), JSON.stringify(value)])),
    };
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    return this.mistakes;
  }
}

function tagList(tags: Record<string, string> | undefined) {
  return tags && Object.keys(tags).sort().map((Key) => ({ Key, Value: tags[Key] }));
}
