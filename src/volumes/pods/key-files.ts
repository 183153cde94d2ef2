import { isWholeNumber } from '../../private/whole-numbers';

/** Files of a volume, as Kubernetes has them, and what is wrong with them. */
export interface VolumeFiles {
  /** None at all stands for every key. */
  readonly items?: object[];

  /** Where the files are, as far as that is known before the Pod runs. */
  readonly paths: string[];

  readonly mistakes: (string | undefined)[];
}

/** Keys of a Secret or ConfigMap as files. */
export function keyFiles(items: Record<string, string> = {}, modes: Record<string, number> = {}): VolumeFiles {
  const files = Object.entries(items).map(([key, path]) => ({ key, path, mode: modes[path] }));
  const paths = files.map(({ path }) => path);
  return {
    items: files.length > 0 ? files : undefined,
    paths,
    mistakes: [
      ...Object.keys(items).map((key) => key.length <= 253 && /^[-._A-Za-z0-9]+$/.test(key) ? undefined
        : `items has the key '${key}', which no object can have; use letters, digits, '-', '_' and '.', at most 253`),
      ...pathMistakes(paths),
      ...modesMistakes(modes, paths, 'items'),
    ],
  };
}

/** @see https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/volume/#KeyToPath */
export function pathMistakes(paths: string[]): (string | undefined)[] {
  return paths.filter((path) => path === '' || path.startsWith('/') || path.startsWith('..') || path.split('/').includes('..'))
    .map((path) => `path '${path}' is not inside the volume; give a relative path without '..'`);
}

export function modeMistake(property: string, mode: number | undefined): string | undefined {
  return mode === undefined || isWholeNumber(mode, 0, 0o777) ? undefined : `${property} ${mode} is not a file mode; give 0 to 0o777, for example 0o440`;
}

export function modesMistakes(modes: Record<string, number>, paths: string[], where: string): (string | undefined)[] {
  return Object.entries(modes).flatMap(([path, mode]) => [
    modeMistake(`modes of '${path}'`, mode),
    paths.includes(path) ? undefined : `modes names the file '${path}', which ${where} does not make; give the path of one of its files`,
  ]);
}
