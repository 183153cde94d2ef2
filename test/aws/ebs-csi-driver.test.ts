import { Annotations as CoreAnnotations, CfnParameter, Fn, Size, type Stack, Tags } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Volume } from 'aws-cdk-lib/aws-ec2';
import { CfnCluster, Cluster as ClusterV1 } from 'aws-cdk-lib/aws-eks';
import { Cluster as ClusterV2, OidcProviderNative } from 'aws-cdk-lib/aws-eks-v2';
import { ManagedPolicy, OpenIdConnectProvider, PermissionsBoundary, Role, User } from 'aws-cdk-lib/aws-iam';
import { Alias, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { PUBLISHED_V2 } from './policies/published-fingerprints';
import { addonOf, cluster, ISSUER, newStack, provider, resource, resources } from './stack';
import {
  type CustomerManagedPolicyOptions, DriverIdentity, DriverPolicy, type DriverRoleOptions, EbsCsiDriver, type EbsCsiDriverProps,
  type ExistingRoleOptions, KeyAccess, PodIdentityAgent, type PodIdentityOptions, ResolveConflicts, SnapshotControllerAddon,
} from '../../src';
import { refusals } from '../refusals';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

function driverIn(stack: Stack, props: Partial<EbsCsiDriverProps> = {}): EbsCsiDriver {
  return new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), identity: DriverIdentity.irsa(provider(stack)), ...props });
}

test('the add-on has a role, and what is not said is left out', () => {
  const stack = newStack();
  driverIn(stack);
  expect(resource(stack, 'AWS::EKS::Addon').Properties).toEqual({
    AddonName: 'aws-ebs-csi-driver',
    ClusterName: 'prod',
    ResolveConflicts: 'OVERWRITE',
    ServiceAccountRoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^DriverRole/), 'Arn'] },
  });
});

test('every property reaches its resource', () => {
  const stack = newStack();
  const role: Required<DriverRoleOptions> = {
    roleName: 'the-role',
    path: '/storage/',
    permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', 'arn:aws:iam::111122223333:policy/boundary'),
    tags: { 'cost-centre': '42' },
  };
  const props: Required<EbsCsiDriverProps> = {
    cluster: cluster(stack),
    identity: DriverIdentity.irsa(provider(stack), role),
    policy: DriverPolicy.managedV1(),
    encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)],
    keyAccess: KeyAccess.eksUserGuide(),
    keyPolicyName: 'the-policy',
    addonVersion: 'v1.66.0-eksbuild.1',
    resolveConflicts: ResolveConflicts.PRESERVE,
    preserveOnDelete: true,
    tags: { team: 'platform' },
    namespace: 'storage',
    snapshotController: new SnapshotControllerAddon(stack, 'SnapshotController', { cluster: cluster(stack, 'Same') }),
    ec2Nodes: true,
    configuration: { controller: { replicaCount: 3 } },
    configurationValues: { controller: { newThing: 1 } },
    additionalConfigurationKeys: ['controller.newThing'],
  };
  new EbsCsiDriver(stack, 'Driver', props);
  const addon = addonOf(stack, 'aws-ebs-csi-driver');
  expect(addon.Properties).toEqual({
    AddonName: 'aws-ebs-csi-driver',
    ClusterName: 'prod',
    AddonVersion: 'v1.66.0-eksbuild.1',
    ResolveConflicts: 'PRESERVE',
    PreserveOnDelete: true,
    NamespaceConfig: { Namespace: 'storage' },
    Tags: [{ Key: 'team', Value: 'platform' }],
    ConfigurationValues: '{"controller":{"replicaCount":3,"newThing":1}}',
    ServiceAccountRoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^DriverRole/), 'Arn'] },
  });
  expect(addon.DependsOn).toEqual([expect.stringMatching(/^DriverKeyPolicy/), expect.stringMatching(/^SnapshotController/)]);
  expect(resource(stack, 'AWS::IAM::Role').Properties).toEqual({
    RoleName: 'the-role',
    Path: '/storage/',
    Description: 'Assumed by the controller of the Amazon EBS CSI driver',
    PermissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary',
    Tags: [{ Key: 'cost-centre', Value: '42' }],
    AssumeRolePolicyDocument: expect.objectContaining({ Statement: [expect.anything()] }),
    ManagedPolicyArns: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy']] }],
  });
  expect(resource(stack, 'AWS::IAM::ManagedPolicy').Properties).toMatchObject({ ManagedPolicyName: 'the-policy' });
});

