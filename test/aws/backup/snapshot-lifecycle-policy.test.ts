import { CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { CfnLifecyclePolicy } from 'aws-cdk-lib/aws-dlm';
import { ManagedPolicy, Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Duration, Tags } from 'aws-cdk-lib/core';
import { ENV, FRANKFURT_KEY, KEY, lifecycle, lifecycleOf, madeRole, NIGHTLY, scheduleOf, TAGS } from './backup-stacks';
import { type DriverRoleOptions } from '../../../src';
import { LifecycleFrequency } from '../../../src/aws/backup/lifecycle-frequency';
import { LifecycleRetention } from '../../../src/aws/backup/lifecycle-retention';
import { type LifecycleFastRestore, type LifecycleRegionCopy, type LifecycleSchedule, type LifecycleSharing } from '../../../src/aws/backup/lifecycle-schedule';
import { SnapshotLifecyclePolicy, type SnapshotLifecyclePolicyProps } from '../../../src/aws/backup/snapshot-lifecycle-policy';
import { ACCOUNT } from '../policies/role-policies';
import { newStack, resource, resources } from '../stack';

test('volumes of a tag are snapshotted, and the snapshots carry the tags by which the driver may restore from them', () => {
  const { Description, State, PolicyDetails, Tags: tags } = lifecycleOf({});
  expect({ Description, State, tags }).toEqual({ Description: 'Snapshots of tagged EBS volumes', State: 'ENABLED', tags: undefined });
  expect(PolicyDetails).toEqual({
    PolicyType: 'EBS_SNAPSHOT_MANAGEMENT',
    ResourceTypes: ['VOLUME'],
    TargetTags: [{ Key: 'Backup', Value: 'nightly' }],
    Schedules: [{ Name: 'nightly', CreateRule: { Interval: 24, IntervalUnit: 'HOURS', Times: ['03:00'] }, RetainRule: { Count: 14 }, CopyTags: true }],
  });
});

test('its role is made, with the policy that AWS keeps for it, and runs the policy', () => {
  const stack = newStack();
  const { ExecutionRoleArn } = lifecycleOf({}, stack);
  expect(ExecutionRoleArn).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^NightlyRole/), 'Arn'] });
  expect(madeRole(stack)).toMatchObject({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSDataLifecycleManagerServiceRole'] });
  expect(resources(stack, 'AWS::IAM::ManagedPolicy')).toEqual([]);
  expect(resources(stack, 'AWS::IAM::Policy')).toEqual([]);
});

test('nothing is left of an account, a region or a partition that the template is not deployed to', () => {
  const stack = newStack();
  lifecycle(stack);
  expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toMatch(/arn:aws:|Token\[/);
});

test('everything can be said', () => {
  const stack = newStack(ENV);
  const copy: Required<LifecycleRegionCopy> = {
    region: 'eu-central-1',
    retention: Duration.days(35),
    encryptionKey: Key.fromKeyArn(stack, 'Frankfurt', FRANKFURT_KEY),
    copyTags: false,
  };
  const fastRestore: Required<LifecycleFastRestore> = { zones: ['eu-west-1a', 'eu-west-1b'], retention: LifecycleRetention.newest(1) };
  const sharing: Required<LifecycleSharing> = { accounts: ['444455556666'], unshareAfter: Duration.days(2), reason: 'the vault account copies them' };
  const schedule: Required<LifecycleSchedule> = {
    name: 'monthly-1 _',
    creation: LifecycleFrequency.cron('cron(0 3 1 * ? *)'),
    retention: LifecycleRetention.youngerThan(Duration.days(60)),
    copyTags: false,
    tags: { Origin: 'dlm' },
    crossRegionCopies: [copy, { region: 'eu-north-1', retention: Duration.hours(48) }],
    fastRestore,
    archive: LifecycleRetention.youngerThan(Duration.days(365)),
    sharing,
  };
  const props: Required<Omit<SnapshotLifecyclePolicyProps, 'role'>> = {
    targetTags: { Backup: 'monthly', Team: '' },
    schedules: [schedule],
    encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)],
    description: 'Month by month',
    enabled: false,
    tags: { Owner: 'platform' },
    roleOptions: { roleName: 'dlm' },
  };
  expect(lifecycleOf(props, stack)).toEqual({
    Description: 'Month by month',
    State: 'DISABLED',
    ExecutionRoleArn: expect.anything(),
    Tags: [{ Key: 'Owner', Value: 'platform' }],
    PolicyDetails: {
      PolicyType: 'EBS_SNAPSHOT_MANAGEMENT',
      ResourceTypes: ['VOLUME'],
      TargetTags: [{ Key: 'Backup', Value: 'monthly' }, { Key: 'Team', Value: '' }],
      Schedules: [{
        Name: 'monthly-1 _',
        CreateRule: { CronExpression: 'cron(0 3 1 * ? *)' },
        RetainRule: { Interval: 60, IntervalUnit: 'DAYS' },
        CopyTags: false,
        TagsToAdd: [{ Key: 'Origin', Value: 'dlm' }],
        CrossRegionCopyRules: [
          { Target: 'eu-central-1', Encrypted: true, CmkArn: FRANKFURT_KEY, CopyTags: false, RetainRule: { Interval: 35, IntervalUnit: 'DAYS' } },
          { Target: 'eu-north-1', Encrypted: true, CopyTags: true, RetainRule: { Interval: 2, IntervalUnit: 'DAYS' } },
        ],
        FastRestoreRule: { AvailabilityZones: ['eu-west-1a', 'eu-west-1b'], Count: 1 },
        ArchiveRule: { RetainRule: { RetentionArchiveTier: { Interval: 365, IntervalUnit: 'DAYS' } } },
        ShareRules: [{ TargetAccounts: ['444455556666'], UnshareInterval: 2, UnshareIntervalUnit: 'DAYS' }],
      }],
    },
  });
  expect(Template.fromStack(stack).toJSON().Metadata).toEqual({ 'cdk8s-eks-storage/sharing-reason of stack/Nightly, schedules[0]': 'the vault account copies them' });
});

