import type { SnapshotKind } from './custom-resource-definition';
import { DELETION_POLICY_SCHEMA, ERROR_SCHEMA, exactlyOne, immutable, keptOnceSet, kind, object, text } from './json-schema';

const SPEC = object('What snapshot of the storage system this stands for.', {
  deletionPolicy: DELETION_POLICY_SCHEMA,
  driver: text('CSI driver that took the snapshot, by the name it registers under.'),
  source: object('The volume to take a snapshot of, or the snapshot that exists already.', {
    volumeHandle: text("The driver's id of the volume a snapshot is to be taken of.", immutable('volumeHandle')),
    snapshotHandle: text("The driver's id of a snapshot that exists already.", immutable('snapshotHandle')),
  }, {
    'x-kubernetes-validations': [
      keptOnceSet('volumeHandle'),
      keptOnceSet('snapshotHandle'),
      exactlyOne('volumeHandle', 'snapshotHandle'),
    ],
  }),
  sourceVolumeMode: text('Filesystem or Block, as the volume was; without it, unknown.', immutable('sourceVolumeMode')),
  volumeSnapshotClassName: text('VolumeSnapshotClass the snapshot was taken with.'),
  volumeSnapshotRef: object('VolumeSnapshot this content belongs to.', {
    apiVersion: text('Group and version of the VolumeSnapshot.'),
    kind: text('VolumeSnapshot.'),
    name: text('Its name.'),
    namespace: text('Its namespace.'),
    uid: text('Its uid, once it is bound.'),
    resourceVersion: text('Its version at that time.'),
    fieldPath: text('Not used.'),
  }, {
    'x-kubernetes-map-type': 'atomic',
    // "namespace" is a reserved word of the rules' language, hence the underscores.
    'x-kubernetes-validations': [{
      rule: 'has(self.name) && has(self.__namespace__)',
      message: 'both spec.volumeSnapshotRef.name and spec.volumeSnapshotRef.namespace must be set',
    }],
  }),
}, {
  'required': ['deletionPolicy', 'driver', 'source', 'volumeSnapshotRef'],
  'x-kubernetes-validations': [keptOnceSet('sourceVolumeMode')],
});

const STATUS = object('How far the snapshot is.', {
  creationTime: { type: 'integer', format: 'int64', description: 'When the storage system took the snapshot, in nanoseconds since 1970.' },
  readyToUse: { type: 'boolean', description: 'Whether a volume can be restored from it.' },
  restoreSize: { type: 'integer', format: 'int64', minimum: 0, description: 'Least size in bytes of a volume that is restored from it.' },
  snapshotHandle: text("The driver's id of the snapshot."),
  error: ERROR_SCHEMA,
  volumeGroupSnapshotHandle: text("The driver's id of the group snapshot this one was taken with."),
});

export const VOLUME_SNAPSHOT_CONTENT: SnapshotKind = {
  kind: 'VolumeSnapshotContent',
  shortNames: ['vsc', 'vscs'],
  scope: 'Cluster',
  approvedIn: 955,
  columns: [
    ['ReadyToUse', 'boolean', '.status.readyToUse'],
    ['RestoreSize', 'integer', '.status.restoreSize'],
    ['DeletionPolicy', 'string', '.spec.deletionPolicy'],
    ['Driver', 'string', '.spec.driver'],
    ['VolumeSnapshotClass', 'string', '.spec.volumeSnapshotClassName'],
    ['VolumeSnapshot', 'string', '.spec.volumeSnapshotRef.name'],
    ['VolumeSnapshotNamespace', 'string', '.spec.volumeSnapshotRef.namespace'],
    ['Age', 'date', '.metadata.creationTimestamp'],
  ],
  hasStatus: true,
  schema: kind('A snapshot as it is in the storage system.', { spec: SPEC, status: STATUS }, ['spec']),
};
