import { AccountPrincipal, ArnPrincipal, type IPrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Annotations, Stack, Token, TokenComparison } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { keyResource, leavesItToIam } from './key-resource';

/** Who uses a key. */
interface KeyUser {
  /** What it is in a sentence. */
  readonly what: string;

  readonly principalArn: string;
}

/**
 * A key's policy has the last word, unless it leaves it to IAM, as the one that the CDK gives to a new key does.
 *
 * @param allow Adds to the key's policy what the principal may do.
 */
export function allowInKeyPolicy(scope: Construct, key: IKey, { what, principalArn }: KeyUser, allow: (principal: IPrincipal) => void): void {
  const isElsewhere = isOfAnotherAccount(key, scope);
  if (keyResource(key) === undefined) {
    if (isElsewhere) {
      Annotations.of(scope).addWarningV2('cdk8s-eks-storage:key-of-another-account', `the key ${key.keyArn} is of another account, where its policy has to allow this ${what} too; call KeyAccess.addToKeyPolicy in the app that defines it, and acknowledge this warning`);
    }
  } else if (isElsewhere || !leavesItToIam(key)) {
    // Named in the policy of a key of another stack, the role would have to be there before the key, and the key before the role's policy.
    allow(Stack.of(key) === Stack.of(scope) ? new ArnPrincipal(principalArn) : new AccountPrincipal(Stack.of(scope).account));
  }
}

function isOfAnotherAccount(key: IKey, scope: Construct): boolean {
  const account = Token.isUnresolved(key.keyArn) ? key.env.account : key.keyArn.split(':')[4];
  return Token.compareStrings(account, Stack.of(scope).account) === TokenComparison.DIFFERENT;
}
