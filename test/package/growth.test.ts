import { ApiObject, App, Chart, Size } from 'cdk8s';
import {
  DeletionPolicy, EbsStorageClass, EbsVolumeAttributesClass, EbsVolumeSnapshotClass, EbsVolumeType, EfsFileSystem, EfsStorageClass,
  EncryptedStorageClass, PersistentVolume, PersistentVolumeClaim, PersistentVolumeSource, StatefulVolumeSet, StorageClass, VolumeAttributesClass,
  VolumeSnapshot, VolumeSnapshotClass,
} from 'cdk8s-eks-storage';
import { StatefulSet, Volume } from 'cdk8s-plus-27';
import { type Construct, Node } from 'constructs';

const size = Size.gibibytes(20);
const storageClass = StorageClass.fromName('fast');
const snapshotClass = VolumeSnapshotClass.fromName('ebs');

/** What is one object of Kubernetes. */
const OBJECTS: Record<string, (scope: Construct, id: string) => Construct> = {
  EncryptedStorageClass: (scope, id) => new EncryptedStorageClass(scope, id),
  EbsStorageClass: (scope, id) => new EbsStorageClass(scope, id, { volumeType: EbsVolumeType.gp3({ iops: 6000 }) }),
  EfsStorageClass: (scope, id) => new EfsStorageClass(scope, id, { fileSystem: EfsFileSystem.fromId('fs-0123456789abcdef0') }),
  StorageClass: (scope, id) => new StorageClass(scope, id, { provisioner: 'example.com/driver' }),
  VolumeAttributesClass: (scope, id) => new VolumeAttributesClass(scope, id, { driverName: 'example.com', parameters: { key: 'value' } }),
  EbsVolumeAttributesClass: (scope, id) => new EbsVolumeAttributesClass(scope, id, { iops: 6000 }),
  VolumeSnapshotClass: (scope, id) => new VolumeSnapshotClass(scope, id, { driver: 'example.com', deletionPolicy: DeletionPolicy.RETAIN }),
  EbsVolumeSnapshotClass: (scope, id) => new EbsVolumeSnapshotClass(scope, id, { deletionPolicy: DeletionPolicy.RETAIN }),
  PersistentVolume: (scope, id) => new PersistentVolume(scope, id, { size, source: PersistentVolumeSource.nfs({ server: '10.0.0.1', path: '/' }) }),
  PersistentVolumeClaim: (scope, id) => new PersistentVolumeClaim(scope, id, { size, storageClass }),
  VolumeSnapshot: (scope, id) => new VolumeSnapshot(scope, id, { claim: new PersistentVolumeClaim(new Chart(new App(), 'other'), id, { size }), snapshotClass }),
};

/** What is several objects. */
const SETS: typeof OBJECTS = {
  StatefulVolumeSet: (scope, id) => new StatefulVolumeSet(scope, id, {
    containers: [{ image: 'nginx', portNumber: 8080 }], volumeClaimTemplates: [{ name: 'www', mountPath: '/www', size, storageClass }],
  }),
};

/** How often a node of the tree is looked at, from the first construct to the last line of YAML. */
function visits(objects: typeof OBJECTS, count: number): number {
  let seen = 0;
  const undo = (['children', 'scopes', 'root', 'dependencies', 'validate'] as const).map((name) => {
    const actual = Object.getOwnPropertyDescriptor(Node.prototype, name)!;
    const kind = actual.get ? 'get' : 'value';
    Object.defineProperty(Node.prototype, name, {
      ...actual,
      [kind](this: Node) {
        seen++;
        return actual[kind]!.call(this);
      },
    });
    return () => Object.defineProperty(Node.prototype, name, actual);
  });
  try {
    const app = new App();
    const chart = new Chart(app, 'chart');
    const makers = Object.values(objects);
    for (let made = 0; made < count; made++) makers[made % makers.length](chart, `object-${made}`);
    expect(app.synthYaml()).toContain('kind: ');
    expect(chart.node.findAll().flatMap(({ node }) => node.dependencies)).toEqual([]);
    return seen;
  } finally {
    undo.forEach((step) => step());
  }
}

test.each(Object.entries(OBJECTS))('%s is one node of the tree, which is the object', (_, make) => {
  const chart = new Chart(new App(), 'chart');
  const made = make(chart, 'object');
  expect(ApiObject.isApiObject(made)).toBe(true);
  expect(chart.node.findAll()).toEqual([chart, made]);
});

test('a StatefulVolumeSet is no more nodes than the StatefulSet, the Service and the volume of cdk8s-plus-27', () => {
  const nodesOf = (make: (chart: Chart) => void) => {
    const chart = new Chart(new App(), 'chart');
    make(chart);
    return chart.node.findAll().length;
  };
  const plus = (chart: Chart) => new StatefulSet(chart, 'set', {
    containers: [{ image: 'nginx', portNumber: 8080, volumeMounts: [{ path: '/www', volume: Volume.fromEmptyDir(chart, 'www', 'www') }] }],
  });
  expect(nodesOf((chart) => SETS.StatefulVolumeSet(chart, 'set'))).toBeLessThanOrEqual(nodesOf(plus));
});

test.each([['objects', OBJECTS, 10_000], ['sets', SETS, 1_000]])('of many %s, each is looked at no more often than of few', (_, objects, many) => {
  const few = visits(objects, 100) / 100;
  expect(few).toBeGreaterThan(1);
  expect(visits(objects, many) / many).toBeLessThanOrEqual(1.1 * few);
});
