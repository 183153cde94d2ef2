import type { Construct } from 'constructs';
import { allowedTopologiesMistakes } from './allowed-topology';
import { parameterMistakes } from './class-parameters';
import { metadataWithHash, nameWithHashMistakes } from './content-hash';
import { DEFAULT_STORAGE_CLASS, defaultClassesMistakes, defaultClassMistake } from './default-class';
import { ReclaimPolicy } from './reclaim-policy';
import { type IStorageClass, type StorageClassProps, VolumeBindingMode } from './storage-class-props';
import { annotated, clusterScopedMetadataMistakes, ClusterScopedObject, mayBeAnnotated } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';

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
    const { metadata, nameWithHash = false, isDefault } = props;
    mistakes.add(
      ...clusterScopedMetadataMistakes('StorageClass', metadata),
      props.provisioner === '' ? "provisioner '' is empty; name the driver that creates the volumes, for example 'ebs.csi.aws.com'" : undefined,
      ...parameterMistakes(props.parameters),
      ...props.allowedTopologies === undefined ? [] : allowedTopologiesMistakes(props.allowedTopologies),
      isDefault === undefined || metadata === undefined ? undefined : defaultClassMistake(DEFAULT_STORAGE_CLASS, isDefault, metadata),
      ...(nameWithHash ? nameWithHashMistakes(metadata, immutable(props)) : []),
    );
    mistakes.throwIfAny();

    const named = nameWithHash ? metadataWithHash(scope, id, metadata, immutable(props)) : metadata;
    super(scope, id, {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: isDefault === undefined ? named : annotated(named, DEFAULT_STORAGE_CLASS.annotation, isDefault),
      provisioner: props.provisioner,
      parameters: props.parameters,
      reclaimPolicy: props.reclaimPolicy,
      volumeBindingMode: props.volumeBindingMode,
      allowVolumeExpansion: props.allowVolumeExpansion,
      mountOptions: props.mountOptions,
      allowedTopologies: props.allowedTopologies?.map((topology) => topology._toKube()),
    });
    this.storageClassName = this.name;
    this.provisioner = props.provisioner;
    this.node.addValidation({ validate: () => mayBeAnnotated(this) ? defaultClassesMistakes(DEFAULT_STORAGE_CLASS, this) : [] });
  }
}

/**
 * What an update of a class may not change; what is not said is what Kubernetes takes in its place.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/storage/validation/validation.go ValidateStorageClassUpdate
 */
function immutable({ provisioner, parameters, reclaimPolicy, volumeBindingMode }: StorageClassProps) {
  return {
    provisioner,
    parameters,
    reclaimPolicy: reclaimPolicy ?? ReclaimPolicy.DELETE,
    volumeBindingMode: volumeBindingMode ?? VolumeBindingMode.IMMEDIATE,
  };
}
