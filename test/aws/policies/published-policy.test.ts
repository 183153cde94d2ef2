import { fingerprint } from './fingerprint';
import { PUBLISHED_CLUSTER_SCOPED, PUBLISHED_V1, PUBLISHED_V2 } from './published-fingerprints';
import { publishedV1 } from './published-v1';
import { deployed, rolePolicies } from './role-policies';
import { DriverIdentity, DriverPolicy, EbsCsiDriver } from '../../../src';
import { cluster, newStack, provider, resource } from '../stack';

function statementsOf(policy: DriverPolicy): any[] {
  const stack = newStack();
  new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), identity: DriverIdentity.irsa(provider(stack)), policy });
  return deployed(resource(stack, 'AWS::IAM::ManagedPolicy').Properties.PolicyDocument.Statement);
}

const bySid = (statements: any[]) => Object.fromEntries(statements.map((statement) => [statement.Sid, fingerprint(statement)]));

test('the statements of customerManagedV2 are those that AWS publishes, each of them and no other', () => {
  expect(bySid(statementsOf(DriverPolicy.customerManagedV2()))).toEqual(PUBLISHED_V2);
});

test('the statements of customerManagedClusterScoped are those that AWS publishes, with the name of the cluster where they ask for a session tag', () => {
  const statements = JSON.parse(JSON.stringify(statementsOf(DriverPolicy.customerManagedClusterScoped())).replaceAll('"prod"', '"${aws:PrincipalTag/eks-cluster-name}"'));
  expect(bySid(statements)).toEqual(PUBLISHED_CLUSTER_SCOPED);
});

test('the tests know V1 as AWS publishes it', () => {
  expect(fingerprint((publishedV1() as any).Statement)).toBe(PUBLISHED_V1);
});

test('the tests know what is behind each policy of AWS that a template names, and nothing else', () => {
  const stack = newStack();
  const policy = DriverPolicy.managedPolicy({ managedPolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' } as any);
  new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), identity: DriverIdentity.irsa(provider(stack)), policy });
  expect(() => rolePolicies(stack)).toThrow('no policy of AWS is known here under arn:aws:iam::aws:policy/AdministratorAccess');
});

test('statements can be left out by their names', () => {
  const omitStatements = ['CopyCSIMigratedVolumes', 'ManageCSIMigratedVolumes'];
  const sids = statementsOf(DriverPolicy.customerManagedV2({ omitStatements })).map(({ Sid }) => Sid);
  expect(sids).toEqual(Object.keys(PUBLISHED_V2).filter((sid) => !omitStatements.includes(sid)));
});

test.each([DriverPolicy.customerManagedV2(), DriverPolicy.customerManagedClusterScoped()])('no ARN has a literal partition (%#)', (policy) => {
  const stack = newStack();
  new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), identity: DriverIdentity.irsa(provider(stack)), policy });
  expect(JSON.stringify(resource(stack, 'AWS::IAM::ManagedPolicy'))).not.toContain('arn:aws');
});
