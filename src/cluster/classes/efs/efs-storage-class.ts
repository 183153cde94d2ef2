import type { Construct } from 'constructs';
import { EFS_PARAMETERS, efsMistakes } from './efs-class-rules';
import type { EfsFileSystem } from './efs-file-system';
import { annotated } from '../../../private/kubernetes-object';
import { Mistakes } from '../../../private/mistakes';
import { textParameters } from '../class-parameters';
import { extraParameterMistakes } from '../extra-parameters';
import { StorageClassBase } from '../storage-class-base';
import type { StorageClassOptions, VolumeBindingMode } from '../storage-class-props';

/** What the driver makes for each claim. */
export enum EfsProvisioningMode {
  /** An access point of an EFS file system. */
  EFS_ACCESS_POINT = 'efs-ap',

  /** An access point of an S3 Files file system. Needs driver v3.0.0. */
  S3_FILES_ACCESS_POINT = 's3files-ap',
}

/** Groups from which each access point gets its own, first and last. */
export interface EfsGidRange {
  /** First group id, at least 1. */
  readonly start: number;

  /** Last group id, above the first. */
  readonly end: number;
}

/** Properties of `EfsStorageClass`. */
export interface EfsStorageClassProps extends StorageClassOptions {
  /** File system in which the access points are made. */
  readonly fileSystem: EfsFileSystem;

  /**
   * What is made for each claim.
   *
   * @default EfsProvisioningMode.EFS_ACCESS_POINT
   */
  readonly provisioningMode?: EfsProvisioningMode;

  /**
   * Permissions of each claim's directory, three or four octal digits.
   *
   * @default '700'
   */
  readonly directoryPerms?: string;

  /**
   * User that owns the directories and that all files are read and written as, 0 to 4,294,967,295.
   *
   * @default - as the group
   */
  readonly uid?: number;

  /**
   * Group that owns the directories and that all files are read and written as, 0 to 4,294,967,295.
   *
   * @default - one of `gidRange` for each claim
   */
  readonly gid?: number;

  /**
   * Groups that claims get one of each. Does nothing where both `uid` and `gid` are given.
   *
   * @default - 50,000 to 60,000
   */
  readonly gidRange?: EfsGidRange;

  /**
   * Directory under which those of the claims are made: an absolute path, with `subPathPattern` of at most 100 characters and four directories.
   *
   * @default '/'
   */
  readonly basePath?: string;

  /**
   * How the directories are called: text with `${.PVC.name}`, `${.PVC.namespace}` and `${.PV.name}`. EFS takes paths of 100 characters and four directories,
   * of which the driver's suffix takes 37 characters.
   *
   * @default '${.PV.name}'
   */
  readonly subPathPattern?: string;

  /**
   * Why claims may get the same directory. Giving a reason is what leaves the unique suffix out that the driver adds to `subPathPattern`
   * (`ensureUniqueDirectory`); the class carries it as an annotation. Claims whose names make the same path then read and overwrite each other's files.
   *
   * @default - every claim has a directory of its own
   */
  readonly sharedDirectoryReason?: string;

  /**
   * Zone whose mount target is used for a file system in another account, which secrets in `extraParameters` lead to. Not for S3 Files.
   *
   * @default - the zone of each node
   */
  readonly az?: string;

  /**
   * Whether Pods are scheduled in the zone of a One Zone file system.
   *
   * @default - not said, which the driver takes as no
   */
  readonly enforceZoneAffinity?: boolean;

  /**
   * Whether a claim of the same name in another cluster gets the same access point. Not for S3 Files.
   *
   * @default - not said, which the driver takes as no
   */
  readonly reuseAccessPoint?: boolean;

  /**
   * Whether the driver tags its access points with `efs.csi.aws.com/cluster`, which policies may ask for.
   *
   * @default - not said, which the driver takes as yes
   */
  readonly enableTagging?: boolean;

  /**
   * When access points are made.
   *
   * @default - not said, which Kubernetes takes as `VolumeBindingMode.IMMEDIATE`
   */
  readonly volumeBindingMode?: VolumeBindingMode;

  /**
   * Parameters newer than this library, and the names and namespaces of secrets under `csi.storage.k8s.io/`. They may not repeat what the properties say.
   * The driver minds their case and ignores what it does not know.
   *
   * @default - none
   * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/parameters.md
   */
  readonly extraParameters?: { [key: string]: string };
}

/**
 * A StorageClass of access points in an EFS file system, one for each claim, which any number of Pods can use at the same time. Encrypted in transit unless
 * the volume says otherwise; at rest as the file system is.
 *
 * Refuses what the driver or EFS refuses: a file system not named by its id, ids of users and groups out of range, a range of groups that is none or does
 * nothing, permissions that are not octal digits, paths that are too long or deep, patterns with other fields, and what S3 Files does not take.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/parameters.md
 */
export class EfsStorageClass extends StorageClassBase {
  public constructor(scope: Construct, id: string, props: EfsStorageClassProps) {
    const {
      fileSystem, provisioningMode = EfsProvisioningMode.EFS_ACCESS_POINT, directoryPerms = '700', uid, gid, gidRange, basePath, subPathPattern,
      sharedDirectoryReason, az, enforceZoneAffinity, reuseAccessPoint, enableTagging, extraParameters, metadata, ...options
    } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...fileSystem._mistakes(),
      ...efsMistakes({ ...props, provisioningMode, directoryPerms }),
      ...extraParameters === undefined ? [] : extraParameterMistakes(extraParameters, EFS_PARAMETERS),
    );

    const chosen = {
      provisioningMode,
      ...fileSystem._parameters(),
      directoryPerms,
      uid,
      gid,
      gidRangeStart: gidRange?.start,
      gidRangeEnd: gidRange?.end,
      basePath,
      subPathPattern,
      ensureUniqueDirectory: sharedDirectoryReason === undefined ? undefined : false,
      az,
      enforceZoneAffinity,
      reuseAccessPoint,
      enableTagging,
    };
    super(scope, id, {
      ...options,
      metadata: annotated(metadata, 'cdk8s-eks-storage/shared-directory-reason', sharedDirectoryReason),
      provisioner: 'efs.csi.aws.com',
      parameters: { ...extraParameters, ...textParameters(chosen) },
    }, mistakes);
  }
}
