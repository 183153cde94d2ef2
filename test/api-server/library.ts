import { Chart, Cron, Duration, Size, Testing } from 'cdk8s';
import { Cpu, LabelExpression, LabelSelector, NodeTaintQuery, PercentOrAbsolute, PodManagementPolicy } from 'cdk8s-plus-27';
import { classes } from './library-classes';
import { podVolumes } from './library-pods';
import { volumes } from './library-volumes';
import * as lib from '../../src';

const GIBIBYTE = Size.gibibytes(1);

/** What the library makes when it is told as much as it takes: whatever the API server has to accept. */
export function libraryObjects(): any[] {
  const app = Testing.app();
  classes(new Chart(app, 'classes'));
  snapshots(new Chart(app, 'snapshots', { namespace: 'snapshots' }));
  quotas(new Chart(app, 'quotas', { namespace: 'quotas' }));
  claims(new Chart(app, 'claims', { namespace: 'claims' }));
  volumes(new Chart(app, 'volumes', { namespace: 'claims' }));
  podVolumes(new Chart(app, 'pods', { namespace: 'pods' }));
  sets(new Chart(app, 'sets', { namespace: 'sets' }));
  schedules(new Chart(app, 'schedules', { namespace: 'schedules' }));
  new lib.ClusterStorage(app, 'cluster', {
    storageClasses: { premium: { volumeType: lib.EbsVolumeType.gp3({ iops: 6000 }) } }, quotas: { quotas: { claims: 50, metadata: { name: 'whole' } } },
  });
  return app.charts.flatMap((chart) => chart.toJson());
}

function snapshots(chart: Chart) {
  const { snapshotClass } = new lib.SnapshotSupport(chart, 'support', {
    controller: {
      namespace: 'snapshots',
      image: 'mirror.example.com/snapshot-controller:v8.6.0',
      imagePullSecrets: ['mirror'],
      replicas: 3,
      logLevel: 5,
      resources: { cpu: { request: Cpu.millis(20), limit: Cpu.units(1) }, memory: { request: Size.mebibytes(64), limit: GIBIBYTE } },
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      tolerations: [NodeTaintQuery.exists('CriticalAddonsOnly')],
      priorityClassName: 'system-node-critical',
    },
    snapshotClass: {
      deletionPolicy: lib.DeletionPolicy.RETAIN,
      isDefault: true,
      fastSnapshotRestoreZones: ['eu-west-1a', 'eu-west-1b'],
      lock: lib.SnapshotLock.compliance({ duration: Duration.days(30), coolOffPeriod: Duration.hours(24), complianceReason: 'law' }),
      tags: { of: '{{ .VolumeSnapshotNamespace }}/{{ .VolumeSnapshotName }}' },
      extraParameters: { somethingNew: 'true' },
    },
  });
  const lock = lib.SnapshotLock.governance({ expirationDate: '2030-01-01T00:00:00Z' });
  new lib.EbsVolumeSnapshotClass(chart, 'locked', { deletionPolicy: lib.DeletionPolicy.DELETE, lock });
  new lib.VolumeSnapshotClass(chart, 'class', { deletionPolicy: lib.DeletionPolicy.RETAIN, driver: 'example.com', parameters: { key: 'value' }, isDefault: true });
  const claim = new lib.PersistentVolumeClaim(chart, 'claim', { size: GIBIBYTE, storageClass: lib.StorageClass.fromName('fast') });
  const snapshot = new lib.VolumeSnapshot(chart, 'snapshot', { claim, snapshotClass });
  const imported = new lib.PreProvisionedVolumeSnapshot(chart, 'imported', { snapshotHandle: 'snap-0123456789abcdef0', snapshotClass });
  new lib.PreProvisionedVolumeSnapshot(chart, 'all-of-imported', {
    contentMetadata: { name: 'vault', labels: { from: 'vault' } },
    snapshotHandle: 'any/handle',
    driver: 'example.com',
    deletionPolicy: lib.DeletionPolicy.DELETE,
    sourceVolumeMode: lib.VolumeMode.BLOCK,
    volumeModeChangeReason: 'the backup tool writes files',
    restoreSize: GIBIBYTE,
    deletionSecret: { name: 'login', namespace: 'snapshots' },
  });
  for (const dataSource of [claim, snapshot, imported]) new lib.PersistentVolumeClaim(chart, `from-${dataSource.node.id}`, { size: GIBIBYTE, dataSource });
}

