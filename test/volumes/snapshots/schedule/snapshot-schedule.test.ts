import { App, Chart, Cron, Duration, Size, Testing } from 'cdk8s';
import { PersistentVolumeClaim as PlusClaim } from 'cdk8s-plus-27';
import { DeletionPolicy, PersistentVolumeClaim, VolumeSnapshotClass } from '../../../../src';
import { SnapshotRetention } from '../../../../src/volumes/snapshots/schedule/snapshot-retention';
import { SnapshotSchedule } from '../../../../src/volumes/snapshots/schedule/snapshot-schedule';
import type { SnapshotScheduleProps } from '../../../../src/volumes/snapshots/schedule/snapshot-schedule-props';
import { SCHEDULE_SCRIPT } from '../../../../src/volumes/snapshots/schedule/snapshot-schedule-script';
import { SnapshotSelection } from '../../../../src/volumes/snapshots/schedule/snapshot-selection';
import { refusals } from '../../../refusals';

type Options = Partial<SnapshotScheduleProps>;

function inChart(namespace: string | undefined = 'shop') {
  return new Chart(Testing.app(), 'chart', { namespace });
}

const scope = inChart();
const claim = (name: string, namespace?: string) => PersistentVolumeClaim.fromClaimName(scope, `${name}${namespace}`, name, { namespace });
const data = claim('data');
const daily: SnapshotScheduleProps = { schedule: Cron.daily(), claims: SnapshotSelection.claims(data), retention: SnapshotRetention.newest(7) };

function synth(options: Options = {}, namespace?: string): any[] {
  const chart = inChart(namespace);
  new SnapshotSchedule(chart, 'Nightly', { ...daily, ...options });
  return Testing.synth(chart);
}
const one = (kind: string, options?: Options) => synth(options).find((object) => object.kind === kind);
const podOf = (options?: Options) => one('CronJob', options).spec.jobTemplate.spec.template;
const containerOf = (options?: Options) => podOf(options).spec.containers[0];
const env = (options?: Options) =>
  Object.fromEntries(containerOf(options).env.map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom.fieldRef.fieldPath]));

test('every property reaches the CronJob', () => {
  const all: Required<SnapshotScheduleProps> = {
    metadata: { name: 'nightly', namespace: 'db', labels: { team: 'db' }, annotations: { note: 'x' } },
    schedule: Cron.schedule({ minute: '30', hour: '3' }),
    timeZone: 'Europe/Berlin',
    claims: SnapshotSelection.claims(data, claim('logs', 'db')),
    retention: SnapshotRetention.newest(14),
    snapshotClass: VolumeSnapshotClass.fromName('ebs'),
    snapshotLabels: { tier: 'gold' },
    waitUntilReady: true,
    timeout: Duration.hours(2),
    startingDeadline: Duration.minutes(30),
    suspend: true,
    image: 'registry.example.com/kubectl:1.34.1',
  };
  expect(one('CronJob', all)).toEqual({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'nightly', namespace: 'db', labels: { team: 'db' }, annotations: { note: 'x' } },
    spec: {
      schedule: '30 3 * * *',
      timeZone: 'Europe/Berlin',
      suspend: true,
      startingDeadlineSeconds: 1800,
      concurrencyPolicy: 'Forbid',
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 3,
      jobTemplate: { spec: { backoffLimit: 2, activeDeadlineSeconds: 3 * 7200 + 900, template: expect.anything() } },
    },
  });
  expect(podOf(all).spec).toMatchObject({ serviceAccountName: 'snapshot-schedule-nightly', restartPolicy: 'Never', containers: [{ image: all.image, args: ['data', 'logs'] }] });
  expect(env(all)).toEqual({
    SCHEDULE: 'nightly',
    CLAIM_LABELS: '',
    SNAPSHOT: JSON.stringify({
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshot',
      metadata: { name: '%s', labels: { 'tier': 'gold', 'cdk8s-eks-storage/schedule': 'nightly', 'cdk8s-eks-storage/claim': '%s' } },
      spec: { volumeSnapshotClassName: 'ebs', source: { persistentVolumeClaimName: '%s' } },
    }),
    KEEP: '14',
    MAX_AGE: '',
    WAIT_FOR: 'ready',
    TIMEOUT: '7200',
    HOME: '/tmp',
    JOB: "metadata.labels['batch.kubernetes.io/job-name']",
    JOB_UID: "metadata.labels['batch.kubernetes.io/controller-uid']",
  });
});