describe('trust', () => {
  const trustOf = (stack: Stack) => resources(stack, 'AWS::IAM::Role')
    .map(({ Properties }) => Properties.AssumeRolePolicyDocument)
    .find(({ Statement }) => Statement[0].Action === 'sts:AssumeRoleWithWebIdentity');

  test('is in the one service account of the driver, by sub and aud and nothing looser', () => {
    const stack = newStack();
    driverIn(stack);
    expect(trustOf(stack)).toEqual({
      Version: '2012-10-17',
      Statement: [{
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` },
        Condition: {
          StringEquals: {
            [`${ISSUER}:aud`]: 'sts.amazonaws.com',
            [`${ISSUER}:sub`]: 'system:serviceaccount:kube-system:ebs-csi-controller-sa',
          },
        },
      }],
    });
  });

  test('has no wildcard', () => {
    const stack = newStack();
    driverIn(stack);
    expect(JSON.stringify(trustOf(stack))).not.toMatch(/[*]|StringLike/);
  });

  test('names a provider of the same app by reference and its issuer by its URL, without a function to look it up', () => {
    const stack = newStack();
    driverIn(stack, { identity: DriverIdentity.irsa(new OidcProviderNative(stack, 'New', { url: `https://${ISSUER}` })) });
    const [statement] = trustOf(stack).Statement;
    expect(statement.Principal).toEqual({ Federated: { Ref: expect.stringMatching(/^New/) } });
    expect(Object.keys(statement.Condition.StringEquals)).toEqual([`${ISSUER}:aud`, `${ISSUER}:sub`]);
    expect(resources(stack, 'AWS::Lambda::Function')).toEqual([]);
  });

  test('is completed at deployment where the issuer is known only then', () => {
    const stack = newStack();
    const arn = new CfnParameter(stack, 'ProviderArn').valueAsString;
    driverIn(stack, { identity: DriverIdentity.irsa(OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'Later', arn)) });
    expect(trustOf(stack).Statement[0].Condition.StringEquals).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^DriverTrustConditions/), 'Value'] });
    const [json] = resource(stack, 'Custom::AWSCDKCfnJson').Properties.Value['Fn::Join'][1].filter((part: unknown) => String(part).includes('sub'));
    expect(json).toContain(':sub":"system:serviceaccount:kube-system:ebs-csi-controller-sa"');
  });
});

describe('rights on keys', () => {
  const policyOf = (stack: Stack) => resource(stack, 'AWS::IAM::ManagedPolicy').Properties;

  test('are none without keys', () => {
    const stack = newStack();
    driverIn(stack);
    expect(resources(stack, 'AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  test('are those EBS needs, through EC2 alone, on these keys alone', () => {
    const stack = newStack();
    driverIn(stack, { encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)] });
    expect(policyOf(stack).PolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
          Resource: [KEY],
          Condition: { StringEquals: { 'kms:ViaService': { 'Fn::Join': ['', ['ec2.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]] } } },
        },
        { Effect: 'Allow', Action: ['kms:CreateGrant'], Resource: [KEY], Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
      ],
    });
  });

  test('are those of the EKS user guide when asked for', () => {
    const stack = newStack();
    driverIn(stack, { encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)], keyAccess: KeyAccess.eksUserGuide() });
    expect(policyOf(stack).PolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: [KEY],
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
      { Effect: 'Allow', Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'], Resource: [KEY] },
    ]);
  });

  test('never cover every key', () => {
    for (const keyAccess of [KeyAccess.minimal(), KeyAccess.eksUserGuide()]) {
      const stack = newStack();
      driverIn(stack, { keyAccess, encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY), new Key(stack, 'New')] });
      for (const { Resource } of policyOf(stack).PolicyDocument.Statement) {
        expect(Resource).toEqual([KEY, { 'Fn::GetAtt': [expect.stringMatching(/^New/), 'Arn'] }]);
      }
    }
  });

  test('name a key once, however often it is given', () => {
    const stack = newStack();
    driverIn(stack, { encryptionKeys: [Key.fromKeyArn(stack, 'A', KEY), Key.fromKeyArn(stack, 'B', KEY)] });
    expect(policyOf(stack).PolicyDocument.Statement[0].Resource).toEqual([KEY]);
  });

  test('are there before the driver starts', () => {
    const stack = newStack();
    driverIn(stack, { encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)] });
    expect(resource(stack, 'AWS::EKS::Addon').DependsOn).toEqual([expect.stringMatching(/^DriverKeyPolicy/)]);
    expect(policyOf(stack).Roles).toEqual([{ Ref: expect.stringMatching(/^DriverRole/) }]);
  });
});

