import { ApiObject, Chart, Duration, Size, Testing } from 'cdk8s';
import { Cpu, HorizontalPodAutoscaler, Metric, MetricTarget, PodManagementPolicy, RestartPolicy, StatefulSetUpdateStrategy } from 'cdk8s-plus-27';
import {
  AccessMode, ClaimRetention, EmptyDirVolume, StatefulVolumeSet, type StatefulVolumeSetProps, StorageClass, VolumeMode,
} from '../../../src';
import { BlockDevice } from '../../../src/volumes/pods/block-device';
import { refusals } from '../../refusals';

const NGINX = { name: 'nginx', image: 'nginx', ports: [{ number: 80, name: 'web' }] };
const WWW = { name: 'www', mountPath: '/usr/share/nginx/html', size: Size.gibibytes(1) };

function synth(props: Partial<StatefulVolumeSetProps> = {}, more: (set: StatefulVolumeSet) => void = () => {}) {
  const chart = Testing.chart();
  more(new StatefulVolumeSet(chart, 'Web', { containers: [NGINX], volumeClaimTemplates: [WWW], ...props }));
  const all: any[] = Testing.synth(chart);
  return { service: all.find(({ kind }) => kind === 'Service'), set: all.find(({ kind }) => kind === 'StatefulSet'), all };
}

test('it is a headless Service and a StatefulSet that names it, in this order', () => {
  const { service, set, all } = synth();
  expect(all.map(({ kind }) => kind)).toEqual(['Service', 'StatefulSet']);
  expect(service.spec).toMatchObject({ clusterIP: 'None', ports: [{ port: 80, targetPort: 80, name: 'web' }] });
  expect(service.metadata.name).toBe(set.spec.serviceName);
});

test('Service and StatefulSet select the Pods by the same label', () => {
  const { service, set } = synth();
  expect(service.spec.selector).toEqual(set.spec.selector.matchLabels);
  expect(set.spec.template.metadata.labels).toEqual(set.spec.selector.matchLabels);
  expect(Object.keys(service.spec.selector)).toHaveLength(1);
});

test('labels of your own take the place of the label cdk8s makes', () => {
  const { service, set } = synth({ labels: { app: 'nginx' }, serviceName: 'nginx', metadata: { name: 'web', namespace: 'team' } });
  expect(service.metadata).toEqual({ name: 'nginx', namespace: 'team', labels: { app: 'nginx' } });
  expect(service.spec.selector).toEqual({ app: 'nginx' });
  expect(set.metadata).toEqual({ name: 'web', namespace: 'team', labels: { app: 'nginx' } });
  expect(set.spec.selector).toEqual({ matchLabels: { app: 'nginx' } });
  expect(set.spec.template.metadata.labels).toMatchObject({ app: 'nginx' });
});

