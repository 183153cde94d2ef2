import type { ApiObject } from 'cdk8s';

const API_GROUP = 'rbac.authorization.k8s.io';

export const RBAC_API_VERSION = `${API_GROUP}/v1`;

/** What a binding says that gives a Role or ClusterRole to a service account, but for its name. */
export function roleBinding({ kind, name }: ApiObject, serviceAccount: ApiObject) {
  return {
    apiVersion: RBAC_API_VERSION,
    kind: `${kind}Binding`,
    roleRef: { apiGroup: API_GROUP, kind, name },
    subjects: [{ kind: serviceAccount.kind, name: serviceAccount.name, namespace: serviceAccount.metadata.namespace }],
  };
}
