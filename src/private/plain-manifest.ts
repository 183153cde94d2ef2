import { type ApiObject, ApiObjectMetadataDefinition, App, ImplicitTokenResolver, LazyResolver, NumberStringUnionResolver } from 'cdk8s';
import { isUnresolved } from './cdk-tokens';

type Data = Record<string, unknown>;

/** Where cdk8s keeps what it writes of an object. */
interface Parts {
  readonly props: Data;
  readonly patches: unknown[];
  readonly metadata: Data;
}

const METADATA_PARTS = ['name', 'namespace', 'labels', 'annotations', 'finalizers', 'ownerReferences', '_additionalAttributes', 'apiObject'];

/** Found out with the first object, for all are alike. */
let areKnown: boolean | undefined;

/**
 * What cdk8s renders of an object, in a fraction of the time: cdk8s asks each resolver about each value, and goes through the metadata twice.
 *
 * `undefined` where not all of it is data as it is written: where cdk8s, a resolver of the app or the CDK puts something in the place of a value, where there
 * are patches, and where cdk8s does not keep its parts as it is known to. Then cdk8s has to render the object.
 *
 * @see https://github.com/cdk8s-team/cdk8s-core/blob/2.x/src/api-object.ts toJson
 */
export function plainManifest(object: ApiObject): object | undefined {
  const { props, patches, metadata } = object as unknown as Parts;
  areKnown ??= props !== undefined && Array.isArray(patches) && Object.keys(metadata).every((part) => METADATA_PARTS.includes(part));
  if (!areKnown || metadata.constructor !== ApiObjectMetadataDefinition || patches.length > 0) return undefined;
  if (process.env.CDK8S_DISABLE_SORT || !App.of(object).resolvers.every(isOfCdk8s)) return undefined;

  const { _additionalAttributes: additional, name, namespace, labels, annotations, finalizers, ownerReferences } = metadata;
  const written = { ...additional as Data, name, namespace, labels, annotations, finalizers, ownerReferences };
  const { apiVersion, kind, metadata: _, ...rest } = props;
  const copy = new PlainCopy();
  const manifest = { apiVersion, kind, metadata: copy.of(written, true), ...copy.of(rest) as Data };
  return copy.isWhole ? manifest : undefined;
}

function isOfCdk8s({ constructor }: object): boolean {
  return constructor === LazyResolver || constructor === ImplicitTokenResolver || constructor === NumberStringUnionResolver;
}

/** A copy of data in the order of its keys, and without what has no value. */
class PlainCopy {
  /** Whether all that was copied is data and nothing else. */
  public isWhole = true;

  public of(value: unknown, withoutEmpty: boolean = false): unknown {
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'function' || isUnresolved(value)) this.isWhole = false;
      return value ?? undefined;
    }
    if (Array.isArray(value)) return withoutEmpty && value.length === 0 ? undefined : value.map((each) => this.of(each, withoutEmpty));
    if (value.constructor !== Object) this.isWhole = false;
    const keys = this.isWhole ? Object.keys(value).sort() : [];
    const copied: Data = {};
    let isEmpty = true;
    for (const key of keys) {
      const copy = this.of((value as Data)[key], withoutEmpty);
      if (copy === undefined) continue;
      if (isUnresolved(key)) this.isWhole = false;
      copied[key] = copy;
      isEmpty = false;
    }
    return withoutEmpty && isEmpty ? undefined : copied;
  }
}
