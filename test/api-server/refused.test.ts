import { Cluster } from './cluster';
import { Throwaway } from './throwaway';

const cluster = Cluster.fromEnvironment();
const describeWithCluster = cluster === undefined ? describe.skip : describe;

const claim = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'claim', namespace: 'refused' },
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '1Gi' } }, ...spec },
});
const volume = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'volume' },
  spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, storageClassName: 'fast', ...spec },
});
const hostPath = { path: '/mnt' };
const storageClass = (fields: object) => ({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'class' }, provisioner: 'example.com', ...fields });
const pod = (source: object, mount: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'pod', namespace: 'refused' },
  spec: { containers: [{ name: 'main', image: 'image', volumeMounts: [{ name: 'data', mountPath: '/data', ...mount }] }], volumes: [{ name: 'data', ...source }] },
});
const file = { configMap: { name: 'a', items: [{ key: 'a', path: 'a' }] } };

/** What fits the schema and is refused all the same, which is why the library refuses it first. */
const REFUSED: [string, any, string][] = [
  ['ReadWriteOncePod beside another mode', claim({ accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] }), 'may not use ReadWriteOncePod with other access modes'],
  ['a claim of no access mode', claim({ accessModes: [] }), 'at least 1 access mode is required'],
  ['a claim of no size', claim({ resources: { requests: { storage: '0' } } }), 'must be greater than zero'],
  ['a volume of no size', volume({ hostPath, capacity: { storage: '0' } }), 'must be greater than zero'],
  ['a volume of two sources', volume({ hostPath, nfs: { server: 'a', path: '/a' } }), 'may not specify more than 1 volume type'],
  ['a volume of no source', volume({}), 'must specify a volume type'],
  ['a local volume of no node', volume({ local: { path: '/mnt' } }), 'Local volume requires node affinity'],
  ['a local volume of a relative path', volume({ hostPath: { path: '../mnt' } }), "must not contain '..'"],
  ['an NFS export of a relative path', volume({ nfs: { server: 'a', path: 'home' } }), 'must be an absolute path'],
  ['wiping the root of a node', volume({ hostPath: { path: '/' }, persistentVolumeReclaimPolicy: 'Recycle' }), "may not be 'recycle' for a hostPath mount of '/'"],
  ['a topology twice', storageClass({
    allowedTopologies: [1, 2].map(() => ({ matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['eu-west-1a'] }] })),
  }), 'Duplicate value'],
  ['an empty parameter', storageClass({ parameters: { '': 'a' } }), 'field can not be empty'],
  ['a token of nine minutes', pod({ projected: { sources: [{ serviceAccountToken: { path: 'token', expirationSeconds: 540 } }] } }), 'may not specify a duration less than 10 minutes'],
  ['a file written twice', pod({ projected: { sources: [file, file] } }), 'conflicting duplicate paths'],
  ['a file outside of its volume', pod({ configMap: { name: 'a', items: [{ key: 'a', path: '../a' }] } }), "must not contain '..'"],
  ['a file mode that is none', pod({ secret: { secretName: 'a', defaultMode: 0o1000 } }), 'must be a number between 0 and 0777'],
  ['a mount of no volume', pod({ emptyDir: {} }, { name: 'other' }), 'Not found: "other"'],
  ['a mount of subPath and subPathExpr', pod({ emptyDir: {} }, { subPath: 'a', subPathExpr: 'b' }), 'subPathExpr and subPath are mutually exclusive'],
];

describeWithCluster('the API server refuses', () => {
  const place = new Throwaway(cluster!);
  beforeAll(() => place.makeNamespaces(['refused']));
  afterAll(() => place.remove());

  test.each(REFUSED)('%s', async (_, object, message) => {
    const { status, body } = await cluster!.apply(await place.rename(object), { dryRun: true });
    expect({ status, message: body.message }).toEqual({ status: 422, message: expect.stringContaining(message) });
  });
});
