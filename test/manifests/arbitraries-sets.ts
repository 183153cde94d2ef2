import { Duration, Size } from 'cdk8s';
import { PercentOrAbsolute, PodManagementPolicy, RestartPolicy } from 'cdk8s-plus-27';
import fc from 'fast-check';
import { persistentClaim } from './arbitraries-claims';
import { KEYS } from './arbitraries-classes';
import { type Input, made } from './input';
import { among, call, durations, flags, GIBIBYTE, labels, maybe, metadata, props, reasons, seldom, value, wholeNumbers } from './values';
import { dataSources } from './world';
import * as lib from '../../src';

const MOST = 2 ** 31 - 1;
const retention = maybe(fc.constantFrom(...Object.values(lib.ClaimRetention)));
const template = fc.tuple(
  value(persistentClaim, { size: GIBIBYTE }),
  props<Omit<lib.VolumeClaimTemplate, keyof lib.PersistentClaimOptions>>({
    name: among(['www', 'log', 'w-1'], ['', 'W', 'w'.repeat(64)]),
    mountPath: value(fc.constantFrom('/www', '/log', '/a'), 'www', undefined),
    restoreFrom: seldom(fc.array(dataSources, { maxLength: 2 })),
    hasBeenRestored: seldom(seldom(flags)),
  }),
).map(([claim, more]) => ({ ...claim as object, ...more as object }));
const containers = among(
  [
    [{ name: 'main', image: 'image', portNumber: 8080 }],
    [{ image: 'image', ports: [{ number: 80, name: 'http' }, { number: 81, name: 'metrics' }] }],
    [{ name: 'main', image: 'image', portNumber: 8080 }, { name: 'side', image: 'image' }],
  ],
  [[], [{ image: '', portNumber: 80 }], [{ name: 'A', image: 'a', portNumber: 80 }], [{ image: 'a' }], [{ image: 'a', ports: [{ number: 80 }, { number: 81 }] }]],
);
const { rollingUpdate, onDelete } = lib.StatefulVolumeSetStrategy;
const strategy = fc.oneof(
  call('onDelete', onDelete),
  call('rollingUpdate', rollingUpdate, maybe(props<lib.RollingUpdateOptions>({
    partition: maybe(wholeNumbers(0, MOST)),
    maxUnavailable: seldom(among(
      [PercentOrAbsolute.percent(50), PercentOrAbsolute.absolute(2)],
      [PercentOrAbsolute.percent(0), PercentOrAbsolute.percent(101), PercentOrAbsolute.absolute(0.5), PercentOrAbsolute.absolute(MOST + 1)],
    )),
  }))),
);
const skew = props<lib.ZoneSpreadOptions>({ maxSkew: maybe(wholeNumbers(1, MOST)) });

/** What cdk8s-plus decides on is left to it. */
type OwnProps = Pick<lib.StatefulVolumeSetProps, 'containers' | 'metadata' | 'securityContext' | 'terminationGracePeriod' | 'restartPolicy' | 'isolate' | 'spread'>
  & Omit<lib.StatefulVolumeSetProps, keyof import('cdk8s-plus-27').WorkloadProps>;
