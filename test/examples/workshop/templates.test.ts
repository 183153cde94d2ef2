import { App } from 'aws-cdk-lib';
import { READER } from './reader';
import { workshop } from '../../../examples/workshop/aws';
import type { Settings } from '../../../examples/workshop/settings';

function templatesFor(reader: Settings): Record<string, any> {
  const { stacks } = workshop(new App({ context: { '@aws-cdk/core:strictCfnValidateErrors': true } }), reader).synth();
  return Object.fromEntries(stacks.map(({ id, template }) => [id, template]));
}

const templates = templatesFor(READER);
const of = (template: any, type: string): [string, any][] => Object.entries<any>(template.Resources).filter(([, { Type }]) => Type === type);
const one = (template: any, type: string): any => {
  expect(of(template, type)).toHaveLength(1);
  return of(template, type)[0][1];
};
const addon = (template: any, name: string) => of(template, 'AWS::EKS::Addon').find(([, { Properties }]) => Properties.AddonName === name)!;

const ISSUER = 'oidc.eks.ap-northeast-2.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';

/** The role of F2, among those that functions have. */
const driverRole = (template: any) => of(template, 'AWS::IAM::Role').map(([, role]) => role.Properties).find(({ RoleName }) => RoleName === 'AmazonEKS_EBS_CSI_DriverRole');

test("F1: an OIDC provider for the cluster's issuer", () => {
  expect(one(templates.storage, 'AWS::IAM::OIDCProvider').Properties).toMatchObject({ Url: `https://${ISSUER}`, ClientIdList: ['sts.amazonaws.com'] });
});

test('F1, the other choice: a provider that exists, named by its ARN', () => {
  const { storage } = templatesFor({ ...READER, importOidcProvider: true });
  expect(of(storage, 'AWS::IAM::OIDCProvider')).toEqual([]);
  expect(JSON.stringify(driverRole(storage).AssumeRolePolicyDocument.Statement[0].Principal)).toContain(`:oidc-provider/${ISSUER}`);
});

test.each(['storage', 'storage-update', 'self-managed'])("F2: the role, for the driver's service account alone (%s)", (id) => {
  const { AssumeRolePolicyDocument, ManagedPolicyArns } = driverRole(templates[id]);
  expect(AssumeRolePolicyDocument.Statement).toEqual([{
    Effect: 'Allow',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: { Ref: expect.stringMatching(/^OidcProvider/) } },
    Condition: {
      StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:sub`]: 'system:serviceaccount:kube-system:ebs-csi-controller-sa' },
    },
  }]);
  expect(ManagedPolicyArns).toEqual([{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AmazonEBSCSIDriverPolicyV2']] }]);
});

test('F3: the rights on the key, in the form of the EKS user guide', () => {
  const { Properties } = one(templates.storage, 'AWS::IAM::ManagedPolicy');
  const Resource = [{ 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] }];
  expect(Properties).toMatchObject({
    ManagedPolicyName: 'KMS_Key_For_Encryption_On_EBS_Policy',
    Roles: [{ Ref: expect.stringMatching(/^EbsCsiDriverRole/) }],
    PolicyDocument: {
      Statement: [
        { Effect: 'Allow', Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'], Resource, Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
        { Effect: 'Allow', Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'], Resource },
      ],
    },
  });
});

test('F4: the add-on, with this role, after the snapshot kinds, overwriting conflicts', () => {
  const [, { Properties, DependsOn }] = addon(templates.storage, 'aws-ebs-csi-driver');
  expect(Properties).toEqual({
    AddonName: 'aws-ebs-csi-driver',
    ClusterName: 'eksworkshop',
    ResolveConflicts: 'OVERWRITE',
    ServiceAccountRoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^EbsCsiDriverRole/), 'Arn'] },
  });
  expect(DependsOn).toContain(addon(templates.storage, 'snapshot-controller')[0]);
});

test('F4: the update pins the version, and that is all it does', () => {
  const withoutPaths = (template: any) => JSON.parse(JSON.stringify(template, (key, value) => key === 'Metadata' ? undefined : value));
  const expected = withoutPaths(templates.storage);
  expected.Resources[addon(templates.storage, 'aws-ebs-csi-driver')[0]].Properties.AddonVersion = 'v1.23.1-eksbuild.1';
  expect(withoutPaths(templates['storage-update'])).toEqual(expected);
});

test('F5: a new key, rotated, or one that exists', () => {
  expect(one(templates.storage, 'AWS::KMS::Key').Properties.EnableKeyRotation).toBe(true);
  const { storage } = templatesFor({ ...READER, kmsKeyArn: READER.classKeyArn });
  expect(of(storage, 'AWS::KMS::Key')).toEqual([]);
  expect(one(storage, 'AWS::IAM::ManagedPolicy').Properties.PolicyDocument.Statement[0].Resource).toEqual([READER.classKeyArn]);
});

test('F6: the driver from its Helm chart, with the same role', () => {
  expect(driverRole(templates['self-managed'])).toEqual(driverRole(templates.storage));
  const { Properties } = one(templates['self-managed'], 'Custom::AWSCDK-EKS-HelmChart');
  expect(Properties).toMatchObject({ Chart: 'aws-ebs-csi-driver', Namespace: 'kube-system' });
  expect(JSON.stringify(Properties.Values)).toContain('eks.amazonaws.com/role-arn');
  expect(of(templates['self-managed'], 'AWS::EKS::Addon')).toEqual([]);
});

test('F7: the other two ways, each with the reason it asks for', () => {
  const values = (id: string) => JSON.parse(one(templates[id], 'Custom::AWSCDK-EKS-HelmChart').Properties.Values);
  for (const id of ['node-role', 'secret']) {
    expect(driverRole(templates[id])).toBeUndefined();
    expect(JSON.stringify(values(id))).not.toContain('role-arn');
    expect(Object.values(templates[id].Metadata)).toEqual([expect.stringContaining('gives away')]);
  }
  expect(values('secret').awsAccessSecret).toEqual({ name: 'aws-secret', keyId: 'keyid', accessKey: 'key' });
  expect(of(templates['node-role'], 'AWS::IAM::Role').some(([id, { Properties }]) => id.startsWith('NodeRole')
    && JSON.stringify(Properties.ManagedPolicyArns).includes('AmazonEBSCSIDriverPolicyV2'))).toBe(true);
});

test('nothing names a partition, and nobody but the key is open to all', () => {
  for (const template of Object.values(templates)) {
    expect(JSON.stringify(template)).not.toMatch(/arn:aws[:-]/);
    for (const [, { Properties }] of of(template, 'AWS::IAM::ManagedPolicy')) {
      for (const statement of Properties.PolicyDocument.Statement) expect(statement.Resource).not.toContain('*');
    }
  }
});