test('each Pod claims a volume of its own, which is no volume of the Pod template', () => {
  const { set } = synth();
  expect(set.spec.volumeClaimTemplates).toEqual([{
    metadata: { name: 'www' },
    spec: { accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem', resources: { requests: { storage: '1Gi' } } },
  }]);
  expect(set.spec.template.spec.containers[0].volumeMounts).toEqual([{ name: 'www', mountPath: '/usr/share/nginx/html' }]);
  expect(set.spec.template.spec).not.toHaveProperty('volumes');
});

test('other volumes stay volumes of the Pod template', () => {
  const { set } = synth({}, (made) => made.containers[0].mount('/tmp', new EmptyDirVolume(made, 'Tmp')));
  expect(set.spec.template.spec.volumes).toEqual([{ name: 'tmp', emptyDir: {} }]);
  expect(set.spec.volumeClaimTemplates).toHaveLength(1);
});

test('a template has every property of a claim', () => {
  const template = {
    name: 'data', size: Size.mebibytes(500), storageClass: StorageClass.fromName('fast'), accessModes: [AccessMode.READ_WRITE_ONCE_POD], volumeMode: VolumeMode.BLOCK,
  };
  const use = (set: StatefulVolumeSet) => BlockDevice.attach(set.containers[0], '/dev/xvda', set.claimVolume('data'));
  expect(synth({ volumeClaimTemplates: [template] }, use).set.spec.volumeClaimTemplates).toEqual([{
    metadata: { name: 'data' },
    spec: { accessModes: ['ReadWriteOncePod'], volumeMode: 'Block', storageClassName: 'fast', resources: { requests: { storage: '500Mi' } } },
  }]);
});

test('a claim volume mounts in further containers', () => {
  const { set } = synth({}, (made) => made.addContainer({ name: 'backup', image: 'backup' }).mount('/backup', made.claimVolume('www'), { readOnly: true }));
  expect(set.spec.template.spec.containers[1].volumeMounts).toEqual([{ name: 'www', mountPath: '/backup', readOnly: true }]);
});

test('every property of its own reaches the objects', () => {
  const { set } = synth({
    replicas: 3,
    strategy: StatefulSetUpdateStrategy.onDelete(),
    podManagementPolicy: PodManagementPolicy.PARALLEL,
    minReady: Duration.seconds(30),
    persistentVolumeClaimRetentionPolicy: { whenDeleted: ClaimRetention.DELETE },
  });
  expect(set.spec).toMatchObject({
    replicas: 3,
    updateStrategy: { type: 'OnDelete' },
    podManagementPolicy: 'Parallel',
    minReadySeconds: 30,
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
  });
});

test('what is not said is left to Kubernetes or is its default', () => {
  const { set } = synth();
  expect(set.spec).toMatchObject({ replicas: 1, podManagementPolicy: 'OrderedReady', updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } } });
  expect(set.spec).not.toHaveProperty('minReadySeconds');
  expect(set.spec).not.toHaveProperty('persistentVolumeClaimRetentionPolicy');
});

test('the properties of any workload of cdk8s-plus work', () => {
  const { set } = synth({ terminationGracePeriod: Duration.seconds(10), restartPolicy: RestartPolicy.ALWAYS, podMetadata: { annotations: { note: 'kept' } }, spread: true });
  expect(set.spec.template).toMatchObject({ metadata: { annotations: { note: 'kept' } }, spec: { terminationGracePeriodSeconds: 10, restartPolicy: 'Always' } });
  expect(set.spec.template.spec.affinity.podAntiAffinity).toBeDefined();
});

test('isolation is a NetworkPolicy, as for any workload', () => {
  expect(synth({ isolate: true }).all.map(({ kind }) => kind)).toContain('NetworkPolicy');
});

describe('the group that owns the volumes', () => {
  const contextOf = (securityContext?: StatefulVolumeSetProps['securityContext']) => synth({ securityContext }).set.spec.template.spec.securityContext;

  test('is one the Pods are in, since they do not run as root', () => {
    expect(contextOf()).toEqual({ runAsNonRoot: true, fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch' });
  });

  test('is the group of the Pods where they have one', () => {
    expect(contextOf({ user: 999, group: 998 })).toMatchObject({ runAsUser: 999, runAsGroup: 998, fsGroup: 998 });
    expect(contextOf({ group: 998, fsGroup: 997 })).toMatchObject({ fsGroup: 997 });
  });

  test('is left alone where the Pods may be root', () => {
    expect(contextOf({ ensureNonRoot: false })).not.toHaveProperty('fsGroup');
  });
});

test('an autoscaler decides on the number of Pods', () => {
  const chart = Testing.chart();
  const set = new StatefulVolumeSet(chart, 'Web', {
    containers: [{ ...NGINX, resources: { cpu: { request: Cpu.millis(100), limit: Cpu.millis(200) } } }],
    volumeClaimTemplates: [WWW],
  });
  new HorizontalPodAutoscaler(chart, 'Autoscaler', { target: set, maxReplicas: 5, metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(70))] });
  const manifests = Testing.synth(chart);
  expect(manifests.find(({ kind }) => kind === 'StatefulSet').spec).not.toHaveProperty('replicas');
  expect(manifests.find(({ kind }) => kind === 'HorizontalPodAutoscaler').spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'StatefulSet', name: set.name });
});

