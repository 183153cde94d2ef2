import { Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnAccessEntry } from 'aws-cdk-lib/aws-eks';
import { Cluster, KubectlProvider } from 'aws-cdk-lib/aws-eks-v2';
import { Role, ServicePrincipal, User } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { cluster, newStack, provider, resource } from './stack';
import { type AccessKeySecret, DriverIdentity, DriverPolicy, EbsCsiDriver, KeyAccess, SelfManagedEbsCsiDriver, type SelfManagedEbsCsiDriverProps } from '../../src';
import { refusals } from '../refusals';

const CHART = 'Custom::AWSCDK-EKS-HelmChart';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** A cluster that installs Helm charts through a provider made elsewhere. */
function helmCluster(stack: Stack) {
  const kubectlProvider = KubectlProvider.fromKubectlProviderAttributes(stack, 'Kubectl', {
    serviceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:kubectl', role: Role.fromRoleName(stack, 'KubectlRole', 'kubectl'),
  });
  return Cluster.fromClusterAttributes(stack, 'HelmCluster', { clusterName: 'prod', kubectlProvider });
}

function driverIn(stack: Stack, props: Partial<SelfManagedEbsCsiDriverProps> = {}): SelfManagedEbsCsiDriver {
  return new SelfManagedEbsCsiDriver(stack, 'Driver', { cluster: helmCluster(stack), identity: DriverIdentity.irsa(provider(stack)), ...props });
}

const valuesOf = (stack: Stack) => {
  const { Values } = resource(stack, CHART).Properties;
  return JSON.parse(typeof Values === 'string' ? Values : Values['Fn::Join'][1].map((part: any) => typeof part === 'string' ? part : Object.keys(part)[0]).join(''));
};

test("the driver's chart is installed, pinned, with the role at its service account", () => {
  const stack = newStack();
  driverIn(stack);
  expect(resource(stack, CHART).Properties).toMatchObject({
    ClusterName: 'prod',
    Release: 'aws-ebs-csi-driver',
    Chart: 'aws-ebs-csi-driver',
    Repository: 'https://kubernetes-sigs.github.io/aws-ebs-csi-driver',
    Version: '2.64.0',
    Namespace: 'kube-system',
  });
  expect(valuesOf(stack)).toEqual({
    controller: { k8sTagClusterId: 'prod', serviceAccount: { create: true, name: 'ebs-csi-controller-sa', annotations: { 'eks.amazonaws.com/role-arn': 'Fn::GetAtt' } } },
  });
});

test('every property reaches its resource', () => {
  const stack = newStack();
  const props: Required<SelfManagedEbsCsiDriverProps> = {
    cluster: helmCluster(stack),
    identity: DriverIdentity.irsa(provider(stack), { roleName: 'the-role' }),
    policy: DriverPolicy.managedV1(),
    encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)],
    keyAccess: KeyAccess.eksUserGuide(),
    keyPolicyName: 'the-policy',
    chartVersion: '2.65.0',
    namespace: 'storage',
    ec2Nodes: true,
    configuration: { controller: { replicaCount: 3 } },
    configurationValues: { controller: { serviceAccount: { automountServiceAccountToken: true } }, node: { logLevel: 5, newThing: 1 } },
    additionalConfigurationKeys: ['node.newThing'],
  };
  new SelfManagedEbsCsiDriver(stack, 'Driver', props);
  expect(resource(stack, CHART).Properties).toMatchObject({ Version: '2.65.0', Namespace: 'storage' });
  expect(valuesOf(stack)).toEqual({
    controller: {
      replicaCount: 3,
      k8sTagClusterId: 'prod',
      serviceAccount: { automountServiceAccountToken: true, create: true, name: 'ebs-csi-controller-sa', annotations: { 'eks.amazonaws.com/role-arn': 'Fn::GetAtt' } },
    },
    node: { logLevel: 5, newThing: 1 },
  });
  expect(resource(stack, 'AWS::IAM::Role').Properties.RoleName).toBe('the-role');
  expect(resource(stack, 'AWS::IAM::ManagedPolicy').Properties.ManagedPolicyName).toBe('the-policy');
});

