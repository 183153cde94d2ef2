import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AccountPrincipal, type CfnManagedPolicy, PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { KEY_ACCESS_TYPES, KEY_CALLS, LEAVES_IT_TO_IAM } from './key-calls';
import { ACCOUNT, deployed, REGION, rolePolicies } from './role-policies';
import { allows } from './simulator';
import { DriverIdentity, EbsCsiDriver, type EbsCsiDriverProps, KeyAccess } from '../../../src';
import { cluster, newStack, provider, resource, resources } from '../stack';

const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const ANOTHER_KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/99999999-12ab-34cd-56ef-1234567890ab`;
const DRIVER = `arn:aws:iam::${ACCOUNT}:role/driver`;

function driverIn(stack: Stack, key: IKey, props: Partial<EbsCsiDriverProps> = {}) {
  return new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), identity: DriverIdentity.irsa(provider(stack)), encryptionKeys: [key], ...props });
}

describe.each(KEY_ACCESS_TYPES)('KeyAccess.%s', (type) => {
  let policies: any[];
  beforeAll(() => {
    const stack = newStack();
    driverIn(stack, Key.fromKeyArn(stack, 'Key', KEY), { keyAccess: KeyAccess[type]() });
    policies = rolePolicies(stack);
  });

  test.each(KEY_CALLS.map((each) => ({ verb: each.allowed[type] ? 'allows to' : 'denies to', ...each })))('$verb $call', async ({ action, context, key, allowed }) => {
    expect(await allows({ policies, resourcePolicy: LEAVES_IT_TO_IAM }, { action, resource: key === 'another' ? ANOTHER_KEY : KEY, context })).toBe(allowed[type]);
  });
});

const creates = { action: 'kms:GenerateDataKeyWithoutPlaintext', resource: KEY, context: { 'kms:ViaService': `ec2.${REGION}.amazonaws.com` } };

/** The policy of a key in a template, as KMS would see it. */
function keyPolicy(stack: Stack): any {
  return JSON.parse(JSON.stringify(deployed(resource(stack, 'AWS::KMS::Key').Properties.KeyPolicy)).replace(/\{"Fn::GetAtt":\["DriverRole[^\]]*\]\}/g, `"${DRIVER}"`));
}

describe('the policy of a key', () => {
  test('is left as it is where it leaves the matter to IAM, as that of a new key does', () => {
    const stack = newStack();
    new Key(stack, 'Untouched');
    const untouched = resource(stack, 'AWS::KMS::Key').Properties.KeyPolicy;
    const other = newStack();
    driverIn(other, new Key(other, 'Untouched'));
    expect(resource(other, 'AWS::KMS::Key').Properties.KeyPolicy).toEqual(untouched);
  });

  test('is extended for the driver\'s role where it does not, and then the driver can use the key', async () => {
    const stack = newStack();
    const key = () => new Key(stack, 'Key', { policy: PolicyDocument.fromJson({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/security` }, Action: ['kms:PutKeyPolicy', 'kms:DescribeKey'], Resource: '*' }] }) });
    driverIn(stack, key());
    const policies = JSON.parse(JSON.stringify(rolePolicies(stack)).replace(/\{"Fn::GetAtt":\["Key[^\]]*\]\}/g, `"${KEY}"`));
    const holder = { policies, resourcePolicy: keyPolicy(stack), principal: DRIVER };
    expect(await allows(holder, creates)).toBe(true);
    const { Version, Statement } = keyPolicy(stack);
    expect(await allows({ ...holder, resourcePolicy: { Version, Statement: Statement.slice(0, 1) } }, creates)).toBe(false);
    expect(await allows({ ...holder, policies: [], principal: `arn:aws:iam::${ACCOUNT}:role/somebody` }, creates)).toBe(false);
    expect(Statement.slice(1).map(({ Principal }: any) => Principal)).toEqual([{ AWS: DRIVER }, { AWS: DRIVER }]);
  });

  test('of another stack names the account, since to name the role would make each stack wait for the other', () => {
    const app = new App();
    const env = { account: ACCOUNT, region: REGION };
    const keys = new Stack(app, 'keys', { env });
    const key = new Key(keys, 'Key', { policy: new PolicyDocument({ minimize: false }) });
    const stack = new Stack(app, 'stack', { env });
    driverIn(stack, key);
    expect(() => app.synth()).not.toThrow();
    const [viaEc2, grants] = resource(keys, 'AWS::KMS::Key').Properties.KeyPolicy.Statement;
    expect(deployed(viaEc2)).toMatchObject({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Condition: { StringEquals: { 'kms:ViaService': `ec2.${REGION}.amazonaws.com` } } });
    expect(grants).toMatchObject({ Action: 'kms:CreateGrant', Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } });
  });

  test('of another account has to be changed there, which addToKeyPolicy does, and the driver says so', async () => {
    const key444 = KEY.replace(ACCOUNT, '444455556666');
    const stack = newStack({ env: { account: ACCOUNT, region: REGION } });
    driverIn(stack, Key.fromKeyArn(stack, 'Key', key444));
    Annotations.fromStack(stack).hasWarning('/stack/Driver', Match.stringLikeRegexp('is of another account, where its policy has to allow this driver too; call KeyAccess.addToKeyPolicy'));

    const owner = newStack({ env: { account: '444455556666', region: REGION } });
    KeyAccess.minimal().addToKeyPolicy(new Key(owner, 'Key'), new AccountPrincipal(ACCOUNT));
    const resourcePolicy = keyPolicy(owner);
    const holder = { policies: rolePolicies(stack), principal: DRIVER };
    expect(await allows({ ...holder, resourcePolicy }, { ...creates, resource: key444 })).toBe(true);
    const { Version, Statement } = resourcePolicy;
    expect(await allows({ ...holder, resourcePolicy: { Version, Statement: Statement.slice(0, 1) } }, { ...creates, resource: key444 })).toBe(false);
  });

  test('of an imported key cannot be changed', () => {
    const stack = newStack();
    expect(() => KeyAccess.minimal().addToKeyPolicy(Key.fromKeyArn(stack, 'Key', KEY), new AccountPrincipal(ACCOUNT)))
      .toThrow('stack/Key: the key is imported, and its policy cannot be changed from here; call this where the key is defined');
  });
});

