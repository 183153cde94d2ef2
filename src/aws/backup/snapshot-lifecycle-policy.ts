import { CfnLifecyclePolicy } from 'aws-cdk-lib/aws-dlm';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Aws, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { allowInKeyPolicies, keyPolicy } from './backup-keys';
import { backupRole, backupRoleMistakes, type BackupRoleOptions } from './backup-role';
import { LIFECYCLE_LIMITS } from './lifecycle-limits';
import { cfnSchedule, type LifecycleRegionCopy, type LifecycleSchedule } from './lifecycle-schedule';
import { nameMistake, schedulesMistakes } from './schedule-rules';
import { targetTagMistakes, type TargetTagsOptions } from './target-tags';
import { Mistakes } from '../../private/mistakes';
import { encryptionKeysMistakes, MOST_KEYS } from '../access/encryption-keys';
import { cfnTags, tagMistakes } from '../tags';

/** Properties of `SnapshotLifecyclePolicy`. Of several `targetTags`, a volume needs only one. */
export interface SnapshotLifecyclePolicyProps extends TargetTagsOptions, BackupRoleOptions {
  /**
   * When snapshots are made and what becomes of them: 1 to 4 schedules.
   */
  readonly schedules: LifecycleSchedule[];

  /**
   * Customer-managed keys that the volumes are encrypted with, all of this region. Keys of other regions are those of the copies.
   *
   * @default - none: volumes are encrypted with the account's key `aws/ebs`, which needs no rights
   */
  readonly encryptionKeys?: IKey[];

  /**
   * What the policy is for: up to 500 letters, digits, spaces and `-_`.
   *
   * @default 'Snapshots of tagged EBS volumes'
   */
  readonly description?: string;

  /**
   * Whether snapshots are made and deleted. Where they are kept by age, those that would be deleted meanwhile stay for good.
   *
   * @default true
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/modify.html
   */
  readonly enabled?: boolean;

  /**
   * Tags of the policy, beside those of `Tags.of(scope)`.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
}

/**
 * Snapshots of all EBS volumes that have a tag, made and deleted by Data Lifecycle Manager: also while the cluster is down, and of volumes that no Pod has.
 *
 * Each snapshot holds what has reached the disk by then, volume by volume, as after a power failure. It is not an object of the cluster; to restore from it,
 * name it in a `PreProvisionedVolumeSnapshot`.
 *
 * Refuses what Data Lifecycle Manager refuses: other numbers of schedules, tags and copies, other intervals and times, retentions beyond its limits, copies
 * into the volumes' own region, keys of a region that the copy is not in, aliases, zones of other regions, and archives of what is made every few days.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html
 */
export class SnapshotLifecyclePolicy extends Construct {
  /** Id of the policy, as in `policy-0123456789abcdef0`. */
  public readonly lifecyclePolicyId: string;

  /** ARN of the policy. */
  public readonly lifecyclePolicyArn: string;

  public constructor(scope: Construct, id: string, props: SnapshotLifecyclePolicyProps) {
    const { schedules, encryptionKeys, description = 'Snapshots of tagged EBS volumes', enabled = true, tags, targetTags } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...targetTagMistakes(props),
      ...schedulesMistakes(scope, schedules),
      ...encryptionKeysMistakes(scope, { encryptionKeys }),
      keyCountMistake(props),
      nameMistake('description', description, LIFECYCLE_LIMITS.descriptionLength),
      ...tags === undefined ? [] : tagMistakes('tags', tags),
      ...backupRoleMistakes(scope, props),
    );
    mistakes.throwIfAny();
    super(scope, id);

    const role = backupRole(this, props, {
      description: 'Assumed by Data Lifecycle Manager to make, copy and delete snapshots of EBS volumes',
      service: 'dlm.amazonaws.com',
      // Its id is known only once it is there, and it needs the role before: https://docs.aws.amazon.com/ebs/latest/userguide/service-role.html
      trustConditions: { ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:dlm:${Stack.of(this).region}:${Stack.of(this).account}:policy/*` } },
      policies: ['service-role/AWSDataLifecycleManagerServiceRole'],
    });
    const keys = { keys: allKeys(props), regions: [...new Set([Stack.of(this).region, ...copiesOf(props).map(({ region }) => region)])] };
    const rights = keyPolicy(this, keys, role);
    allowInKeyPolicies(this, keys, role);

    const policy = new CfnLifecyclePolicy(this, 'Resource', {
      description,
      state: enabled ? 'ENABLED' : 'DISABLED',
      executionRoleArn: role.arn,
      policyDetails: {
        policyType: 'EBS_SNAPSHOT_MANAGEMENT',
        resourceTypes: ['VOLUME'],
        targetTags: cfnTags(targetTags),
        schedules: schedules.map(cfnSchedule),
      },
      tags: tags && cfnTags(tags),
    });
    if (rights) policy.node.addDependency(rights);
    this.lifecyclePolicyId = policy.ref;
    this.lifecyclePolicyArn = policy.attrArn;

    for (const [index, { sharing }] of schedules.entries()) {
      if (sharing) Stack.of(this).addMetadata(`cdk8s-eks-storage/sharing-reason of ${this.node.path}, schedules[${index}]`, sharing.reason);
    }
  }
}

function copiesOf({ schedules }: SnapshotLifecyclePolicyProps): LifecycleRegionCopy[] {
  return [schedules ?? []].flat().flatMap(({ crossRegionCopies = [] }) => crossRegionCopies);
}

/** Of the volumes, and of the copies. */
function allKeys(props: SnapshotLifecyclePolicyProps): IKey[] {
  return [...props.encryptionKeys ?? [], ...copiesOf(props).flatMap(({ encryptionKey }) => encryptionKey ?? [])];
}

function keyCountMistake(props: SnapshotLifecyclePolicyProps): string | undefined {
  const count = new Set(allKeys(props).map(({ keyArn }) => keyArn)).size;
  return count > MOST_KEYS ? `encryptionKeys and the keys of the copies are ${count}, and no more than ${MOST_KEYS} fit into a policy; put some of the volumes into another policy, with another tag` : undefined;
}
