import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { EncryptionKeysOptions } from './encryption-keys-options';
import { keyResource } from './key-resource';
import { policyNameMistakes } from './policy-name';
import { isKmsKeyArn } from '../../private/kms-key-arn';

/** A managed policy has 6144 characters, and names each key twice. */
export const MOST_KEYS = 30;

export function encryptionKeysMistakes(scope: Construct, { encryptionKeys = [], keyPolicyName }: EncryptionKeysOptions): (string | undefined)[] {
  if (!Array.isArray(encryptionKeys) || encryptionKeys.some((key) => typeof key?.keyArn !== 'string')) {
    return ['encryptionKeys is not a list of keys; give one, with keys as of Key.fromKeyArn'];
  }
  const count = new Set(encryptionKeys.map(({ keyArn }) => keyArn)).size;
  return [
    count > MOST_KEYS ? `encryptionKeys has ${count} keys, and no more than ${MOST_KEYS} fit into a policy; give fewer, and others to an identity with policies of its own` : undefined,
    ...encryptionKeys.flatMap((key) => keyMistakes(scope, key)),
    ...policyNameMistakes('keyPolicyName', keyPolicyName),
  ];
}

export function keyMistakes(scope: Construct, key: IKey): (string | undefined)[] {
  const { keyArn } = key;
  // The ARN of a new alias is a token, which does not show that it is one.
  if ('aliasName' in key || /:alias\//.test(keyArn)) return [`encryptionKeys has '${Token.isUnresolved(keyArn) ? key.node.path : keyArn}', an alias, which IAM policies cannot name; give the key itself, for example with Key.fromKeyArn`];
  if (/[*?]/.test(keyArn)) return [`encryptionKeys has '${keyArn}', which names more keys than one; give each key itself`];
  const spec = keyResource(key)?.keySpec;
  if (spec !== undefined && !Token.isUnresolved(spec) && spec !== 'SYMMETRIC_DEFAULT') return [`encryptionKeys has '${key.node.path}', whose keySpec is ${spec}, and EBS encrypts with symmetric keys only; leave the spec out`];
  const { region } = Stack.of(scope);
  if (Token.isUnresolved(keyArn)) {
    const regionOfKey = key.env.region;
    return [Token.isUnresolved(region) || Token.isUnresolved(regionOfKey) || region === regionOfKey ? undefined : `encryptionKeys has '${key.node.path}' of the region ${regionOfKey}, and the volumes are in ${region}; give a key of that region`];
  }
  if (!isKmsKeyArn(keyArn)) return [`encryptionKeys has '${keyArn}', which is not the ARN of a key; give a key whose ARN is 'arn:aws:kms:<region>:<account>:key/<id>'`];
  const keyRegion = keyArn.split(':')[3];
  return [Token.isUnresolved(region) || region === keyRegion ? undefined : `encryptionKeys has '${keyArn}' of the region ${keyRegion}, and the volumes are in ${region}; give a key of that region`];
}
