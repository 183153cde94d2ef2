import { ACCOUNT, REGION } from './role-policies';
import { allowsAll } from './simulator';
import { ISSUER } from '../stack';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/driver`;
const CLUSTER = `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/prod`;

/** Somebody who tries to become the driver, told by how he differs from its controller. */
interface Attempt<T> {
  readonly who: string;
  readonly differs: T;
  readonly allowed?: true;
}

interface Token {
  readonly sub?: string;
  readonly aud?: string;
  readonly issuer?: string;
}

const CONTROLLER = 'system:serviceaccount:kube-system:ebs-csi-controller-sa';

export const IRSA_ATTEMPTS: Attempt<Token>[] = [
  { who: "the driver's controller", differs: {}, allowed: true },
  { who: 'another service account of the namespace', differs: { sub: 'system:serviceaccount:kube-system:default' } },
  { who: "the service account of the driver's node Pods", differs: { sub: 'system:serviceaccount:kube-system:ebs-csi-node-sa' } },
  { who: 'a service account of that name in another namespace', differs: { sub: 'system:serviceaccount:team-a:ebs-csi-controller-sa' } },
  { who: 'a service account whose name begins alike', differs: { sub: `${CONTROLLER}2` } },
  { who: 'the controller with a token for another audience', differs: { aud: 'kubernetes.default.svc' } },
  { who: 'the controller of another cluster', differs: { issuer: ISSUER.replace('ABC', 'DEF') } },
];

/** The simulator knows the condition keys of some issuers only; one of those stands for the cluster's. The issuer itself is the principal. */
const KNOWN_ISSUER = 'cognito-identity.amazonaws.com';

export function irsaAllows(trust: object, { sub = CONTROLLER, aud = 'sts.amazonaws.com', issuer = ISSUER }: Token): Promise<boolean> {
  const resourcePolicy = JSON.parse(JSON.stringify(trust).replaceAll(`"${ISSUER}:`, `"${KNOWN_ISSUER}:`));
  return allowsAll({ resourcePolicy, principal: `arn:aws:iam::${ACCOUNT}:oidc-provider/${issuer}` }, [
    { action: 'sts:AssumeRoleWithWebIdentity', resource: ROLE, context: { [`${KNOWN_ISSUER}:sub`]: sub, [`${KNOWN_ISSUER}:aud`]: aud } },
  ]);
}

interface Session {
  readonly principal?: string;
  readonly context?: { [key: string]: string };
}

export const POD_IDENTITY_ATTEMPTS: Attempt<Session>[] = [
  { who: "the driver's controller", differs: {}, allowed: true },
  { who: 'another service account of the namespace', differs: { context: { 'aws:RequestTag/kubernetes-service-account': 'default' } } },
  { who: 'a service account of that name in another namespace', differs: { context: { 'aws:RequestTag/kubernetes-namespace': 'team-a' } } },
  { who: 'the controller of another cluster', differs: { context: { 'aws:SourceArn': `${CLUSTER}2`, 'aws:RequestTag/eks-cluster-arn': `${CLUSTER}2` } } },
  { who: 'the controller of a cluster of that name in another region', differs: { context: { 'aws:SourceArn': CLUSTER.replace(REGION, 'us-east-1') } } },
  { who: 'another account', differs: { context: { 'aws:SourceAccount': '444455556666' } } },
  { who: 'a session that is tagged with another cluster', differs: { context: { 'aws:RequestTag/eks-cluster-arn': `${CLUSTER}2` } } },
  { who: 'another service of AWS', differs: { principal: 'ec2.amazonaws.com' } },
];

export function podIdentityAllows(resourcePolicy: object, { principal = 'pods.eks.amazonaws.com', context }: Session): Promise<boolean> {
  const session = {
    'aws:SourceAccount': ACCOUNT,
    'aws:SourceArn': CLUSTER,
    'aws:RequestTag/eks-cluster-arn': CLUSTER,
    'aws:RequestTag/eks-cluster-name': 'prod',
    'aws:RequestTag/kubernetes-namespace': 'kube-system',
    'aws:RequestTag/kubernetes-service-account': 'ebs-csi-controller-sa',
    ...context,
  };
  return allowsAll({ resourcePolicy, principal }, ['sts:AssumeRole', 'sts:TagSession'].map((action) => ({ action, resource: ROLE, context: session })));
}
