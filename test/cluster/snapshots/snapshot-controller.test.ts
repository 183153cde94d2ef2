import { ApiObject, Testing } from 'cdk8s';
import { SnapshotController, type SnapshotControllerProps } from '../../../src';

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

test('its rights are these and no others', () => {
  const rights = (kind: string) => find(synth(), kind).rules.map(({ apiGroups, resources, verbs }: any) => `${apiGroups}/${resources}: ${verbs.sort()}`);
  expect(rights('ClusterRole')).toEqual([
    '/persistentvolumes: get,list,watch',
    '/persistentvolumeclaims: get,list,update,watch',
    '/events: create,list,patch,update,watch',
    'snapshot.storage.k8s.io/volumesnapshotclasses: get,list,watch',
    'snapshot.storage.k8s.io/volumesnapshotcontents: create,delete,get,list,patch,update,watch',
    'snapshot.storage.k8s.io/volumesnapshotcontents/status: patch',
    'snapshot.storage.k8s.io/volumesnapshots: create,delete,get,list,patch,update,watch',
    'snapshot.storage.k8s.io/volumesnapshots/status: patch,update',
  ]);
  expect(rights('Role')).toEqual(['coordination.k8s.io/leases: create,delete,get,list,update,watch']);
});

test('no rule has a wildcard', () => {
  expect(JSON.stringify(synth().map(({ rules }) => rules))).not.toContain('*');
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
});

test('every property reaches the objects', () => {
  const props: Required<SnapshotControllerProps> = { namespace: 'storage', image: 'mirror.example.com/snapshot-controller:v8.6.0', replicas: 3, logLevel: 5 };
  const manifests = synth(props);
  expect(manifests.filter(({ metadata }) => metadata.namespace).every(({ metadata }) => metadata.namespace === 'storage')).toBe(true);
  const { spec } = find(manifests, 'Deployment');
  expect(spec.replicas).toBe(3);
  expect(spec.template.spec.containers[0]).toMatchObject({
    image: 'mirror.example.com/snapshot-controller:v8.6.0',
    args: expect.arrayContaining(['--v=5', '--leader-election=true', '--feature-gates=CSIVolumeGroupSnapshot=false']),
  });
});

test('the Deployment is the main child', () => {
  expect(ApiObject.of(new SnapshotController(Testing.chart(), 'Controller')).kind).toBe('Deployment');
});

test('fails with all that is wrong, at once', () => {
  expect(() => synth({ namespace: 'kube_system', image: '', replicas: 0, logLevel: 11 })).toThrow(new Error([
    'test/Controller: 4 mistakes',
    "namespace 'kube_system' is not a name Kubernetes takes; use at most 63 lower case letters, digits and '-', with a letter or digit at both ends",
    "image '' is empty; name an image, or leave it out for the published one",
    'replicas 0 runs no controller; give a whole number of at least 1',
    'logLevel 11 is not a log level; give a whole number from 0 to 10',
  ].join('\n  - ')));
});