const sets = props<OwnProps>({
  containers,
  metadata: maybe(metadata),
  securityContext: seldom(among(
    [{ user: 0, ensureNonRoot: false }, { fsGroup: 2000 }, { group: MOST }],
    [{ fsGroup: MOST + 1 }, { user: 1.5 }, { group: -1 }],
  )),
  terminationGracePeriod: seldom(durations(Duration.seconds(10), Duration.minutes(5))),
  noGracePeriodReason: seldom(seldom(reasons)),
  restartPolicy: seldom(among([RestartPolicy.ALWAYS], [RestartPolicy.NEVER])),
  isolate: seldom(flags),
  spread: seldom(flags),
  volumeClaimTemplates: fc.oneof(
    { weight: 6, arbitrary: template.map((one) => [one]) },
    { weight: 2, arbitrary: fc.array(template, { maxLength: 2 }) },
  ),
  replicas: maybe(wholeNumbers(0, 3)),
  ordinalsStart: seldom(wholeNumbers(0, MOST)),
  labels: seldom(labels),
  serviceName: seldom(among(['web'], ['0web', 'Web', ''])),
  publishNotReadyAddresses: maybe(flags),
  clusterDomain: seldom(among(['example.com'], ['Example', ''])),
  persistentVolumeClaimRetentionPolicy: maybe(props<lib.ClaimRetentionPolicy>({ whenDeleted: retention, whenScaled: retention })),
  strategy: maybe(strategy),
  podManagementPolicy: maybe(fc.constantFrom(...Object.values(PodManagementPolicy))),
  minReady: maybe(durations(Duration.seconds(30), Duration.minutes(1))),
  revisionHistoryLimit: maybe(wholeNumbers(0, MOST)),
  zoneSpread: maybe(fc.oneof(call('required', lib.ZoneSpread.required, skew), call('preferred', lib.ZoneSpread.preferred, skew))),
});

const quota = among([{ claims: 10 }, { total: Size.tebibytes(1) }], [{}, { claims: -1 }]);
const classProps = among([{}, { volumeType: lib.EbsVolumeType.gp3({ iops: 6000 }) }], [{ volumeType: lib.EbsVolumeType.gp3({ iops: 1 }) }, { isDefault: true }, { metadata: { name: 'Gold' } }]);
const controller = props<lib.SnapshotControllerProps>({
  namespace: maybe(among(['snapshots'], ['Team'])),
  image: seldom(among(['controller:v8'], ['controller'])),
  imagePullSecrets: seldom(among([['mirror']], [['a', 'a'], ['A']])),
  replicas: seldom(wholeNumbers(1, MOST)),
  logLevel: seldom(wholeNumbers(0, 10)),
  resources: fc.constant(undefined),
  nodeSelector: seldom(labels),
  tolerations: fc.constant(undefined),
  priorityClassName: seldom(among(['system-node-critical'], ['High'])),
});
const installation = fc.oneof(
  call('existing', lib.SnapshotInstallation.existing),
  call('none', lib.SnapshotInstallation.none),
  call('manifests', lib.SnapshotInstallation.manifests, maybe(controller)),
);
const snapshotClass = seldom(among([{ deletionPolicy: lib.DeletionPolicy.DELETE }], [{ deletionPolicy: lib.DeletionPolicy.RETAIN, tags: { 'aws:a': 'b' } }]));
const clusters = props<lib.ClusterStorageProps>({
  defaultClass: seldom(value(classProps, { isDefault: false })),
  storageClasses: maybe(fc.dictionary(among(['gold', 'silver'], ['gp3-encrypted', 'Gold']) as fc.Arbitrary<string>, classProps, { maxKeys: 2, noNullPrototype: true })),
  snapshots: maybe(installation),
  snapshotClass,
  quotas: maybe(fc.dictionary(among(['team', 'a'], ['Team']) as fc.Arbitrary<string>, quota, { maxKeys: 2, noNullPrototype: true })),
  defaultClassHandover: seldom(among([{ previous: ['gp2'] }, {}], [{ previous: [] }, { namespace: 'Team' }])),
  keepPreviousDefaults: seldom(flags),
  kmsKeyArn: seldom(KEYS),
});

export const statefulSets: fc.Arbitrary<Input> = made('StatefulVolumeSet', (scope, id, given) => new lib.StatefulVolumeSet(scope, id, given), sets);

/** What consists of several parts. */
export const wholes: fc.Arbitrary<Input>[] = [
  made('ClusterStorage', (scope, id, given) => new lib.ClusterStorage(scope.node.root as any, id, given), clusters),
  made('SnapshotSupport', (scope, id, given) => new lib.SnapshotSupport(scope, id, given), props<lib.SnapshotSupportProps>({ controller: maybe(controller), snapshotClass })),
];
