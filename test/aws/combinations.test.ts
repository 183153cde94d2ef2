import { rmSync } from 'node:fs';
import { Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import fc from 'fast-check';
import { type Combination, combinations, flawsOf, prepared } from './arbitraries';
import { deployed } from './policies/role-policies';

const SEED = 20261015;
const RUNS = 400;

/** What comes of a combination: the mistakes it is refused for, or templates, that of the driver's stack first. */
interface Outcome {
  /** One for each message of an error, with who says it. */
  readonly refusals: { readonly by: 'the constructor' | 'addEncryptionKey' | 'the synthesis'; readonly message: string }[];
  readonly templates?: any[];
  readonly brought: string[];
}

function outcomeOf(combination: Combination): Outcome {
  const { stack, brought, construct, furtherKeys } = prepared(combination);
  const refusals: Outcome['refusals'] = [];
  const attempt = <T>(by: Outcome['refusals'][number]['by'], action: () => T): T | undefined => {
    try {
      return action();
    } catch (error) {
      refusals.push({ by, message: (error as Error).message });
      return undefined;
    }
  };

  const driver = attempt('the constructor', construct);
  if (driver === undefined) expect(stack.node.tryFindChild('Driver')?.node.path).toBeUndefined();
  for (const key of driver ? furtherKeys : []) attempt('addEncryptionKey', () => driver!.addEncryptionKey(key));
  const stacks = stack.node.root.node.children.filter(Stack.isStack);
  const templates = driver && attempt('the synthesis', () => stacks.map((each) => Template.fromStack(each).toJSON()));
  rmSync(Stage.of(stack)!.outdir, { recursive: true });
  return { refusals, brought, templates };
}

/** The mistakes in the message of an error, which has to be one of this library. */
function mistakesIn({ by, message }: Outcome['refusals'][number]): string[] {
  if (by === 'the synthesis') {
    const [title, ...lines] = message.split('\n');
    expect(title).toBe('Validation failed with the following errors:');
    return lines.map((line) => {
      expect(line).toMatch(/^ {2}\[stack\/Driver\] /);
      return line.replace(/^ {2}\[stack\/Driver\] /, '');
    });
  }
  expect(message).toMatch(/^stack\/Driver: /);
  const [first, ...rest] = message.replace(/^stack\/Driver: /, '').split('\n  - ');
  if (rest.length === 0) return [first];
  expect(first).toBe(`${rest.length} mistakes`);
  return rest;
}

/** The resources of a template that the construct under test made, other than its chart, which belongs to the cluster. */
function ownResources(template: any, type: string): any[] {
  return Object.entries<any>(template.Resources).filter(([id, { Type }]) => Type === type && id.startsWith('Driver')).map(([, { Properties }]) => Properties);
}

function allResources(template: any, type: string): any[] {
  return Object.values<any>(template.Resources).filter(({ Type }) => Type === type).map(({ Properties }) => Properties);
}

/** The ways in which the driver gets at its rights. There has to be one. */
function waysOf(template: any, { kind, identity }: Combination): string[] {
  const [addon] = allResources(template, 'AWS::EKS::Addon').filter(({ AddonName }) => AddonName === 'aws-ebs-csi-driver');
  const [chart] = allResources(template, 'Custom::AWSCDK-EKS-HelmChart');
  const values = chart && JSON.stringify(deployed(chart.Values));
  const ways = {
    serviceAccountRoleArn: addon?.ServiceAccountRoleArn !== undefined,
    podIdentityAssociations: addon?.PodIdentityAssociations?.length === 1,
    annotation: /eks\.amazonaws\.com\/role-arn/.test(values),
    podIdentityAssociation: allResources(template, 'AWS::EKS::PodIdentityAssociation').length === 1,
    secret: /awsAccessSecret/.test(values),
    nodeRole: kind === 'SelfManagedEbsCsiDriver' && identity === 'nodeRole',
  };
  return Object.entries(ways).filter(([, isThere]) => isThere).map(([way]) => way);
}

/** What the longest ARN of a key may look like, and longer than the name of any cluster that the CDK makes up. */
const LONGEST_ARN = `arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/${'a'.repeat(36)}`;

function sizeOf(policyDocument: any): number {
  const isLater = (value: any) => typeof value === 'object' && value !== null && Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));
  return JSON.stringify(deployed(policyDocument), (_key, value) => isLater(value) ? LONGEST_ARN : value).replace(/\s/g, '').length;
}

/** What the policies of keys say. */
function keyPolicies(templates: any[]): any[][] {
  return templates.flatMap((template) => allResources(template, 'AWS::KMS::Key')).map(({ KeyPolicy }) => KeyPolicy.Statement);
}

/** Not what they said before the driver came. */
function isOfDriver({ Action, Principal }: any): boolean {
  return Action !== 'kms:PutKeyPolicy' && !(Action === 'kms:*' && /:root/.test(JSON.stringify(Principal)));
}

/** Whether they name the driver, or leave the matter to the IAM of its account. */
function letDriverIn({ Principal }: any): boolean {
  return Principal.AWS !== undefined && !/:(444455556666|999999999999):root/.test(JSON.stringify(Principal));
}