test('what is archived need not be kept before, by count or by age', () => {
  const creation = LifecycleFrequency.cron('cron(0 3 1 * ? *)');
  expect(scheduleOf({ creation, retention: LifecycleRetention.newest(0), archive: LifecycleRetention.newest(3) }))
    .toMatchObject({ RetainRule: { Count: 0 }, ArchiveRule: { RetainRule: { RetentionArchiveTier: { Count: 3 } } } });
  const [atOnce, archive] = [0, 90].map((days) => LifecycleRetention.youngerThan(Duration.days(days)));
  expect(scheduleOf({ creation, retention: atOnce, archive })).toMatchObject({ RetainRule: { Interval: 0, IntervalUnit: 'DAYS' } });
});

test('shared without end is shared until the snapshot is deleted', () => {
  expect(scheduleOf({ sharing: { accounts: ['444455556666'], reason: 'r' } }).ShareRules).toEqual([{ TargetAccounts: ['444455556666'] }]);
});

test.each([1, 2, 3, 4, 6, 8, 12, 24])('every %d hours is a frequency', (hours) => {
  expect(scheduleOf({ creation: LifecycleFrequency.every(Duration.minutes(60 * hours), '23:59') }).CreateRule).toEqual({ Interval: hours, IntervalUnit: 'HOURS', Times: ['23:59'] });
});

test.each(['cron(0 3 * * ? *)', 'cron(30 0/6 ? * MON-FRI *)', 'cron(5 12 L JAN,JUL ? 2027-2030)'])('%s is a frequency', (expression) => {
  expect(scheduleOf({ creation: LifecycleFrequency.cron(expression) }).CreateRule).toEqual({ CronExpression: expression });
});

test('undefined is as good as left out', () => {
  const stack = newStack();
  const schedule: LifecycleSchedule = {
    ...NIGHTLY, copyTags: undefined, tags: undefined, crossRegionCopies: undefined, fastRestore: undefined, archive: undefined, sharing: undefined,
  };
  const nothing = { encryptionKeys: undefined, description: undefined, enabled: undefined, tags: undefined, role: undefined, roleOptions: undefined };
  expect(lifecycleOf({ schedules: [schedule], ...nothing }, stack)).toEqual(lifecycleOf({}));
});

test('a role of one\'s own is used as it is', () => {
  const stack = newStack(ENV);
  const role = Role.fromRoleArn(stack, 'Existing', `arn:aws:iam::${ACCOUNT}:role/service-role/AWSDataLifecycleManagerDefaultRole`);
  expect(lifecycleOf({ role }, stack).ExecutionRoleArn).toBe(role.roleArn);
  expect(resources(stack, 'AWS::IAM::Role')).toEqual([]);
});

