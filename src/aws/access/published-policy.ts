import { Aws } from 'aws-cdk-lib/core';

/** A statement of a policy that AWS publishes. */
export interface PublishedStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: string[];
  readonly Resource: string | string[];
  readonly Condition?: object;
}

/**
 * The statements of `AmazonEBSCSIDriverPolicyV2` (v1, 2026-04-16), where a tag marks what the driver manages in any cluster, or of
 * `AmazonEBSCSIDriverEKSClusterScopedPolicy` (v1, 2026-04-16), where a tag names the cluster. The second is the first, tag for tag, except that instances
 * have to be of the cluster too, and that volumes from before the CSI migration, which name no cluster, are left out.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEBSCSIDriverPolicyV2.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEBSCSIDriverEKSClusterScopedPolicy.html
 */
export function publishedStatements(clusterName?: string): PublishedStatement[] {
  const scoped = clusterName !== undefined;
  const [word, words] = scoped ? ['Cluster', 'ClusterTag'] : ['Managed', 'ManagedTag'];
  const [tag, value] = scoped ? ['ebs.csi.aws.com/cluster-name', clusterName] : ['ebs.csi.aws.com/cluster', 'true'];
  const requested = { StringEquals: { [`aws:RequestTag/${tag}`]: value } };
  const tagged = { StringEquals: { [`ec2:ResourceTag/${tag}`]: value } };
  const migrated = { StringLike: { 'ec2:ResourceTag/kubernetes.io/created-for/pvc/name': '*' } };
  const [volumes, existingVolumes, snapshots, instances] = ['volume/*', 'volume/vol-*', 'snapshot/*', 'instance/*'].map((any) => `arn:${Aws.PARTITION}:ec2:*:*:${any}`);
  return [
    allow('ReadOnlyDescribeOperations', [
      'DescribeAvailabilityZones', 'DescribeInstances', 'DescribeInstanceTypes', 'DescribeSnapshots', 'DescribeVolumes', 'DescribeVolumesModifications', 'DescribeVolumeStatus',
    ], '*'),
    allow(`CreateAndCopyVolumesWith${words}`, ['CreateVolume', 'CopyVolumes'], volumes, requested),
    allow(`Copy${word}Volumes`, ['CopyVolumes'], existingVolumes, tagged),
    ...scoped ? [] : [allow('CopyCSIMigratedVolumes', ['CopyVolumes'], existingVolumes, migrated)],
    allow(`CreateSnapshotsWith${words}`, ['CreateSnapshot'], snapshots, requested),
    allow(`CreateSnapshotsFrom${word}Volumes`, ['CreateSnapshot'], volumes, tagged),
    allow(`Manage${word}Volumes`, MANAGE, volumes, tagged),
    ...scoped ? [] : [allow('ManageCSIMigratedVolumes', MANAGE, volumes, migrated)],
    allow(`CreateVolumesFromAndEnableFSROn${word}Snapshots`, ['CreateVolume', 'EnableFastSnapshotRestores'], snapshots, tagged),
    ...scoped ? [
      // EKS tags the instances of managed node groups; others are tagged by hand.
      allow('AttachDetachVolumesToClusterInstance', ATTACH, instances, { StringEquals: { 'ec2:ResourceTag/eks:cluster-name': value } }),
      allow('AttachDetachVolumesToManuallyTaggedInstance', ATTACH, instances, tagged),
    ] : [allow('AttachDetachVolumesToAnyInstance', ATTACH, instances)],
    allow(`DeleteAndLock${word}Snapshots`, ['DeleteSnapshot', 'LockSnapshot'], snapshots, tagged),
    allow('TagResourcesOnCreation', ['CreateTags'], [volumes, snapshots], { StringEquals: { 'ec2:CreateAction': ['CreateVolume', 'CreateSnapshot', 'CopyVolumes'] } }),
    allow(`ModifyTagsOn${word}Volumes`, ['CreateTags', 'DeleteTags'], volumes, {
      ...tagged,
      // A condition on all of no keys holds, so that there must be some.
      'Null': { 'aws:TagKeys': 'false' },
      'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['ebs.csi.aws.com/cluster', 'ebs.csi.aws.com/cluster-name', 'kubernetes.io/created-for/pvc/name'] },
    }),
  ];
}

const ATTACH = ['AttachVolume', 'DetachVolume'];
const MANAGE = ['ModifyVolume', 'AttachVolume', 'DetachVolume', 'DeleteVolume'];

function allow(sid: string, actions: string[], resource: string | string[], condition?: object): PublishedStatement {
  return { Sid: sid, Effect: 'Allow', Action: actions.map((action) => `ec2:${action}`), Resource: resource, ...(condition && { Condition: condition }) };
}
