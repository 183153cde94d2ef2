import type { IConfigMap, ISecret } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { type DownwardApiOptions, downwardApiFiles } from './downward-api';
import { keyFiles, modeMistake } from './key-files';
import { PodVolume } from './pod-volume';
import type { ProjectedKeysOptions } from './projected-source';
import { Mistakes } from '../../private/mistakes';
import { repetitionsIn } from '../../private/repetitions';

/** Properties of `ConfigMapVolume`. */
export interface ConfigMapVolumeProps extends ProjectedKeysOptions {
  /**
   * Name of the volume in the Pod: at most 63 lower case letters, digits and `-`.
   *
   * @default - the construct's id, in lower case
   */
  readonly name?: string;

  /**
   * The config map, of the Pod's namespace.
   */
  readonly configMap: IConfigMap;

  /**
   * Permissions of the files, 0 to 0o777, as in `0o440`.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;
}

/** Properties of `SecretVolume`. */
export interface SecretVolumeProps extends ProjectedKeysOptions {
  /**
   * Name of the volume in the Pod: at most 63 lower case letters, digits and `-`.
   *
   * @default - the construct's id, in lower case
   */
  readonly name?: string;

  /**
   * The secret, of the Pod's namespace.
   */
  readonly secret: ISecret;

  /**
   * Permissions of the files, 0 to 0o777, as in `0o440`.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;
}

/** Properties of `DownwardApiVolume`. */
export interface DownwardApiVolumeProps extends DownwardApiOptions {
  /**
   * Name of the volume in the Pod: at most 63 lower case letters, digits and `-`.
   *
   * @default - the construct's id, in lower case
   */
  readonly name?: string;

  /**
   * The field that each file holds: `{ labels: 'metadata.labels' }`.
   *
   * @default - none
   */
  readonly fields?: { [path: string]: string };

  /**
   * Permissions of the files, 0 to 0o777, as in `0o440`.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;
}

/**
 * The keys of a ConfigMap as files.
 *
 * Refuses names and keys Kubernetes refuses, paths that are absolute, leave the directory or appear twice, and permissions outside 0 to 0o777.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#configmap
 */
export class ConfigMapVolume extends PodVolume {
  public constructor(scope: Construct, id: string, props: ConfigMapVolumeProps) {
    const { name, configMap, defaultMode, optional } = props;
    const { items, mistakes } = filesOf(scope, id, props);
    super(scope, id, name, { configMap: { name: configMap.name, items, defaultMode, optional } }, mistakes);
  }
}

/**
 * The keys of a Secret as files, in the node's memory.
 *
 * Refuses names and keys Kubernetes refuses, paths that are absolute, leave the directory or appear twice, and permissions outside 0 to 0o777.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#secret
 */
export class SecretVolume extends PodVolume {
  public constructor(scope: Construct, id: string, props: SecretVolumeProps) {
    const { name, secret, defaultMode, optional } = props;
    const { items, mistakes } = filesOf(scope, id, props);
    super(scope, id, name, { secret: { secretName: secret.name, items, defaultMode, optional } }, mistakes);
  }
}

/**
 * Facts about the Pod as files: its name, labels and annotations, and what its containers may use.
 *
 * Refuses fields that Kubernetes gives to environment variables only, paths that are absolute, leave the directory or appear twice, and permissions outside 0 to
 * 0o777.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
 */
export class DownwardApiVolume extends PodVolume {
  public constructor(scope: Construct, id: string, props: DownwardApiVolumeProps) {
    const { name, fields = {}, defaultMode } = props;
    const files = downwardApiFiles(fields, props);
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...files.mistakes, modeMistake('defaultMode', defaultMode));
    super(scope, id, name, { downwardAPI: { items: files.items, defaultMode } }, mistakes);
  }
}

function filesOf(scope: Construct, id: string, props: ProjectedKeysOptions & { defaultMode?: number }) {
  const { items, paths, mistakes: found } = keyFiles(props.items, props.modes);
  const mistakes = new Mistakes(scope, id);
  mistakes.add(
    ...found,
    ...repetitionsIn(paths).map((path) => `path '${path}' is given to more than one key; give each its own path`),
    modeMistake('defaultMode', props.defaultMode),
  );
  return { items, mistakes };
}
