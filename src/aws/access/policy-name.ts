import { Token } from 'aws-cdk-lib/core';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export function policyNameMistake(property: string, name: string): string | undefined {
  return Token.isUnresolved(name) || /^[\w+=,.@-]{1,128}$/.test(name) ? undefined
    : `${property} '${name}' is not a name that IAM takes; use 1 to 128 letters, digits and any of +=,.@_-`;
}
