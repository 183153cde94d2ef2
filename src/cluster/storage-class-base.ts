import type { Construct } from 'constructs';
import type { IStorageClass, StorageClassProps } from './storage-class-props';
import { annotated, clusterScopedMetadataMistakes, ClusterScopedObject } from '../private/kubernetes-object';
import { Mistakes } from '../private/mistakes';

/**
 * What every StorageClass of this library is made by.
 *
 * @internal
 */
export abstract class StorageClassBase extends ClusterScopedObject implements IStorageClass {
  /** Name that claims give to get a volume of this class. */
  public readonly storageClassName: string;

  /** Driver that creates the volumes. */
  public readonly provisioner?: string;

  protected constructor(scope: Construct, id: string, props: StorageClassProps, mistakes = new Mistakes(scope, id)) {
    const { metadata, isDefault, ...fields } = props;
    mistakes.add(
      ...clusterScopedMetadataMistakes('StorageClass', metadata),
      props.provisioner === '' ? "provisioner '' is empty; name the driver that creates the volumes, for example 'ebs.csi.aws.com'" : undefined,
      ...parameterMistakes(props.parameters),
      ...(props.allowedTopologies ?? []).map((topology) => topology._mistake()),
    );
    mistakes.throwIfAny();

    super(scope, id, {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: annotated(metadata, 'storageclass.kubernetes.io/is-default-class', isDefault),
      ...fields,
      allowedTopologies: props.allowedTopologies?.map((topology) => topology._toKube()),
    });
    this.storageClassName = this.name;
    this.provisioner = props.provisioner;
  }
}

function parameterMistakes(parameters: Record<string, string> = {}): (string | undefined)[] {
  return Object.entries(parameters).map(([key, value]) => typeof value === 'string' ? undefined
    : `parameters gives '${key}' the ${typeof value} ${value}, but Kubernetes takes text only; write '${value}'`);
}
