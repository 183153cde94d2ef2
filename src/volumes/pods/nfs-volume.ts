import type { Construct } from 'constructs';
import { nfsMistakes, type NfsVolumeSource } from './nfs-volume-source';
import { PodVolume } from './pod-volume';
import { Mistakes } from '../../private/mistakes';

/** Properties of `NfsVolume`. */
export interface NfsVolumeProps extends NfsVolumeSource {
  /**
   * Name of the volume in the Pod: at most 63 lower case letters, digits and `-`.
   *
   * @default - the construct's id, in lower case
   */
  readonly name?: string;
}

/**
 * A directory of an NFS server, shared by all Pods that mount it. Mount options need a PersistentVolume: see `PersistentVolumeSource.nfs`.
 *
 * Refuses an empty server, a relative path and a name Kubernetes refuses.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#nfs
 */
export class NfsVolume extends PodVolume {
  public constructor(scope: Construct, id: string, props: NfsVolumeProps) {
    const { name, ...nfs } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...nfsMistakes(nfs));
    super(scope, id, name, { nfs }, mistakes);
  }
}
