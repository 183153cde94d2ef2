/**
 * Whether AWS takes this as the key or the value of a tag: letters, digits, spaces and a few signs, from the least to the most.
 *
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices
 */
export function isAwsTagText(text: string, least: number, most: number): boolean {
  return new RegExp(`^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{${least},${most}}$`, 'u').test(text);
}
