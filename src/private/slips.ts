/** The name that was meant where that is plain: at most two slips away, fewer in a short name, whatever the case. */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const most = Math.min(2, Math.floor(given.length / 3));
  return names
    .map((name) => ({ name, slips: slipsBetween(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips)[0]?.name;
}

/** How many letters are to be put in, taken out or replaced to get from one to the other: their Levenshtein distance. */
export function slipsBetween(a: string, b: string): number {
  let row = [0, ...[...b].map((_, j) => j + 1)];
  for (const letter of a) {
    const next = [row[0] + 1];
    for (const [j, other] of [...b].entries()) next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[row.length - 1];
}
