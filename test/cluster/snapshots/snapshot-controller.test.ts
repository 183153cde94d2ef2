import { ApiObject, Size, Testing } from 'cdk8s';
import { Cpu, NodeTaintQuery, TaintEffect } from 'cdk8s-plus-27';
import { SnapshotController, type SnapshotControllerProps } from '../../../src';
import { refusals } from '../../refusals';

function synth(props?: SnapshotControllerProps): any[] {
  const chart = Testing.chart();
  new SnapshotController(chart, 'Controller', props);
  return Testing.synth(chart);
}

const find = (manifests: any[], kind: string) => manifests.find((manifest) => manifest.kind === kind);

test('it consists of an identity, its rights, a Deployment and a disruption budget', () => {
  expect(synth().map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? '-'}/${metadata.name}`)).toEqual([
    'ServiceAccount kube-system/snapshot-controller',
    'ClusterRole -/snapshot-controller-runner',
    'ClusterRoleBinding -/snapshot-controller-role',
    'Role kube-system/snapshot-controller-leaderelection',
    'RoleBinding kube-system/snapshot-controller-leaderelection',
    'Deployment kube-system/snapshot-controller',
    'PodDisruptionBudget kube-system/snapshot-controller',
  ]);
});

/** rbac-snapshot-controller.yaml of external-snapshotter v8.6.0 without its rules for group snapshots, which the feature gate switches off. */
const RIGHTS = [
  ['ClusterRole', '', 'persistentvolumes', 'get list watch'],
  ['ClusterRole', '', 'persistentvolumeclaims', 'get list update watch'],
  ['ClusterRole', '', 'events', 'create list patch update watch'],
  ['ClusterRole', 'snapshot.storage.k8s.io', 'volumesnapshotclasses', 'get list watch'],
  ['ClusterRole', 'snapshot.storage.k8s.io', 'volumesnapshotcontents', 'create delete get list patch update watch'],
  ['ClusterRole', 'snapshot.storage.k8s.io', 'volumesnapshotcontents/status', 'patch'],
  ['ClusterRole', 'snapshot.storage.k8s.io', 'volumesnapshots', 'create delete get list patch update watch'],
  ['ClusterRole', 'snapshot.storage.k8s.io', 'volumesnapshots/status', 'patch update'],
  ['Role', 'coordination.k8s.io', 'leases', 'create delete get list update watch'],
];

test('its rights are these and no others', () => {
  const roles = synth().filter(({ rules }) => rules !== undefined);
  expect(roles.flatMap(({ kind, rules }) => rules.map(({ apiGroups, resources, verbs, ...more }: any) =>
    [kind, apiGroups.join(), resources.join(), [...verbs].sort().join(' '), ...Object.keys(more)]))).toEqual(RIGHTS);
});

test('no rule has a wildcard, reads a Secret or gives rights', () => {
  expect(JSON.stringify(synth().map(({ rules }) => rules))).not.toMatch(/\*|secrets|nodes|bind|escalate|impersonate|groupsnapshot/);
  expect(find(synth(), 'Deployment').spec.template.spec.containers[0].args).toContain('--feature-gates=CSIVolumeGroupSnapshot=false');
});

test('both bindings bind the service account to their role', () => {
  const manifests = synth({ namespace: 'storage' });
  for (const [binding, role] of [['ClusterRoleBinding', 'ClusterRole'], ['RoleBinding', 'Role']]) {
    expect(find(manifests, binding)).toMatchObject({
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: role, name: find(manifests, role).metadata.name },
      subjects: [{ kind: 'ServiceAccount', name: 'snapshot-controller', namespace: 'storage' }],
    });
  }
});

test('its Pods run as nobody, write nowhere and have no capabilities', () => {
  const { spec } = find(synth(), 'Deployment').spec.template;
  expect(spec.securityContext).toEqual({ runAsNonRoot: true, runAsUser: 65532, runAsGroup: 65532, seccompProfile: { type: 'RuntimeDefault' } });
  expect(spec.containers[0].securityContext).toEqual({
    allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] },
  });
  expect(spec.volumes).toBeUndefined();
  expect([spec.hostNetwork, spec.hostPID, spec.hostIPC]).toEqual([undefined, undefined, undefined]);
});

test('its Pods are probed, limited, and spread over nodes and zones', () => {
  const { spec } = find(synth(), 'Deployment').spec.template;
  const { livenessProbe, readinessProbe, resources, ports, args } = spec.containers[0];
  const port = ports[0].containerPort;
  for (const probe of [livenessProbe, readinessProbe]) expect(probe.httpGet).toEqual({ path: '/healthz/leader-election', port });
  expect(args).toContain(`--http-endpoint=:${port}`);
  expect(resources).toEqual({ requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } });
  expect(spec.topologySpreadConstraints.map(({ topologyKey }: any) => topologyKey)).toEqual(['kubernetes.io/hostname', 'topology.kubernetes.io/zone']);
  expect(spec.priorityClassName).toBe('system-cluster-critical');
});

test('one of its Pods may be evicted at a time, and a single one too', () => {
  for (const replicas of [1, 2]) {
    const manifests = synth({ replicas });
    const { selector, template } = find(manifests, 'Deployment').spec;
    expect(find(manifests, 'PodDisruptionBudget').spec).toEqual({ maxUnavailable: 1, selector });
    expect(template.metadata.labels).toMatchObject(selector.matchLabels);
  }
});

test('an update waits for longer than a controller waits for its CRDs', () => {
  expect(find(synth(), 'Deployment').spec).toMatchObject({ minReadySeconds: 35, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } });
});

test('what is not said is not in the Pod', () => {
  const { spec } = find(synth(), 'Deployment').spec.template;
  expect(Object.keys(spec).sort()).toEqual(['containers', 'priorityClassName', 'securityContext', 'serviceAccountName', 'topologySpreadConstraints']);
});

test('every property reaches the objects', () => {
  const props: Required<SnapshotControllerProps> = {
    namespace: 'storage',
    image: 'mirror.example.com/snapshot-controller:v8.6.0',
    imagePullSecrets: ['mirror'],
    replicas: 3,
    logLevel: 5,
    resources: {
      cpu: { request: Cpu.millis(20), limit: Cpu.units(1) },
      memory: { request: Size.mebibytes(128), limit: Size.gibibytes(1) },
      ephemeralStorage: { limit: Size.mebibytes(10) },
    },
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: [NodeTaintQuery.exists('CriticalAddonsOnly'), NodeTaintQuery.is('team', 'storage', { effect: TaintEffect.NO_SCHEDULE })],
    priorityClassName: 'high',
  };
  const manifests = synth(props);
  expect(manifests.filter(({ metadata }) => metadata.namespace).every(({ metadata }) => metadata.namespace === 'storage')).toBe(true);
  const { spec } = find(manifests, 'Deployment');
  expect(spec.replicas).toBe(3);
  expect(spec.template.spec).toMatchObject({
    imagePullSecrets: [{ name: 'mirror' }],
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Exists' }, { key: 'team', operator: 'Equal', value: 'storage', effect: 'NoSchedule' }],
    priorityClassName: 'high',
  });
  expect(spec.template.spec.containers[0]).toMatchObject({
    image: 'mirror.example.com/snapshot-controller:v8.6.0',
    args: expect.arrayContaining(['--v=5', '--leader-election=true', '--feature-gates=CSIVolumeGroupSnapshot=false']),
    resources: { requests: { cpu: '20m', memory: '128Mi' }, limits: { 'cpu': '1', 'memory': '1Gi', 'ephemeral-storage': '10Mi' } },
  });
});

test('resources that are given replace the others', () => {
  const { resources } = find(synth({ resources: { memory: { limit: Size.mebibytes(512) } } }), 'Deployment').spec.template.spec.containers[0];
  expect(resources).toEqual({ limits: { memory: '512Mi' } });
});

test('the Deployment is the main child', () => {
  expect(ApiObject.of(new SnapshotController(Testing.chart(), 'Controller')).kind).toBe('Deployment');
});

test('fails with all that is wrong, at once', () => {
  expect(() => synth({ namespace: 'kube_system', image: '', replicas: 0, logLevel: 11 })).toThrow(new Error([
    'test/Controller: 4 mistakes',
    "namespace 'kube_system' is not a name Kubernetes takes; use at most 63 lower case letters, digits and '-', with a letter or digit at both ends",
    "image '' names no version; write it as in 'registry.k8s.io/sig-storage/snapshot-controller:v8.6.0', or with a digest",
    'replicas 0 runs no controller; give a whole number of at least 1',
    'logLevel 11 is not a log level; give a whole number from 0 to 10',
  ].join('\n  - ')));
});

refusals<SnapshotControllerProps>(synth, [
  [{ image: 'mirror.example.com:5000/snapshot-controller' }, "image 'mirror.example.com:5000/snapshot-controller' names no version"],
  [{ imagePullSecrets: ['My Secret'] }, "imagePullSecrets 'My Secret' is not a name Kubernetes takes"],
  [{ imagePullSecrets: ['a', 'a'] }, "imagePullSecrets has 'a' twice; leave one out"],
  [{ nodeSelector: { 'a b': 'c' } }, "nodeSelector has the key 'a b', which is not a label name"],
  [{ priorityClassName: '' }, "priorityClassName '' is not a name Kubernetes takes"],
  [{ replicas: 1.5 }, 'replicas 1.5 runs no controller'],
  [{ replicas: 2 ** 31 }, 'replicas 2147483648 runs no controller'],
]);