test('what is not given is not there, or has its default', () => {
  const { metadata, spec } = one('CronJob');
  expect(metadata).toEqual({ name: expect.stringMatching(/^chart-nightly-[0-9a-z]{8}$/), namespace: 'shop' });
  expect(Object.keys(spec).sort()).toEqual(['concurrencyPolicy', 'failedJobsHistoryLimit', 'jobTemplate', 'schedule', 'successfulJobsHistoryLimit']);
  expect(spec.jobTemplate.spec.activeDeadlineSeconds).toBe(2700);
  expect(env()).toMatchObject({ WAIT_FOR: 'taken', TIMEOUT: '600', KEEP: '7', MAX_AGE: '' });
  expect(JSON.parse(env().SNAPSHOT).spec).toEqual({ source: { persistentVolumeClaimName: '%s' } });
});

test('explicit undefined is as if it were not given', () => {
  const undefinedProps: Options = {
    metadata: undefined,
    timeZone: undefined,
    snapshotClass: undefined,
    snapshotLabels: undefined,
    waitUntilReady: undefined,
    timeout: undefined,
    startingDeadline: undefined,
    suspend: undefined,
    image: undefined,
  };
  expect(synth(undefinedProps)).toEqual(synth());
  expect(synth({ metadata: { name: undefined, namespace: undefined } })).toEqual(synth());
});

test('it may create, list and delete the snapshots of its namespace, and nothing else', () => {
  const [serviceAccount, role, binding] = synth({ metadata: { name: 'nightly' } });
  const metadata = { name: 'snapshot-schedule-nightly', namespace: 'shop' };
  expect(serviceAccount).toEqual({ apiVersion: 'v1', kind: 'ServiceAccount', metadata });
  expect(role).toEqual({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata,
    rules: [{ apiGroups: ['snapshot.storage.k8s.io'], resources: ['volumesnapshots'], verbs: ['create', 'list', 'delete'] }],
  });
  expect(binding).toEqual({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'snapshot-schedule-nightly' },
    subjects: [{ kind: 'ServiceAccount', ...metadata }],
  });
  expect(synth().map(({ kind }) => kind)).toEqual(['ServiceAccount', 'Role', 'RoleBinding', 'CronJob']);
});

test('it may list claims where labels select them, and only there', () => {
  const byLabels: Options = { claims: SnapshotSelection.labels({ app: 'db', tier: '' }) };
  expect(one('Role', byLabels).rules.slice(1)).toEqual([{ apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['list'] }]);
  expect(env(byLabels).CLAIM_LABELS).toBe('app=db,tier=');
  expect(containerOf(byLabels).args).toEqual([]);
  expect(JSON.stringify(one('Role'))).not.toContain('persistentvolumeclaims');
});

test('its Pod is one that the restricted Pod Security Standard admits', () => {
  const { spec } = podOf();
  expect(spec.securityContext).toEqual({ runAsNonRoot: true, runAsUser: 65532, runAsGroup: 65532, seccompProfile: { type: 'RuntimeDefault' } });
  expect(spec.containers).toHaveLength(1);
  expect(spec.containers[0].securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  expect(spec.volumes).toEqual([{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }]);
  expect(spec.containers[0].resources).toEqual({ requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } });
  expect(spec.containers[0].image).toBe('docker.io/alpine/kubectl:1.34.1');
});

