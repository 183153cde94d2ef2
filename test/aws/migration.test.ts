import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import { type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { cluster, newStack, provider } from './stack';
import { DriverIdentity, DriverPolicy, EbsCsiDriver, type EbsCsiDriverProps, KeyAccess } from '../../src';

type Props = (stack: Stack) => Omit<EbsCsiDriverProps, 'cluster'>;

/** What an update of the stack does: resource, property, and how much of the resource goes with it. */
function update(before: Props, after: Props): string[] {
  const [from, to] = [before, after].map((props) => {
    const stack = newStack();
    new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), ...props(stack) });
    return Template.fromStack(stack).toJSON();
  });
  const changes: string[] = [];
  fullDiff(from, to).resources.forEachDifference((id, difference) => {
    const name = id.replace(/[0-9A-F]{8}$/, '');
    if (difference.isAddition || difference.isRemoval) changes.push(`${name} ${difference.changeImpact}`);
    for (const property of Object.keys(difference.propertyUpdates)) {
      if (!difference.isAddition && !difference.isRemoval) changes.push(`${name}.${property} ${difference.propertyUpdates[property].changeImpact}`);
    }
  });
  return changes.sort();
}

const irsa: Props = (stack) => ({ identity: DriverIdentity.irsa(provider(stack)) });
const podIdentity: Props = () => ({ identity: DriverIdentity.podIdentity() });
const IN_PLACE = ResourceImpact.WILL_UPDATE;

test('from V1 to V2, the role stays and has the other policy', () => {
  expect(update((stack) => ({ ...irsa(stack), policy: DriverPolicy.managedV1() }), irsa)).toEqual([`DriverRole.ManagedPolicyArns ${IN_PLACE}`]);
});

test('from IRSA to Pod Identity, the role stays under its ARN and trusts the other way in, and the add-on gives it the other way', () => {
  expect(update(irsa, podIdentity)).toEqual([
    `Driver.PodIdentityAssociations ${IN_PLACE}`,
    `Driver.ServiceAccountRoleArn ${IN_PLACE}`,
    `DriverRole.AssumeRolePolicyDocument ${IN_PLACE}`,
  ]);
});

test('the agent is installed before the add-on changes over', () => {
  expect(update(irsa, () => ({ identity: DriverIdentity.podIdentity({ installAgent: true }) }))).toContain(`DriverPodIdentityAgent ${ResourceImpact.WILL_CREATE}`);
});

test('from V2 to the cluster-scoped policy, the role stays and has the other policy', () => {
  expect(update(podIdentity, () => ({ ...podIdentity({} as Stack), policy: DriverPolicy.clusterScoped() }))).toEqual([`DriverRole.ManagedPolicyArns ${IN_PLACE}`]);
});

test('from a policy of AWS to one of the account, the role stays', () => {
  expect(update(irsa, (stack) => ({ ...irsa(stack), policy: DriverPolicy.customerManagedV2() }))).toEqual([
    `DriverPolicy ${ResourceImpact.WILL_CREATE}`,
    `DriverRole.ManagedPolicyArns ${IN_PLACE}`,
  ]);
});

test('a first key, and narrower rights on keys, replace nothing', () => {
  const withKey = (keyAccess?: KeyAccess): Props => (stack) => ({ ...irsa(stack), encryptionKeys: [Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab')], keyAccess });
  expect(update(irsa, withKey())).toEqual([`DriverKeyPolicy ${ResourceImpact.WILL_CREATE}`]);
  expect(update(withKey(KeyAccess.eksUserGuide()), withKey())).toEqual([`DriverKeyPolicy.PolicyDocument ${IN_PLACE}`]);
});

test('another version, and other settings, are updates of the add-on', () => {
  expect(update(irsa, (stack) => ({ ...irsa(stack), addonVersion: 'v1.66.0-eksbuild.1', configuration: { controller: { replicaCount: 3 } }, tags: { team: 'a' } }))).toEqual([
    `Driver.AddonVersion ${IN_PLACE}`,
    `Driver.ConfigurationValues ${IN_PLACE}`,
    `Driver.Tags ${IN_PLACE}`,
  ]);
});

test('another namespace does replace the add-on, as its documentation says', () => {
  expect(update(irsa, (stack) => ({ ...irsa(stack), namespace: 'storage' }))).toContain(`Driver.NamespaceConfig ${ResourceImpact.WILL_REPLACE}`);
});
