import { isUnresolved } from './cdk-tokens';

/**
 * Whether this is the ARN of a key itself: not of an alias, and not a bare id. IAM policies name keys in no other way, and the driver compares by text.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN
 */
export function isKmsKeyArn(text: string): boolean {
  return /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/[\w-]+$/.test(text);
}

export function kmsKeyArnMistake(property: string, keyArn: string): string | undefined {
  if (isUnresolved(keyArn) || isKmsKeyArn(keyArn)) return undefined;
  return `${property} '${keyArn}' is not the ARN of a key; write it as 'arn:aws:kms:<region>:<account>:key/<id>', not as an alias or a bare id`;
}
