import { ApiObject, Chart, Duration, JsonPatch, Size, Testing } from 'cdk8s';
import { Cpu, HorizontalPodAutoscaler, LabelSelector, Metric, MetricTarget, PercentOrAbsolute, PodManagementPolicy, RestartPolicy, StatefulSetUpdateStrategy, Volume } from 'cdk8s-plus-27';
import fc from 'fast-check';
import {
  ClaimRetention, EbsStorageClass, EbsVolumeType, EncryptedStorageClass, StatefulVolumeSet, type StatefulVolumeSetProps, StorageClass, VolumeMode,
  VolumeSnapshot,
} from '../../../src';
import { EbsVolumeAttributesClass } from '../../../src/cluster/classes/ebs/ebs-volume-attributes-class';
import { StatefulVolumeSetStrategy } from '../../../src/volumes/stateful-sets/stateful-volume-set-strategy';
import type { VolumeClaimTemplate } from '../../../src/volumes/stateful-sets/volume-claim-template';
import { ZoneSpread } from '../../../src/volumes/stateful-sets/zone-spread';
import { refusals } from '../../refusals';

const NGINX = { name: 'nginx', image: 'nginx', ports: [{ number: 80, name: 'web' }] };
const WWW = { name: 'www', mountPath: '/usr/share/nginx/html', size: Size.gibibytes(20) };
const GROWN = { ...WWW, expandedFrom: Size.gibibytes(10) };
const RECIPE = 'cdk8s-eks-storage/expand-claims';

function make(props: Partial<StatefulVolumeSetProps> = {}, namespace: string | undefined = 'team') {
  const chart = new Chart(Testing.app(), 'test', { namespace });
  const set = new StatefulVolumeSet(chart, 'Web', {
    metadata: { name: 'web' }, serviceName: 'nginx', labels: { app: 'web' }, containers: [NGINX], volumeClaimTemplates: [WWW], ...props,
  });
  return { chart, set };
}

function synth(props: Partial<StatefulVolumeSetProps> = {}, more: (set: StatefulVolumeSet) => void = () => {}) {
  const { chart, set } = make(props);
  more(set);
  const all: any[] = Testing.synth(chart);
  return { service: all.find(({ kind }) => kind === 'Service'), set: all.find(({ kind }) => kind === 'StatefulSet') };
}

type OfWorkloads = 'containers' | 'initContainers' | 'volumes' | 'serviceAccount' | 'hostAliases' | 'dns' | 'dockerRegistryAuth' | 'automountServiceAccountToken'
  | 'isolate' | 'hostNetwork' | 'select' | 'spread' | 'podMetadata';

test('every property of its own reaches the objects', () => {
  const props: Required<Omit<StatefulVolumeSetProps, OfWorkloads>> = {
    metadata: { name: 'web', namespace: 'team' },
    replicas: 3,
    ordinalsStart: 5,
    labels: { app: 'web' },
    serviceName: 'nginx',
    publishNotReadyAddresses: true,
    clusterDomain: 'example.local',
    persistentVolumeClaimRetentionPolicy: { whenDeleted: ClaimRetention.RETAIN, whenScaled: ClaimRetention.DELETE },
    strategy: StatefulVolumeSetStrategy.rollingUpdate({ partition: 1, maxUnavailable: PercentOrAbsolute.percent(50) }),
    podManagementPolicy: PodManagementPolicy.PARALLEL,
    minReady: Duration.minutes(1),
    revisionHistoryLimit: 0,
    zoneSpread: ZoneSpread.required({ maxSkew: 2 }),
    terminationGracePeriod: Duration.seconds(0),
    noGracePeriodReason: 'it keeps nothing',
    restartPolicy: RestartPolicy.ALWAYS,
    securityContext: { user: 1, group: 2, fsGroup: 3 },
    volumeClaimTemplates: [GROWN],
  };
  const { service, set } = synth(props);
  expect(service.spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
  expect(Object.keys(set.metadata.annotations).sort()).toEqual([RECIPE, 'cdk8s-eks-storage/no-grace-period-reason']);
  expect(set.metadata.annotations['cdk8s-eks-storage/no-grace-period-reason']).toBe('it keeps nothing');
  expect(set.spec).toMatchObject({
    replicas: 3,
    ordinals: { start: 5 },
    serviceName: 'nginx',
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Delete' },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1, maxUnavailable: '50%' } },
    podManagementPolicy: 'Parallel',
    minReadySeconds: 60,
    revisionHistoryLimit: 0,
    template: {
      spec: {
        terminationGracePeriodSeconds: 0,
        restartPolicy: 'Always',
        securityContext: { runAsUser: 1, runAsGroup: 2, fsGroup: 3, fsGroupChangePolicy: 'OnRootMismatch' },
        topologySpreadConstraints: [{
          maxSkew: 2, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app: 'web' } },
        }],
      },
    },
  });
});

