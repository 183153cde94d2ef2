import { type Stack } from 'aws-cdk-lib';
import { Cluster, DefaultCapacityType, KubernetesVersion } from 'aws-cdk-lib/aws-eks-v2';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { cluster, newStack, resource, resources } from './stack';
import { AutoModeBlockStorage, type AutoModeBlockStorageProps, KeyAccess } from '../../src';
import { refusals } from '../refusals';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

function storageIn(stack: Stack, props: Partial<AutoModeBlockStorageProps> = {}): AutoModeBlockStorage {
  return new AutoModeBlockStorage(stack, 'Storage', { cluster: cluster(stack), clusterRole: Role.fromRoleName(stack, 'ClusterRole', 'cluster'), ...props });
}

test('the role of the cluster is given the rights on the keys, and no driver, role or add-on is made', () => {
  const stack = newStack();
  storageIn(stack, { encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)] }).addEncryptionKey(new Key(stack, 'New'));
  const { Properties } = resource(stack, 'AWS::IAM::ManagedPolicy');
  expect(Properties.Roles).toEqual(['cluster']);
  expect(Properties.PolicyDocument.Statement.map(({ Action, Resource }: any) => [Action.length, Resource])).toEqual([
    [5, [KEY, expect.anything()]],
    [1, [KEY, expect.anything()]],
  ]);
  expect(resources(stack, 'AWS::EKS::Addon')).toEqual([]);
  expect(resources(stack, 'AWS::IAM::Role')).toEqual([]);
});

test('every property reaches its resource', () => {
  const stack = newStack();
  const props: Required<AutoModeBlockStorageProps> = {
    cluster: cluster(stack),
    clusterRole: Role.fromRoleName(stack, 'ClusterRole', 'cluster'),
    encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)],
    keyAccess: KeyAccess.eksUserGuide(),
    keyPolicyName: 'keys',
    volumeTags: true,
  };
  new AutoModeBlockStorage(stack, 'Storage', props);
  const [keys, tags] = resources(stack, 'AWS::IAM::ManagedPolicy').map(({ Properties }) => Properties);
  expect(keys).toMatchObject({ ManagedPolicyName: 'keys', PolicyDocument: { Statement: [{ Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'] }, {}] } });
  expect(tags).toEqual({
    Description: 'Lets EKS Auto Mode put tags on the volumes and snapshots of its cluster',
    Roles: ['cluster'],
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [{
        Effect: 'Allow',
        Action: ['ec2:CreateVolume', 'ec2:CreateSnapshot'],
        Resource: ['volume', 'snapshot'].map((kind) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:ec2:*:*:${kind}/*`]] })),
        Condition: { StringEquals: { 'aws:RequestTag/eks:eks-cluster-name': '${aws:PrincipalTag/eks:eks-cluster-name}' } },
      }],
    },
  });
});

test('fails at synthesis where nothing is asked for', () => {
  const stack = newStack();
  storageIn(stack);
  expect(() => resources(stack, 'AWS::IAM::ManagedPolicy')).toThrow('[stack/Storage] nothing is asked for, and the block storage of EKS Auto Mode works without it; give encryptionKeys or volumeTags, or leave this construct out');
});

test('fails at synthesis for a cluster that is known not to be in Auto Mode, and takes one that is', () => {
  const stack = newStack();
  const version = KubernetesVersion.V1_33;
  const without = new AutoModeBlockStorage(stack, 'Without', { cluster: new Cluster(stack, 'Nodes', { version, defaultCapacityType: DefaultCapacityType.NODEGROUP }), clusterRole: Role.fromRoleName(stack, 'Role', 'cluster'), volumeTags: true });
  expect(without.node.validate()).toEqual(["the cluster 'stack/Nodes' is not in EKS Auto Mode, whose block storage this is for; use EbsCsiDriver"]);
  const auto = new Cluster(stack, 'Auto', { version });
  expect(new AutoModeBlockStorage(stack, 'With', { cluster: auto, clusterRole: auto.role, volumeTags: true }).node.validate()).toEqual([]);
});

refusals((props) => storageIn(newStack(), props), [
  [{ encryptionKeys: [{ keyArn: '1234abcd' } as Key] }, "stack/Storage: encryptionKeys has '1234abcd', which is not the ARN of a key"],
]);
