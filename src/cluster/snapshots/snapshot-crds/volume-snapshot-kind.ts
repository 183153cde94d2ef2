import type { SnapshotKind } from './custom-resource-definition';
import { ERROR_SCHEMA, exactlyOne, immutable, keptOnceSet, kind, object, text } from './json-schema';

/** How Kubernetes writes an amount: `500Mi`, `1.5e3`, `10G`. */
const QUANTITY = '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

const SPEC = object('What is asked for.', {
  source: object('What the snapshot is taken of, or where it already is.', {
    persistentVolumeClaimName: text('Claim in the same namespace, of whose volume a snapshot is to be taken.', immutable('persistentVolumeClaimName')),
    volumeSnapshotContentName: text('VolumeSnapshotContent that stands for a snapshot which exists already.', immutable('volumeSnapshotContentName')),
  }, {
    'x-kubernetes-validations': [
      keptOnceSet('persistentVolumeClaimName'),
      keptOnceSet('volumeSnapshotContentName'),
      exactlyOne('volumeSnapshotContentName', 'persistentVolumeClaimName'),
    ],
  }),
  volumeSnapshotClassName: text("VolumeSnapshotClass to use; without one, the default class of the claim's driver.", {
    'x-kubernetes-validations': [{ rule: 'size(self) > 0', message: 'volumeSnapshotClassName must not be the empty string when set' }],
  }),
}, { required: ['source'] });

const STATUS = object('How far the snapshot is. Trust it only if the VolumeSnapshotContent it names points back.', {
  boundVolumeSnapshotContentName: text('VolumeSnapshotContent this snapshot is bound to.'),
  creationTime: text('When the storage system took the snapshot.', { format: 'date-time' }),
  readyToUse: { type: 'boolean', description: 'Whether a volume can be restored from it.' },
  restoreSize: text('Least size of a volume that is restored from it.', { 'pattern': QUANTITY, 'x-kubernetes-int-or-string': true }),
  error: ERROR_SCHEMA,
  volumeGroupSnapshotName: text('VolumeGroupSnapshot that this snapshot was taken with.'),
});

export const VOLUME_SNAPSHOT: SnapshotKind = {
  kind: 'VolumeSnapshot',
  shortNames: ['vs'],
  scope: 'Namespaced',
  approvedIn: 814,
  columns: [
    ['ReadyToUse', 'boolean', '.status.readyToUse'],
    ['SourcePVC', 'string', '.spec.source.persistentVolumeClaimName'],
    ['SourceSnapshotContent', 'string', '.spec.source.volumeSnapshotContentName'],
    ['RestoreSize', 'string', '.status.restoreSize'],
    ['SnapshotClass', 'string', '.spec.volumeSnapshotClassName'],
    ['SnapshotContent', 'string', '.status.boundVolumeSnapshotContentName'],
    ['CreationTime', 'date', '.status.creationTime'],
    ['Age', 'date', '.metadata.creationTimestamp'],
  ],
  hasStatus: true,
  schema: kind('A snapshot that somebody asks for, or one that exists already and is brought in.', { spec: SPEC, status: STATUS }, ['spec']),
};