test('what is not said is not written', () => {
  const { service, set } = synth();
  expect(service.spec).not.toHaveProperty('publishNotReadyAddresses');
  expect(set.metadata).not.toHaveProperty('annotations');
  for (const field of ['ordinals', 'revisionHistoryLimit', 'minReadySeconds']) expect(set.spec).not.toHaveProperty(field);
  expect(set.spec.template.spec).not.toHaveProperty('topologySpreadConstraints');
  expect(set.spec.updateStrategy.rollingUpdate).toEqual({ partition: 0 });
});

/** See restored-claims.test.ts. */
type Restored = 'dataSource' | 'restoreFrom' | 'hasBeenRestored';

test('a template has what a claim has, also what Kubernetes 1.27 did not have', () => {
  const template: Required<Omit<VolumeClaimTemplate, Restored | 'expandedFrom' | 'accessModes' | 'volumeMode'>> = {
    ...WWW, storageClass: StorageClass.none(), selector: LabelSelector.of({ labels: { tier: 'gold' } }), volumeAttributesClass: { volumeAttributesClassName: 'gold' },
  };
  const restored = { name: 'old', mountPath: '/old', size: Size.gibibytes(1), dataSource: VolumeSnapshot.fromName('yesterday') };
  expect(synth({ volumeClaimTemplates: [template, restored] }).set.spec.volumeClaimTemplates.map(({ spec }: any) => spec)).toEqual([{
    accessModes: ['ReadWriteOnce'],
    volumeMode: 'Filesystem',
    storageClassName: '',
    volumeAttributesClassName: 'gold',
    selector: { matchLabels: { tier: 'gold' } },
    resources: { requests: { storage: '20Gi' } },
  }, {
    accessModes: ['ReadWriteOnce'],
    volumeMode: 'Filesystem',
    dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'yesterday' },
    resources: { requests: { storage: '1Gi' } },
  }]);
});

describe('strategies', () => {
  const strategyOf = (strategy: StatefulSetUpdateStrategy) => synth({ strategy }).set.spec.updateStrategy;

  test('are those of cdk8s-plus, and know how many Pods may be down', () => {
    expect(strategyOf(StatefulVolumeSetStrategy.onDelete())).toEqual({ type: 'OnDelete' });
    expect(strategyOf(StatefulVolumeSetStrategy.rollingUpdate())).toEqual(strategyOf(StatefulSetUpdateStrategy.rollingUpdate()));
    expect(strategyOf(StatefulVolumeSetStrategy.rollingUpdate({ maxUnavailable: PercentOrAbsolute.absolute(2) })))
      .toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 0, maxUnavailable: 2 } });
  });
});

describe('spreading', () => {
  test('over zones may be a wish', () => {
    expect(synth({ zoneSpread: ZoneSpread.preferred() }).set.spec.template.spec.topologySpreadConstraints).toEqual([{
      maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: { app: 'web' } },
    }]);
  });

  test('as cdk8s-plus does it is written once, however often it is rendered', () => {
    const { chart } = make({ spread: true });
    Testing.synth(chart);
    const { spec } = Testing.synth(chart)[1];
    expect(spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution.map(({ topologyKey }: any) => topologyKey))
      .toEqual(['kubernetes.io/hostname', 'topology.kubernetes.io/zone']);
  });
});

describe('DNS names', () => {
  test('of the Pods and the Service are values', () => {
    const { set } = make({ ordinalsStart: 5 });
    expect(set.podDnsName(5)).toBe('web-5.nginx.team.svc.cluster.local');
    expect(set.serviceDnsName).toBe('nginx.team.svc.cluster.local');
    expect(make({ clusterDomain: 'k8s.example' }).set.podDnsName(0)).toBe('web-0.nginx.team.svc.k8s.example');
    expect(make({ metadata: { name: 'db', namespace: 'data' } }).set.podDnsName(0)).toBe('db-0.nginx.data.svc.cluster.local');
  });

  test('are refused of Pods there are not, and where the namespace is not known', () => {
    expect(() => make({ ordinalsStart: 5 }).set.podDnsName(4)).toThrow('test/Web: ordinal 4 is not the number of a Pod; give a whole number of at least 5');
    expect(() => make().set.claimName('www', 0.5)).toThrow('test/Web: ordinal 0.5 is not the number of a Pod; give a whole number of at least 0');
    const set = new StatefulVolumeSet(Testing.chart(), 'Web', { containers: [NGINX], volumeClaimTemplates: [WWW] });
    expect(() => set.podDnsName(0)).toThrow('test/Web: DNS names have the namespace in them, and neither metadata nor the chart gives one; give metadata.namespace');
  });
});

