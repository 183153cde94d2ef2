import { CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { DriverAccessOptions } from './driver-access-options';
import type { DriverCredentials } from './driver-credentials';
import { DriverPolicy } from './driver-policy';
import { KeyAccess } from './key-access';
import { isKmsKeyArn } from '../private/kms-key-arn';

/** An identity that can act: the policy for the keys is attached before anything starts that needs it. */
export interface DriverAccess extends DriverCredentials {
  readonly keyPolicy?: CfnManagedPolicy;
}

export function grantAccess(scope: Construct, options: DriverAccessOptions): DriverAccess {
  const { identity, policy = DriverPolicy.managedV2(), encryptionKeys = [], keyAccess = KeyAccess.minimal(), keyPolicyName } = options;
  const credentials = identity._bind(scope, policy.policyArn);
  const keyArns = [...new Set(encryptionKeys.map((key) => key.keyArn))];
  const keyPolicy = keyArns.length === 0 ? undefined : new CfnManagedPolicy(scope, 'KeyPolicy', {
    managedPolicyName: keyPolicyName,
    description: 'Lets the Amazon EBS CSI driver use the keys that its volumes are encrypted with',
    policyDocument: keyAccess._policyDocument(keyArns),
    ...credentials.grantee,
  });
  return { ...credentials, keyPolicy };
}

export function accessMistakes({ identity, policy, encryptionKeys = [], keyAccess, keyPolicyName }: DriverAccessOptions): (string | undefined)[] {
  return [
    ...identity._mistakes(policy !== undefined),
    ...encryptionKeys.map(({ keyArn }) => {
      // An alias made of tokens still shows that it is one.
      if (/:alias\//.test(keyArn)) return `encryptionKeys has '${keyArn}', an alias, which IAM policies cannot name; give the key itself, for example with Key.fromKeyArn`;
      if (Token.isUnresolved(keyArn) || isKmsKeyArn(keyArn)) return undefined;
      return `encryptionKeys has '${keyArn}', which is not the ARN of a key; give a key whose ARN is 'arn:aws:kms:<region>:<account>:key/<id>'`;
    }),
    keyAccess !== undefined && encryptionKeys.length === 0 ? 'keyAccess says what may be done with keys, and there are none; give encryptionKeys too' : undefined,
    keyPolicyName !== undefined && encryptionKeys.length === 0 ? `keyPolicyName '${keyPolicyName}' names a policy that nothing would be in; give encryptionKeys too` : undefined,
  ];
}
