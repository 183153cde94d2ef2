import { construct, parameter, type ParameterTable } from './parameters';

const REQUIRED = "metadata: { name: 'nightly' }, schedule: Cron.daily(), claims: SnapshotSelection.labels({ tier: 'db' }), retention: SnapshotRetention.newest(7)";
const env = (index: number) => ['env', String(index), 'value'];

/** What docs/snapshots.md shows of snapshots by a schedule. */
export const SNAPSHOT_SCHEDULE_PARAMETERS: { [name: string]: ParameterTable } = {
  'snapshot schedule': {
    kind: 'CronJob',
    below: ['spec'],
    ...construct('SnapshotSchedule', REQUIRED),
    types: ['SnapshotScheduleProps'],
    unseen: ['SnapshotScheduleProps.metadata', 'SnapshotScheduleProps.claims', 'SnapshotScheduleProps.retention'],
    parameters: [
      parameter('schedule', 'SnapshotScheduleProps.schedule', "schedule: Cron.schedule({ minute: '30', hour: '3' })"),
      parameter('timeZone', 'SnapshotScheduleProps.timeZone', "timeZone: 'Europe/Berlin'"),
      parameter('startingDeadlineSeconds', 'SnapshotScheduleProps.startingDeadline', 'startingDeadline: Duration.minutes(30)'),
      parameter('suspend', 'SnapshotScheduleProps.suspend', 'suspend: true'),
    ],
  },
  'snapshot schedule container': {
    kind: 'CronJob',
    below: ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'containers', '0'],
    ...construct('SnapshotSchedule', REQUIRED),
    types: ['SnapshotSelection', 'SnapshotRetention'],
    parameters: [
      parameter(['args'], 'SnapshotSelection.claims', "claims: SnapshotSelection.claims(PersistentVolumeClaim.fromClaimName(chart, 'Data', 'data'))"),
      parameter(env(1), 'SnapshotSelection.labels', "claims: SnapshotSelection.labels({ app: 'db' })"),
      parameter(env(3), 'SnapshotRetention.newest', 'retention: SnapshotRetention.newest(14)'),
      parameter(env(4), 'SnapshotRetention.youngerThan', 'retention: SnapshotRetention.youngerThan(Duration.days(30))'),
      parameter(env(2), 'SnapshotScheduleProps.snapshotClass', "snapshotClass: VolumeSnapshotClass.fromName('ebs')"),
      parameter(env(2), 'SnapshotScheduleProps.snapshotLabels', "snapshotLabels: { team: 'db' }"),
      parameter(env(5), 'SnapshotScheduleProps.waitUntilReady', 'waitUntilReady: true'),
      parameter(env(6), 'SnapshotScheduleProps.timeout', 'timeout: Duration.hours(2)'),
      parameter(['image'], 'SnapshotScheduleProps.image', "image: 'registry.example.com/kubectl:1.34.1'"),
    ],
  },
};