describe('growing', () => {
  test('is told with the very claims and commands', () => {
    const { chart, set } = make({ replicas: 2, ordinalsStart: 3, volumeClaimTemplates: [GROWN, { ...WWW, name: 'logs', mountPath: '/logs', expandedFrom: WWW.size }] });
    expect(set.expansionRecipe).toBe([
      "# Kubernetes changes no volumeClaimTemplates in place. Before this manifest is applied, grow the claims of 'web':",
      'kubectl --namespace team patch pvc www-web-3 --patch \'{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}\'',
      'kubectl --namespace team patch pvc www-web-4 --patch \'{"spec":{"resources":{"requests":{"storage":"20Gi"}}}}\'',
      '# wait until CAPACITY is what was asked for:',
      'kubectl --namespace team get pvc www-web-3 www-web-4',
      '# take the set away and leave its Pods running:',
      'kubectl --namespace team delete statefulset web --cascade=orphan',
      '# then apply this manifest; the set takes its Pods and claims over. Leave expandedFrom out from the next change on.',
    ].join('\n'));
    expect(Testing.synth(chart)[1].metadata.annotations[RECIPE]).toBe(set.expansionRecipe);
  });

  test('is not told where nothing grows', () => {
    expect(make({ volumeClaimTemplates: [{ ...WWW, expandedFrom: Size.mebibytes(20_480) }] }).set.expansionRecipe).toBeUndefined();
  });

  test('of a set without Pods is only its replacement', () => {
    const recipe = make({ replicas: 0, volumeClaimTemplates: [GROWN] }, undefined).set.expansionRecipe!;
    expect(recipe).not.toContain('patch pvc');
    expect(recipe).not.toContain('get pvc');
    expect(recipe).toContain('delete statefulset web --cascade=orphan');
  });

  test('of a set that an autoscaler sizes finds all its claims', () => {
    const { chart, set } = make({
      containers: [{ ...NGINX, resources: { cpu: { request: Cpu.millis(100), limit: Cpu.millis(200) } } }], volumeClaimTemplates: [GROWN],
    });
    new HorizontalPodAutoscaler(chart, 'Autoscaler', { target: set, maxReplicas: 5, metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(70))] });
    expect(set.expansionRecipe).toContain('kubectl --namespace team get pvc --selector app=web');
    expect(Testing.synth(chart).find(({ kind }) => kind === 'StatefulSet').metadata.annotations[RECIPE]).toBe(set.expansionRecipe);
  });
});

describe('templates that no container uses', () => {
  const DATA = { name: 'data', size: Size.gibibytes(1) };

  test('are refused at synth', () => {
    expect(() => synth({ volumeClaimTemplates: [WWW, DATA] }))
      .toThrow("[test/Web] volumeClaimTemplate 'data' is used by no container, and every Pod would have a volume for nothing; give mountPath, or mount claimVolume('data')");
    expect(() => synth({ volumeClaimTemplates: [WWW, { ...DATA, volumeMode: VolumeMode.BLOCK }] })).toThrow("hand claimVolume('data') over with BlockDevice.attach");
  });

  test('may be used by an init container, or in a patch', () => {
    synth({ volumeClaimTemplates: [WWW, DATA] }, (set) => set.addInitContainer({ image: 'init' }).mount('/data', set.claimVolume('data')));
    synth({ volumeClaimTemplates: [WWW, DATA] }, (set) => ApiObject.of(set)
      .addJsonPatch(JsonPatch.add('/spec/template/spec/containers/0/volumeMounts/-', { name: 'data', mountPath: '/data' })));
  });

  test('do not hide another volume of the same name', () => {
    const message = "[test/Web] volumeClaimTemplate 'www' has the name of another volume of the Pods, which Kubernetes would leave out; rename one of them";
    expect(() => synth({}, (set) => set.addVolume(Volume.fromEmptyDir(set, 'Other', 'www')))).toThrow(message);
    expect(() => synth({ volumeClaimTemplates: [{ ...WWW, mountPath: undefined }] }, (set) =>
      set.containers[0].mount('/other', Volume.fromEmptyDir(set, 'Other', 'www')))).toThrow(message);
  });
});

