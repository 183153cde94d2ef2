import type { Construct } from 'constructs';
import { extraParameterMistakes } from '../extra-parameters';
import { LUSTRE_PARAMETERS, lustreMistakes } from './fsx-lustre-rules';
import { LustreDeployment } from './lustre-deployment';
import { Mistakes } from '../../../private/mistakes';
import { textParameters } from '../class-parameters';
import { StorageClassBase } from '../storage-class-base';
import type { StorageClassOptions, VolumeBindingMode } from '../storage-class-props';

/** What a file system takes over from its S3 bucket after it is made. */
export enum LustreAutoImportPolicy {
  /** Nothing. */
  NONE = 'NONE',

  /** New objects. */
  NEW = 'NEW',

  /** New and changed objects. */
  NEW_CHANGED = 'NEW_CHANGED',

  /** New, changed and deleted objects. */
  NEW_CHANGED_DELETED = 'NEW_CHANGED_DELETED',
}

/** An S3 bucket behind a file system. Not for PERSISTENT_2. */
export interface LustreDataRepository {
  /** Where the files come from, as in `s3://bucket/prefix`. */
  readonly s3ImportPath: string;

  /**
   * Where changed files go, in the same bucket.
   *
   * @default - a new prefix with the time at which the file system is made
   */
  readonly s3ExportPath?: string;

  /**
   * What is taken over later on.
   *
   * @default - not said, which FSx takes as NONE
   */
  readonly autoImportPolicy?: LustreAutoImportPolicy;
}

/** Properties of `FsxLustreStorageClass`. */
export interface FsxLustreStorageClassProps extends StorageClassOptions {
  /** Subnet in which the file systems are, as in `subnet-0123456789abcdef0`. */
  readonly subnetId: string;

  /** Security groups of the file systems, at least one, as in `sg-0123456789abcdef0`. */
  readonly securityGroupIds: string[];

  /**
   * How the file systems are kept, and their performance.
   *
   * @default LustreDeployment.scratch1()
   */
  readonly deployment?: LustreDeployment;

  /**
   * KMS key the file systems are encrypted with, as its ARN. Not for SCRATCH_1 and SCRATCH_2, which FSx encrypts with keys of its own.
   *
   * @default - the key that the account uses for FSx in this region
   */
  readonly kmsKeyArn?: string;

  /**
   * S3 bucket behind the file systems.
   *
   * @default - none
   */
  readonly dataRepository?: LustreDataRepository;

  /**
   * Days for which automatic backups are kept, 0 to 90; 0 makes none. Not for SCRATCH_1 and SCRATCH_2, and not with a data repository.
   *
   * @default - not said, which FSx takes as 0
   */
  readonly automaticBackupRetentionDays?: number;

  /**
   * When backups are made each day, HH:MM in UTC. The driver passes it on only with `automaticBackupRetentionDays` above 0.
   *
   * @default - FSx chooses
   */
  readonly dailyAutomaticBackupStartTime?: string;

  /**
   * Whether backups get the tags of the file system. Not for SCRATCH_1 and SCRATCH_2, and not with a data repository.
   *
   * @default - not said, which FSx takes as no
   */
  readonly copyTagsToBackups?: boolean;

  /**
   * Whether files are compressed (LZ4).
   *
   * @default - not said, which FSx takes as no
   */
  readonly compressed?: boolean;

  /**
   * When FSx may do maintenance, d:HH:MM in UTC with 1 for Monday.
   *
   * @default - FSx chooses
   */
  readonly weeklyMaintenanceStartTime?: string;

  /**
   * Version of Lustre, as in `2.15`. PERSISTENT_2 does not take 2.10, nor 2.12 with a metadata configuration.
   *
   * @default - FSx chooses
   */
  readonly fileSystemTypeVersion?: string;

  /**
   * Tags of the file systems, by key; no commas and equals signs, by which the driver takes them apart.
   *
   * @default - those of the driver only
   */
  readonly tags?: { [key: string]: string };

  /**
   * When file systems are made. Making one takes minutes.
   *
   * @default - not said, which Kubernetes takes as `VolumeBindingMode.IMMEDIATE`
   */
  readonly volumeBindingMode?: VolumeBindingMode;

  /**
   * Whether a claim may be made larger later on.
   *
   * @default - not said, which Kubernetes takes as no
   */
  readonly allowVolumeExpansion?: boolean;

  /**
   * Parameters newer than this library. They may not repeat what the properties say. The driver minds their case and ignores what it does not know.
   *
   * @default - none
   */
  readonly extraParameters?: { [key: string]: string };
}

/**
 * A StorageClass of FSx for Lustre file systems, one for each claim; the driver rounds claims up to the sizes that FSx makes of the deployment, 1,200 GiB and
 * more, and Pods get all of it. Claims are refused only of sizes that FSx would refuse all the same: those that are no steps of `efaEnabled`.
 *
 * Refuses ids that are none, no security group, backups and keys of deployments that have none, S3 paths in two buckets, times and tags that are none, and
 * versions that do not go with the deployment.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fsx-csi.html
 * @see https://github.com/kubernetes-sigs/aws-fsx-csi-driver/tree/master/examples/kubernetes/dynamic_provisioning
 */
export class FsxLustreStorageClass extends StorageClassBase {
  private readonly deployment: LustreDeployment;

  public constructor(scope: Construct, id: string, props: FsxLustreStorageClassProps) {
    const {
      subnetId, securityGroupIds, deployment = LustreDeployment.scratch1(), kmsKeyArn, dataRepository, automaticBackupRetentionDays,
      dailyAutomaticBackupStartTime, copyTagsToBackups, compressed, weeklyMaintenanceStartTime, fileSystemTypeVersion, tags, extraParameters,
      ...options
    } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...lustreMistakes({ ...props, deployment }),
      ...extraParameters === undefined ? [] : extraParameterMistakes(extraParameters, LUSTRE_PARAMETERS),
    );

    const chosen = {
      subnetId,
      securityGroupIds: securityGroupIds.join(','),
      ...deployment._parameters(),
      kmsKeyId: kmsKeyArn,
      ...dataRepository,
      automaticBackupRetentionDays,
      dailyAutomaticBackupStartTime,
      copyTagsToBackups,
      dataCompressionType: compressed === undefined ? undefined : compressed ? 'LZ4' : 'NONE',
      weeklyMaintenanceStartTime,
      fileSystemTypeVersion,
      extraTags: tags && Object.keys(tags).sort().map((key) => `${key}=${tags[key]}`).join(','),
    };
    super(scope, id, { ...options, provisioner: 'fsx.csi.aws.com', parameters: { ...extraParameters, ...textParameters(chosen) } }, mistakes);
    this.deployment = deployment;
  }

  /**
   * What this class has against a claim that names it.
   *
   * @internal
   */
  public _claimMistakes({ sizeGiB }: { readonly sizeGiB: number }): string[] {
    return this.deployment._claimMistakes(sizeGiB);
  }
}
