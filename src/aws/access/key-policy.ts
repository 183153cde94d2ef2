import { AccountPrincipal, ArnPrincipal, type IPrincipal, PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { CfnKey, IKey } from 'aws-cdk-lib/aws-kms';
import { Annotations, CfnResource, Stack, Token, TokenComparison } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';

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
  const resource = keyResource(key);
  if (resource === undefined) {
    if (isElsewhere) {
      Annotations.of(scope).addWarningV2('cdk8s-eks-storage:key-of-another-account', `the key ${key.keyArn} is of another account, where its policy has to allow this ${what} too; call KeyAccess.addToKeyPolicy in the app that defines it, and acknowledge this warning`);
    }
  } else if (isElsewhere || !leavesItToIam(resource)) {
    // Named in the policy of a key of another stack, the role would have to be there before the key, and the key before the role's policy.
    allow(Stack.of(key) === Stack.of(scope) ? new ArnPrincipal(principalArn) : new AccountPrincipal(Stack.of(scope).account));
  }
}

function isOfAnotherAccount(key: IKey, scope: Construct): boolean {
  const account = Token.isUnresolved(key.keyArn) ? key.env.account : key.keyArn.split(':')[4];
  return Token.compareStrings(account, Stack.of(scope).account) === TokenComparison.DIFFERENT;
}

/** The resource of a key that is defined in this app; `Key.fromCfnKey` puts its key below it. */
export function keyResource({ node }: IKey): CfnKey | undefined {
  return [node?.defaultChild, node?.scope].find(isKeyResource);
}

/** By the name of the type: to ask for the class would be to load it, also for imported keys. */
function isKeyResource(construct: IConstruct | undefined): construct is CfnKey {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::KMS::Key';
}

/** Whether the policy of a key lets its account decide by IAM, as the one that the CDK gives to a new key does. */
function leavesItToIam(key: CfnKey): boolean {
  const stack = Stack.of(key);
  const isOwnRoot = (principal: unknown) => {
    const text = JSON.stringify(principal);
    return /:root"/.test(text) && [stack.account, 'AWS::AccountId'].some((account) => text.includes(account));
  };
  const statements: any[] = stack.resolve(policyJson(key.keyPolicy))?.Statement ?? [];
  return statements.some(({ Effect, Action, Principal, Condition }) =>
    Effect === 'Allow' && [Action].flat().includes('kms:*') && [Principal?.AWS ?? ''].flat().some(isOwnRoot) && Condition === undefined);
}

/** To resolve the document itself would be to close it: its statements could not be changed any more. */
function policyJson(policy: unknown): unknown {
  if (policy instanceof PolicyDocument) return policy.toJSON();
  return Token.isUnresolved(policy) ? {} : policy;
}
