import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { mayBeAnnotated } from '../../private/kubernetes-object';

/** A kind of class of which one is taken where none is named. */
export interface DefaultKind {
  readonly kind: string;
  readonly apiGroup: string;

  /** How a class says that it is the default. */
  readonly annotation: string;

  /** What needs one default, in words, by the manifest of a class. */
  readonly neededBy: (manifest: any) => string;

  /** Whether two defaults, by their manifests, get in each other's way. */
  readonly compete: (one: any, other: any) => boolean;
}

/** StorageClasses: one for a cluster, beside one of the provisioners that Kubernetes once had inside, such as that of EKS's gp2. */
export const DEFAULT_STORAGE_CLASS: DefaultKind = {
  kind: 'StorageClass',
  apiGroup: 'storage.k8s.io',
  annotation: 'storageclass.kubernetes.io/is-default-class',
  neededBy: () => 'a cluster',
  compete: (...classes) => !classes.some(({ provisioner }) => String(provisioner).startsWith('kubernetes.io/')),
};

/** The annotation must not say otherwise than the property: one of the two would be lost. */
export function defaultClassMistake({ annotation }: DefaultKind, said: boolean, metadata: ApiObjectMetadata): string | undefined {
  const annotated = metadata.annotations?.[annotation];
  if (annotated === undefined || annotated === String(said)) return undefined;
  return `isDefault ${said} and the annotation '${annotation}' of metadata, '${annotated}', contradict each other; leave the annotation out`;
}

/**
 * Other defaults that go to the same cluster, as far as the tree tells: under the same outermost construct, for an app may hold a chart for each cluster.
 * The first of two says nothing, so that they are reported once.
 */
export function defaultClassesMistakes(ofKind: DefaultKind, added: ApiObject): string[] {
  if (!isDefault(ofKind, added)) return [];
  const manifest = added.toJson();
  const [, outermost = added] = added.node.scopes;
  const classes = outermost.node.findAll().filter((construct) => isOfKind(ofKind, construct));
  return classes.slice(0, classes.indexOf(added))
    .filter((other) => isDefault(ofKind, other) && ofKind.compete(other.toJson(), manifest))
    .map((other) => `isDefault true is said of ${other.node.path} and of ${added.node.path}, and ${ofKind.neededBy(manifest)} needs one default; say isDefault false of one of them`);
}

function isOfKind({ kind, apiGroup }: DefaultKind, construct: IConstruct): construct is ApiObject {
  return ApiObject.isApiObject(construct) && construct.kind === kind && construct.apiGroup === apiGroup;
}

/** As it is written: patches count. */
function isDefault({ annotation }: DefaultKind, object: ApiObject): boolean {
  return mayBeAnnotated(object) && object.toJson().metadata.annotations?.[annotation] === 'true';
}
