import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Stack, Token, TokenComparison } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

/** CloudFormation names a role by its name, and would give the rights to the one that has the same name in its own account. */
export function foreignRoleMistake(scope: Construct, role: IRole): string | undefined {
  const { account } = role.env;
  if (Token.compareStrings(account, Stack.of(scope).account) !== TokenComparison.DIFFERENT) return undefined;
  return `the role '${role.node.path}' is of the account ${account}, where no rights can be attached to it from here; attach those on keys there, and leave encryptionKeys out`;
}

export function roleArnMistake({ roleArn, node }: IRole): string | undefined {
  return Token.isUnresolved(roleArn) || /^arn:[^:]+:iam::\d{12}:role\//.test(roleArn) ? undefined
    : `the role '${node.path}' has the ARN '${roleArn}', which is not that of a role; give one like 'arn:aws:iam::111122223333:role/name'`;
}
