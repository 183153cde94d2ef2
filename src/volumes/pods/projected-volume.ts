import type { Construct } from 'constructs';
import { modeMistake } from './key-files';
import { PodVolume } from './pod-volume';
import type { ProjectedSource } from './projected-source';
import { Mistakes } from '../../private/mistakes';
import { repetitionsIn } from '../../private/repetitions';

/** Properties of `ProjectedVolume`. */
export interface ProjectedVolumeProps {
  /**
   * Name of the volume in the Pod: at most 63 lower case letters, digits and `-`.
   *
   * @default - the construct's id, in lower case
   */
  readonly name?: string;

  /**
   * What appears in the directory.
   */
  readonly sources: ProjectedSource[];

  /**
   * Permissions of the files, 0 to 0o777, as in `0o440`.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;
}

/**
 * Secrets, config maps, facts about the Pod, tokens and certificates, together in one directory.
 *
 * Refuses a name Kubernetes refuses, no sources at all, a file path that is absolute or leaves the directory, one that appears twice, permissions
 * outside 0 to 0o777, tokens that live less than ten minutes, and what its sources refuse.
 *
 * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/
 */
export class ProjectedVolume extends PodVolume {
  public constructor(scope: Construct, id: string, props: ProjectedVolumeProps) {
    const { name, sources, defaultMode } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      sources.length === 0 ? 'sources [] is empty; give at least one, for example ProjectedSource.configMap(…)' : undefined,
      ...sources.flatMap((source) => source._mistakes()),
      ...repetitionsIn(sources.flatMap((source) => source._paths())).map((path) => `path '${path}' is written by more than one source; give each its own path`),
      modeMistake('defaultMode', defaultMode),
    );
    const isWrittenOut = sources.some((source) => source._isNewerThanCdk8sPlus);
    super(scope, id, name, { projected: { sources: sources.map((source) => source._toKube()), defaultMode } }, mistakes, { isWrittenOut });
  }
}
