import type { Size } from 'cdk8s';
import type { ResourceFieldPaths } from 'cdk8s-plus-27';
import { modesMistakes, pathMistakes, type VolumeFiles } from './key-files';
import { labelMistakes } from '../../private/names';
import { repetitionsIn } from '../../private/repetitions';

/** What a container may use, as a file. */
export interface ContainerResourceFile {
  /**
   * Path of the file in the volume.
   */
  readonly path: string;

  /**
   * Name of the container.
   */
  readonly containerName: string;

  /**
   * Which of its requests or limits the file holds.
   */
  readonly resource: ResourceFieldPaths;

  /**
   * Unit that memory and storage are counted in, as in `Size.mebibytes(1)`. Numbers are rounded up.
   *
   * @default - bytes; cores for CPU
   */
  readonly unit?: Size;
}

/** Options of the files that tell of the Pod. */
export interface DownwardApiOptions {
  /**
   * What containers of the Pod may use.
   *
   * @default - none
   */
  readonly resources?: ContainerResourceFile[];

  /**
   * Permissions of single files by their path, 0 to 0o777, as in `{ labels: 0o440 }`.
   *
   * @default - those of the volume
   */
  readonly modes?: { [path: string]: number };
}

const FIELDS = ['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', 'metadata.annotations'];

/** @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/ */
export function downwardApiFiles(fields: Record<string, string>, { resources = [], modes = {} }: DownwardApiOptions = {}): VolumeFiles {
  const paths = [...Object.keys(fields), ...resources.map(({ path }) => path)];
  return {
    items: [
      ...Object.entries(fields).map(([path, fieldPath]) => ({ path, fieldRef: { fieldPath }, mode: modes[path] })),
      ...resources.map(({ path, containerName, resource, unit }) =>
        ({ path, resourceFieldRef: { containerName, resource, divisor: unit?.asString() }, mode: modes[path] })),
    ],
    paths,
    mistakes: [
      paths.length === 0 ? 'downwardApi names no field; give at least one, for example { labels: \'metadata.labels\' }' : undefined,
      ...pathMistakes(paths),
      ...repetitionsIn(paths).map((path) => `path '${path}' is given to a field and to a resource; give each its own path`),
      ...Object.values(fields).map(fieldMistake),
      ...resources.map(({ path, containerName }) => containerName === '' ? `containerName '' of '${path}' is empty; name the container whose resources it tells` : undefined),
      ...resources.map(({ path, resource, unit }) => unit !== undefined && resource.endsWith('.cpu')
        ? `unit '${unit.asString()}' of '${path}' counts bytes, but ${resource} is in cores; leave it out` : undefined),
      ...modesMistakes(modes, paths, 'the downward API'),
    ],
  };
}

function fieldMistake(field: string): string | undefined {
  const [, key] = /^metadata\.(?:labels|annotations)\['(.+)'\]$/.exec(field) ?? [];
  if (key !== undefined) return labelMistakes('field', { [key]: '' })[0];
  return FIELDS.includes(field) ? undefined
    : `field '${field}' cannot be a file; give one of ${FIELDS.join(', ')}, or one label or annotation as in "metadata.labels['app']"`;
}
