import type { SnapshotKind } from './custom-resource-definition';
import { DELETION_POLICY_SCHEMA, kind, text } from './json-schema';

export const VOLUME_SNAPSHOT_CLASS: SnapshotKind = {
  kind: 'VolumeSnapshotClass',
  shortNames: ['vsclass', 'vsclasses'],
  scope: 'Cluster',
  approvedIn: 814,
  columns: [
    ['Driver', 'string', '.driver'],
    ['DeletionPolicy', 'string', '.deletionPolicy'],
    ['Age', 'date', '.metadata.creationTimestamp'],
  ],
  hasStatus: false,
  schema: kind('How snapshots are taken: by which driver, with which parameters.', {
    driver: text('CSI driver that takes the snapshots.'),
    deletionPolicy: DELETION_POLICY_SCHEMA,
    parameters: {
      type: 'object',
      description: 'What the driver is told; Kubernetes does not look into it.',
      additionalProperties: { type: 'string' },
    },
  }, ['deletionPolicy', 'driver']),
};
