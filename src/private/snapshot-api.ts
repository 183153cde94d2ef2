/** API group of the three snapshot kinds, which external-snapshotter defines. */
export const SNAPSHOT_API_GROUP = 'snapshot.storage.k8s.io';

/** Group and version the snapshot kinds are written in. */
export const SNAPSHOT_API_VERSION = `${SNAPSHOT_API_GROUP}/v1`;
