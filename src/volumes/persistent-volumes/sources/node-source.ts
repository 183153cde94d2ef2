import { MODES, type SourceDefinition } from './source-definition';
import { absolutePathMistake } from '../../../private/paths';
import type { HostPathType } from '../../pods/host-path-type';
import type { VolumeNodeAffinity } from '../volume-node-affinity';

/**
 * A directory or disk of certain nodes.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#local
 */
export interface LocalPersistentVolumeSource {
  /**
   * Absolute path of the directory or device on the node.
   */
  readonly path: string;

  /**
   * The nodes that have it, for example `VolumeNodeAffinity.nodes('ip-10-0-2-5.ec2.internal')`.
   */
  readonly nodeAffinity: VolumeNodeAffinity;

  /**
   * What a device is formatted with, as in `ext4`. Refused for a raw device.
   *
   * @default - Kubernetes' choice
   */
  readonly fsType?: string;
}

export function localSource({ path, nodeAffinity, fsType }: LocalPersistentVolumeSource): SourceDefinition {
  return {
    what: 'a local volume',
    fields: () => ({ local: { path, fsType } }),
    nodeAffinity,
    fsType,
    deletion: { impossible: 'Kubernetes deletes nothing of a node' },
    mistakes: [
      absolutePathMistake('path', path),
      // Without types, a caller could leave it out, which Kubernetes refuses.
      nodeAffinity === undefined ? 'nodeAffinity is missing, and a local volume is on certain nodes only; give it, for example VolumeNodeAffinity.nodes(…)' : undefined,
    ],
    ...MODES.local,
  };
}

export function hostPathSource(path: string, type?: HostPathType): SourceDefinition {
  return {
    what: 'a hostPath',
    fields: () => ({ hostPath: { path, type } }),
    deletion: { impossible: 'Kubernetes deletes nothing of a node' },
    isRecyclable: path !== '/',
    takesNoMountOptions: true,
    mistakes: [absolutePathMistake('hostPath', path)],
    ...MODES.hostPath,
  };
}
