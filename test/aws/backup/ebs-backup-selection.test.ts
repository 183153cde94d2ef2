import { CfnParameter } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BackupPlan } from 'aws-cdk-lib/aws-backup';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { ENV, KEY, madeRole, selection, TAGS } from './backup-stacks';
import { EbsBackupSelection, type EbsBackupSelectionProps } from '../../../src/aws/backup/ebs-backup-selection';
import { refusals } from '../../refusals';
import { ACCOUNT, deployed } from '../policies/role-policies';
import { newStack, resource, resources } from '../stack';

function selectionOf(props: Partial<EbsBackupSelectionProps>, stack = newStack()): any {
  selection(stack, props);
  return deployed(resource(stack, 'AWS::Backup::BackupSelection').Properties);
}

test('volumes that have all the tags are backed up, and nothing else', () => {
  const { BackupPlanId, BackupSelection } = selectionOf({ targetTags: { Backup: 'nightly', Team: 'a' } });
  expect(BackupPlanId).toBe('11111111-2222-3333-4444-555555555555');
  expect(BackupSelection).toEqual({
    SelectionName: expect.stringMatching(/^[a-zA-Z0-9\-_.]{1,50}$/),
    IamRoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^VolumesRole/), 'Arn'] },
    Resources: ['arn:aws:ec2:*:*:volume/*'],
    Conditions: {
      StringEquals: [
        { ConditionKey: 'aws:ResourceTag/Backup', ConditionValue: 'nightly' },
        { ConditionKey: 'aws:ResourceTag/Team', ConditionValue: 'a' },
      ],
    },
  });
});

test('its role may back up, and restore only where that is asked for', () => {
  const backup = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';
  for (const restores of [undefined, false, true]) {
    const stack = newStack();
    selection(stack, { restores });
    expect(madeRole(stack).ManagedPolicyArns).toEqual([backup, ...restores ? ['arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores'] : []]);
    expect(resources(stack, 'AWS::IAM::ManagedPolicy')).toEqual([]);
  }
});

test('everything can be said', () => {
  const stack = newStack(ENV);
  const props: Required<Omit<EbsBackupSelectionProps, 'role' | 'backupPlan'>> = {
    targetTags: TAGS,
    selectionName: 'kubernetes.volumes_1-a',
    restores: true,
    encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)],
    roleOptions: { roleName: 'backup', path: '/storage/', tags: { Owner: 'platform' } },
  };
  expect(selectionOf(props, stack).BackupSelection.SelectionName).toBe('kubernetes.volumes_1-a');
  expect(madeRole(stack)).toMatchObject({ RoleName: 'backup', Path: '/storage/', Tags: [{ Key: 'Owner', Value: 'platform' }] });
});

test('a plan of this app, a role of one\'s own, and values that come later are taken', () => {
  const stack = newStack(ENV);
  const role = Role.fromRoleArn(stack, 'Existing', `arn:aws:iam::${ACCOUNT}:role/service-role/AWSBackupDefaultServiceRole`);
  const text = new CfnParameter(stack, 'Text').valueAsString;
  const backupPlan = BackupPlan.daily35DayRetention(stack, 'New');
  const { BackupPlanId, BackupSelection } = selectionOf({ backupPlan, role, selectionName: text, targetTags: { Backup: text } }, stack);
  expect(BackupPlanId).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^New/), 'BackupPlanId'] });
  expect(BackupSelection).toMatchObject({ SelectionName: { Ref: 'Text' }, IamRoleArn: role.roleArn, Conditions: { StringEquals: [{ ConditionValue: { Ref: 'Text' } }] } });
  expect(resources(stack, 'AWS::IAM::Role')).toEqual([]);
});

test('two of one plan have names of their own, however long their paths, and nothing names a partition', () => {
  const stack = newStack();
  const backupPlan = BackupPlan.fromBackupPlanId(stack, 'Plan', 'id');
  const ids = ['A', 'B'].map((letter) => `${'VolumesOfAVeryLongName'.repeat(4)}${letter}`);
  const [first] = ids.map((id) => new EbsBackupSelection(stack, id, { backupPlan, targetTags: TAGS }));
  const names = resources(stack, 'AWS::Backup::BackupSelection').map(({ Properties }) => Properties.BackupSelection.SelectionName);
  expect(new Set(names).size).toBe(2);
  expect(Math.max(...names.map((name: string) => name.length))).toBeLessThanOrEqual(50);
  expect(stack.resolve(first.selectionId)).toEqual({ 'Fn::GetAtt': [expect.anything(), 'SelectionId'] });
  expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toMatch(/arn:aws:|Token\[/);
});

describe('EbsBackupSelection', () => {
  refusals<Partial<EbsBackupSelectionProps>>((props) => selection(newStack(ENV), props), [
    [{ targetTags: {} }, 'stack/Volumes: targetTags {} is empty, and would not tell the volumes apart'],
    [{ targetTags: { Name: '{{ .PVCName }}-x' } }, 'a template that the driver fills in for each volume'],
    [{ selectionName: 'a b' }, "selectionName 'a b' is not one that AWS Backup takes; use 1 to 50 letters, digits and any of -_."],
    [{ selectionName: 'x'.repeat(51) }, 'is not one that AWS Backup takes'],
    [{ selectionName: '' }, "selectionName '' is not one"],
    [{ roleOptions: { path: 'x' } }, "roleOptions.path 'x' is not one of IAM"],
    [{ encryptionKeys: [{ keyArn: 'alias/x' } as any] }, "encryptionKeys has 'alias/x', which is not the ARN of a key"],
    [{ targetTags: {}, selectionName: '!' }, "stack/Volumes: 2 mistakes\n  - targetTags {} is empty, and would not tell the volumes apart; give at least one tag, as in { Backup: 'nightly' }\n  - selectionName '!'"],
  ]);

  test('fails: restores with a role of one\'s own', () => {
    const stack = newStack(ENV);
    const role = Role.fromRoleArn(stack, 'Existing', `arn:aws:iam::${ACCOUNT}:role/backup`);
    expect(() => selection(stack, { role, restores: true })).toThrow("restores is given, and the role 'stack/Existing' brings its own rights; attach AWSBackupServiceRolePolicyForRestores to it where it is defined, and leave restores out");
  });
});
