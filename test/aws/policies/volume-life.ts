import { ACCOUNT, REGION } from './role-policies';
import type { Decision } from './simulator';

/** The types of driver policies, in the order of the table's columns. */
export const POLICY_TYPES = ['managedV1', 'managedV2', 'clusterScoped'] as const;
type Allowed = { readonly [type in typeof POLICY_TYPES[number]]: boolean };

interface Row {
  readonly call: string;
  readonly decisions: Decision[];
  readonly allowed: Allowed;
}

interface Resource {
  readonly arn: string;
  readonly tags: { [key: string]: string };
}

// What the driver puts on all that it makes, from version 1.58 on: pkg/driver/constants.go and controller.go of kubernetes-sigs/aws-ebs-csi-driver.
const MADE_BY_DRIVER = { 'ebs.csi.aws.com/cluster': 'true', 'ebs.csi.aws.com/cluster-name': 'prod', 'kubernetes.io/cluster/prod': 'owned' };
const NEW_VOLUME = { ...MADE_BY_DRIVER, 'CSIVolumeName': 'pvc-1', 'kubernetes.io/created-for/pvc/name': 'data' };
const NEW_SNAPSHOT = { ...MADE_BY_DRIVER, CSIVolumeSnapshotName: 'snapshot-1' };

const volume = (tags: Resource['tags']): Resource => ({ arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:volume/vol-1`, tags });
// Not yet a vol-…, which is what policies go by.
const NEW: Resource = { arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:volume/new`, tags: {} };
const snapshot = (tags: Resource['tags']): Resource => ({ arn: `arn:aws:ec2:${REGION}::snapshot/snap-1`, tags });
const instance = (tags: Resource['tags']): Resource => ({ arn: `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/i-1`, tags });

const OF_ANOTHER_CLUSTER = { 'ebs.csi.aws.com/cluster': 'true', 'ebs.csi.aws.com/cluster-name': 'test' };
const VOLUMES = {
  'a volume of this cluster': volume(NEW_VOLUME),
  'a volume from before driver 1.58': volume({ 'ebs.csi.aws.com/cluster': 'true', 'CSIVolumeName': 'pvc-1' }),
  'a volume of another cluster': volume({ ...OF_ANOTHER_CLUSTER, CSIVolumeName: 'pvc-2' }),
  'a volume from before the CSI migration': volume({ 'kubernetes.io/created-for/pvc/name': 'data' }),
  'a volume of somebody else': volume({}),
};
const SNAPSHOTS = {
  'a snapshot of this cluster': snapshot(NEW_SNAPSHOT),
  'a snapshot of another cluster': snapshot({ ...OF_ANOTHER_CLUSTER, CSIVolumeSnapshotName: 'snapshot-2' }),
  'a snapshot of somebody else': snapshot({}),
};
const NODE = instance({ 'eks:cluster-name': 'prod' });

const all: Allowed = { managedV1: true, managedV2: true, clusterScoped: true };
const none: Allowed = { managedV1: false, managedV2: false, clusterScoped: false };
const tagged: Allowed = { managedV1: true, managedV2: true, clusterScoped: false };
const any: Allowed = { managedV1: true, managedV2: false, clusterScoped: false };

/** Every call of the driver over the life of a volume, on its own things and on those of others. */
export const VOLUME_LIFE: Row[] = [
  ...['DescribeAvailabilityZones', 'DescribeInstances', 'DescribeInstanceTypes', 'DescribeSnapshots', 'DescribeVolumes', 'DescribeVolumesModifications', 'DescribeVolumeStatus']
    .map((action) => row(`ec2:${action}`, all, on(action, { arn: '*', tags: {} }))),

  row('create a volume', all, ...create('CreateVolume', NEW, NEW_VOLUME)),
  row('create a volume without tags', none, ...create('CreateVolume', NEW, {})),
  row('create a volume in the name of another cluster', tagged, ...create('CreateVolume', NEW, OF_ANOTHER_CLUSTER)),

  ...over(SNAPSHOTS, [all, tagged, any], (name, each) => [`restore ${name} into a volume`, [...create('CreateVolume', NEW, NEW_VOLUME), on('CreateVolume', each)]]),
  ...over(VOLUMES, [all, tagged, tagged, tagged, any], (name, each) => [`clone ${name}`, [...create('CopyVolumes', NEW, NEW_VOLUME), on('CopyVolumes', each)]]),
  ...over(VOLUMES, [all, tagged, tagged, tagged, any], (name, each) => [`attach ${name}`, [on('AttachVolume', each), on('AttachVolume', NODE)]]),
  ...over(VOLUMES, [all, tagged, tagged, tagged, any], (name, each) => [`detach ${name}`, [on('DetachVolume', each), on('DetachVolume', NODE)]]),
  ...over({
    'a self-managed node with the tag of this cluster': instance({ 'ebs.csi.aws.com/cluster-name': 'prod' }),
    'a self-managed node without a tag': instance({}),
    'a node of another cluster': instance({ 'eks:cluster-name': 'test' }),
  }, [all, tagged, tagged], (name, each) => [`attach a volume of this cluster to ${name}`, [on('AttachVolume', VOLUMES['a volume of this cluster']), on('AttachVolume', each)]]),
  ...over(VOLUMES, [all, tagged, tagged, tagged, any], (name, each) => [`modify or expand ${name}`, [on('ModifyVolume', each)]]),
  ...over(VOLUMES, [all, tagged, tagged, any, any], (name, each) => [`take a snapshot of ${name}`, [on('CreateSnapshot', each), ...create('CreateSnapshot', snapshot({}), NEW_SNAPSHOT)]]),
  row('take a snapshot without tags', none, on('CreateSnapshot', VOLUMES['a volume of this cluster']), ...create('CreateSnapshot', snapshot({}), {})),
  ...over(SNAPSHOTS, [all, tagged, any], (name, each) => [`enable fast restore of ${name}`, [on('EnableFastSnapshotRestores', each)]]),
  ...over(SNAPSHOTS, [all, tagged, none], (name, each) => [`lock ${name}`, [on('LockSnapshot', each)]]),
  ...over(SNAPSHOTS, [all, tagged, none], (name, each) => [`delete ${name}`, [on('DeleteSnapshot', each)]]),
  ...over(VOLUMES, [all, tagged, tagged, tagged, none], (name, each) => [`delete ${name}`, [on('DeleteVolume', each)]]),

  // V1 lets nobody add a tag to a volume that is there, and everybody take one away.
  ...over(VOLUMES, [v2AndScoped(), v2(), v2(), none, none], (name, each) => [`tag ${name}`, [on('CreateTags', each, { 'aws:RequestTag/team': 'a', 'aws:TagKeys': ['team'] })]]),
  ...over(VOLUMES, [all, tagged, tagged, any, any], (name, each) => [`untag ${name}`, [on('DeleteTags', each, { 'aws:TagKeys': ['team'] })]]),
  ...['ebs.csi.aws.com/cluster', 'ebs.csi.aws.com/cluster-name', 'kubernetes.io/created-for/pvc/name'].map((key) =>
    row(`take the tag ${key} from a volume of this cluster`, any, on('DeleteTags', VOLUMES['a volume of this cluster'], { 'aws:TagKeys': [key] }))),
  row('mark a volume of somebody else as the driver\'s own', none, on('CreateTags', VOLUMES['a volume of somebody else'], { 'aws:RequestTag/ebs.csi.aws.com/cluster': 'true', 'aws:TagKeys': ['ebs.csi.aws.com/cluster'] })),

  row('stop an instance', none, on('StopInstances', NODE)),
  row('make a snapshot public', none, on('ModifySnapshotAttribute', SNAPSHOTS['a snapshot of this cluster'])),
];

function row(call: string, allowed: Allowed, ...decisions: Decision[]): Row {
  return { call, decisions, allowed };
}

function v2(): Allowed {
  return { ...none, managedV2: true };
}

function v2AndScoped(): Allowed {
  return { ...v2(), clusterScoped: true };
}

/** One row for each of several resources. */
function over(resources: { [name: string]: Resource }, allowed: Allowed[], describe: (name: string, each: Resource) => [string, Decision[]]): Row[] {
  return Object.entries(resources).map(([name, resource], index) => {
    const [call, decisions] = describe(name, resource);
    return row(call, allowed[index], ...decisions);
  });
}

function on(action: string, { arn, tags }: Resource, context: Decision['context'] = {}): Decision {
  return { action: `ec2:${action}`, resource: arn, context: { ...prefixed('ec2:ResourceTag/', tags), ...context } };
}

/** Making something is to make it with its tags. */
function create(action: string, { arn }: Resource, tags: Resource['tags']): Decision[] {
  const requested = { ...prefixed('aws:RequestTag/', tags), ...Object.keys(tags).length > 0 ? { 'aws:TagKeys': Object.keys(tags) } : {} };
  return [
    { action: `ec2:${action}`, resource: arn, context: requested },
    ...Object.keys(tags).length > 0 ? [{ action: 'ec2:CreateTags', resource: arn, context: { ...requested, 'ec2:CreateAction': action } }] : [],
  ];
}

function prefixed(prefix: string, tags: Resource['tags']): { [key: string]: string } {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [prefix + key, value]));
}