test('the claim of a Pod is known by name', () => {
  const set = new StatefulVolumeSet(Testing.chart(), 'Web', { metadata: { name: 'web' }, containers: [NGINX], volumeClaimTemplates: [WWW] });
  expect(set.claimName('www', 2)).toBe('www-web-2');
  expect(() => set.claimName('data', 0)).toThrow("test/Web: there is no volumeClaimTemplate 'data'; give one of 'www'");
});

test('the StatefulSet is the main child, and nothing depends on anything', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const set = new StatefulVolumeSet(chart, 'Web', { containers: [NGINX], volumeClaimTemplates: [WWW] });
  expect(ApiObject.of(set).kind).toBe('StatefulSet');
  expect(chart.node.findAll().flatMap(({ node }) => node.dependencies)).toEqual([]);
});

refusals(synth, [
  [{ volumeClaimTemplates: [] }, 'test/Web: volumeClaimTemplates [] is empty; give at least one, or use a Deployment'],
  [{ volumeClaimTemplates: [WWW, WWW] }, "volumeClaimTemplates has 'www' more than once"],
  [{ volumeClaimTemplates: [{ ...WWW, name: 'W' }] }, "volumeClaimTemplate 'W' is not a name Kubernetes takes"],
  [{ volumeClaimTemplates: [{ ...WWW, mountPath: 'html' }] }, "mountPath of volumeClaimTemplate 'www' 'html' is not absolute; write '/html'"],
  [{ volumeClaimTemplates: [{ ...WWW, size: Size.gibibytes(0) }] }, "volumeClaimTemplate 'www': size '0Gi' is not a size"],
  [{ volumeClaimTemplates: [{ ...WWW, accessModes: [] }] }, "volumeClaimTemplate 'www': accessModes [] is empty"],
  [{ volumeClaimTemplates: [{ ...WWW, volumeMode: VolumeMode.BLOCK }] }, "mountPath '/usr/share/nginx/html' of volumeClaimTemplate 'www' is for a directory, but the volume is a raw device"],
  [{ containers: [] }, "mountPath '/usr/share/nginx/html' of volumeClaimTemplate 'www' has no container to be in"],
  [{ containers: [{ ...NGINX, image: '' }] }, "image '' of container 'nginx' is empty; name an image"],
  [{ containers: [{ ...NGINX, name: 'n_g' }] }, "container name 'n_g' is not a name Kubernetes takes"],
  [{ containers: [NGINX, NGINX] }, "containers has 'nginx' more than once"],
  [{ containers: [{ image: 'nginx' }] }, 'no container has a port, and the headless Service needs one'],
  [{ containers: [{ ...NGINX, portNumber: 443 }] }, 'port 443 has no name, and a Service of several ports needs them all named'],
  [{ replicas: -1 }, 'replicas -1 is not a number of Pods'],
  [{ labels: {} }, 'labels {} would select no Pods'],
  [{ labels: { 'a b': 'c' } }, "labels has the key 'a b'"],
  [{ serviceName: 'web.nginx' }, "serviceName 'web.nginx' is not a name Kubernetes takes"],
  [{ serviceName: '1nginx' }, "serviceName '1nginx' starts with a digit, which Kubernetes refuses of a Service"],
  [{ metadata: { name: 'Web' } }, "metadata.name 'Web' is not a name Kubernetes takes"],
  [{ metadata: { name: 'w'.repeat(53) } }, 'has 53 characters, and a StatefulSet of more than 52 gets no Pods; give a shorter one'],
]);

test('fails where the path makes a name that Kubernetes refuses', () => {
  const props = { containers: [NGINX], volumeClaimTemplates: [WWW] };
  expect(() => new StatefulVolumeSet(new Chart(Testing.app(), 'a-chart-with-quite-a-long-name-of-its-own'), 'AndASetWithAnother', props)).toThrow('gets no Pods');
  expect(() => new StatefulVolumeSet(new Chart(Testing.app(), '0-first'), 'Web', props)).toThrow("serviceName '0-first-web-service-");
});

test('fails with all that is wrong, at once', () => {
  expect(() => synth({ replicas: 1.5, containers: [{ image: ' ' }], volumeClaimTemplates: [] })).toThrow('test/Web: 4 mistakes');
});
