import { App, type Stack, Stack as NewStack } from 'aws-cdk-lib';
import { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Duration } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ENV, FRANKFURT_KEY, KEY, lifecycle, madeRole, NIGHTLY, policiesOf, selection } from './backup-stacks';
import { LEAVES_IT_TO_IAM } from '../policies/key-calls';
import { ACCOUNT, deployed, REGION } from '../policies/role-policies';
import { allows, allowsAll } from '../policies/simulator';
import { newStack, resource } from '../stack';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/backup`;
const ANOTHER_KEY = KEY.replace('1234abcd', '99999999');

const made = (make: (stack: Stack) => unknown): Stack => {
  const stack = newStack(ENV);
  make(stack);
  return stack;
};

/** A policy that copies to Frankfurt, from volumes with a key to a key there. */
const copying = (stack: Stack) => lifecycle(stack, {
  encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)],
  schedules: [{ ...NIGHTLY, crossRegionCopies: [{ region: 'eu-central-1', retention: Duration.days(30), encryptionKey: Key.fromKeyArn(stack, 'Frankfurt', FRANKFURT_KEY) }] }],
});

describe('the trust', () => {
  const policyArn = `arn:aws:dlm:${REGION}:${ACCOUNT}:policy/policy-0123456789abcdef0`;
  const attempts = [
    { who: 'Data Lifecycle Manager for a policy of this account and region', service: 'dlm.amazonaws.com', dlm: true, backup: false },
    { who: 'Data Lifecycle Manager for another account', service: 'dlm.amazonaws.com', account: '444455556666', dlm: false, backup: false },
    { who: 'Data Lifecycle Manager for a policy of another region', service: 'dlm.amazonaws.com', arn: policyArn.replace(REGION, 'us-east-1'), dlm: false, backup: false },
    { who: 'Data Lifecycle Manager for a policy of another account', service: 'dlm.amazonaws.com', arn: policyArn.replace(ACCOUNT, '444455556666'), dlm: false, backup: false },
    { who: 'AWS Backup for this account', service: 'backup.amazonaws.com', arn: `arn:aws:backup:${REGION}:${ACCOUNT}:backup-plan:x`, dlm: false, backup: true },
    { who: 'AWS Backup for another account', service: 'backup.amazonaws.com', account: '444455556666', dlm: false, backup: false },
    { who: 'EC2', service: 'ec2.amazonaws.com', dlm: false, backup: false },
    { who: 'a user of this account', service: `arn:aws:iam::${ACCOUNT}:user/somebody`, dlm: false, backup: false },
  ];
  test.each(attempts)('of each role, tried by $who', async ({ service: principal, account = ACCOUNT, arn = policyArn, dlm, backup }) => {
    const context: { [key: string]: string } = principal.startsWith('arn:') ? {} : { 'aws:SourceAccount': account, 'aws:SourceArn': arn };
    const attempt = (stack: Stack) => allows({ resourcePolicy: madeRole(stack).AssumeRolePolicyDocument, principal }, { action: 'sts:AssumeRole', resource: ROLE, context });
    expect(await attempt(made(lifecycle))).toBe(dlm);
    expect(await attempt(made(selection))).toBe(backup);
  });
});

describe('the rights', () => {
  const [volume, snapshot] = [`arn:aws:ec2:${REGION}:${ACCOUNT}:volume/vol-1`, `arn:aws:ec2:${REGION}::snapshot/snap-1`];
  const calls = [
    { call: 'make a snapshot', decisions: [{ action: 'ec2:CreateSnapshot', resource: volume }, { action: 'ec2:CreateSnapshot', resource: snapshot }], dlm: true, backup: true, restoring: true },
    { call: 'tag a snapshot', decisions: [{ action: 'ec2:CreateTags', resource: snapshot }], dlm: true, backup: true, restoring: true },
    { call: 'copy a snapshot', decisions: [{ action: 'ec2:CopySnapshot', resource: snapshot }], dlm: true, backup: true, restoring: true },
    { call: 'delete a snapshot', decisions: [{ action: 'ec2:DeleteSnapshot', resource: snapshot }], dlm: true, backup: true, restoring: true },
    { call: 'archive a snapshot', decisions: [{ action: 'ec2:ModifySnapshotTier', resource: snapshot }], dlm: true, backup: false, restoring: false },
    { call: 'make a volume', decisions: [{ action: 'ec2:CreateVolume', resource: volume }], dlm: false, backup: false, restoring: true },
    { call: 'delete a volume', decisions: [{ action: 'ec2:DeleteVolume', resource: volume }], dlm: false, backup: false, restoring: true },
    { call: 'attach a volume', decisions: [{ action: 'ec2:AttachVolume', resource: volume }], dlm: false, backup: false, restoring: false },
    { call: 'tag a volume', decisions: [{ action: 'ec2:CreateTags', resource: volume }], dlm: false, backup: false, restoring: false },
    { call: 'assume another role', decisions: [{ action: 'sts:AssumeRole', resource: ROLE }], dlm: false, backup: false, restoring: false },
  ];
  test.each(calls)('to $call', async ({ decisions, dlm, backup, restoring }) => {
    const attempt = (make: (stack: Stack) => unknown) => allowsAll({ policies: policiesOf(made(make)) }, decisions);
    expect(await attempt(lifecycle)).toBe(dlm);
    expect(await attempt(selection)).toBe(backup);
    expect(await attempt((stack) => selection(stack, { restores: true }))).toBe(restoring);
  });
});

describe('the rights on keys', () => {
  const via = (region: string) => ({ 'kms:ViaService': `ec2.${region}.amazonaws.com` });
  const grant = { 'kms:GrantIsForAWSResource': 'true' };
  const calls = [
    { call: 'look at the key of the volumes', action: 'kms:DescribeKey', key: KEY, context: via(REGION), allowed: true },
    { call: 'read with the key of the volumes', action: 'kms:ReEncryptFrom', key: KEY, context: via(REGION), allowed: true },
    { call: 'read with the key of the volumes through the region of the copies', action: 'kms:Decrypt', key: KEY, context: via('eu-central-1'), allowed: true },
    { call: 'write with the key of the copies', action: 'kms:GenerateDataKeyWithoutPlaintext', key: FRANKFURT_KEY, context: via('eu-central-1'), allowed: true },
    { call: 'write with the key of the copies, from the other one', action: 'kms:ReEncryptTo', key: FRANKFURT_KEY, context: via('eu-central-1'), allowed: true },
    { call: 'let EC2 use the key of the copies by a grant', action: 'kms:CreateGrant', key: FRANKFURT_KEY, context: { ...via('eu-central-1'), ...grant }, allowed: true },

    { call: 'give a grant that is not for a resource of AWS', action: 'kms:CreateGrant', key: KEY, context: { ...via(REGION), 'kms:GrantIsForAWSResource': 'false' }, allowed: false },
    { call: 'decrypt directly', action: 'kms:Decrypt', key: KEY, context: {}, allowed: false },
    { call: 'decrypt through EC2 of a third region', action: 'kms:Decrypt', key: KEY, context: via('us-east-1'), allowed: false },
    { call: 'decrypt through another service', action: 'kms:Decrypt', key: KEY, context: { 'kms:ViaService': `s3.${REGION}.amazonaws.com` }, allowed: false },
    { call: 'use another key', action: 'kms:Decrypt', key: ANOTHER_KEY, context: via(REGION), allowed: false },
    { call: 'get a data key in plain text', action: 'kms:GenerateDataKey', key: KEY, context: via(REGION), allowed: false },
    { call: 'schedule the deletion of a key', action: 'kms:ScheduleKeyDeletion', key: KEY, context: {}, allowed: false },
  ];
  const policies = policiesOf(made(copying));
  test.each(calls.map((each) => ({ verb: each.allowed ? 'allow to' : 'deny to', ...each })))('$verb $call', async ({ action, key, context, allowed }) => {
    expect(await allows({ policies, resourcePolicy: LEAVES_IT_TO_IAM }, { action, resource: key, context })).toBe(allowed);
  });

  test('are none where there are no keys of one\'s own', async () => {
    expect(await allows({ policies: policiesOf(made(lifecycle)), resourcePolicy: LEAVES_IT_TO_IAM }, { action: 'kms:Decrypt', resource: KEY, context: via(REGION) })).toBe(false);
  });

  test('fit into a policy, however many keys and regions there are, and more keys are refused', () => {
    const arn = (n: number, region: string) => `arn:aws-us-gov:kms:${region}:${ACCOUNT}:key/${String(10000000 + n)}-12ab-34cd-56ef-1234567890ab`;
    const schedules = (stack: Stack) => [0, 1, 2, 3].map((n) => ({
      ...NIGHTLY,
      name: String(n),
      crossRegionCopies: [0, 1, 2].map((m) => {
        const region = `us-gov-far${'abcdefghijklm'[3 * n + m]}-1`;
        return { region, retention: Duration.days(1), encryptionKey: Key.fromKeyArn(stack, `Copy${n}${m}`, arn(100 + 3 * n + m, region)) };
      }),
    }));
    const withKeys = (count: number) => made((stack) => lifecycle(stack, {
      schedules: schedules(stack),
      encryptionKeys: [...Array(count).keys()].map((n) => Key.fromKeyArn(stack, `Key${n}`, arn(n, REGION))),
    }));
    const document = deployed(resource(withKeys(18), 'AWS::IAM::ManagedPolicy').Properties.PolicyDocument);
    expect(document.Statement[0].Resource).toHaveLength(30);
    expect(JSON.stringify(document).length).toBeLessThanOrEqual(6144);
    expect(() => withKeys(19)).toThrow('encryptionKeys and the keys of the copies are 31, and no more than 30 fit into a policy; put some of the volumes into another policy, with another tag');
  });

  test('name a key once that is given twice, and only the region of the volumes where there are no copies', () => {
    const stack = made((one) => lifecycle(one, { encryptionKeys: ['A', 'B'].map((id) => Key.fromKeyArn(one, id, KEY)) }));
    const [viaEc2] = deployed(resource(stack, 'AWS::IAM::ManagedPolicy').Properties.PolicyDocument).Statement;
    expect(viaEc2).toMatchObject({ Resource: [KEY], Condition: { StringEquals: { 'kms:ViaService': [`ec2.${REGION}.amazonaws.com`] } } });
  });
});

describe('the policy of a key', () => {
  const closed = () => PolicyDocument.fromJson({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/security` }, Action: 'kms:PutKeyPolicy', Resource: '*' }] });
  const makers = { lifecycle, selection };

  test.each(['lifecycle', 'selection'] as const)('that does not leave it to IAM lets the role in and nobody else (%s)', async (maker) => {
    const stack = made((one) => makers[maker](one, { encryptionKeys: [new Key(one, 'Key', { policy: closed() })] }));
    const json = JSON.stringify(deployed(resource(stack, 'AWS::KMS::Key').Properties.KeyPolicy));
    const resourcePolicy = JSON.parse(json.replace(/\{"Fn::GetAtt":\["(Nightly|Volumes)Role[^\]]*\]\}/g, `"${ROLE}"`));
    const reads = { action: 'kms:ReEncryptFrom', resource: KEY, context: { 'kms:ViaService': `ec2.${REGION}.amazonaws.com` } };
    expect(await allows({ resourcePolicy, principal: ROLE }, reads)).toBe(true);
    expect(await allows({ resourcePolicy, principal: ROLE }, { ...reads, context: {} })).toBe(false);
    expect(await allows({ resourcePolicy, principal: `${ROLE}2` }, reads)).toBe(false);
    expect(resourcePolicy.Statement).toHaveLength(3);
  });

  test('that leaves it to IAM stays as it is', () => {
    const stack = made((one) => {
      const key = new Key(one, 'Key');
      lifecycle(one, { encryptionKeys: [key] });
      selection(one, { encryptionKeys: [key] });
    });
    expect(resource(stack, 'AWS::KMS::Key').Properties.KeyPolicy.Statement).toHaveLength(1);
  });

  test('of another stack names the account, since to name the role would make each stack wait for the other', () => {
    const app = new App();
    const keys = new NewStack(app, 'keys', ENV);
    const stack = new NewStack(app, 'stack', ENV);
    lifecycle(stack, { encryptionKeys: [new Key(keys, 'Key', { policy: closed() })] });
    expect(() => app.synth()).not.toThrow();
    expect(deployed(resource(keys, 'AWS::KMS::Key').Properties.KeyPolicy).Statement[1]).toMatchObject({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } });
  });
});

test.each([
  ['lifecycle', made(copying), ['AWSDataLifecycleManagerServiceRole']],
  ['selection', made((stack) => selection(stack, { restores: true })), ['AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForRestores']],
])('AwsSolutions finds nothing but that AWS keeps the policies (%s)', (_, stack, policies) => {
  const findings = new AwsSolutionsChecks().validateScope(stack).violations.map(({ ruleName }) => ruleName);
  expect(findings.sort()).toEqual(policies.map((name) => `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/${name}]`));
});