test('what Kubernetes would replace in the script is not in it', () => {
  const names = containerOf().env.map(({ name }: any) => name);
  for (const name of names) expect(SCHEDULE_SCRIPT).not.toContain(`$(${name})`);
  expect(SCHEDULE_SCRIPT).not.toContain('$$');
});

test('those younger than a time stay, and the newest', () => {
  expect(env({ retention: SnapshotRetention.youngerThan(Duration.days(30)) })).toMatchObject({ KEEP: '1', MAX_AGE: '2592000' });
});

test('the name is that of the CronJob, and never too long for one', () => {
  const deep = new Chart(Testing.app(), 'a-chart-with-a-name-that-goes-on-and-on-for-a-while', { namespace: 'shop' });
  const schedule = new SnapshotSchedule(deep, 'AScheduleWithANameThatGoesOn', daily);
  expect(schedule.name.length).toBeLessThanOrEqual(52);
  expect(Testing.synth(deep)[3].metadata.name).toBe(schedule.name);
  expect(new SnapshotSchedule(inChart(), 'Nightly', { ...daily, metadata: { name: 'x'.repeat(52) } }).name).toHaveLength(52);
});

test('claims of cdk8s-plus will do', () => {
  expect(containerOf({ claims: SnapshotSelection.claims(PlusClaim.fromClaimName(scope, 'Plus', 'plus')) }).args).toEqual(['plus']);
});

describe('a class that keeps in AWS what is deleted here', () => {
  const keeping = (chart: Chart) => new VolumeSnapshotClass(chart, 'Keeping', { driver: 'ebs.csi.aws.com', metadata: { name: 'keeping' }, deletionPolicy: DeletionPolicy.RETAIN });

  test('is refused', () => {
    expect(() => synth({ snapshotClass: keeping(inChart()) })).toThrow("snapshotClass 'keeping' keeps in AWS what is deleted here; give a class with DeletionPolicy.DELETE");
  });

  test('is not found out where only its name is known', () => {
    expect(() => synth({ snapshotClass: VolumeSnapshotClass.fromName('keeping') })).not.toThrow();
  });

  function app(deletionPolicy: DeletionPolicy, isDefault: boolean, options: Options = {}): App {
    const chart = inChart();
    new SnapshotSchedule(chart, 'Nightly', { ...daily, ...options });
    new VolumeSnapshotClass(chart, 'Class', { driver: 'ebs.csi.aws.com', metadata: { name: 'ebs' }, deletionPolicy, isDefault });
    return App.of(chart) as App;
  }

  test('is refused as the default of the app, even if it comes later', () => {
    expect(() => app(DeletionPolicy.RETAIN, true).synth())
      .toThrow("snapshotClass is not given, and the default class 'ebs' keeps in AWS what is deleted here; give a class with DeletionPolicy.DELETE");
  });

  test('does not matter where it is not the default, or the schedule names another', () => {
    expect(() => app(DeletionPolicy.RETAIN, false).synth()).not.toThrow();
    expect(() => app(DeletionPolicy.DELETE, true).synth()).not.toThrow();
    expect(() => app(DeletionPolicy.RETAIN, true, { snapshotClass: VolumeSnapshotClass.fromName('other') }).synth()).not.toThrow();
  });
});

