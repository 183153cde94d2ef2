import { Cron, Duration, Size } from 'cdk8s';
import { LabelExpression, LabelSelector } from 'cdk8s-plus-27';
import fc from 'fast-check';
import { type Input, made } from './input';
import {
  among, call, clusterMetadata, durations, flags, GIBIBYTE, labels, maybe, metadata, names, namespaces, NO_SIZES, props, reasons, seldom, sizes,
  value, wholeNumbers,
} from './values';
import { attributesClasses, claims, dataSources, patientClasses, snapshotClasses, storageClasses } from './world';
import * as lib from '../../src';

const { READ_WRITE_ONCE, READ_ONLY_MANY, READ_WRITE_MANY, READ_WRITE_ONCE_POD } = lib.AccessMode;

export const modes = value(
  fc.constantFrom([READ_WRITE_ONCE], [READ_WRITE_ONCE], [READ_WRITE_MANY], [READ_WRITE_ONCE_POD]),
  [], [READ_WRITE_ONCE, READ_WRITE_ONCE], [READ_WRITE_ONCE, READ_WRITE_ONCE_POD], [READ_ONLY_MANY],
);
export const volumeModes = fc.constantFrom(lib.VolumeMode.FILESYSTEM, lib.VolumeMode.FILESYSTEM, lib.VolumeMode.BLOCK);
const selectors = among(
  [LabelSelector.of({ labels: { tier: 'gold' }, expressions: [LabelExpression.in('rack', ['7']), LabelExpression.exists('disk')] })],
  [LabelSelector.of({}), LabelSelector.of({ labels: { 'a b': 'c' } }), LabelSelector.of({ expressions: [LabelExpression.notIn('rack', [])] })],
);

/** Of a claim that makes its volume, or of one for a volume that exists: together hardly any of them is right. */
export const claim = fc.oneof(
  {
    weight: 6,
    arbitrary: props<lib.ClaimOptions>({
      size: sizes,
      storageClass: maybe(fc.oneof(patientClasses, storageClasses)),
      accessModes: seldom(modes),
      volumeMode: seldom(volumeModes),
      volumeAttributesClass: seldom(attributesClasses),
    }),
  },
  {
    weight: 1,
    arbitrary: props<lib.ClaimOptions>({
      size: sizes,
      storageClass: patientClasses,
      accessModes: maybe(modes),
      volumeMode: maybe(volumeModes),
      volumeAttributesClass: maybe(attributesClasses),
    }),
  },
);
export const persistentClaim = fc.tuple(claim, props<Omit<lib.PersistentClaimOptions, keyof lib.ClaimOptions>>({
  selector: seldom(seldom(selectors)),
  dataSource: seldom(dataSources),
  expandedFrom: seldom(among([Size.kibibytes(1)], [Size.tebibytes(2), ...NO_SIZES])),
})).map(([common, more]) => ({ ...common as object, ...more as object }));

const claimProps = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(persistentClaim, fc.record({ metadata: maybe(metadata), volumeName: seldom(names) })) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.record({ size: sizes, storageClass: fc.constant(lib.StorageClass.none()), accessModes: maybe(modes), selector: selectors }),
      fc.record({ metadata: maybe(metadata) }),
    ),
  },
).map(([common, more]) => ({ ...common as object, ...more }));

const handles = among(['snap-0123456789abcdef0'], ['snap-1', '', 'vol-0123456789abcdef0']);
const imported = props<lib.PreProvisionedVolumeSnapshotProps>({
  metadata: maybe(metadata),
  contentMetadata: maybe(clusterMetadata),
  snapshotHandle: handles,
  driver: seldom(among(['example.com'], [''])),
  deletionPolicy: maybe(fc.constantFrom(...Object.values(lib.DeletionPolicy))),
  snapshotClass: seldom(snapshotClasses),
  sourceVolumeMode: maybe(volumeModes),
  volumeModeChangeReason: seldom(reasons),
  restoreSize: maybe(sizes),
  deletionSecret: seldom(fc.record({ name: names, namespace: namespaces })),
});

