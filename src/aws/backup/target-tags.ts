import { Token } from 'aws-cdk-lib/core';
import { tagMistakes } from '../tags';

/** What tells the volumes to be backed up from others. */
export interface TargetTagsOptions {
  /**
   * Tags of the volumes, 1 to 50: the ones that their class gives them, as in `new EbsStorageClass(chart, 'Fast', { tags: backedUp })`. Both sides have to
   * say the same, letter by letter. A volume that is there already has no new tags: those it gets by hand, or by an `EbsVolumeAttributesClass`.
   *
   * Refused: none, which would mean every volume or no one; keys that begin with `aws:`; and templates of the driver, such as `{{ .PVCNamespace }}`,
   * which stand for another text on every volume.
   */
  readonly targetTags: { [key: string]: string };
}

export function targetTagMistakes({ targetTags }: TargetTagsOptions): (string | undefined)[] {
  if (typeof targetTags !== 'object' || targetTags === null || Array.isArray(targetTags)) return ["targetTags is not an object; give one, as in { Backup: 'nightly' }"];
  const entries = Object.entries(targetTags);
  if (entries.length === 0) return ["targetTags {} is empty, and would not tell the volumes apart; give at least one tag, as in { Backup: 'nightly' }"];
  return [...entries.flatMap(([key, value]) => textMistake(key, value) ?? templateMistake(key, value) ?? []), ...tagMistakes('targetTags', ordinary(targetTags))];
}

function textMistake(key: string, value: unknown): string | undefined {
  return typeof value === 'string' ? undefined : `targetTags gives '${key}' the ${typeof value} ${String(value)}, but a tag is text; write '${String(value)}'`;
}

function templateMistake(key: string, value: string): string | undefined {
  if (!isTemplate(key) && !isTemplate(value)) return undefined;
  return `targetTags has at '${key}' the value '${value}', a template that the driver fills in for each volume, and AWS compares letter by letter; give the class one more tag with a fixed value, and name that`;
}

/** @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/tagging.md */
function isTemplate(text: string): boolean {
  return !Token.isUnresolved(text) && text.includes('{{');
}

function ordinary(tags: { [key: string]: string }): { [key: string]: string } {
  return Object.fromEntries(Object.entries(tags).filter(([key, value]) => typeof value === 'string' && !isTemplate(key) && !isTemplate(value)));
}
