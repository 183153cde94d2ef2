/**
 * What AWS-managed policies say of snapshots, by their names.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSDataLifecycleManagerServiceRole.html v9, 2026-02-11
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html v29, 2026-02-12: the part on EBS
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForRestores.html v25, 2025-11-10: the part on EBS
 */
export const AWS_POLICIES: { [arn: string]: any } = {
  'arn:aws:iam::aws:policy/service-role/AWSDataLifecycleManagerServiceRole': policy(
    allow([
      'CreateSnapshot', 'CreateSnapshots', 'DeleteSnapshot', 'CopySnapshot', 'ModifySnapshotAttribute', 'ModifySnapshotTier',
      'EnableFastSnapshotRestores', 'DisableFastSnapshotRestores', 'DescribeFastSnapshotRestores', 'DescribeAvailabilityZones',
      'DescribeInstances', 'DescribeVolumes', 'DescribeSnapshots', 'DescribeSnapshotAttribute', 'DescribeSnapshotTierStatus',
    ], '*'),
    allow(['CreateTags'], 'arn:aws:ec2:*::snapshot/*'),
  ),
  'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup': policy(
    allow(['CreateSnapshot', 'DeleteSnapshot', 'DescribeVolumes', 'DescribeSnapshots'], '*'),
    allow(['CopySnapshot', 'CreateTags', 'DeleteSnapshot'], 'arn:aws:ec2:*::snapshot/*'),
    { Effect: 'Allow', Action: 'kms:DescribeKey', Resource: '*' },
    { Effect: 'Allow', Action: 'kms:CreateGrant', Resource: '*', Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
    {
      Effect: 'Allow',
      Action: ['kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptTo', 'kms:ReEncryptFrom'],
      Resource: 'arn:aws:kms:*:*:key/*',
      Condition: { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:ebs:id' }, 'StringLike': { 'kms:ViaService': ['ec2.*.amazonaws.com'] } },
    },
  ),
  'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores': policy(
    allow(['CreateVolume', 'DeleteVolume'], ['arn:aws:ec2:*::snapshot/*', 'arn:aws:ec2:*:*:volume/*']),
  ),
};

function policy(...Statement: any[]): any {
  return { Version: '2012-10-17', Statement };
}

function allow(actions: string[], resource: string | string[]): any {
  return { Effect: 'Allow', Action: actions.map((action) => `ec2:${action}`), Resource: resource };
}
