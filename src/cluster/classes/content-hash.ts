import { createHash } from 'crypto';
import { type ApiObjectMetadata, Names } from 'cdk8s';
import type { Construct } from 'constructs';
import { isUnresolved } from '../../private/cdk-tokens';

/** Kubernetes' own limit for the names of classes. */
const LONGEST_NAME = 253;

/** What never changes about an object, in an order that does not depend on how it was written. */
type Immutable = Record<string, string | Record<string, string> | undefined>;

/** The metadata with a name that says what is inside. */
export function metadataWithHash(scope: Construct, id: string, metadata: ApiObjectMetadata = {}, immutable: Immutable): ApiObjectMetadata {
  const name = metadata.name ?? Names.toDnsLabel(scope, { extra: [id], includeHash: false });
  return { ...metadata, name: `${name}-${contentHash(immutable)}` };
}

export function nameWithHashMistakes(metadata: ApiObjectMetadata = {}, immutable: Immutable): (string | undefined)[] {
  const longest = LONGEST_NAME - LENGTH - 1;
  return [
    metadata.name !== undefined && !isUnresolved(metadata.name) && metadata.name.length > longest
      ? `metadata.name '${metadata.name}' is too long for nameWithHash to add to it; use at most ${longest} characters` : undefined,
    ...Object.entries(flat(immutable)).filter(([, value]) => isUnresolved(value))
      .map(([key]) => `nameWithHash cannot be made of ${key}, which the CDK fills in later; leave nameWithHash out`),
  ];
}

/** As short as Kubernetes' own pod-template hashes, near enough, and always lower case letters and digits. */
const LENGTH = 8;

export function contentHash(immutable: Immutable): string {
  const flattened = flat(immutable);
  const sorted = Object.keys(flattened).sort().map((key) => [key, flattened[key]]);
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, LENGTH);
}

function flat(immutable: Immutable): Record<string, string> {
  return Object.fromEntries(Object.entries(immutable).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return typeof value === 'string' ? [[key, value]] : Object.entries(value).map(([inner, text]) => [`${key}.${inner}`, text]);
  }));
}
