import type { Construct } from 'constructs';
import { HostPathType } from './host-path-type';
import { PodVolume } from './pod-volume';
import { WRITABLE_HOST_PATH } from '../../checks/mounts';
import { Mistakes } from '../../private/mistakes';
import { absolutePathMistake } from '../../private/paths';

/** Properties of `HostPathVolume`. */
export interface HostPathVolumeProps {
  /**
   * Name of the volume in the Pod: at most 63 lower case letters, digits and `-`.
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

  /**
   * Why Pods must be able to write there. Without it, every mount must be `{ readOnly: true }`; sockets and devices always need it, because a
   * read-only mount does not keep anybody from talking to them. The object of the Pods carries it in the annotation
   * `cdk8s-eks-storage/writable-host-path-reason`.
   *
   * @default - none: read-only
   */
  readonly writableReason?: string;
}

const NEVER_READ_ONLY = [HostPathType.SOCKET, HostPathType.CHAR_DEVICE, HostPathType.BLOCK_DEVICE];

/**
 * A file or directory of the node the Pod happens to run on. What is written stays on that node, out of the reach of quotas, and whoever can write
 * to the node's file system can take it over: for agents of the node, and for looking. The Pod Security Standard "baseline" allows no hostPath at all.
 *
 * Refuses a relative path, a name Kubernetes refuses, and to be written to without a reason; the latter at synth, where Pods mount it.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
 */
export class HostPathVolume extends PodVolume {
  /** The reason as the annotation that Pods of cdk8s-plus get by themselves, for a Pod that is written by hand; empty without a reason. */
  public readonly annotations: { [key: string]: string };

  public constructor(scope: Construct, id: string, props: HostPathVolumeProps) {
    const { name, path, type = HostPathType.UNCHECKED, writableReason } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      absolutePathMistake('path', path),
      writableReason?.trim() === '' ? "writableReason '' says nothing; write why Pods must write to the node, or leave it out and mount the volume read-only" : undefined,
      writableReason === undefined && NEVER_READ_ONLY.includes(type)
        ? `type ${type} is as good as writable, however it is mounted; write why Pods need '${path}' in writableReason` : undefined,
    );
    super(scope, id, name, { hostPath: { path, type } }, mistakes, { nodePath: path, writableReason });
    this.annotations = writableReason === undefined ? {} : { [WRITABLE_HOST_PATH]: `${this.name}: ${writableReason}` };
  }
}
