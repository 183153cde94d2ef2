import type { Construct } from 'constructs';
import { PodVolume } from './pod-volume';
import type { ProjectedSource } from './projected-source';
import { repetitionsIn } from './repetitions';
import { Mistakes } from '../private/mistakes';
import { isWholeNumber } from '../private/whole-numbers';

/** Properties of `ProjectedVolume`. */
export interface ProjectedVolumeProps {
  /**
   * Name of the volume in the Pod.
   *
   * @default - the construct's id, in lower case
   */
  readonly name?: string;

  /**
   * What appears in the directory.
   */
  readonly sources: ProjectedSource[];

  /**
   * Permissions of the files, as in `0o440`.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;
}

/**
 * Secrets, config maps, facts about the Pod and tokens, together in one directory.
 *
 * Refuses a name Kubernetes refuses, no sources at all, a file path that is absolute or leaves the directory, one that appears twice, permissions
 * outside 0 to 0o777 and tokens that live less than ten minutes.
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
      defaultMode === undefined || isWholeNumber(defaultMode, 0, 0o777) ? undefined
        : `defaultMode ${defaultMode} is not a file mode; give 0 to 0o777, for example 0o440`,
    );
    super(scope, id, name, { projected: { sources: sources.map((source) => source._toKube()), defaultMode } }, mistakes);
  }
}
