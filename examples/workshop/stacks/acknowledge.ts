import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * What the AwsSolutions rules of cdk-nag find below a construct and shall not report, and why it stays as it is.
 *
 * Written where `Validations.acknowledge` writes it, which refuses the names that cdk-nag gives to findings of a policy: they have more than one `::`.
 *
 * @see https://github.com/cdklabs/cdk-nag
 */
export function acknowledge(scope: IConstruct, reason: string, ...findings: string[]): void {
  for (const finding of findings) scope.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, { [finding]: reason });
}

/** The finding that a role or user has a policy of AWS. */
export function policyOfAws(name: string): string {
  return `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`;
}
