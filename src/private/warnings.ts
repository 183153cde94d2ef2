import type { ApiObject } from 'cdk8s';

const ANNOTATION = 'cdk8s-eks-storage/warning';

/**
 * Says of an object what somebody may want, and most do not. The CLI of the CDK prints it where the chart is in an app of the CDK; the annotation says it in
 * the manifest, wherever it comes from.
 */
export function warn(object: ApiObject, ...warnings: (string | undefined)[]): void {
  const said = warnings.filter((warning) => warning !== undefined);
  if (said.length === 0) return;
  for (const warning of said) object.node.addMetadata('aws:cdk:warning', warning);
  object.metadata.addAnnotation(ANNOTATION, said.join('; '));
}
