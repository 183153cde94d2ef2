import type { Construct } from 'constructs';
import { HostPathType } from './host-path-type';
import { PodVolume } from './pod-volume';
import { Mistakes } from '../private/mistakes';
import { absolutePathMistake } from '../private/paths';

/** Properties of `HostPathVolume`. */
export interface HostPathVolumeProps {
  /**
   * Name of the volume in the Pod.
   *
   * @default - the construct's id, in lower case
   */
  readonly name?: string;

  /**
   * Absolute path on the node.
   */
  readonly path: string;

  /**
   * What must be there before the Pod starts.
   *
   * @default HostPathType.UNCHECKED
   */
  readonly type?: HostPathType;
}

/**
 * A file or directory of the node the Pod happens to run on. What is written stays on that node, out of the reach of quotas, and whoever can write
 * to the node's file system can take it over: for agents of the node, and for looking.
 *
 * Refuses a relative path and a name Kubernetes refuses.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
 */
export class HostPathVolume extends PodVolume {
  public constructor(scope: Construct, id: string, props: HostPathVolumeProps) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(absolutePathMistake('path', props.path));
    super(scope, id, props.name, { hostPath: { path: props.path, type: props.type ?? HostPathType.UNCHECKED } }, mistakes);
  }
}
