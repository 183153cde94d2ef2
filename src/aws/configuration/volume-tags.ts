import { Token } from 'aws-cdk-lib/core';
import { isObject, type Rule, shown, textMap } from './value-rules';
import { MOST_TAGS, TAGS_OF_CLAIM, TAGS_OF_DRIVER } from '../../private/ebs-driver-tags';

/**
 * What the driver refuses, in validateExtraTags of pkg/driver/validation.go and with the names of pkg/cloud/cloud.go;
 * what EC2 refuses; and what does not come through the argument `--extra-tags="key=value,…"` of the chart's _helpers.tpl.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html#tag-restrictions
 */
export const volumeTags: Rule = (path, value) => {
  if (!isObject(value) || textMap(path, value)[0] !== undefined) return textMap(path, value);
  return Object.entries(value as { [key: string]: string }).flatMap(([key, content]) => [
    ...(Token.isUnresolved(key) ? [] : keyMistakes(path, key)),
    ...(Token.isUnresolved(content) ? [] : contentMistakes(path, key, content)),
  ]);
};

function keyMistakes(path: string, key: string): (string | undefined)[] {
  const has = `${path} has the key '${key}'`;
  return [
    lengthOf(key) >= 1 && lengthOf(key) <= 128 ? undefined : `${has}, which is not one EC2 takes; use 1 to 128 characters`,
    /^aws:/i.test(key) ? `${has}, and AWS keeps the prefix 'aws:' for itself; choose another key` : undefined,
    RESERVED.test(key) ? `${has}, which the driver keeps for itself; choose another key` : undefined,
    UNSPEAKABLE.test(key) || key.includes('=') ? `${has}, which does not reach the driver whole; use no comma, equals sign, quote, backslash or control character, and no space at its ends` : undefined,
  ];
}

function contentMistakes(path: string, key: string, content: string): (string | undefined)[] {
  const has = `${path} has at '${key}' the value ${shown(content)}`;
  return [
    lengthOf(content) <= 256 ? undefined : `${has}, which is not one EC2 takes; use up to 256 characters`,
    UNSPEAKABLE.test(content) ? `${has}, which does not reach the driver whole; use no comma, double quote, backslash or control character, and no space at its ends` : undefined,
  ];
}

const RESERVED = /^(CSIVolumeName$|CSIVolumeSnapshotName$|kubernetes\.io|ebs\.csi\.aws\.com\/)/;

const UNSPEAKABLE = /[,"\\\p{Cc}]|^\s|\s$/u;

/** EC2 counts characters, where `length` counts most emoji twice. */
function lengthOf(tag: string): number {
  return [...tag].length;
}

/** Tags that have a name in common with one of the driver's take its place, and are counted once. */
export function volumeTagCountMistake(tags: unknown, extraCreateMetadata: unknown): string | undefined {
  if (!isObject(tags)) return undefined;
  const ofDriver = [...TAGS_OF_DRIVER, ...((extraCreateMetadata ?? true) === true ? TAGS_OF_CLAIM : [])];
  const all = new Set([...ofDriver, ...Object.keys(tags)]).size;
  if (all <= MOST_TAGS) return undefined;
  return `controller.extraVolumeTags has ${Object.keys(tags).length} tags, which with the ${ofDriver.length} of the driver are ${all} on a volume, and EC2 takes ${MOST_TAGS}; leave some out`;
}