test.each([DriverPolicy.managedV1(), DriverPolicy.managedV2()])('no ARN of the role has a literal partition (%#)', (policy) => {
  const stack = newStack({ env: { region: 'cn-north-1' } });
  driverIn(stack, { policy, identity: DriverIdentity.irsa(new OidcProviderNative(stack, 'New', { url: `https://${ISSUER}` })) });
  expect(JSON.stringify(resource(stack, 'AWS::IAM::Role'))).not.toMatch(/arn:aws/);
});

test('a policy of your own takes the place of the one of AWS', () => {
  const stack = newStack();
  driverIn(stack, { policy: DriverPolicy.managedPolicy(ManagedPolicy.fromManagedPolicyArn(stack, 'Own', 'arn:aws:iam::111122223333:policy/own')) });
  expect(resource(stack, 'AWS::IAM::Role').Properties.ManagedPolicyArns).toEqual(['arn:aws:iam::111122223333:policy/own']);
});

test('a policy in the account has every property it is given', () => {
  const stack = newStack();
  const options: Required<CustomerManagedPolicyOptions> = { policyName: 'driver', omitStatements: ['CopyCSIMigratedVolumes'] };
  driverIn(stack, { policy: DriverPolicy.customerManagedV2(options) });
  const { Properties } = resource(stack, 'AWS::IAM::ManagedPolicy');
  expect(Properties).toMatchObject({ ManagedPolicyName: 'driver', Description: 'Lets the Amazon EBS CSI driver manage its volumes and snapshots' });
  expect(Properties.PolicyDocument.Statement).toHaveLength(12);
  expect(resource(stack, 'AWS::IAM::Role').Properties.ManagedPolicyArns).toEqual([{ Ref: expect.stringMatching(/^DriverPolicy/) }]);
});