const schedules = props<lib.SnapshotScheduleProps>({
  metadata: maybe(metadata),
  schedule: among([Cron.daily(), Cron.weekly(), new Cron({ minute: '*/15', weekDay: 'mon-fri' })], [new Cron({ minute: '60' }), new Cron({ day: '31', month: '2' }), new Cron({ hour: 'noon' })]),
  timeZone: maybe(among(['Europe/Berlin', 'Etc/UTC'], ['europe/berlin', '+01:00', 'Mars'])),
  claims: fc.oneof(
    call('claims', lib.SnapshotSelection.claims, claims),
    call('claims', lib.SnapshotSelection.claims, claims, claims),
    call('labels', lib.SnapshotSelection.labels, labels),
  ),
  retention: fc.oneof(
    call('newest', lib.SnapshotRetention.newest, wholeNumbers(1, 1000)),
    call('youngerThan', lib.SnapshotRetention.youngerThan, durations(Duration.days(7), Duration.hours(12))),
  ),
  snapshotClass: maybe(snapshotClasses),
  snapshotLabels: maybe(value(labels, { 'cdk8s-eks-storage/schedule': 'a' })),
  waitUntilReady: maybe(flags),
  timeout: maybe(durations(Duration.seconds(1), Duration.minutes(20))),
  startingDeadline: maybe(durations(Duration.seconds(10), Duration.hours(1))),
  suspend: maybe(flags),
  image: seldom(among(['kubectl:1.34.1'], ['kubectl', ''])),
});

const limit = { total: maybe(sizes), claims: value(wholeNumbers(0, 100), undefined) };
const quotas = props<lib.StorageQuotaProps>({
  metadata: maybe(metadata),
  minPerClaim: seldom(among([Size.mebibytes(500), GIBIBYTE], NO_SIZES)),
  maxPerClaim: seldom(among([Size.gibibytes(50), Size.tebibytes(1)], NO_SIZES)),
  total: seldom(among([Size.tebibytes(30), Size.pebibyte(1)], [Size.mebibytes(1), ...NO_SIZES])),
  claims: value(fc.constantFrom(0, 100, 1000, undefined), 0.5, NaN, -1, 1e21),
  snapshots: seldom(wholeNumbers(0, 1000)),
  perClass: seldom(fc.array(fc.record({ storageClass: fc.oneof(patientClasses, storageClasses), ...limit }), { maxLength: 2 })),
  perAttributesClass: seldom(fc.array(fc.record({ volumeAttributesClass: attributesClasses, ...limit }), { maxLength: 2 })),
  objectCounts: seldom(among([{}, { 'configmaps': 7, 'deployments.apps': 0 }], [{ persistentvolumeclaims: 5 }, { 'count/pods': 5 }, { pods: -1 }, { Pods: 1 }])),
  ephemeralStorage: seldom(among(
    [{ requests: GIBIBYTE, limits: Size.gibibytes(2) }],
    [{}, { requests: Size.gibibytes(2), limits: GIBIBYTE }, { limits: NO_SIZES[0] }],
  )),
  ephemeralStoragePerPod: seldom(among(
    [{ min: GIBIBYTE }, { min: GIBIBYTE, max: Size.gibibytes(2) }],
    [{}, { min: Size.gibibytes(2), max: GIBIBYTE }],
  )),
  ephemeralStoragePerContainer: seldom(among(
    [{ min: GIBIBYTE, defaultRequest: Size.gibibytes(2), defaultLimit: Size.gibibytes(2), max: Size.gibibytes(3) }],
    [{}, { defaultRequest: Size.gibibytes(2), defaultLimit: GIBIBYTE }, { max: NO_SIZES[1] }],
  )),
});

/** What claims storage, copies it and limits it. */
export const storage: fc.Arbitrary<Input>[] = [
  made('PersistentVolumeClaim', (scope, id, given) => new lib.PersistentVolumeClaim(scope, id, given), claimProps),
  made('VolumeSnapshot', (scope, id, given) => new lib.VolumeSnapshot(scope, id, given), props<lib.VolumeSnapshotProps>({
    metadata: maybe(metadata), claim: claims, snapshotClass: maybe(snapshotClasses),
  })),
  made('PreProvisionedVolumeSnapshot', (scope, id, given) => new lib.PreProvisionedVolumeSnapshot(scope, id, given), imported),
  made('SnapshotSchedule', (scope, id, given) => new lib.SnapshotSchedule(scope, id, given), schedules),
  made('StorageQuota', (scope, id, given) => new lib.StorageQuota(scope, id, given), quotas),
];
