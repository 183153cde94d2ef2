import { ACCOUNT, REGION } from './role-policies';

/** The policy of a key that the CDK makes. */
export const LEAVES_IT_TO_IAM = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'kms:*', Resource: '*' }] };

export const KEY_ACCESS_TYPES = ['minimal', 'eksUserGuide'] as const;

interface KeyCall {
  readonly call: string;
  readonly action: string;
  readonly context: { [key: string]: string };
  readonly key?: 'another';
  readonly allowed: { readonly [type in typeof KEY_ACCESS_TYPES[number]]: boolean };
}

const byEc2 = { 'kms:ViaService': `ec2.${REGION}.amazonaws.com`, 'kms:CallerAccount': '111122223333' };
const grant = { 'kms:GrantIsForAWSResource': 'true' };
const both = { minimal: true, eksUserGuide: true };
const neither = { minimal: false, eksUserGuide: false };
const wide = { minimal: false, eksUserGuide: true };

/**
 * The calls on keys: the driver makes none itself, EC2 makes them for it, with its identity. And those that nobody should make in its name.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html
 */
export const KEY_CALLS: KeyCall[] = [
  { call: 'look at the key, as EC2 does before it makes a volume', action: 'kms:DescribeKey', context: byEc2, allowed: both },
  { call: 'make a data key for a new volume through EC2', action: 'kms:GenerateDataKeyWithoutPlaintext', context: byEc2, allowed: both },
  { call: 'let EC2 decrypt the data key of a volume that is attached, by a grant for it', action: 'kms:CreateGrant', context: { ...byEc2, ...grant }, allowed: both },
  { call: 'decrypt the data key of a snapshot through EC2', action: 'kms:Decrypt', context: byEc2, allowed: both },
  { call: 're-encrypt the data key of a snapshot from this key through EC2', action: 'kms:ReEncryptFrom', context: byEc2, allowed: both },
  { call: 're-encrypt the data key of a snapshot to this key through EC2', action: 'kms:ReEncryptTo', context: byEc2, allowed: both },

  { call: 'give a grant that is not for a resource of AWS', action: 'kms:CreateGrant', context: { ...byEc2, 'kms:GrantIsForAWSResource': 'false' }, allowed: neither },
  { call: 'give a grant of one\'s own', action: 'kms:CreateGrant', context: {}, allowed: neither },
  { call: 'decrypt directly', action: 'kms:Decrypt', context: {}, allowed: wide },
  { call: 'encrypt directly', action: 'kms:Encrypt', context: {}, allowed: wide },
  { call: 'get a data key in plain text', action: 'kms:GenerateDataKey', context: {}, allowed: wide },
  { call: 'decrypt through another service', action: 'kms:Decrypt', context: { 'kms:ViaService': `s3.${REGION}.amazonaws.com` }, allowed: wide },
  { call: 'decrypt through the EC2 of another region', action: 'kms:Decrypt', context: { 'kms:ViaService': 'ec2.us-east-1.amazonaws.com' }, allowed: wide },
  { call: 'revoke the grants of resources of AWS', action: 'kms:RevokeGrant', context: grant, allowed: wide },
  { call: 'revoke other grants', action: 'kms:RevokeGrant', context: {}, allowed: neither },
  { call: 'schedule the deletion of the key', action: 'kms:ScheduleKeyDeletion', context: {}, allowed: neither },
  { call: 'change the policy of the key', action: 'kms:PutKeyPolicy', context: {}, allowed: neither },
  ...['kms:GenerateDataKeyWithoutPlaintext', 'kms:Decrypt', 'kms:CreateGrant'].map((action) => (
    { call: `call ${action} on another key`, action, context: { ...byEc2, ...action === 'kms:CreateGrant' ? grant : {} }, key: 'another' as const, allowed: neither })),
];