const classes = Testing.chart();
const fixed = new EncryptedStorageClass(classes, 'Fixed', { metadata: { name: 'fixed' }, allowVolumeExpansion: false });
const io2 = new EbsStorageClass(classes, 'Io2', { volumeType: EbsVolumeType.io2({ iops: 1000 }) });
const changing = new EbsVolumeAttributesClass(classes, 'Changing', { metadata: { name: 'changing' }, tagsToDelete: ['team'] });
const rolling = (maxUnavailable: PercentOrAbsolute) => ({ strategy: StatefulVolumeSetStrategy.rollingUpdate({ maxUnavailable }) });

refusals(synth, [
  [{ volumeClaimTemplates: [{ ...WWW, expandedFrom: Size.gibibytes(21) }] }, "test/Web: volumeClaimTemplate 'www': size '20Gi' is below expandedFrom '21Gi', and volumes never shrink"],
  [{ volumeClaimTemplates: [{ ...GROWN, storageClass: fixed }] }, "volumeClaimTemplate 'www': size '20Gi' is above expandedFrom '10Gi', but the class 'fixed' does not allow it"],
  [{ volumeClaimTemplates: [{ ...WWW, size: Size.gibibytes(3), storageClass: io2 }] }, "volumeClaimTemplate 'www': size 3 GiB is not among what EBS allows of io2; claim 4 to 65536 GiB"],
  [{ volumeClaimTemplates: [{ ...WWW, storageClass: fixed, selector: LabelSelector.of({ labels: { a: 'b' } }) }] }, "volumeClaimTemplate 'www': selector chooses among volumes that exist"],
  [{ volumeClaimTemplates: [{ ...WWW, volumeAttributesClass: changing }] }, "volumeClaimTemplate 'www': volumeAttributesClass 'changing' changes volumes that exist, and the driver makes none with it; name one without iopsPerGiB and tagsToDelete"],
  [{ ordinalsStart: -1 }, 'ordinalsStart -1 is not the number of a Pod; give a whole number of at least 0'],
  [{ replicas: 2 ** 31 }, 'replicas 2147483648 is not a number of Pods'],
  [{ revisionHistoryLimit: 1.5 }, 'revisionHistoryLimit 1.5 is not a number of versions; give a whole number of at least 0'],
  [{ minReady: Duration.millis(1500) }, 'minReady 1.5 is not whole seconds; give it in seconds, as in Duration.seconds(10)'],
  [{ terminationGracePeriod: Duration.millis(500) }, 'terminationGracePeriod 0.5 is not whole seconds'],
  [{ terminationGracePeriod: Duration.seconds(0) }, 'terminationGracePeriod 0 kills Pods at once, and one that lost its node may still write while the next one starts; give some seconds, or write why it must be in noGracePeriodReason'],
  [{ terminationGracePeriod: Duration.seconds(0), noGracePeriodReason: ' ' }, "noGracePeriodReason '' says nothing; write why Pods may be killed at once, or leave it out"],
  [{ noGracePeriodReason: 'why' }, 'noGracePeriodReason is given, but Pods have time to finish; leave it out, or give a terminationGracePeriod of 0'],
  [{ restartPolicy: RestartPolicy.NEVER }, 'restartPolicy Never is not for a StatefulSet, whose Pods run for good; leave it out'],
  [{ strategy: StatefulSetUpdateStrategy.rollingUpdate({ partition: -1 }) }, 'strategy has the partition -1, which is no ordinal; give a whole number of at least 0'],
  [rolling(PercentOrAbsolute.absolute(0)), 'strategy has maxUnavailable 0, which Kubernetes refuses; give a whole number of at least 1, or 1 % to 100 %'],
  [rolling(PercentOrAbsolute.percent(101)), 'strategy has maxUnavailable 101%, which Kubernetes refuses'],
  [rolling(PercentOrAbsolute.percent(0.5)), 'strategy has maxUnavailable 0.5%, which Kubernetes refuses'],
  [{ strategy: StatefulSetUpdateStrategy.rollingUpdate({ partition: 2 ** 31 }) }, 'strategy has the partition 2147483648, which is no ordinal'],
  [{ zoneSpread: ZoneSpread.required({ maxSkew: 2 ** 31 }) }, 'zoneSpread has maxSkew 2147483648, which Kubernetes refuses'],
  [{ terminationGracePeriod: Duration.millis(1500) }, 'terminationGracePeriod 1.5 is not whole seconds'],
  [{ zoneSpread: ZoneSpread.required({ maxSkew: 0 }) }, 'zoneSpread has maxSkew 0, which Kubernetes refuses; give a whole number of at least 1'],
  [{ zoneSpread: ZoneSpread.preferred(), spread: true }, 'spread true keeps any two Pods out of one zone, so zoneSpread decides on nothing; leave one of them out'],
  [{ clusterDomain: 'Cluster' }, "clusterDomain 'Cluster' is not a name Kubernetes takes"],
  [{ securityContext: { fsGroup: -1 } }, 'securityContext has the fsGroup -1, which is no id; give a whole number from 0 to 2147483647'],
  [{ securityContext: { user: 1.5 } }, 'securityContext has the user 1.5, which is no id'],
]);

