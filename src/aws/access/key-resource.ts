import { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { CfnKey, type IKey } from 'aws-cdk-lib/aws-kms';
import { Stack, Token } from 'aws-cdk-lib/core';

/** The resource of a key that is defined in this app; `Key.fromCfnKey` puts its key below it. */
export function keyResource(key: IKey): CfnKey | undefined {
  return [key.node?.defaultChild, key.node?.scope].find((each) => each instanceof CfnKey) as CfnKey | undefined;
}

/** Whether the policy of a key that is defined here lets its account decide by IAM, as the one that the CDK gives to a new key does. */
export function leavesItToIam(key: IKey): boolean {
  const stack = Stack.of(key);
  const isOwnRoot = (principal: unknown) => {
    const text = JSON.stringify(principal);
    return /:root"/.test(text) && [stack.account, 'AWS::AccountId'].some((account) => text.includes(account));
  };
  const statements: any[] = stack.resolve(policyJson(keyResource(key)!.keyPolicy))?.Statement ?? [];
  return statements.some(({ Effect, Action, Principal, Condition }) =>
    Effect === 'Allow' && [Action].flat().includes('kms:*') && [Principal?.AWS ?? ''].flat().some(isOwnRoot) && Condition === undefined);
}

/** To resolve the document itself would be to close it: its statements could not be changed any more. */
function policyJson(policy: unknown): unknown {
  if (policy instanceof PolicyDocument) return policy.toJSON();
  return Token.isUnresolved(policy) ? {} : policy;
}