/** What holds for the templates of every combination. */
function judge({ templates = [], refusals, brought }: Outcome, combination: Combination): void {
  const [template] = templates;
  const text = brought.reduce((rest, arn) => rest.replaceAll(arn, ''), JSON.stringify(templates));
  expect(text).not.toMatch(/arn:aws:/);
  expect(text).not.toMatch(/creationStack|Token\[/);

  const addons = allResources(template, 'AWS::EKS::Addon').filter(({ AddonName }) => AddonName === 'aws-ebs-csi-driver');
  const charts = allResources(template, 'Custom::AWSCDK-EKS-HelmChart');
  const counts = [addons.length, charts.length, waysOf(template, combination).length];
  expect(counts).toEqual({ EbsCsiDriver: [1, 0, 1], SelfManagedEbsCsiDriver: [0, 1, 1], AutoModeBlockStorage: [0, 0, 0] }[combination.kind]);

  const isWide = combination.keyAccess === 'eksUserGuide';
  const policies = ownResources(template, 'AWS::IAM::ManagedPolicy').map(({ PolicyDocument }) => PolicyDocument);
  for (const policy of policies) {
    expect(sizeOf(policy)).toBeLessThanOrEqual(6144);
    for (const { Action, Resource } of policy.Statement) {
      if (/kms:/.test(JSON.stringify(Action))) expect(JSON.stringify(Resource)).not.toMatch(/[*?]|alias/);
      if (!isWide) expect(JSON.stringify(Action)).not.toMatch(/[*]/);
    }
  }
  expect(ownResources(template, 'AWS::IAM::Policy')).toEqual([]);
  // IAM would look for a role of that name in the account of the stack.
  if (combination.identity === 'existingRole, of another account' && combination.environment !== 'no known region' && addons.length + charts.length > 0) {
    expect(ownResources(template, 'AWS::IAM::ManagedPolicy')).toEqual([]);
  }

  for (const statements of keyPolicies(templates)) {
    for (const { Action, Principal } of statements.filter(isOfDriver)) {
      expect(JSON.stringify(Principal)).not.toMatch(/[*]/);
      if (!isWide) expect(JSON.stringify(Action)).not.toMatch(/[*]/);
    }
    // A key that was refused is not the driver's.
    if (refusals.length === 0) expect(statements.filter(letDriverIn)).not.toEqual([]);
  }

  for (const { AssumeRolePolicyDocument: trust } of ownResources(template, 'AWS::IAM::Role')) {
    const [{ Condition: { StringEquals, ...others } }] = trust.Statement;
    expect(trust.Statement).toHaveLength(1);
    expect(JSON.stringify(trust)).not.toMatch(/[*]/);
    if (/^podIdentity/.test(combination.identity)) {
      expect(Object.keys(StringEquals).sort()).toEqual(['aws:RequestTag/eks-cluster-arn', 'aws:RequestTag/kubernetes-namespace', 'aws:RequestTag/kubernetes-service-account', 'aws:SourceAccount']);
      expect(Object.values({ ...StringEquals, ...others.ArnEquals }).filter((value) => value === undefined || value === '')).toEqual([]);
      expect(Object.keys(others.ArnEquals)).toEqual(['aws:SourceArn']);
    } else {
      const [json] = ownResources(template, 'Custom::AWSCDKCfnJson').map(({ Value }) => JSON.stringify(Value));
      expect(json ?? JSON.stringify(StringEquals)).toMatch(/:aud.*sts\.amazonaws\.com.*:sub.*system:serviceaccount:.+:ebs-csi-controller-sa/);
      expect(others).toEqual({});
    }
  }
}

const seen = { refused: 0, synthesized: 0 };

/** An outcome to the letter, but for the numbers that the CDK gives to what it fills in later, which only errors show. */
function toTheLetter({ refusals, templates }: Outcome): string {
  return JSON.stringify([templates, refusals]).replace(/\$\{Token\[[^\]]*\]\}/g, 'later');
}

test(`every combination is refused in words that say what to do, or gives a template that is safe and always the same (seed ${SEED})`, () => {
  fc.assert(fc.property(combinations, (combination) => {
    const outcome = outcomeOf(combination);
    const { refusals, templates } = outcome;
    for (const mistake of refusals.flatMap(mistakesIn)) {
      expect(mistake).toMatch(/^[a-z'"]/);
      expect(mistake).toMatch(/; \S.*[^.]$/s);
    }
    if (templates === undefined) {
      expect(refusals).not.toEqual([]);
      seen.refused += 1;
    } else {
      const flaws = flawsOf(combination);
      expect(flaws.all).toEqual([]);
      expect(refusals.length).toBeGreaterThanOrEqual(flaws.furtherKeys.length);
      judge(outcome, combination);
      seen.synthesized += 1;
    }
    expect(toTheLetter(outcomeOf(combination))).toBe(toTheLetter(outcome));
  }), { seed: SEED, numRuns: RUNS });
});

test('of these combinations enough are refused, and enough give a template, for that to say something', () => {
  expect(Math.min(seen.refused, seen.synthesized)).toBeGreaterThan(RUNS / 5);
});
