import type { Size } from 'cdk8s';
import type { Construct } from 'constructs';
import { PodVolume } from './pod-volume';
import { Mistakes } from '../../private/mistakes';
import { sizeMistake } from '../../private/sizes';

/** Properties of `EmptyDirVolume`. */
export interface EmptyDirVolumeProps {
  /**
   * Name of the volume in the Pod: at most 63 lower case letters, digits and `-`.
   *
   * @default - the construct's id, in lower case
   */
  readonly name?: string;

  /**
   * Keep the files in the node's memory. They count towards the memory limits of the containers that write them. Needs a `sizeLimit`.
   *
   * @default false
   */
  readonly inMemory?: boolean;

  /**
   * Most that may be written. The kubelet evicts a Pod that writes more.
   *
   * @default - what the node has; in memory, an error
   */
  readonly sizeLimit?: Size;

  /**
   * Keep the files in huge pages of this size, as in `Size.mebibytes(2)`. A container must ask for `hugepages-2Mi` to use them, and the node must have them.
   * Refused together with `inMemory`.
   *
   * @default - no huge pages
   * @see https://kubernetes.io/docs/tasks/manage-hugepages/scheduling-hugepages/
   */
  readonly hugePages?: Size;
}

/**
 * A directory that starts empty and lives as long as the Pod: for scratch space, and for containers of one Pod that share files.
 *
 * Refuses a name Kubernetes refuses, a size of zero, and memory without a size limit, which could take all that the node has.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
 */
export class EmptyDirVolume extends PodVolume {
  public constructor(scope: Construct, id: string, props: EmptyDirVolumeProps = {}) {
    const { name, inMemory = false, sizeLimit, hugePages } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      sizeMistake('sizeLimit', sizeLimit),
      sizeMistake('hugePages', hugePages),
      inMemory && sizeLimit === undefined ? 'inMemory true has no sizeLimit, and could take all the memory of the node; give one, for example Size.mebibytes(64)' : undefined,
      inMemory && hugePages !== undefined ? `hugePages '${hugePages.asString()}' are given together with inMemory; leave one of them out` : undefined,
    );
    const medium = hugePages === undefined ? (inMemory ? 'Memory' : undefined) : `HugePages-${hugePages.asString()}`;
    super(scope, id, name, { emptyDir: { medium, sizeLimit: sizeLimit?.asString() } }, mistakes);
  }
}
