import { createHash } from 'node:crypto';

/** The same for the same JSON, however it is written: keys in order, no spaces. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(sorted(value))).digest('hex').slice(0, 16);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