test('a permissions boundary and tags that come from above reach the role', () => {
  const stack = newStack();
  PermissionsBoundary.of(stack).apply(ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', 'arn:aws:iam::111122223333:policy/boundary'));
  Tags.of(stack).add('team', 'platform');
  driverIn(stack);
  expect(resource(stack, 'AWS::IAM::Role').Properties).toMatchObject({ PermissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary', Tags: [{ Key: 'team', Value: 'platform' }] });
  expect(resource(stack, 'AWS::EKS::Addon').Properties.Tags).toEqual([{ Key: 'team', Value: 'platform' }]);
});

test('nothing runs at deployment but EKS and IAM: no function, no custom resource', () => {
  const stack = newStack();
  driverIn(stack, { encryptionKeys: [new Key(stack, 'Key')], identity: DriverIdentity.podIdentity({ installAgent: true }) });
  expect(Object.values<any>(Template.fromStack(stack).toJSON().Resources).map(({ Type }) => Type).sort()).toEqual([
    'AWS::EKS::Addon', 'AWS::EKS::Addon', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Role', 'AWS::KMS::Key',
  ]);
});

test('a role that exists is used as it is, and given the rights on the keys', () => {
  const stack = newStack();
  const role = Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/path/existing');
  const driver = driverIn(stack, { identity: DriverIdentity.existingRole(role), encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)] });
  expect(driver.roleArn).toBe('arn:aws:iam::111122223333:role/path/existing');
  expect(resources(stack, 'AWS::IAM::Role')).toEqual([]);
  expect(resource(stack, 'AWS::EKS::Addon').Properties.ServiceAccountRoleArn).toBe(driver.roleArn);
  expect(resource(stack, 'AWS::IAM::ManagedPolicy').Properties.Roles).toEqual(['existing']);
});

test('clusters of either EKS module fit, and so does the plain resource', () => {
  const stack = newStack();
  const clusters = {
    V1: ClusterV1.fromClusterAttributes(stack, 'ClusterV1', { clusterName: 'one' }),
    V2: ClusterV2.fromClusterAttributes(stack, 'ClusterV2', { clusterName: 'two' }),
    L1: new CfnCluster(stack, 'ClusterL1', { roleArn: 'arn:aws:iam::111122223333:role/cluster', resourcesVpcConfig: { subnetIds: ['subnet-1'] } }),
  };
  for (const [id, any] of Object.entries(clusters)) new EbsCsiDriver(stack, id, { cluster: any, identity: DriverIdentity.existingRole(Role.fromRoleName(stack, `${id}Role`, 'role')) });
  expect(resources(stack, 'AWS::EKS::Addon').map(({ Properties }) => Properties.ClusterName)).toEqual(['one', 'two', { Ref: 'ClusterL1' }]);
});

test('a second driver in a cluster fails, and one in another cluster does not', () => {
  const stack = newStack();
  const props = { cluster: cluster(stack), identity: DriverIdentity.podIdentity() };
  new EbsCsiDriver(stack, 'Driver', props);
  expect(() => new EbsCsiDriver(stack, 'Second', props)).toThrow("stack/Second: the cluster 'stack/Cluster' has aws-ebs-csi-driver already, from 'stack/Driver'; a cluster takes it once");
  new EbsCsiDriver(stack, 'Other', { ...props, cluster: cluster(stack, 'OtherCluster', 'test') });
});

test('the namespace that the add-on would have anyway is not said, since that would replace the add-on', () => {
  const stack = newStack();
  driverIn(stack, { namespace: 'kube-system' });
  expect(resource(stack, 'AWS::EKS::Addon').Properties).not.toHaveProperty('NamespaceConfig');
});

test('it comes after the snapshot controller that it is given, and after any other construct on request', () => {
  const stack = newStack();
  const snapshotController = new SnapshotControllerAddon(stack, 'SnapshotController', { cluster: cluster(stack, 'Same') });
  const driver = driverIn(stack, { snapshotController });
  driver.node.addDependency(new PodIdentityAgent(stack, 'Agent', { cluster: cluster(stack, 'SameAgain') }));
  expect(addonOf(stack, 'aws-ebs-csi-driver').DependsOn).toEqual([expect.stringMatching(/^Agent/), expect.stringMatching(/^SnapshotController/)]);
});

describe('Pod Identity', () => {
  test('is associated by the add-on itself, which has no role by annotation then', () => {
    const stack = newStack();
    driverIn(stack, { identity: DriverIdentity.podIdentity() });
    const { Properties } = resource(stack, 'AWS::EKS::Addon');
    expect(Properties.PodIdentityAssociations).toEqual([{ ServiceAccount: 'ebs-csi-controller-sa', RoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^DriverRole/), 'Arn'] } }]);
    expect(Properties).not.toHaveProperty('ServiceAccountRoleArn');
    expect(resources(stack, 'AWS::EKS::PodIdentityAssociation')).toEqual([]);
  });

  test('brings its agent on request, before the driver', () => {
    const stack = newStack();
    driverIn(stack, { identity: DriverIdentity.podIdentity({ installAgent: true }) });
    expect(addonOf(stack, 'eks-pod-identity-agent').Properties).toEqual({ AddonName: 'eks-pod-identity-agent', ClusterName: 'prod', ResolveConflicts: 'OVERWRITE' });
    expect(addonOf(stack, 'aws-ebs-csi-driver').DependsOn).toEqual([expect.stringMatching(/^DriverPodIdentityAgent/)]);
  });

  test('has every property of its role', () => {
    const stack = newStack();
    const options: Required<PodIdentityOptions> = {
      roleName: 'the-role',
      path: '/storage/',
      permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', 'arn:aws:iam::111122223333:policy/boundary'),
      tags: { team: 'platform' },
      installAgent: true,
    };
    driverIn(stack, { identity: DriverIdentity.podIdentity(options) });
    expect(resource(stack, 'AWS::IAM::Role').Properties).toMatchObject({
      RoleName: 'the-role', Path: '/storage/', PermissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary', Tags: [{ Key: 'team', Value: 'platform' }],
    });
    expect(addonOf(stack, 'eks-pod-identity-agent')).toBeDefined();
  });

  test('takes a role that exists', () => {
    const stack = newStack();
    const role = Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/existing');
    const options: Required<ExistingRoleOptions> = { podIdentity: true };
    driverIn(stack, { identity: DriverIdentity.existingRole(role, options) });
    expect(resource(stack, 'AWS::EKS::Addon').Properties.PodIdentityAssociations).toEqual([{ ServiceAccount: 'ebs-csi-controller-sa', RoleArn: 'arn:aws:iam::111122223333:role/existing' }]);
    expect(resources(stack, 'AWS::IAM::Role')).toEqual([]);
  });
});