test('the role has the name, path, boundary and tags that are asked for', () => {
  const stack = newStack();
  const roleOptions: Required<DriverRoleOptions> = {
    roleName: 'dlm',
    path: '/backup/',
    permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', `arn:aws:iam::${ACCOUNT}:policy/boundary`),
    tags: { Owner: 'platform' },
  };
  lifecycle(stack, { roleOptions });
  expect(madeRole(stack)).toMatchObject({
    RoleName: 'dlm', Path: '/backup/', PermissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/boundary`, Tags: [{ Key: 'Owner', Value: 'platform' }],
  });
});

test('what has no property can still be said', () => {
  const stack = newStack();
  const resourceOf = lifecycle(stack).node.findChild('Resource') as CfnLifecyclePolicy;
  resourceOf.addPropertyOverride('PolicyDetails.ResourceLocations', ['LOCAL_ZONE']);
  expect(resource(stack, 'AWS::DLM::LifecyclePolicy').Properties.PolicyDetails.ResourceLocations).toEqual(['LOCAL_ZONE']);
});

test('its id and ARN can be passed on, and tags of the stack reach it', () => {
  const stack = newStack();
  const policy = lifecycle(stack);
  Tags.of(stack).add('Cost', 'storage');
  expect(stack.resolve(policy.lifecyclePolicyId)).toEqual({ Ref: expect.stringMatching(/^Nightly/) });
  expect(stack.resolve(policy.lifecyclePolicyArn)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Nightly/), 'Arn'] });
  expect(resource(stack, 'AWS::DLM::LifecyclePolicy').Properties.Tags).toEqual([{ Key: 'Cost', Value: 'storage' }]);
});

test('what the CDK fills in later is not judged', () => {
  const stack = newStack();
  const text = (id: string) => new CfnParameter(stack, id).valueAsString;
  const number = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;
  const { PolicyDetails: { TargetTags, Schedules: [schedule] } } = lifecycleOf({
    targetTags: { [text('Key')]: text('Value') },
    description: text('Description'),
    schedules: [{
      name: text('Name'),
      creation: LifecycleFrequency.every(Duration.hours(number), text('Time')),
      retention: LifecycleRetention.newest(number),
      crossRegionCopies: [{ region: text('Region'), retention: Duration.days(number), encryptionKey: Key.fromKeyArn(stack, 'Copy', text('KeyArn')) }],
      fastRestore: { zones: [text('Zone')], retention: LifecycleRetention.youngerThan(Duration.days(number)) },
      sharing: { accounts: [text('Account')], reason: Lazy.string({ produce: () => 'later' }) },
    }, { ...NIGHTLY, creation: LifecycleFrequency.cron(text('Cron')) }],
  }, stack);
  expect(TargetTags).toEqual([{ Key: { Ref: 'Key' }, Value: { Ref: 'Value' } }]);
  expect(schedule).toMatchObject({ CreateRule: { Interval: { Ref: 'Number' }, Times: [{ Ref: 'Time' }] }, RetainRule: { Count: { Ref: 'Number' } }, CrossRegionCopyRules: [{ Target: { Ref: 'Region' } }] });
});

test('the rights on keys are there before the policy runs', () => {
  const stack = newStack(ENV);
  lifecycle(stack, { encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)] });
  expect(resource(stack, 'AWS::DLM::LifecyclePolicy').DependsOn).toEqual([expect.stringMatching(/^NightlyKeyPolicy/)]);
  expect(resource(stack, 'AWS::IAM::ManagedPolicy').Properties.Roles).toEqual([{ Ref: expect.stringMatching(/^NightlyRole/) }]);
});

test('a key of another account is warned of', () => {
  const stack = newStack(ENV);
  lifecycle(stack, { encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY.replace(ACCOUNT, '444455556666'))] });
  Annotations.fromStack(stack).hasWarning('/stack/Nightly', Match.stringLikeRegexp('is of another account, where its policy has to allow this role too'));
});

test('two policies of one stack do not get into each other\'s way', () => {
  const stack = new Stack();
  for (const id of ['A', 'B']) new SnapshotLifecyclePolicy(stack, id, { targetTags: TAGS, schedules: [{ ...NIGHTLY, sharing: { accounts: ['444455556666'], reason: id } }] });
  expect(resources(stack, 'AWS::IAM::Role')).toHaveLength(2);
  expect(Object.values(Template.fromStack(stack).toJSON().Metadata)).toEqual(['A', 'B']);
});
