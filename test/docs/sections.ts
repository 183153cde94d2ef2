/**
 * The parts of a guide that are not written but made, between `<!-- made: name -->` and `<!-- end -->`.
 *
 * Refuses a guide that asks for a part that nothing makes, and a part that no guide asks for.
 */
export function withSections(guide: string, sections: { [name: string]: string }): string {
  const asked = new Set<string>();
  const made = guide.replace(/(<!-- made: (.+?) -->\n)[^]*?(<!-- end -->)/g, (_all, begin: string, name: string, end: string) => {
    if (!(name in sections)) throw new Error(`the guide asks for '${name}', and there are ${Object.keys(sections).join(', ')}`);
    asked.add(name);
    return `${begin}\n${sections[name]}\n\n${end}`;
  });
  const unused = Object.keys(sections).filter((name) => !asked.has(name));
  if (unused.length > 0) throw new Error(`the guide does not ask for ${unused.join(', ')}`);
  return made;
}

export function table(head: string[], rows: string[][]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function json(value: unknown): string {
  return ['```json', compact(value), '```'].join('\n');
}

/** What fits on a line stays on it. */
function compact(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (indent.length + line.length <= 120 || typeof value !== 'object' || value === null) return line;
  const deeper = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((each) => compact(each, deeper))
    : Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${compact(each, deeper)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${deeper}${lines.join(`,\n${deeper}`)}\n${indent}${close}`;
}

/** JSON that is long and of interest to few. */
export function folded(summary: string, value: unknown): string {
  return `<details><summary>${summary}</summary>\n\n${json(value)}\n\n</details>`;
}

export function yesOrNo(allowed: boolean): string {
  return allowed ? 'yes' : '**no**';
}