test('the unencrypted default class of the add-on is warned of, and the warning can be acknowledged', () => {
  const stack = newStack();
  const driver = driverIn(stack, { configuration: { defaultStorageClass: { enabled: true } } });
  const warning = Match.stringLikeRegexp('defaultStorageClass.enabled makes the class ebs-csi-default-sc, which does not ask for encryption');
  Annotations.fromStack(stack).hasWarning('/stack/Driver', warning);
  CoreAnnotations.of(driver).acknowledgeWarning('cdk8s-eks-storage:unencrypted-default-class');
  Annotations.fromStack(stack).hasNoWarning('/stack/Driver', warning);
});

test('it tags what it shall be allowed to use', () => {
  const stack = newStack();
  const volume = new Volume(stack, 'Volume', { availabilityZone: Fn.select(0, Fn.getAzs()), size: Size.gibibytes(1), encrypted: true });
  driverIn(stack).tagForDriver(volume);
  expect(resource(stack, 'AWS::EC2::Volume').Properties.Tags).toEqual([{ Key: 'ebs.csi.aws.com/cluster', Value: 'true' }, { Key: 'ebs.csi.aws.com/cluster-name', Value: 'prod' }]);
});

test('values that the CDK fills in later are taken as they are', () => {
  const stack = newStack();
  const text = (id: string) => new CfnParameter(stack, id).valueAsString;
  driverIn(stack, { addonVersion: text('Version'), encryptionKeys: [Key.fromKeyArn(stack, 'Key', `arn:aws:kms:eu-west-1:111122223333:key/${text('KeyId')}`)], configurationValues: { controller: { region: stack.region } } });
  expect(resource(stack, 'AWS::EKS::Addon').Properties).toMatchObject({
    AddonVersion: { Ref: 'Version' },
    ConfigurationValues: { 'Fn::Join': ['', ['{"controller":{"region":"', { Ref: 'AWS::Region' }, '"}}']] },
  });
});

