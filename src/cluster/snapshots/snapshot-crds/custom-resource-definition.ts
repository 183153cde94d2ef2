import type { ApiObjectProps } from 'cdk8s';
import type { JsonSchema } from './json-schema';
import { SNAPSHOT_API_GROUP } from '../../../private/snapshot-api';

/** What tells one snapshot kind from the others. */
export interface SnapshotKind {
  readonly kind: string;
  readonly shortNames: string[];
  readonly scope: 'Cluster' | 'Namespaced';

  /** Pull request in which the API was approved; the API server asks for it in groups that end in `.k8s.io`. */
  readonly approvedIn: number;

  /** Columns of `kubectl get`, as `[name, type, path]`. */
  readonly columns: [string, string, string][];

  readonly hasStatus: boolean;
  readonly schema: JsonSchema;
}

export function customResourceDefinition({ kind, shortNames, scope, approvedIn, ...version }: SnapshotKind): ApiObjectProps {
  const singular = kind.toLowerCase();
  const plural = singular.endsWith('s') ? `${singular}es` : `${singular}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${SNAPSHOT_API_GROUP}`,
      annotations: { 'api-approved.kubernetes.io': `https://github.com/kubernetes-csi/external-snapshotter/pull/${approvedIn}` },
    },
    spec: {
      group: SNAPSHOT_API_GROUP,
      scope,
      names: { kind, listKind: `${kind}List`, plural, singular, shortNames },
      versions: [
        { name: 'v1', served: true, storage: true, ...versionOf(version, version.schema) },
        {
          // Clusters that once stored it refuse a definition that no longer names it.
          name: 'v1beta1',
          served: false,
          storage: false,
          deprecated: true,
          deprecationWarning: `${SNAPSHOT_API_GROUP}/v1beta1 ${kind} is deprecated; use ${SNAPSHOT_API_GROUP}/v1 ${kind}`,
          ...versionOf(version, asOfV1Beta1(version.schema)),
        },
      ],
    },
  };
}

function versionOf({ columns, hasStatus }: Pick<SnapshotKind, 'columns' | 'hasStatus'>, schema: JsonSchema): object {
  return {
    schema: { openAPIV3Schema: schema },
    subresources: hasStatus ? { status: {} } : {},
    additionalPrinterColumns: columns.map(([name, type, jsonPath]) => ({ name, type, jsonPath })),
  };
}

/** The schema without what came after v1beta1. */
function asOfV1Beta1(schema: JsonSchema): JsonSchema {
  const later = new Set(['x-kubernetes-validations', 'x-kubernetes-map-type', 'metadata', 'sourceVolumeMode', 'volumeGroupSnapshotHandle', 'volumeGroupSnapshotName']);
  return JSON.parse(JSON.stringify(schema, (key, value) => later.has(key) ? undefined : value));
}
