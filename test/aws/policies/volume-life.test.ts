import { rolePolicies } from './role-policies';
import { allowsAll } from './simulator';
import { VOLUME_LIFE } from './volume-life';
import { DriverIdentity, DriverPolicy, EbsCsiDriver } from '../../../src';
import { cluster, newStack } from '../stack';

/** Each type of policy, whether AWS keeps it or the account. The column of the table says what it has to allow. */
const POLICIES: [string, DriverPolicy, keyof typeof VOLUME_LIFE[number]['allowed']][] = [
  ['managedV1', DriverPolicy.managedV1(), 'managedV1'],
  ['managedV2', DriverPolicy.managedV2(), 'managedV2'],
  ['customerManagedV2', DriverPolicy.customerManagedV2(), 'managedV2'],
  ['clusterScoped', DriverPolicy.clusterScoped(), 'clusterScoped'],
  ['customerManagedClusterScoped', DriverPolicy.customerManagedClusterScoped(), 'clusterScoped'],
];

describe.each(POLICIES)('%s', (_name, policy, type) => {
  let policies: any[];

  beforeAll(() => {
    const stack = newStack();
    new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), identity: DriverIdentity.podIdentity(), policy });
    policies = rolePolicies(stack);
  });

  test.each(VOLUME_LIFE.map(({ call, decisions, allowed }) => ({ verb: allowed[type] ? 'allows to' : 'denies to', call, decisions, allowed: allowed[type] })))('$verb $call', async ({ decisions, allowed }) => {
    // Pod Identity puts the cluster's name on the session.
    const inSession = decisions.map((decision) => ({ ...decision, context: { ...decision.context, 'aws:PrincipalTag/eks-cluster-name': 'prod' } }));
    expect(await allowsAll({ policies }, inSession)).toBe(allowed);
  });
});

test('clusterScoped allows nothing without the session tag of Pod Identity, which is why other identities are refused', async () => {
  const stack = newStack();
  new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), identity: DriverIdentity.podIdentity(), policy: DriverPolicy.clusterScoped() });
  const creates = VOLUME_LIFE.find(({ call }) => call === 'create a volume')!;
  expect(await allowsAll({ policies: rolePolicies(stack) }, creates.decisions)).toBe(false);
});
