import { ACCOUNT, driverRole, REGION } from './role-policies';
import { allows } from './simulator';
import { DriverIdentity, EbsCsiDriver, type EbsCsiDriverProps } from '../../../src';
import { cluster, ISSUER, newStack, provider } from '../stack';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/driver`;
const CLUSTER = `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/prod`;

function trustOf(identity: (stack: ReturnType<typeof newStack>) => DriverIdentity, props: Partial<EbsCsiDriverProps> = {}): any {
  const stack = newStack({ env: { account: ACCOUNT, region: REGION } });
  new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), identity: identity(stack), ...props });
  return driverRole(stack).AssumeRolePolicyDocument;
}

describe('IRSA', () => {
  // The simulator knows the condition keys of some issuers only; one of those stands for the cluster's. The issuer itself is the principal.
  const KNOWN = 'cognito-identity.amazonaws.com';
  const resourcePolicy = JSON.parse(JSON.stringify(trustOf((stack) => DriverIdentity.irsa(provider(stack)))).replaceAll(`"${ISSUER}:`, `"${KNOWN}:`));
  const assume = (sub: string, aud = 'sts.amazonaws.com', issuer = ISSUER) => allows(
    { resourcePolicy, principal: `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}` },
    { action: 'sts:AssumeRoleWithWebIdentity', resource: ROLE, context: { [`${KNOWN}:sub`]: sub, [`${KNOWN}:aud`]: aud } });

  const CONTROLLER = 'system:serviceaccount:kube-system:ebs-csi-controller-sa';
  test('lets the controller in', async () => expect(await assume(CONTROLLER)).toBe(true));
  test.each([
    ['another service account', 'system:serviceaccount:kube-system:default'],
    ['the nodes\' service account of the driver', 'system:serviceaccount:kube-system:ebs-csi-node-sa'],
    ['a service account of that name in another namespace', 'system:serviceaccount:team-a:ebs-csi-controller-sa'],
    ['a service account whose name begins alike', `${CONTROLLER}2`],
  ])('shuts %s out', async (_who, sub) => expect(await assume(sub)).toBe(false));
  test('shuts a token for another audience out', async () => expect(await assume(CONTROLLER, 'kubernetes.default.svc')).toBe(false));
  test('shuts a token of another cluster out', async () => expect(await assume(CONTROLLER, undefined, ISSUER.replace('ABC', 'DEF'))).toBe(false));
});

describe('Pod Identity', () => {
  const session = {
    'aws:SourceAccount': ACCOUNT,
    'aws:SourceArn': CLUSTER,
    'aws:RequestTag/eks-cluster-arn': CLUSTER,
    'aws:RequestTag/eks-cluster-name': 'prod',
    'aws:RequestTag/kubernetes-namespace': 'kube-system',
    'aws:RequestTag/kubernetes-service-account': 'ebs-csi-controller-sa',
  };
  const resourcePolicy = trustOf(() => DriverIdentity.podIdentity());
  const assume = async (change: object, principal = 'pods.eks.amazonaws.com', trust = resourcePolicy) => {
    const decide = (action: string) => allows({ resourcePolicy: trust, principal }, { action, resource: ROLE, context: { ...session, ...change } });
    return await decide('sts:AssumeRole') && decide('sts:TagSession');
  };

  test('lets the controller in', async () => expect(await assume({})).toBe(true));
  test.each([
    ['another service account', { 'aws:RequestTag/kubernetes-service-account': 'default' }],
    ['another namespace', { 'aws:RequestTag/kubernetes-namespace': 'team-a' }],
    ['another cluster', { 'aws:SourceArn': `${CLUSTER}2`, 'aws:RequestTag/eks-cluster-arn': `${CLUSTER}2` }],
    ['a cluster of that name in another region', { 'aws:SourceArn': CLUSTER.replace(REGION, 'us-east-1') }],
    ['another account', { 'aws:SourceAccount': '444455556666' }],
    ['a session whose tags say another cluster', { 'aws:RequestTag/eks-cluster-arn': `${CLUSTER}2` }],
  ])('shuts %s out', async (_who, change) => expect(await assume(change)).toBe(false));
  test('shuts every other service out', async () => expect(await assume({}, 'ec2.amazonaws.com')).toBe(false));

  test('follows the driver into another namespace', async () => {
    const trust = trustOf(() => DriverIdentity.podIdentity(), { namespace: 'storage' });
    expect(await assume({}, undefined, trust)).toBe(false);
    expect(await assume({ 'aws:RequestTag/kubernetes-namespace': 'storage' }, undefined, trust)).toBe(true);
  });
});
