import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** How a class says that it is the default. */
export const DEFAULT_CLASS_ANNOTATION = 'storageclass.kubernetes.io/is-default-class';

/** The annotation must not say otherwise than the property: one of the two would be lost. */
export function defaultClassMistake(said: boolean | undefined, metadata: ApiObjectMetadata | undefined): string | undefined {
  const annotation = metadata?.annotations?.[DEFAULT_CLASS_ANNOTATION];
  if (annotation === undefined || said === undefined || annotation === String(said)) return undefined;
  return `isDefault ${said} and the annotation '${DEFAULT_CLASS_ANNOTATION}' of metadata, '${annotation}', contradict each other; leave the annotation out`;
}

/**
 * Another default that goes to the same cluster, as far as the tree tells: under the same outermost construct, for an app may hold a chart for each cluster.
 * The first of two says nothing, so that they are reported once.
 */
export function defaultClassesMistakes(storageClass: ApiObject): string[] {
  if (!isDefault(storageClass)) return [];
  const [, outermost = storageClass] = storageClass.node.scopes;
  const classes = outermost.node.findAll().filter(isStorageClass);
  return classes.slice(0, classes.indexOf(storageClass))
    .filter(isDefault)
    .filter((other) => ![other, storageClass].some(isFromBefore))
    .map((other) => `isDefault true is said of ${other.node.path} and of ${storageClass.node.path}, and a cluster needs one default; say isDefault false of one of them`);
}

function isStorageClass(construct: IConstruct): construct is ApiObject {
  return ApiObject.isApiObject(construct) && construct.kind === 'StorageClass' && construct.apiGroup === 'storage.k8s.io';
}

/** Patches count, hence the JSON. */
function isDefault(storageClass: ApiObject): boolean {
  return storageClass.toJson().metadata.annotations?.[DEFAULT_CLASS_ANNOTATION] === 'true';
}

/** Of the provisioners that Kubernetes once had inside, such as that of EKS's gp2. */
function isFromBefore(storageClass: ApiObject): boolean {
  return String(storageClass.toJson().provisioner).startsWith('kubernetes.io/');
}
