import { type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { folded, json, table, yesOrNo } from './sections';
import { AutoModeBlockStorage, DriverIdentity, DriverPolicy, EbsCsiDriver, type EbsCsiDriverProps, KeyAccess } from '../../src';
import { KEY_ACCESS_TYPES, KEY_CALLS, LEAVES_IT_TO_IAM } from '../aws/policies/key-calls';
import { ACCOUNT, driverRole, REGION, rolePolicies } from '../aws/policies/role-policies';
import { allows, allowsAll } from '../aws/policies/simulator';
import { IRSA_ATTEMPTS, irsaAllows, POD_IDENTITY_ATTEMPTS, podIdentityAllows } from '../aws/policies/trust-attempts';
import { VOLUME_LIFE } from '../aws/policies/volume-life';
import { cluster, newStack, provider } from '../aws/stack';

const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** What docs/permissions.md shows: what is synthesized, and what the simulator says of it. */
export async function permissionsSections(): Promise<{ [name: string]: string }> {
  const irsa = driverIn((stack) => ({ identity: DriverIdentity.irsa(provider(stack)) }));
  const podIdentity = driverIn(() => ({ identity: DriverIdentity.podIdentity() }));
  return {
    'IRSA template': json(template(irsa)),
    'IRSA trust': table(['who', 'may be the driver'], await rows(IRSA_ATTEMPTS, async ({ who, differs }) => [who, await irsaAllows(trustOf(irsa), differs)])),
    'Pod Identity template': json(template(podIdentity)),
    'Pod Identity trust': table(['who', 'may be the driver'], await rows(POD_IDENTITY_ATTEMPTS, async ({ who, differs }) => [who, await podIdentityAllows(trustOf(podIdentity), differs)])),
    'existing role template': json(template(driverIn((stack) => ({ identity: DriverIdentity.existingRole(Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${ACCOUNT}:role/existing`)) })))),
    'policies': Object.entries(POLICIES).map(([name, policy]) => folded(`<code>DriverPolicy.${name}()</code>`, policiesOf(policy))).join('\n\n'),
    'volume life': await volumeLife(),
    'key access': KEY_ACCESS_TYPES.map((type) => folded(`<code>KeyAccess.${type}()</code>`, keyPolicies(type))).join('\n\n'),
    'key calls': await keyCalls(),
    'Auto Mode template': json(template(autoMode())),
  };
}

const POLICIES = {
  managedV2: DriverPolicy.managedV2(),
  customerManagedV2: DriverPolicy.customerManagedV2(),
  clusterScoped: DriverPolicy.clusterScoped(),
  customerManagedClusterScoped: DriverPolicy.customerManagedClusterScoped(),
  managedV1: DriverPolicy.managedV1(),
};

function driverIn(props: (stack: Stack) => Omit<EbsCsiDriverProps, 'cluster'>): Stack {
  const stack = newStack({ env: { account: ACCOUNT, region: REGION } });
  new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), ...props(stack) });
  return stack;
}

function autoMode(): Stack {
  const stack = newStack({ env: { account: ACCOUNT, region: REGION } });
  const clusterRole = Role.fromRoleName(stack, 'ClusterRole', 'AmazonEKSAutoClusterRole');
  new AutoModeBlockStorage(stack, 'Storage', { cluster: cluster(stack), clusterRole, encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)] });
  return stack;
}

function template(stack: Stack): object {
  return Template.fromStack(stack).toJSON().Resources;
}

function trustOf(stack: Stack): object {
  return driverRole(stack).AssumeRolePolicyDocument;
}

function policiesOf(policy: DriverPolicy): object {
  return rolePolicies(driverIn(() => ({ identity: DriverIdentity.podIdentity(), policy })))[0];
}

function keyPolicies(type: typeof KEY_ACCESS_TYPES[number]): object {
  return rolePolicies(driverIn((stack) => ({ identity: DriverIdentity.podIdentity(), encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY)], keyAccess: KeyAccess[type]() })))[0];
}

async function volumeLife(): Promise<string> {
  const session = { 'aws:PrincipalTag/eks-cluster-name': 'prod' };
  const documents = Object.values(POLICIES).map(policiesOf);
  return table(['to', ...Object.keys(POLICIES).map((name) => `\`${name}\``)], await rows(VOLUME_LIFE, async ({ call, decisions }) => {
    const inSession = decisions.map((each) => ({ ...each, context: { ...each.context, ...session } }));
    return [call, ...await Promise.all(documents.map((policy) => allowsAll({ policies: [policy] }, inSession)))];
  }));
}

async function keyCalls(): Promise<string> {
  const documents = KEY_ACCESS_TYPES.map(keyPolicies);
  return table(['to', ...KEY_ACCESS_TYPES.map((type) => `\`${type}\``)], await rows(KEY_CALLS, async ({ call, action, context, key }) => {
    const resource = key === 'another' ? KEY.replace('1234abcd', '99999999') : KEY;
    const decide = (policy: object) => allows({ policies: [policy], resourcePolicy: LEAVES_IT_TO_IAM }, { action, resource, context });
    return [call, ...await Promise.all(documents.map(decide))];
  }));
}

async function rows<T>(items: T[], row: (item: T) => Promise<(string | boolean)[]>): Promise<string[][]> {
  return Promise.all(items.map(async (item) => (await row(item)).map((cell) => typeof cell === 'boolean' ? yesOrNo(cell) : cell)));
}
