import type { CfnLifecyclePolicy } from 'aws-cdk-lib/aws-dlm';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Duration } from 'aws-cdk-lib/core';
import type { LifecycleFrequency } from './lifecycle-frequency';
import { daysRule, type LifecycleRetention } from './lifecycle-retention';
import { cfnTags } from '../tags';

/** When snapshots are made, and what becomes of them. */
export interface LifecycleSchedule {
  /**
   * Name of the schedule: up to 120 letters, digits, spaces and `-_`. Under another name it no longer deletes the snapshots that it has made.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/modify.html
   */
  readonly name: string;

  /**
   * How often snapshots are made.
   */
  readonly creation: LifecycleFrequency;

  /**
   * Which ones are kept. The others are deleted for good, or archived if `archive` is given.
   */
  readonly retention: LifecycleRetention;

  /**
   * Whether the snapshots get the tags of their volume. The driver's policies let it restore only from those that carry its tag
   * `ebs.csi.aws.com/cluster`, which the volumes have.
   *
   * @default true
   */
  readonly copyTags?: boolean;

  /**
   * Further tags of the snapshots, up to 45.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };

  /**
   * Copies in up to 3 other regions, each encrypted.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html
   */
  readonly crossRegionCopies?: LifecycleRegionCopy[];

  /**
   * Snapshots whose volumes have their full speed at once. It is charged by the hour, for each snapshot in each zone.
   *
   * @default - none: what is restored is read from S3 when it is first asked for
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-fast-snapshot-restore.html
   */
  readonly fastRestore?: LifecycleFastRestore;

  /**
   * Which snapshots stay in the archive once `retention` is over: those younger than at least 90 days, or the newest ones, as `retention` counts. There have
   * to be 28 days or more between snapshots: `LifecycleFrequency.every` is refused, and a cron expression is judged by AWS. `retention` may then be nothing
   * at all: `newest(0)` archives at once.
   *
   * @default - they are deleted, not archived
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-archive.html
   */
  readonly archive?: LifecycleRetention;

  /**
   * Other accounts that may use the snapshots.
   *
   * @default - none
   */
  readonly sharing?: LifecycleSharing;
}

/** Copies of snapshots in another region. */
export interface LifecycleRegionCopy {
  /**
   * The other region, as in `eu-central-1`.
   */
  readonly region: string;

  /**
   * How long a copy is kept, in whole days up to 100 years.
   */
  readonly retention: Duration;

  /**
   * Key of that region that the copies are encrypted with, for example of `Key.fromKeyArn`. Its policy has to let the role in, as the one that the CDK gives
   * to a new key does.
   *
   * @default - the key that the account has chosen for EBS there, `aws/ebs` if none
   */
  readonly encryptionKey?: IKey;

  /**
   * Whether the copies get the tags of the snapshot.
   *
   * @default true
   */
  readonly copyTags?: boolean;
}

/** Snapshots whose volumes have their full speed at once. */
export interface LifecycleFastRestore {
  /**
   * Zones in which volumes will be made of them, 1 to 10 of this region.
   */
  readonly zones: string[];

  /**
   * Which snapshots: the newest ones, or those younger than this.
   */
  readonly retention: LifecycleRetention;
}

/** Other accounts that may use the snapshots. */
export interface LifecycleSharing {
  /**
   * The accounts. To use an encrypted snapshot they also need the key, which cannot be `aws/ebs`.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html
   */
  readonly accounts: string[];

  /**
   * After how many whole days this ends.
   *
   * @default - when the snapshot is deleted
   */
  readonly unshareAfter?: Duration;

  /**
   * Why others may read the data. The reason is written into the template's metadata.
   */
  readonly reason: string;
}

export function cfnSchedule(schedule: LifecycleSchedule): CfnLifecyclePolicy.ScheduleProperty {
  const { name, creation, retention, copyTags = true, tags, crossRegionCopies, fastRestore, archive, sharing } = schedule;
  return {
    name,
    createRule: creation._createRule(),
    retainRule: retention._rule(),
    copyTags,
    tagsToAdd: tags && cfnTags(tags),
    crossRegionCopyRules: crossRegionCopies?.map((copy) => ({
      target: copy.region,
      encrypted: true,
      cmkArn: copy.encryptionKey?.keyArn,
      copyTags: copy.copyTags ?? true,
      retainRule: daysRule(copy.retention),
    })),
    fastRestoreRule: fastRestore && { availabilityZones: fastRestore.zones, ...fastRestore.retention._rule() },
    archiveRule: archive && { retainRule: { retentionArchiveTier: archive._rule() } },
    shareRules: sharing && [{ targetAccounts: sharing.accounts, ...sharing.unshareAfter && unshareRule(sharing.unshareAfter) }],
  };
}

function unshareRule(after: Duration): Partial<CfnLifecyclePolicy.ShareRuleProperty> {
  const { interval, intervalUnit } = daysRule(after);
  return { unshareInterval: interval, unshareIntervalUnit: intervalUnit };
}
