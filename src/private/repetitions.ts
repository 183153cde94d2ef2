/** The values that are there more than once, each named once. */
export function repetitionsIn(values: string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
