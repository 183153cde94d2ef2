import { type Stack } from 'aws-cdk-lib';
import { ACCOUNT, driverRole, REGION } from './role-policies';
import { IRSA_ATTEMPTS, irsaAllows, POD_IDENTITY_ATTEMPTS, podIdentityAllows } from './trust-attempts';
import { DriverIdentity, EbsCsiDriver, type EbsCsiDriverProps } from '../../../src';
import { cluster, newStack, provider } from '../stack';

function trustOf(identity: (stack: Stack) => DriverIdentity, props: Partial<EbsCsiDriverProps> = {}): object {
  const stack = newStack({ env: { account: ACCOUNT, region: REGION } });
  new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), identity: identity(stack), ...props });
  return driverRole(stack).AssumeRolePolicyDocument;
}

const withVerb = <T extends { allowed?: true }>(attempts: T[]) => attempts.map((each) => ({ verb: each.allowed ? 'lets in' : 'shuts out', ...each }));

describe('IRSA', () => {
  const irsa = trustOf((stack) => DriverIdentity.irsa(provider(stack)));

  test.each(withVerb(IRSA_ATTEMPTS))('$verb $who', async ({ differs, allowed = false }) => {
    expect(await irsaAllows(irsa, differs)).toBe(allowed);
  });

  test('follows the driver into another namespace', async () => {
    const elsewhere = trustOf((stack) => DriverIdentity.irsa(provider(stack)), { namespace: 'storage' });
    expect(await irsaAllows(elsewhere, {})).toBe(false);
    expect(await irsaAllows(elsewhere, { sub: 'system:serviceaccount:storage:ebs-csi-controller-sa' })).toBe(true);
  });
});

describe('Pod Identity', () => {
  const podIdentity = trustOf(() => DriverIdentity.podIdentity());

  test.each(withVerb(POD_IDENTITY_ATTEMPTS))('$verb $who', async ({ differs, allowed = false }) => {
    expect(await podIdentityAllows(podIdentity, differs)).toBe(allowed);
  });

  test('follows the driver into another namespace', async () => {
    const elsewhere = trustOf(() => DriverIdentity.podIdentity(), { namespace: 'storage' });
    expect(await podIdentityAllows(elsewhere, {})).toBe(false);
    expect(await podIdentityAllows(elsewhere, { context: { 'aws:RequestTag/kubernetes-namespace': 'storage' } })).toBe(true);
  });
});
