import { type CfnTag, Token } from 'aws-cdk-lib/core';
import { isAwsTagText } from '../private/aws-tag-text';

export function cfnTags(tags: { [key: string]: string }): CfnTag[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/**
 * @param leastValue IAM takes empty values, CloudFormation takes none for an add-on.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html#tag-restrictions
 */
export function tagMistakes(property: string, tags: { [key: string]: string }, leastValue = 0): (string | undefined)[] {
  const given = Object.entries(tags).filter(([key, value]) => !Token.isUnresolved(key) && !Token.isUnresolved(value));
  return [
    given.length > 50 ? `${property} has ${given.length} tags, and AWS takes 50; leave some out` : undefined,
    ...given.flatMap(([key, value]) => [
      /^aws:/i.test(key) ? `${property} has the key '${key}', and AWS keeps the prefix 'aws:' for itself; choose another key` : undefined,
      isAwsTagText(key, 1, 128) ? undefined : `${property} has the key '${key}', which is not one of a tag; use 1 to 128 letters, digits, spaces and any of _.:/=+-@`,
      isAwsTagText(value, leastValue, 256) ? undefined
        : `${property} has the value '${value}', which is not one of a tag here; use ${leastValue} to 256 letters, digits, spaces and any of _.:/=+-@`,
    ]),
  ];
}
