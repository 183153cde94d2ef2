import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { CfnAddon, CfnCluster, Cluster as ClusterV1 } from 'aws-cdk-lib/aws-eks';
import { Cluster as ClusterV2, OidcProviderNative } from 'aws-cdk-lib/aws-eks-v2';
import { ManagedPolicy, OpenIdConnectProvider, Role, User } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { cluster, ISSUER, newStack, provider, resource, resources } from './stack';
import { DriverIdentity, DriverPolicy, EbsCsiDriver, type EbsCsiDriverProps, KeyAccess, ResolveConflicts } from '../../src';
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
  const props: Required<EbsCsiDriverProps> = {
    cluster: cluster(stack),
    identity: DriverIdentity.irsa(provider(stack), { roleName: 'the-role' }),
    policy: DriverPolicy.managedV1(),
    encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)],
    keyAccess: KeyAccess.eksUserGuide(),
    keyPolicyName: 'the-policy',
    addonVersion: 'v1.66.0-eksbuild.1',
    resolveConflicts: ResolveConflicts.PRESERVE,
    preserveOnDelete: true,
    configurationValues: { controller: { replicaCount: 3 } },
  };
  new EbsCsiDriver(stack, 'Driver', props);
  expect(resource(stack, 'AWS::EKS::Addon').Properties).toMatchObject({
    AddonVersion: 'v1.66.0-eksbuild.1',
    ResolveConflicts: 'PRESERVE',
    PreserveOnDelete: true,
    ConfigurationValues: '{"controller":{"replicaCount":3}}',
  });
  expect(resource(stack, 'AWS::IAM::Role').Properties).toMatchObject({
    RoleName: 'the-role',
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

test('it comes after what it is told to come after', () => {
  const stack = newStack();
  const driver = driverIn(stack);
  driver.node.addDependency(new CfnAddon(stack, 'SnapshotController', { clusterName: 'prod', addonName: 'snapshot-controller' }));
  const addon = resources(stack, 'AWS::EKS::Addon').find(({ Properties }) => Properties.AddonName === 'aws-ebs-csi-driver');
  expect(addon.DependsOn).toContain('SnapshotController');
});

test('values that the CDK fills in later are taken as they are', () => {
  const stack = newStack();
  const text = (id: string) => new CfnParameter(stack, id).valueAsString;
  driverIn(stack, { addonVersion: text('Version'), encryptionKeys: [Key.fromKeyArn(stack, 'Key', `arn:aws:kms:eu-west-1:111122223333:key/${text('KeyId')}`)], configurationValues: { region: stack.region } });
  expect(resource(stack, 'AWS::EKS::Addon').Properties).toMatchObject({
    AddonVersion: { Ref: 'Version' },
    ConfigurationValues: { 'Fn::Join': ['', ['{"region":"', { Ref: 'AWS::Region' }, '"}']] },
  });
});

const stackOfRefusals = newStack();
refusals((props) => driverIn(newStack(), props), [
  [{ addonVersion: '1.66.0' }, "stack/Driver: addonVersion '1.66.0' is not the version of an add-on; give one as in 'v1.66.0-eksbuild.1'"],
  [{ keyPolicyName: 'policy' }, "keyPolicyName 'policy' names a policy that nothing would be in; give encryptionKeys too"],
  [{ keyAccess: KeyAccess.minimal() }, 'keyAccess says what may be done with keys, and there are none; give encryptionKeys too'],
  [{ encryptionKeys: [Alias.fromAliasName(stackOfRefusals, 'Alias', 'alias/storage')] }, 'an alias, which IAM policies cannot name; give the key itself'],
  [{ encryptionKeys: [{ keyArn: '1234abcd' } as Key] }, "encryptionKeys has '1234abcd', which is not the ARN of a key"],
  [{ identity: DriverIdentity.existingRole(Role.fromRoleName(stackOfRefusals, 'Existing', 'role')), policy: DriverPolicy.managedV2() }, "policy is given, but the role 'stack/Existing' brings its own; attach the policy to it where it is defined, and leave it out here"],
  [{ identity: DriverIdentity.nodeRole(Role.fromRoleName(stackOfRefusals, 'NodeRole', 'nodes'), { reason: 'because' }) }, 'identity is one that only the self-managed driver can have'],
  [{ identity: DriverIdentity.secret({ user: User.fromUserName(stackOfRefusals, 'User', 'user'), secretName: 'aws-secret', reason: 'because' }) }, 'identity is one that only the self-managed driver can have'],
]);

test('fails with all that is wrong, at once, and leaves nothing in the stack', () => {
  const stack = newStack();
  const props = { cluster: cluster(stack), identity: DriverIdentity.irsa(provider(stack)), addonVersion: 'latest', keyPolicyName: 'policy' };
  expect(() => new EbsCsiDriver(stack, 'Driver', props)).toThrow('stack/Driver: 2 mistakes');
  expect(stack.node.tryFindChild('Driver')).toBeUndefined();
});

test('the templates of these tests are validated', () => {
  const stack = newStack();
  driverIn(stack, { resolveConflicts: 'BOGUS' as ResolveConflicts });
  expect(() => resource(stack, 'AWS::EKS::Addon')).toThrow(/BOGUS/);
});