describe('addEncryptionKey', () => {
  test('adds to what was given', () => {
    const stack = newStack();
    const driver = driverIn(stack, Key.fromKeyArn(stack, 'Key', KEY));
    driver.addEncryptionKey(Key.fromKeyArn(stack, 'Another', ANOTHER_KEY));
    driver.addEncryptionKey(Key.fromKeyArn(stack, 'Again', KEY));
    expect(resource(stack, 'AWS::IAM::ManagedPolicy').Properties.PolicyDocument.Statement[0].Resource).toEqual([KEY, ANOTHER_KEY]);
  });

  test('adds to a policy that somebody has looked at already', () => {
    const stack = newStack();
    const driver = driverIn(stack, Key.fromKeyArn(stack, 'Key', KEY));
    const keys = () => stack.resolve((driver.node.findChild('KeyPolicy') as CfnManagedPolicy).policyDocument).Statement[1].Resource;
    expect(keys()).toEqual([KEY]);
    driver.addEncryptionKey(Key.fromKeyArn(stack, 'Another', ANOTHER_KEY));
    expect(keys()).toEqual([KEY, ANOTHER_KEY]);
  });

  test('gives the first rights, before the driver starts', () => {
    const stack = newStack();
    const driver = driverIn(stack, Key.fromKeyArn(stack, 'Key', KEY), { encryptionKeys: undefined, keyAccess: KeyAccess.eksUserGuide(), keyPolicyName: 'keys' });
    driver.addEncryptionKey(new Key(stack, 'New'));
    expect(resource(stack, 'AWS::IAM::ManagedPolicy').Properties).toMatchObject({ ManagedPolicyName: 'keys', PolicyDocument: { Statement: [{ Resource: [expect.anything()] }, {}] } });
    expect(resource(stack, 'AWS::EKS::Addon').DependsOn).toEqual([expect.stringMatching(/^DriverKeyPolicy/)]);
  });

  test('refuses what encryptionKeys refuses, and more keys than fit', () => {
    const stack = newStack();
    const driver = driverIn(stack, Key.fromKeyArn(stack, 'Key', KEY));
    const key = (n: number) => ({ keyArn: KEY.replace('1234abcd', String(10000000 + n)), node: { path: 'stack/One' } }) as IKey;
    expect(() => driver.addEncryptionKey({ keyArn: 'alias' } as IKey)).toThrow("stack/Driver: encryptionKeys has 'alias', which is not the ARN of a key");
    for (let n = 0; n < 29; n++) driver.addEncryptionKey(Key.fromKeyArn(stack, `Key${n}`, key(n).keyArn));
    expect(() => driver.addEncryptionKey(key(29))).toThrow("stack/Driver: no more than 30 keys fit into a policy; leave out 'stack/One'");
    const [policy] = resources(stack, 'AWS::IAM::ManagedPolicy');
    expect(JSON.stringify(deployed(policy.Properties.PolicyDocument)).length).toBeLessThan(6144);
  });
});
