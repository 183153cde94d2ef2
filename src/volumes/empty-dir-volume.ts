import type { Size } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { PodVolume } from './pod-volume';
import { Mistakes } from '../private/mistakes';
import { sizeMistake } from '../private/sizes';

/** Properties of `EmptyDirVolume`. */
export interface EmptyDirVolumeProps {
  /**
   * Name of the volume in the Pod.
   *
   * @default - the construct's id, in lower case
   */
  readonly name?: string;

  /**
   * Keep the files in the node's memory. They count towards the memory limits of the containers that write them.
   *
   * @default false
   */
  readonly inMemory?: boolean;

  /**
   * Most that may be written. The kubelet evicts a Pod that writes more.
   *
   * @default - what the node has
   */
  readonly sizeLimit?: Size;
}

/**
 * A directory that starts empty and lives as long as the Pod: for scratch space, and for containers of one Pod that share files.
 *
 * Refuses a name Kubernetes refuses and a size limit of zero.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
 */
export class EmptyDirVolume extends PodVolume {
  public constructor(scope: Construct, id: string, props: EmptyDirVolumeProps = {}) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(sizeMistake('sizeLimit', props.sizeLimit));
    super(scope, id, props.name, {
      emptyDir: {
        medium: props.inMemory ? 'Memory' : undefined,
        sizeLimit: props.sizeLimit && k8s.Quantity.fromString(props.sizeLimit.asString()),
      },
    }, mistakes);
  }
}