const stackOfRefusals = newStack();
refusals((props) => driverIn(newStack(), props), [
  [{ addonVersion: '1.66.0' }, "stack/Driver: addonVersion '1.66.0' is not the version of an add-on; give one as in 'v1.66.0-eksbuild.1'"],
  [{ addonVersion: 'v1.57.0-eksbuild.1', identity: DriverIdentity.podIdentity(), policy: DriverPolicy.clusterScoped() }, "policy is scoped to the cluster, and the driver of version 'v1.57.0-eksbuild.1' does not name the cluster on what it makes; use version 1.58 or newer, or DriverPolicy.managedV2()"],
  [{ policy: DriverPolicy.clusterScoped() }, 'policy is DriverPolicy.clusterScoped(), which knows the cluster by a session tag that only Pod Identity sends; use DriverIdentity.podIdentity, or DriverPolicy.customerManagedClusterScoped(), which names the cluster'],
  [{ policy: DriverPolicy.customerManagedV2({ omitStatements: ['Nothing'] }) }, "omitStatements has 'Nothing', and the published policy has no such statement; it has ReadOnlyDescribeOperations, "],
  [{ namespace: 'Storage' }, "namespace 'Storage' is not a name Kubernetes takes"],
  [{ tags: { 'aws:team': 'a' } }, "tags has the key 'aws:team', and AWS keeps the prefix 'aws:' for itself; choose another key"],
  [{ tags: { '': 'a' } }, "tags has the key '', which is not one of a tag; use 1 to 128 letters"],
  [{ tags: { team: 'a*' } }, "tags has the value 'a*', which is not one of a tag here; use 1 to 256 letters"],
  [{ tags: { team: '' } }, "tags has the value '', which is not one of a tag here; use 1 to 256 letters"],
  [{ tags: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`tag${n}`, ''])) }, 'tags has 51 tags, and AWS takes 50; leave some out'],
  [{ identity: DriverIdentity.podIdentity({ roleName: 'a role' }) }, "roleName 'a role' is not a name that IAM takes; use 1 to 64 letters, digits and any of +=,.@_-"],
  [{ identity: DriverIdentity.podIdentity({ path: 'storage' }) }, "path 'storage' is not one of IAM; begin and end it with a slash, as in '/storage/'"],
  [{ identity: DriverIdentity.podIdentity({ permissionsBoundary: { managedPolicyArn: 'arn:aws:iam::111122223333:role/boundary' } as any }) }, "permissionsBoundary has the ARN 'arn:aws:iam::111122223333:role/boundary', which is not that of a policy; give a managed policy"],
  [{ identity: DriverIdentity.existingRole(Role.fromRoleArn(stackOfRefusals, 'PolicyAsRole', 'arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2')) }, "the role 'stack/PolicyAsRole' has the ARN 'arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2', which is not that of a role"],
  [{ encryptionKeys: [new Key(stackOfRefusals, 'Asymmetric', { keySpec: KeySpec.RSA_2048, keyUsage: KeyUsage.SIGN_VERIFY })] }, "encryptionKeys has 'stack/Asymmetric', whose keySpec is RSA_2048, and EBS encrypts with symmetric keys only; leave the spec out"],
  [{ encryptionKeys: Array.from({ length: 31 }, (_, n) => ({ keyArn: KEY.replace('1234abcd', String(10000000 + n)) }) as Key) }, 'encryptionKeys has 31 keys, and no more than 30 fit into a policy'],
  [{ encryptionKeys: [Alias.fromAliasName(stackOfRefusals, 'Alias', 'alias/storage')] }, 'an alias, which IAM policies cannot name; give the key itself'],
  [{ encryptionKeys: [{ keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/*' } as Key] }, "encryptionKeys has 'arn:aws:kms:eu-west-1:111122223333:key/*', which names more keys than one; give each key itself"],
  [{ encryptionKeys: [new Key(stackOfRefusals, 'Aliased').addAlias('storage')] }, 'an alias, which IAM policies cannot name; give the key itself'],
  [{ encryptionKeys: [undefined as any] }, 'encryptionKeys is not a list of keys; give one, with keys as of Key.fromKeyArn'],
  [{ encryptionKeys: null as any }, 'encryptionKeys is not a list of keys'],
  [{ identity: undefined as any }, 'identity is not a DriverIdentity; use DriverIdentity.irsa or DriverIdentity.podIdentity'],
  [{ identity: Role.fromRoleName(stackOfRefusals, 'JustARole', 'role') as any }, 'identity is not a DriverIdentity'],
  [{ policy: 'managedV2' as any }, 'policy is not a DriverPolicy; use one of its factories, such as DriverPolicy.managedV2'],
  [{ policy: DriverPolicy.managedPolicy('arn' as any) }, "policy has the ARN 'undefined', which is not that of a policy"],
  [{ policy: DriverPolicy.customerManagedV2({ policyName: 'a b' }) }, "policyName 'a b'"],
  [{ policy: DriverPolicy.customerManagedV2({ omitStatements: Object.keys(PUBLISHED_V2) }) }, 'omitStatements leaves no statement, and a policy has one at least; leave some of them in'],
  [{ keyPolicyName: '', encryptionKeys: [{ keyArn: KEY } as Key] }, "keyPolicyName ''"],
  [{ identity: DriverIdentity.podIdentity({ permissionsBoundary: 'boundary' as any }) }, 'permissionsBoundary is not a managed policy; give one, as of ManagedPolicy.fromManagedPolicyArn'],
  [{ configuration: { controller: { replicas: 3 } } as any }, "configuration 'controller.replicas' is not a setting of the driver v1.64.0; write 'controller.replicaCount'"],
  [{ encryptionKeys: [{ keyArn: '1234abcd' } as Key] }, "encryptionKeys has '1234abcd', which is not the ARN of a key"],
  [{ identity: DriverIdentity.existingRole(Role.fromRoleName(stackOfRefusals, 'Existing', 'role')), policy: DriverPolicy.managedV2() }, "policy is given, but the role 'stack/Existing' brings its own; attach the policy to it where it is defined, and leave it out here"],
  [{ identity: DriverIdentity.nodeRole(Role.fromRoleName(stackOfRefusals, 'NodeRole', 'nodes'), { reason: 'because' }) }, 'identity is one that only the self-managed driver can have'],
  [{ identity: DriverIdentity.secret({ user: User.fromUserName(stackOfRefusals, 'User', 'user'), secretName: 'aws-secret', reason: 'because' }) }, 'identity is one that only the self-managed driver can have'],
]);

test('fails for the snapshot controller of another cluster', () => {
  const stack = newStack();
  const snapshotController = new SnapshotControllerAddon(stack, 'SnapshotController', { cluster: cluster(stack, 'Other', 'test') });
  expect(() => driverIn(stack, { snapshotController })).toThrow("stack/Driver: snapshotController 'stack/SnapshotController' is of the cluster 'test'; give that of the driver's own");
});

test('a driver that was taken out of the tree again does not stand in the way', () => {
  const stack = newStack();
  const props = { cluster: cluster(stack), identity: DriverIdentity.podIdentity() };
  new EbsCsiDriver(stack, 'Driver', props);
  stack.node.tryRemoveChild('Driver');
  expect(() => new EbsCsiDriver(stack, 'Driver', props)).not.toThrow();
});

test('fails for a key of another region', () => {
  const stack = newStack({ env: { region: 'eu-central-1' } });
  expect(() => driverIn(stack, { encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)] }))
    .toThrow(`encryptionKeys has '${KEY}' of the region eu-west-1, and the volumes are in eu-central-1; give a key of that region`);
});

test.each([
  [{ keyPolicyName: 'policy' }, "[stack/Driver] keyPolicyName 'policy' names a policy that nothing would be in; give encryptionKeys too"],
  [{ keyAccess: KeyAccess.minimal() }, '[stack/Driver] keyAccess says what may be done with keys, and there are none; give encryptionKeys too'],
])('fails at synthesis for what is said of keys that are never given (%#)', (props, message) => {
  const stack = newStack();
  driverIn(stack, props);
  expect(() => resource(stack, 'AWS::EKS::Addon')).toThrow(message);
});

test('fails with all that is wrong, at once, and leaves nothing in the stack', () => {
  const stack = newStack();
  const props = { cluster: cluster(stack), identity: DriverIdentity.irsa(provider(stack)), addonVersion: 'latest', namespace: '-' };
  expect(() => new EbsCsiDriver(stack, 'Driver', props)).toThrow('stack/Driver: 2 mistakes');
  expect(stack.node.tryFindChild('Driver')).toBeUndefined();
});

test('the templates of these tests are validated', () => {
  const stack = newStack();
  driverIn(stack, { resolveConflicts: 'BOGUS' as ResolveConflicts });
  expect(() => resource(stack, 'AWS::EKS::Addon')).toThrow(/BOGUS/);
});