function schedules(chart: Chart) {
  const claim = new lib.PersistentVolumeClaim(chart, 'claim', { size: GIBIBYTE });
  const snapshotClass = new lib.EbsVolumeSnapshotClass(chart, 'pruned', { deletionPolicy: lib.DeletionPolicy.DELETE });
  new lib.SnapshotSchedule(chart, 'by-name', {
    metadata: { name: 'nightly', labels: { team: 'shop' } },
    schedule: Cron.daily(),
    timeZone: 'Europe/Berlin',
    claims: lib.SnapshotSelection.claims(claim),
    retention: lib.SnapshotRetention.newest(7),
    snapshotClass,
    snapshotLabels: { team: 'shop' },
    waitUntilReady: true,
    timeout: Duration.minutes(20),
    startingDeadline: Duration.hours(1),
    suspend: true,
  });
  new lib.SnapshotSchedule(chart, 'by-label', {
    metadata: { name: 'hourly' },
    schedule: Cron.hourly(),
    claims: lib.SnapshotSelection.labels({ app: 'db' }),
    retention: lib.SnapshotRetention.youngerThan(Duration.days(2)),
    snapshotClass,
  });
}

function quotas(chart: Chart) {
  new lib.StorageQuota(chart, 'quota', {
    minPerClaim: Size.mebibytes(500),
    maxPerClaim: Size.gibibytes(50),
    total: Size.tebibytes(1),
    claims: 10,
    snapshots: 5,
    perClass: [{ storageClass: lib.StorageClass.fromName('fast'), total: Size.gibibytes(100), claims: 0 }],
    objectCounts: { 'configmaps': 7, 'deployments.apps': 0 },
    ephemeralStorage: { requests: Size.gibibytes(20), limits: Size.gibibytes(40) },
    ephemeralStoragePerPod: { min: Size.mebibytes(10), max: Size.gibibytes(2) },
    ephemeralStoragePerContainer: {
      min: Size.mebibytes(1), defaultRequest: Size.mebibytes(100), defaultLimit: Size.mebibytes(200), max: Size.gibibytes(1),
    },
  });
  new lib.StorageQuota(chart, 'attributes', {
    perAttributesClass: [{ volumeAttributesClass: lib.VolumeAttributesClass.fromName('gold'), total: Size.gibibytes(10), claims: 2 }],
  });
}

function claims(chart: Chart) {
  new lib.PersistentVolumeClaim(chart, 'raw', {
    size: Size.mebibytes(500),
    expandedFrom: Size.mebibytes(499),
    storageClass: lib.StorageClass.fromName('fast'),
    accessModes: [lib.AccessMode.READ_WRITE_ONCE, lib.AccessMode.READ_ONLY_MANY],
    volumeMode: lib.VolumeMode.BLOCK,
    volumeName: 'elsewhere',
  });
  new lib.PersistentVolumeClaim(chart, 'one-pod', { size: GIBIBYTE, accessModes: [lib.AccessMode.READ_WRITE_ONCE_POD] });
  new lib.PersistentVolumeClaim(chart, 'chosen', {
    size: GIBIBYTE,
    storageClass: lib.StorageClass.none(),
    selector: LabelSelector.of({ labels: { tier: 'gold' }, expressions: [LabelExpression.in('rack', ['7']), LabelExpression.exists('disk')] }),
  });
  new lib.PersistentVolumeClaim(chart, 'attributes', { size: GIBIBYTE, volumeAttributesClass: lib.VolumeAttributesClass.fromName('gold') });
}

function sets(chart: Chart) {
  const storageClass = lib.StorageClass.fromName('fast');
  const common = { containers: [{ name: 'main', image: 'image', portNumber: 8080 }] };
  const www = { name: 'www', mountPath: '/www', size: GIBIBYTE, storageClass };
  new lib.StatefulVolumeSet(chart, 'all', {
    ...common,
    metadata: { name: 'all' },
    replicas: 3,
    ordinalsStart: 5,
    labels: { app: 'all' },
    serviceName: 'all',
    publishNotReadyAddresses: true,
    volumeClaimTemplates: [
      { ...www, size: Size.gibibytes(2), expandedFrom: GIBIBYTE },
      { ...www, name: 'log', mountPath: '/log', accessModes: [lib.AccessMode.READ_WRITE_ONCE_POD] },
      { ...www, name: 'restored', mountPath: '/restored', dataSource: lib.VolumeSnapshot.fromName('yesterday') },
    ],
    persistentVolumeClaimRetentionPolicy: { whenDeleted: lib.ClaimRetention.RETAIN, whenScaled: lib.ClaimRetention.DELETE },
    podManagementPolicy: PodManagementPolicy.PARALLEL,
    minReady: Duration.seconds(30),
    revisionHistoryLimit: 0,
    zoneSpread: lib.ZoneSpread.required({ maxSkew: 2 }),
    terminationGracePeriod: Duration.seconds(0),
    noGracePeriodReason: 'it keeps nothing',
    isolate: true,
  });
  new lib.StatefulVolumeSet(chart, 'many-at-once', {
    ...common,
    spread: true,
    volumeClaimTemplates: [www],
    strategy: lib.StatefulVolumeSetStrategy.rollingUpdate({ partition: 1, maxUnavailable: PercentOrAbsolute.percent(50) }),
  });
  const volumeAttributesClass = lib.VolumeAttributesClass.fromName('gold');
  new lib.StatefulVolumeSet(chart, 'attributes', { ...common, volumeClaimTemplates: [{ ...www, volumeAttributesClass }] });
}
