import type { Stack } from 'aws-cdk-lib';
import { BackupPlan } from 'aws-cdk-lib/aws-backup';
import { Duration } from 'aws-cdk-lib/core';
import { AWS_POLICIES } from './aws-policies';
import { EbsBackupSelection, type EbsBackupSelectionProps } from '../../../src/aws/backup/ebs-backup-selection';
import { LifecycleFrequency } from '../../../src/aws/backup/lifecycle-frequency';
import { LifecycleRetention } from '../../../src/aws/backup/lifecycle-retention';
import { type LifecycleSchedule } from '../../../src/aws/backup/lifecycle-schedule';
import { SnapshotLifecyclePolicy, type SnapshotLifecyclePolicyProps } from '../../../src/aws/backup/snapshot-lifecycle-policy';
import { ACCOUNT, deployed, REGION } from '../policies/role-policies';
import { newStack, resource, resources } from '../stack';

export const ENV = { env: { account: ACCOUNT, region: REGION } };
export const TAGS = { Backup: 'nightly' };
export const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const FRANKFURT_KEY = KEY.replace(REGION, 'eu-central-1');

/** Every night, two weeks long. */
export const NIGHTLY: LifecycleSchedule = {
  name: 'nightly',
  creation: LifecycleFrequency.every(Duration.hours(24), '03:00'),
  retention: LifecycleRetention.newest(14),
};

export function lifecycle(stack: Stack, props: Partial<SnapshotLifecyclePolicyProps> = {}): SnapshotLifecyclePolicy {
  return new SnapshotLifecyclePolicy(stack, 'Nightly', { targetTags: TAGS, schedules: [NIGHTLY], ...props });
}

/** What Data Lifecycle Manager is given, of a stack whose template was validated. */
export function lifecycleOf(props: Partial<SnapshotLifecyclePolicyProps>, stack: Stack = newStack()): any {
  lifecycle(stack, props);
  return resource(stack, 'AWS::DLM::LifecyclePolicy').Properties;
}

/** The schedule that it is given. */
export function scheduleOf(schedule: Partial<LifecycleSchedule>): any {
  return lifecycleOf({ schedules: [{ ...NIGHTLY, ...schedule }] }).PolicyDetails.Schedules[0];
}

export function selection(stack: Stack, props: Partial<EbsBackupSelectionProps> = {}): EbsBackupSelection {
  const backupPlan = BackupPlan.fromBackupPlanId(stack, 'Plan', '11111111-2222-3333-4444-555555555555');
  return new EbsBackupSelection(stack, 'Volumes', { backupPlan, targetTags: TAGS, ...props });
}

/** The role that was made, as IAM would see it. */
export function madeRole(stack: Stack): any {
  return deployed(resource(stack, 'AWS::IAM::Role').Properties);
}

/** The policies of the role that was made, as IAM would see them. */
export function policiesOf(stack: Stack): any[] {
  const managed = madeRole(stack).ManagedPolicyArns.map((arn: string) => {
    if (AWS_POLICIES[arn] === undefined) throw new Error(`no policy of AWS is known here under ${arn}`);
    return AWS_POLICIES[arn];
  });
  return [...managed, ...resources(stack, 'AWS::IAM::ManagedPolicy').map(({ Properties }) => deployed(Properties.PolicyDocument))];
}
