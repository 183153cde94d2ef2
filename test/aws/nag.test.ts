import { Key } from 'aws-cdk-lib/aws-kms';
import { AwsSolutionsChecks } from 'cdk-nag';
import { cluster, newStack, provider } from './stack';
import { DriverIdentity, DriverPolicy, EbsCsiDriver, type EbsCsiDriverProps, KeyAccess } from '../../src';

/** What the AwsSolutions rules say of a driver. Its reasons are the user's to give: this library acknowledges nothing in their name. */
function findings(props: Partial<EbsCsiDriverProps>): string[] {
  const stack = newStack();
  const encryptionKeys = [new Key(stack, 'Key', { enableKeyRotation: true })];
  new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), identity: DriverIdentity.irsa(provider(stack)), encryptionKeys, ...props });
  return new AwsSolutionsChecks().validateScope(stack).violations.map(({ ruleName }) => ruleName);
}

const policyOfAws = (name: string) => [`AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`];

test('nothing is found but that AWS keeps the policy', () => {
  expect(findings({})).toEqual(policyOfAws('AmazonEBSCSIDriverPolicyV2'));
  expect(findings({ identity: DriverIdentity.podIdentity({ installAgent: true }), policy: DriverPolicy.clusterScoped() })).toEqual(policyOfAws('AmazonEBSCSIDriverEKSClusterScopedPolicy'));
  expect(findings({ policy: DriverPolicy.managedV1() })).toEqual(policyOfAws('service-role/AmazonEBSCSIDriverPolicy'));
});

test.each([DriverPolicy.customerManagedV2(), DriverPolicy.customerManagedClusterScoped()])('a policy of the account names kinds of resources, and no action, by wildcard (%#)', (policy) => {
  expect(findings({ policy }).filter((finding) => !/^AwsSolutions-IAM5\[Resource::/.test(finding))).toEqual([]);
});

test('the wider rights on keys are found, and the narrow ones are not', () => {
  expect(findings({ keyAccess: KeyAccess.eksUserGuide() })).toEqual(expect.arrayContaining(['AwsSolutions-IAM5[Action::kms:ReEncrypt*]', 'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]']));
});