test('the chart comes after the rights, the rights after what the driver is to come after, and what is to come after the driver after the chart', () => {
  const stack = newStack();
  const entry = (id: string) => new CfnAccessEntry(stack, id, { clusterName: 'prod', principalArn: `arn:aws:iam::111122223333:role/${id}` });
  const driver = driverIn(stack, { encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)] });
  const later = entry('Later');
  driver.node.addDependency(entry('Sooner'));
  later.node.addDependency(driver);
  const [chartId] = Object.keys(Template.fromStack(stack).findResources(CHART));
  expect(resource(stack, 'AWS::IAM::Role').DependsOn).toEqual(['Sooner']);
  expect(resource(stack, CHART).DependsOn).toEqual([expect.stringMatching(/^DriverKeyPolicy/), expect.stringMatching(/^DriverRole/)]);
  expect(Object.values<any>(Template.fromStack(stack).findResources('AWS::EKS::AccessEntry')).flatMap(({ DependsOn = [] }) => DependsOn)).toContain(chartId);
});

test('a role by Pod Identity is associated with the service account before the chart is installed, and not written on it', () => {
  const stack = newStack();
  driverIn(stack, { identity: DriverIdentity.podIdentity({ installAgent: true }) });
  expect(resource(stack, 'AWS::EKS::PodIdentityAssociation').Properties).toEqual({
    ClusterName: 'prod', Namespace: 'kube-system', ServiceAccount: 'ebs-csi-controller-sa', RoleArn: { 'Fn::GetAtt': [expect.stringMatching(/^DriverRole/), 'Arn'] },
  });
  expect(valuesOf(stack).controller.serviceAccount).not.toHaveProperty('annotations');
  expect(resource(stack, CHART).DependsOn).toEqual([
    expect.stringMatching(/^DriverPodIdentityAgent/), expect.stringMatching(/^DriverPodIdentityAssociation/), expect.stringMatching(/^DriverRole/),
  ]);
});

describe('the role of the nodes', () => {
  const nodeRole = (stack: Stack) => new Role(stack, 'NodeRole', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') });

  test("is given the driver's policy and the rights on the keys, and the service account is given no role", () => {
    const stack = newStack();
    const driver = driverIn(stack, { identity: DriverIdentity.nodeRole(nodeRole(stack), { reason: 'no OIDC provider here' }), encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)] });
    expect(resource(stack, 'AWS::IAM::Role').Properties.ManagedPolicyArns).toEqual([
      { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AmazonEBSCSIDriverPolicyV2']] },
    ]);
    expect(resource(stack, 'AWS::IAM::ManagedPolicy').Properties.Roles).toEqual([{ Ref: expect.stringMatching(/^NodeRole/) }]);
    expect(valuesOf(stack)).toEqual({ controller: { k8sTagClusterId: 'prod', serviceAccount: { create: true, name: 'ebs-csi-controller-sa' } } });
    expect(driver.roleArn).toBeUndefined();
  });

  test('needs a reason, which the template keeps', () => {
    const stack = newStack();
    driverIn(stack, { identity: DriverIdentity.nodeRole(nodeRole(stack), { reason: 'no OIDC provider here' }) });
    expect(Template.fromStack(stack).toJSON().Metadata).toEqual({ 'cdk8s-eks-storage/identity-reason of stack/Driver': 'no OIDC provider here' });
  });
});

describe('a Secret', () => {
  test('is named to the chart, and its user is given the policy and the rights on the keys', () => {
    const stack = newStack();
    const secret: Required<AccessKeySecret> = {
      user: new User(stack, 'User'), secretName: 'aws-secret', accessKeyIdKey: 'keyid', secretAccessKeyKey: 'key', reason: 'no IAM roles here',
    };
    driverIn(stack, { identity: DriverIdentity.secret(secret), encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)] });
    expect(valuesOf(stack).awsAccessSecret).toEqual({ name: 'aws-secret', keyId: 'keyid', accessKey: 'key' });
    expect(resource(stack, 'AWS::IAM::User').Properties.ManagedPolicyArns).toHaveLength(1);
    expect(resource(stack, 'AWS::IAM::ManagedPolicy').Properties).toMatchObject({ Users: [{ Ref: expect.stringMatching(/^User/) }] });
    expect(Template.fromStack(stack).toJSON().Metadata).toEqual({ 'cdk8s-eks-storage/identity-reason of stack/Driver': 'no IAM roles here' });
  });

  test('has the keys the chart looks for, where none are said', () => {
    const stack = newStack();
    driverIn(stack, { identity: DriverIdentity.secret({ user: new User(stack, 'User'), secretName: 'aws-secret', reason: 'no IAM roles here' }) });
    expect(valuesOf(stack).awsAccessSecret).toEqual({ name: 'aws-secret', keyId: 'key_id', accessKey: 'access_key' });
  });

  test('is never in the template, and neither is an access key', () => {
    const stack = newStack();
    driverIn(stack, { identity: DriverIdentity.secret({ user: new User(stack, 'User'), secretName: 'aws-secret', reason: 'no IAM roles here' }) });
    Template.fromStack(stack).resourceCountIs('AWS::IAM::AccessKey', 0);
  });
});