test('whatever is taken is a StatefulSet that Kubernetes takes', () => {
  const seldom = (wrong: number, right: fc.Arbitrary<number>) =>
    fc.oneof({ weight: 1, arbitrary: fc.constant(wrong) }, { weight: 15, arbitrary: right });
  let taken = 0;
  fc.assert(fc.property(fc.record({
    replicas: fc.option(seldom(-1, fc.integer({ min: 0, max: 4 })), { nil: undefined }),
    ordinalsStart: fc.option(seldom(-1, fc.integer({ min: 0, max: 3 })), { nil: undefined }),
    partition: seldom(-1, fc.integer({ min: 0, max: 3 })),
    unavailable: fc.option(seldom(0, fc.integer({ min: 1, max: 3 })), { nil: undefined }),
    seconds: seldom(0, fc.integer({ min: 1, max: 2 })),
    amounts: fc.array(fc.record({
      size: fc.integer({ min: 3, max: 5 }), before: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    }), { minLength: 1, maxLength: 3 }),
    maxSkew: seldom(0, fc.integer({ min: 1, max: 2 })),
    autoscaled: fc.boolean(),
  }), ({ replicas, ordinalsStart, partition, unavailable, seconds, amounts, maxSkew, autoscaled }) => {
    const templates = amounts.map(({ size, before }, index) => ({
      name: `v${index}`, mountPath: `/v${index}`, size: Size.gibibytes(size), expandedFrom: before === undefined ? undefined : Size.gibibytes(before),
    }));
    const maxUnavailable = unavailable === undefined ? undefined : PercentOrAbsolute.absolute(unavailable);
    let set: any;
    try {
      ({ set } = synth({
        replicas,
        ordinalsStart,
        terminationGracePeriod: Duration.seconds(seconds),
        strategy: StatefulVolumeSetStrategy.rollingUpdate({ partition, maxUnavailable }),
        zoneSpread: ZoneSpread.required({ maxSkew }),
        volumeClaimTemplates: templates,
      }, (made) => autoscaled && made.markHasAutoscaler()));
    } catch (error) {
      expect(String(error)).toMatch(/; (give|write|leave|use)/);
      return;
    }
    taken += 1;
    const { spec, metadata } = set;
    expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
    expect(spec.replicas).toBe(autoscaled ? undefined : replicas ?? 1);
    expect(spec.ordinals?.start ?? 0).toBeGreaterThanOrEqual(0);
    expect(spec.updateStrategy.rollingUpdate.partition).toBeGreaterThanOrEqual(0);
    expect(spec.updateStrategy.rollingUpdate.maxUnavailable ?? 1).toBeGreaterThan(0);
    expect(spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(0);
    expect(spec.template.spec.topologySpreadConstraints[0].maxSkew).toBeGreaterThan(0);
    expect(spec.template.spec).not.toHaveProperty('volumes');
    expect(spec.template.spec.containers[0].volumeMounts).toEqual(templates.map(({ name, mountPath }) => ({ name, mountPath })));
    expect(spec.volumeClaimTemplates.map((claim: any) => claim.metadata.name)).toEqual(templates.map(({ name }) => name));
    expect(RECIPE in (metadata.annotations ?? {})).toBe(amounts.some(({ size, before }) => before !== undefined && size > before));
  }));
  expect(taken).toBeGreaterThan(0);
});
