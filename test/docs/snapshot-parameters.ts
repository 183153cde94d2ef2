import { construct, parameter, type ParameterTable } from './parameters';

const REASON = "complianceReason: 'SEC 17a-4'";

/** What docs/storage-classes.md shows of classes of snapshots. */
export const SNAPSHOT_CLASS_PARAMETERS: { [name: string]: ParameterTable } = {
  'every VolumeSnapshotClass': {
    kind: 'VolumeSnapshotClass',
    below: [],
    ...construct('VolumeSnapshotClass', "driver: 'some.csi.driver', deletionPolicy: DeletionPolicy.RETAIN"),
    types: ['VolumeSnapshotClassOptions', 'VolumeSnapshotClassProps'],
    parameters: [
      parameter(['metadata', 'name'], 'VolumeSnapshotClassOptions.metadata', "metadata: { name: 'nightly' }"),
      parameter('deletionPolicy', 'VolumeSnapshotClassOptions.deletionPolicy', 'deletionPolicy: DeletionPolicy.DELETE'),
      parameter(['metadata', 'annotations', 'snapshot.storage.kubernetes.io/is-default-class'], 'VolumeSnapshotClassOptions.isDefault', 'isDefault: true'),
      parameter('driver', 'VolumeSnapshotClassProps.driver', "driver: 'csi.example.com'"),
      parameter('parameters', 'VolumeSnapshotClassProps.parameters', "parameters: { tier: 'cold' }"),
    ],
  },
  'EBS snapshot parameters': {
    kind: 'VolumeSnapshotClass',
    below: ['parameters'],
    ...construct('EbsVolumeSnapshotClass', 'deletionPolicy: DeletionPolicy.RETAIN'),
    types: ['EbsVolumeSnapshotClassProps', 'SnapshotLock', 'SnapshotLockOptions', 'ComplianceLockOptions', 'SnapshotLockLimits'],
    parameters: [
      parameter('fastSnapshotRestoreAvailabilityZones', 'EbsVolumeSnapshotClassProps.fastSnapshotRestoreZones', "fastSnapshotRestoreZones: ['eu-west-1a', 'eu-west-1b']"),
      parameter('lockMode', 'EbsVolumeSnapshotClassProps.lock', 'lock: SnapshotLock.governance({ duration: Duration.days(30) })'),
      parameter('lockMode', 'SnapshotLock.governance', 'lock: SnapshotLock.governance({ duration: Duration.days(30) })'),
      parameter('lockMode', 'SnapshotLock.compliance', `lock: SnapshotLock.compliance({ duration: Duration.days(30), ${REASON} })`),
      parameter('lockMode', 'ComplianceLockOptions.complianceReason', `lock: SnapshotLock.compliance({ duration: Duration.days(30), ${REASON} })`),
      parameter('lockCoolOffPeriod', 'ComplianceLockOptions.coolOffPeriod',
        `lock: SnapshotLock.compliance({ duration: Duration.days(30), coolOffPeriod: Duration.hours(24), ${REASON} })`),
      parameter('lockDuration', 'SnapshotLockOptions.duration', 'lock: SnapshotLock.governance({ duration: Duration.days(30) })'),
      parameter('lockExpirationDate', 'SnapshotLockOptions.expirationDate', "lock: SnapshotLock.governance({ expirationDate: '2030-01-01T00:00:00Z' })"),
      parameter('lockDuration', 'SnapshotLockOptions.limits',
        'lock: SnapshotLock.governance({ duration: Duration.days(40000), limits: { maxDuration: Duration.days(50000) } })'),
      parameter('lockDuration', 'SnapshotLockLimits.maxDuration',
        'lock: SnapshotLock.governance({ duration: Duration.days(40000), limits: { maxDuration: Duration.days(50000) } })'),
      parameter('lockCoolOffPeriod', 'SnapshotLockLimits.maxCoolOffPeriod',
        `lock: SnapshotLock.compliance({ duration: Duration.days(30), coolOffPeriod: Duration.days(7), limits: { maxCoolOffPeriod: Duration.days(7) }, ${REASON} })`),
      parameter('outpostArn', 'EbsVolumeSnapshotClassProps.outpostArn', "outpostArn: 'arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0'"),
      parameter('tagSpecification_1', 'EbsVolumeSnapshotClassProps.tags', "tags: { Of: '{{ .VolumeSnapshotNamespace }}/{{ .VolumeSnapshotName }}', Team: 'web' }"),
      parameter('newParameter', 'EbsVolumeSnapshotClassProps.extraParameters', "extraParameters: { newParameter: '1' }"),
    ],
  },
};
