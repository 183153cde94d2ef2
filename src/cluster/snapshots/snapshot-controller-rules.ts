import { SNAPSHOT_API_GROUP } from '../../private/snapshot-api';

const READ = ['get', 'list', 'watch'];

/**
 * What the snapshot controller of v8.6.0 may do in the whole cluster. Upstream's rules also cover group snapshots, which are switched off here,
 * and nodes, which only distributed snapshotting reads.
 *
 * @see https://github.com/kubernetes-csi/external-snapshotter/blob/v8.6.0/deploy/kubernetes/snapshot-controller/rbac-snapshot-controller.yaml
 */
export const CLUSTER_RULES = [
  rule('', 'persistentvolumes', READ),
  rule('', 'persistentvolumeclaims', [...READ, 'update']),
  rule('', 'events', ['list', 'watch', 'create', 'update', 'patch']),
  rule(SNAPSHOT_API_GROUP, 'volumesnapshotclasses', READ),
  rule(SNAPSHOT_API_GROUP, 'volumesnapshotcontents', [...READ, 'create', 'update', 'patch', 'delete']),
  rule(SNAPSHOT_API_GROUP, 'volumesnapshotcontents/status', ['patch']),
  rule(SNAPSHOT_API_GROUP, 'volumesnapshots', [...READ, 'create', 'update', 'patch', 'delete']),
  rule(SNAPSHOT_API_GROUP, 'volumesnapshots/status', ['update', 'patch']),
];

/** What its replicas need, in their own namespace, to agree which of them leads. */
export const LEADER_ELECTION_RULES = [
  rule('coordination.k8s.io', 'leases', [...READ, 'create', 'update', 'delete']),
];

function rule(apiGroup: string, resource: string, verbs: string[]) {
  return { apiGroups: [apiGroup], resources: [resource], verbs };
}
