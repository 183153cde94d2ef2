import { isObject } from './value-rules';

/** Settings that other properties of the construct decide. */
const DECIDED_ELSEWHERE: { setting: RegExp; instead: string }[] = [
  { setting: /^awsAccessSecret$/, instead: 'is decided by the identity; give SelfManagedEbsCsiDriver the identity DriverIdentity.secret' },
  { setting: /^controller\.k8sTagClusterId$/, instead: 'is set to the name of the cluster, by EKS or by the construct; leave it out' },
  { setting: /^(controller|node|additionalDaemonSets\..+)\.serviceAccount\.(name|create|annotations)$/, instead: 'is decided by the identity; give that' },
  { setting: /^(node|additionalDaemonSets\..+)\.namespaceOverride$/, instead: 'is decided by the namespace; give that' },
];

export function otherPropertyMistakes(property: string, values: { [key: string]: unknown }): string[] {
  return pathsIn(values).flatMap((path) => DECIDED_ELSEWHERE
    .filter(({ setting }) => setting.test(path))
    .map(({ instead }) => `${property} '${path}' ${instead}`));
}

function pathsIn(values: { [key: string]: unknown }, parent = ''): string[] {
  return Object.entries(values).flatMap(([key, value]) => [parent + key, ...(isObject(value) ? pathsIn(value, `${parent}${key}.`) : [])]);
}
