/**
 * What `service-role/AmazonEBSCSIDriverPolicy` allows (v15, 2026-05-13): the effect of each statement, so that the tests can tell what it lets through.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEBSCSIDriverPolicy.html
 */
export function publishedV1(): object {
  const [volumes, existingVolumes, snapshots, instances] = ['volume/*', 'volume/vol-*', 'snapshot/*', 'instance/*'].map((any) => `arn:aws:ec2:*:*:${any}`);
  const like = (key: string, value: string) => ({ StringLike: { [key]: value } });
  return {
    Version: '2012-10-17',
    Statement: [
      allow([
        'DescribeAvailabilityZones', 'DescribeInstances', 'DescribeInstanceTypes', 'DescribeSnapshots', 'DescribeTags', 'DescribeVolumes',
        'DescribeVolumesModifications', 'DescribeVolumeStatus',
      ], '*'),
      allow(['CreateSnapshot', 'ModifyVolume'], volumes),
      allow(['CopyVolumes'], [existingVolumes]),
      allow(['AttachVolume', 'DetachVolume'], [volumes, instances]),
      allow(['CreateVolume', 'EnableFastSnapshotRestores'], snapshots),
      allow(['CreateTags'], [volumes, snapshots], { StringEquals: { 'ec2:CreateAction': ['CreateVolume', 'CreateSnapshot', 'CopyVolumes'] } }),
      allow(['DeleteTags'], [volumes, snapshots]),
      allow(['CreateVolume', 'CopyVolumes'], volumes, like('aws:RequestTag/ebs.csi.aws.com/cluster', 'true')),
      allow(['CreateVolume', 'CopyVolumes'], volumes, like('aws:RequestTag/CSIVolumeName', '*')),
      allow(['DeleteVolume'], volumes, like('ec2:ResourceTag/ebs.csi.aws.com/cluster', 'true')),
      allow(['DeleteVolume'], volumes, like('ec2:ResourceTag/CSIVolumeName', '*')),
      allow(['DeleteVolume'], volumes, like('ec2:ResourceTag/kubernetes.io/created-for/pvc/name', '*')),
      allow(['CreateSnapshot'], snapshots, like('aws:RequestTag/CSIVolumeSnapshotName', '*')),
      allow(['CreateSnapshot'], snapshots, like('aws:RequestTag/ebs.csi.aws.com/cluster', 'true')),
      allow(['DeleteSnapshot', 'LockSnapshot'], snapshots, like('ec2:ResourceTag/CSIVolumeSnapshotName', '*')),
      allow(['DeleteSnapshot', 'LockSnapshot'], snapshots, like('ec2:ResourceTag/ebs.csi.aws.com/cluster', 'true')),
    ],
  };
}

function allow(actions: string[], resource: string | string[], condition?: object): object {
  return { Effect: 'Allow', Action: actions.map((action) => `ec2:${action}`), Resource: resource, ...(condition && { Condition: condition }) };
}