refusals(synth, [
  [{ schedule: Cron.schedule({ minute: '61' }) }, "chart/Nightly: schedule has the minute '61', which Kubernetes refuses"],
  [{ timeZone: 'Berlin' }, "timeZone 'Berlin' is not a time zone"],
  [{ claims: SnapshotSelection.claims() }, 'claims is empty, so there is nothing to take snapshots of; give at least one claim'],
  [{ claims: SnapshotSelection.claims(data, data) }, "claims has 'data' twice; leave one out"],
  [{ claims: SnapshotSelection.claims(claim('data', 'bank')) }, "claims has 'data' of the namespace 'bank', but the schedule is in 'shop'; give each namespace a schedule of its own"],
  [{ metadata: { namespace: 'bank' }, claims: SnapshotSelection.claims(claim('till', 'shop')) }, "claims has 'till' of the namespace 'shop', but the schedule is in 'bank'"],
  [{ claims: SnapshotSelection.claims(new PlusClaim(inChart('bank'), 'Plus', { metadata: { name: 'plus' } })) }, "claims has 'plus' of the namespace 'bank'"],
  [{ claims: SnapshotSelection.labels({}) }, 'claims has no labels, which is every claim; give at least one'],
  [{ claims: SnapshotSelection.labels({ app: 'a b' }) }, "claims gives 'app' the value 'a b', which is not a label value"],
  [{ retention: SnapshotRetention.newest(0) }, 'retention newest 0 is not a number of snapshots to keep; give a whole number of at least 1'],
  [{ retention: SnapshotRetention.newest(1.5) }, 'retention newest 1.5 is not'],
  [{ retention: SnapshotRetention.newest(NaN) }, 'retention newest NaN is not'],
  [{ retention: SnapshotRetention.youngerThan(Duration.seconds(0)) }, 'retention youngerThan of 0 seconds cannot be; give whole seconds, from 1 to 1576800000'],
  [{ retention: SnapshotRetention.youngerThan(Duration.days(18251)) }, 'retention youngerThan of 1576886400 seconds cannot be'],
  [{ timeout: Duration.millis(1500) }, 'timeout of 1.5 seconds cannot be; give whole seconds'],
  [{ timeout: Duration.seconds(0) }, 'timeout of 0 seconds cannot be'],
  [{ startingDeadline: Duration.seconds(9) }, 'startingDeadline of 9 seconds cannot be; give whole seconds, from 10'],
  [{ snapshotLabels: { 'a b': 'x' } }, "snapshotLabels has the key 'a b', which is not a label name"],
  [{ snapshotLabels: { 'cdk8s-eks-storage/schedule': 'x' } }, "snapshotLabels has 'cdk8s-eks-storage/schedule', by which snapshots are known to schedules; leave it out"],
  [{ image: 'docker.io/alpine/kubectl' }, "image 'docker.io/alpine/kubectl' names no version; write it as in 'docker.io/alpine/kubectl:1.34.1'"],
  [{ metadata: { name: 'x'.repeat(53) } }, 'is too long for a CronJob; use at most 52 characters'],
  [{ metadata: { name: 'every.night' } }, "metadata.name 'every.night' is not a name Kubernetes takes"],
  [{ metadata: { namespace: 'a.b' } }, "metadata.namespace 'a.b' is not a name Kubernetes takes"],
  [{ metadata: { labels: { 'a b': '' } } }, "metadata.labels has the key 'a b'"],
  [{ timeout: Duration.seconds(0), image: 'x' }, 'chart/Nightly: 2 mistakes'],
]);

test('fails without a namespace, which the RoleBinding has to name', () => {
  const chart = Testing.chart();
  expect(() => new SnapshotSchedule(chart, 'Nightly', daily)).toThrow('test/Nightly: the RoleBinding has to name the namespace of its ServiceAccount, and neither metadata nor the chart gives one; give metadata.namespace');
  expect(() => new SnapshotSchedule(chart, 'Nightly', { ...daily, metadata: { namespace: 'shop' } })).not.toThrow();
});

test('what the CDK fills in later is not judged', () => {
  const token = '${Token[TOKEN.7]}';
  expect(() => synth({ metadata: { name: token }, timeZone: token, image: token, claims: SnapshotSelection.claims(claim('late', token)) })).not.toThrow();
});

test('a claim made here is in the namespace of the schedule', () => {
  const chart = inChart();
  const made = new PersistentVolumeClaim(chart, 'Made', { size: Size.gibibytes(1) });
  new SnapshotSchedule(chart, 'Nightly', { ...daily, claims: SnapshotSelection.claims(made) });
  expect(Testing.synth(chart).find(({ kind }) => kind === 'CronJob').spec.jobTemplate.spec.template.spec.containers[0].args).toEqual([made.name]);
});
