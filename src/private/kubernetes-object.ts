import { ApiObject, type ApiObjectMetadata, type ApiObjectProps } from 'cdk8s';
import type { Construct } from 'constructs';
import { dnsSubdomainMistake, labelMistakes } from './names';
import { plainManifest } from './plain-manifest';
import { guardTokens } from './token-guard';

/**
 * An object of Kubernetes.
 *
 * @internal
 */
export class KubernetesObject extends ApiObject {
  public constructor(scope: Construct, id: string, props: ApiObjectProps) {
    super(scope, id, props.metadata === undefined ? props : { ...props, metadata: definedOnly(props.metadata) });
    guardTokens(this.chart);
  }

  /** Renders the object to Kubernetes JSON. */
  public toJson(): any {
    return plainManifest(this) ?? super.toJson();
  }

  /**
   * What is written, if that is known already and has nothing in it that the CDK fills in.
   *
   * @internal
   */
  public _plainManifest(): object | undefined {
    return this.toJson === KubernetesObject.prototype.toJson ? plainManifest(this) : undefined;
  }
}

/**
 * An object that belongs to no namespace. cdk8s would give it its chart's, which the API server refuses.
 *
 * @internal
 */
export class ClusterScopedObject extends KubernetesObject {
  public constructor(scope: Construct, id: string, props: ApiObjectProps) {
    super(scope, id, props);
    (this.metadata as { namespace?: string }).namespace = undefined;
  }
}

/** cdk8s takes a name that is given as `undefined` for a name, and leaves the object without one. */
export function definedOnly(metadata: ApiObjectMetadata = {}): ApiObjectMetadata {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
}

/** The metadata with one annotation more, or as it is where there is nothing to say. */
export function annotated(metadata: ApiObjectMetadata | undefined, key: string, value: string | boolean | undefined): ApiObjectMetadata | undefined {
  return value === undefined ? metadata : { ...metadata, annotations: { ...metadata?.annotations, [key]: String(value) } };
}

/**
 * Whether what was given to the object was changed by a patch, which only its JSON tells of. To render it is half the work of writing it, so cdk8s is asked
 * first; where it kept its patches elsewhere, the answer would be yes.
 */
export function mayBePatched(object: ApiObject): boolean {
  return (object as unknown as { patches?: unknown[] }).patches?.length !== 0;
}

/** Whether the object may carry an annotation: likewise. */
export function mayBeAnnotated(object: ApiObject): boolean {
  const { annotations } = object.metadata as unknown as { annotations?: object };
  return mayBePatched(object) || annotations === undefined || Object.keys(annotations).length > 0;
}

/** What every cluster-scoped object asks of its metadata. */
export function clusterScopedMetadataMistakes(kind: string, metadata: ApiObjectMetadata | undefined): (string | undefined)[] {
  if (metadata === undefined) return [];
  return [
    dnsSubdomainMistake('metadata.name', metadata.name),
    ...labelMistakes('metadata.labels', metadata.labels),
    metadata.namespace === undefined ? undefined
      : `metadata.namespace '${metadata.namespace}' is given, but a ${kind} belongs to the whole cluster; leave the namespace out`,
  ];
}
