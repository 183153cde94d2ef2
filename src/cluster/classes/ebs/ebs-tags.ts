import { templateMistakes } from './tag-template';
import { isAwsTagText } from '../../../private/aws-tag-text';
import { isUnresolved } from '../../../private/cdk-tokens';
import { MOST_TAGS } from '../../../private/ebs-driver-tags';

/**
 * Tags as the parameters of a class. Sorted by their keys, so that the order in which they were written, which some languages do not keep, changes nothing.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/tagging.md
 */
export function tagSpecifications(tags: Record<string, string> = {}): Record<string, string> {
  const sorted = Object.keys(tags).sort().map((key) => `${key}=${tags[key]}`);
  return numbered('tagSpecification', sorted);
}

/** Keys of tags that a VolumeAttributesClass removes. */
export function tagDeletions(keys: string[] = []): Record<string, string> {
  return numbered('tagDeletion', [...keys].sort());
}

function numbered(prefix: string, values: string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`${prefix}_${index + 1}`, value]));
}

/**
 * What is wrong with tags that the driver puts on what it makes.
 *
 * @param fields Fields that the values may name, for example `.PVCName`.
 * @param ofDriver Keys of the tags that the driver sets too.
 */
export function tagMistakes(property: string, tags: Record<string, string> = {}, fields: string[], ofDriver: string[]): (string | undefined)[] {
  const all = new Set([...ofDriver, ...Object.keys(tags)]).size;
  return [
    all <= MOST_TAGS ? undefined
      : `${property} has ${Object.keys(tags).length} tags, which with the ${ofDriver.length} of the driver are ${all}, and AWS takes ${MOST_TAGS}; leave some out`,
    ...Object.entries(tags).flatMap(([key, value]) => [...tagKeyMistakes(property, key), ...valueMistakes(property, key, value, fields)]),
  ];
}

/**
 * Keys that AWS or the driver would not take: validateExtraTags in its pkg/driver/validation.go.
 *
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices
 */
export function tagKeyMistakes(property: string, key: string): (string | undefined)[] {
  if (isUnresolved(key)) return [];
  return [
    isAwsTagText(key, 1, 128) ? undefined
      : `${property} has the key '${key}', which is not one of a tag; use 1 to 128 letters, digits, spaces and any of _.:/+-@`,
    key.includes('=') ? `${property} has the key '${key}', and the driver would end it at the '='; choose another key` : undefined,
    /^aws:/i.test(key) ? `${property} has the key '${key}', and AWS keeps the prefix 'aws:' for itself; choose another key` : undefined,
    RESERVED.test(key) ? `${property} has the key '${key}', which the driver keeps for itself; choose another key` : undefined,
  ];
}

const RESERVED = /^(CSIVolumeName$|CSIVolumeSnapshotName$|kubernetes\.io|ebs\.csi\.(aws|eks\.amazonaws)\.com\/)/;

function valueMistakes(property: string, key: string, value: string, fields: string[]): (string | undefined)[] {
  if (typeof value !== 'string') return [`${property} gives '${key}' the ${typeof value} ${String(value)}, but a tag is text; write '${String(value)}'`];
  if (isUnresolved(value)) return [];
  const { literal, mistakes } = templateMistakes(`${property} has at '${key}' the value '${value}'`, value, fields);
  return [
    ...mistakes,
    mistakes.length > 0 || isAwsTagText(literal, 0, 256) ? undefined
      : `${property} has at '${key}' the value '${value}', which is not one of a tag; use up to 256 letters, digits, spaces and any of _.:/=+-@`,
  ];
}