test('a second driver in a cluster fails, whichever way it is installed', () => {
  const stack = newStack();
  const props = { cluster: helmCluster(stack), identity: DriverIdentity.podIdentity() };
  new SelfManagedEbsCsiDriver(stack, 'Driver', props);
  for (const Driver of [SelfManagedEbsCsiDriver, EbsCsiDriver]) {
    expect(() => new Driver(stack, 'Second', props)).toThrow("stack/Second: the cluster 'stack/HelmCluster' has aws-ebs-csi-driver already, from 'stack/Driver'; a cluster takes it once");
  }
});

test('a cluster of another stack fails, since its charts are installed there', () => {
  const stack = newStack();
  const other = new Stack(stack.node.root as any, 'other');
  expect(() => new SelfManagedEbsCsiDriver(stack, 'Driver', { cluster: helmCluster(other), identity: DriverIdentity.podIdentity() }))
    .toThrow("stack/Driver: the cluster 'other/HelmCluster' is of another stack, and charts are installed in the stack of the cluster; make the driver there, or import the cluster into its stack");
});

const elsewhere = newStack();
refusals((props) => driverIn(newStack(), props), [
  [{ chartVersion: '2.57.1', policy: DriverPolicy.customerManagedClusterScoped() }, "policy is scoped to the cluster, and the driver of version '2.57.1' does not name the cluster on what it makes"],
  [{ chartVersion: 'latest' }, "chartVersion 'latest' is not the version of a chart; give one as in '2.64.0', from: helm search repo aws-ebs-csi-driver --versions"],
  [{ configurationValues: { controller: Lazy.any({ produce: () => ({}) }) } }, 'configurationValues.controller is known only later, and is written by this construct too; give its settings one by one'],
  [{ identity: DriverIdentity.secret({ user: new User(elsewhere, 'Another'), secretName: 'Bad Name', accessKeyIdKey: '', reason: 'because' }) }, 'stack/Driver: 2 mistakes'],
  [{ namespace: 'Storage' }, "namespace 'Storage' is not a name Kubernetes takes"],
  [{ configurationValues: { controllers: {} } }, 'controllers'],
  [{ cluster: cluster(elsewhere) }, "stack/Driver: the cluster 'stack/Cluster' cannot install Helm charts; give one of aws-eks or aws-eks-v2 that has a kubectl provider"],
  [{ cluster: { clusterRef: {}, node: elsewhere.node } as any }, "stack/Driver: the cluster 'stack' cannot install Helm charts"],
  [{ identity: DriverIdentity.nodeRole(new Role(elsewhere, 'Role', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') }), { reason: '' }) }, "the reason '' of DriverIdentity.nodeRole says nothing"],
  [{ identity: DriverIdentity.nodeRole(Role.fromRoleName(elsewhere, 'Imported', 'nodes'), { reason: 'because' }) }, "the role 'stack/Imported' is imported, and CloudFormation cannot attach the driver's policy to it"],
  [{ identity: DriverIdentity.secret({ user: User.fromUserName(elsewhere, 'ImportedUser', 'user'), secretName: 's', reason: 'because' }) }, "the user 'stack/ImportedUser' is imported"],
  [{ identity: DriverIdentity.secret({ user: new User(elsewhere, 'User'), secretName: '', reason: ' ' }) }, 'stack/Driver: 2 mistakes'],
]);
