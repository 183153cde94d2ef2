import { isUnresolved } from './cdk-tokens';

/** A path in a container or on a node starts at the root; Windows nodes name their drive first. */
export function absolutePathMistake(property: string, path: string): string | undefined {
  if (isUnresolved(path) || /^(\/|[A-Za-z]:[\\/])/.test(path)) {
    return path.split(/[\\/]/).includes('..') ? `${property} '${path}' contains '..', which Kubernetes refuses; write the path it leads to` : undefined;
  }
  return `${property} '${path}' is not absolute; ${path === '' ? "give one that starts with '/'" : `write '/${path.replace(/^(\.\/)+/, '')}'`}`;
}
