import { Token } from 'aws-cdk-lib/core';
import { KNOWN_DRIVER, KNOWN_KEYS, knownKey, type Section } from './known-keys';
import { isObject } from './value-rules';
import { slipsBetween } from '../../private/slips';

/** Keys that the driver does not know, which EKS or Helm would refuse at deployment, and permissions for such keys that permit nothing. */
export function unknownKeyMistakes(property: string, values: { [key: string]: unknown }, additional: string[] = []): string[] {
  const unknown = unknownKeys(values, KNOWN_KEYS);
  return [
    ...unknown
      .filter(({ path }) => !additional.includes(path) || isKnown(path.split('.')))
      .map((one) => `${property} '${one.path}' is not a setting of the driver ${KNOWN_DRIVER}; ${adviceFor(one)}`),
    ...additional.flatMap((path) => {
      if (isKnown(path.split('.'))) return [`additionalConfigurationKeys '${path}' is known already; leave it out`];
      if (unknown.some((one) => one.path === path)) return [];
      return [`additionalConfigurationKeys '${path}' permits nothing that is in configurationValues; leave it out`];
    }),
  ];
}

interface UnknownKey {
  readonly path: string;
  readonly key: string;
  readonly parent: string;
  readonly section: Section;
}

function unknownKeys(values: { [key: string]: unknown }, section: Section, parent = ''): UnknownKey[] {
  return Object.entries(values).filter(([key]) => !Token.isUnresolved(key)).flatMap(([key, value]) => {
    const path = parent + key;
    const known = knownKey(section, key);
    if (known === undefined) return [{ path, key, parent, section }];
    return typeof known === 'object' && isObject(value) ? unknownKeys(value, known, `${path}.`) : [];
  });
}

/** Below a setting that is not a section anything is known. */
function isKnown([key, ...rest]: string[], section: Section = KNOWN_KEYS): boolean {
  const known = knownKey(section, key);
  return known !== undefined && (rest.length === 0 || typeof known === 'function' || isKnown(rest, known));
}

function adviceFor({ path, key, parent, section }: UnknownKey): string {
  if (isKnown(path.split('.'))) return 'write one object in another, without dots';
  const nearest = nearestTo(key, Object.keys(section));
  const otherwise = 'name it in additionalConfigurationKeys if the driver you install has it';
  return nearest === undefined ? otherwise : `write '${parent}${nearest}', or ${otherwise}`;
}

/** The name that was meant, where that is plain: two slips away at most, or begun alike, as replicaCount is for replicas. */
function nearestTo(key: string, names: string[]): string | undefined {
  const given = key.toLowerCase();
  return names
    .map((name) => ({ name, slips: slipsBetween(given, name.toLowerCase()), alike: commonStart(given, name.toLowerCase()) }))
    .filter(({ slips, alike }) => slips <= Math.min(2, key.length / 2) || alike >= Math.max(4, 0.75 * key.length))
    .sort((a, b) => a.slips - b.slips)[0]?.name;
}

function commonStart(a: string, b: string): number {
  const end = [...a].findIndex((letter, index) => letter !== b[index]);
  return end === -1 ? a.length : end;
}
