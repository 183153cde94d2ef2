import { App, Chart } from 'cdk8s';
import { ConfigMap, Secret } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { GIBIBYTE, ofWorld } from './values';
import * as lib from '../../src';

/** An app: a chart in which something is made, and one of what it refers to, which is right. */
export class World {
  public readonly app = new App();
  public readonly chart: Chart;
  private readonly others: Chart;

  public constructor(namespace: string | undefined) {
    this.others = new Chart(this.app, 'others', { namespace: 'team' });
    this.chart = new Chart(this.app, 'chart', { namespace });
  }

  /** Made at most once. */
  public other<T extends Construct>(id: string, make: (scope: Construct, id: string) => T): T {
    return (this.others.node.tryFindChild(id) as T | undefined) ?? make(this.others, id);
  }

  public claim(id: string, storageClass?: lib.IStorageClass, more: Partial<lib.PersistentVolumeClaimProps> = {}): lib.PersistentVolumeClaim {
    return this.other(`claim-${id}`, (scope, name) => new lib.PersistentVolumeClaim(scope, name, { size: GIBIBYTE, storageClass, ...more }));
  }

  public gp3(): lib.EbsStorageClass {
    return this.other('gp3', (scope, id) => new lib.EbsStorageClass(scope, id));
  }

  public io2(): lib.EbsStorageClass {
    return this.other('io2', (scope, id) => new lib.EbsStorageClass(scope, id, { volumeType: lib.EbsVolumeType.io2({ iops: 4000 }) }));
  }

  public zfsVolumes(): lib.StorageClass {
    const resource = () => lib.OpenZfsResource.volume({ parentVolumeId: 'fsvol-0123456789abcdef0' });
    return this.other('zfs', (scope, id) => new lib.FsxOpenZfsStorageClass(scope, id, { resource: resource() }));
  }

  public efs(): lib.EfsStorageClass {
    return this.other('efs', (scope, id) => new lib.EfsStorageClass(scope, id, { fileSystem: lib.EfsFileSystem.fromId('fs-0123456789abcdef0') }));
  }

  public classOf(provisioner: string, allowVolumeExpansion?: boolean): lib.StorageClass {
    return this.other(provisioner.replace('/', '-'), (scope, id) => new lib.StorageClass(scope, id, { provisioner, allowVolumeExpansion }));
  }

  public snapshotClass(deletionPolicy: lib.DeletionPolicy): lib.EbsVolumeSnapshotClass {
    return this.other(`snapshots-${deletionPolicy}`, (scope, id) => new lib.EbsVolumeSnapshotClass(scope, id, { deletionPolicy }));
  }

  public snapshot(): lib.VolumeSnapshot {
    return this.other('snapshot', (scope, id) => new lib.VolumeSnapshot(scope, id, { claim: this.claim('gp3', this.gp3()) }));
  }

  public imported(): lib.PreProvisionedVolumeSnapshot {
    return this.other('imported', (scope, id) => new lib.PreProvisionedVolumeSnapshot(scope, id, {
      snapshotHandle: 'snap-0123456789abcdef0', sourceVolumeMode: lib.VolumeMode.FILESYSTEM, restoreSize: GIBIBYTE,
    }));
  }

  public configMap(): ConfigMap {
    return this.other('settings', (scope, id) => new ConfigMap(scope, id, { data: { a: 'b' } }));
  }

  public secret(): Secret {
    return this.other('login', (scope, id) => new Secret(scope, id, { stringData: { user: 'a' } }));
  }
}

export const storageClasses = ofWorld<lib.IStorageClass>(
  ["fromName('fast')", () => lib.StorageClass.fromName('fast')],
  ["fromName('fast')", () => lib.StorageClass.fromName('fast')],
  ['gp3', (world) => world.gp3()],
  ['gp3', (world) => world.gp3()],
  ['io2', (world) => world.io2()],
  ['efs', (world) => world.efs()],
  ['zfs', (world) => world.zfsVolumes()],
  ['a class of GKE', (world) => world.classOf('pd.csi.storage.gke.io', false)],
  ['no provisioner', (world) => world.classOf('kubernetes.io/no-provisioner')],
  ['none()', () => lib.StorageClass.none()],
);

/** Classes of which it is not known what they cannot do. */
export const patientClasses = ofWorld<lib.IStorageClass>(
  ["fromName('fast')", () => lib.StorageClass.fromName('fast')],
  ["fromName('slow.example')", () => lib.StorageClass.fromName('slow.example')],
);

export const attributesClasses = ofWorld<lib.IVolumeAttributesClass>(
  ["fromName('gold')", () => lib.VolumeAttributesClass.fromName('gold')],
  ['of EBS', (world) => world.other('attributes', (scope, id) => new lib.EbsVolumeAttributesClass(scope, id, { iops: 5000 }))],
  ['of EBS, with deletions', (world) => world.other('deletions', (scope, id) => new lib.EbsVolumeAttributesClass(scope, id, { tagsToDelete: ['old'] }))],
  ['of GKE', (world) => world.other('of-gke', (scope, id) => new lib.VolumeAttributesClass(scope, id, { driverName: 'pd.csi.storage.gke.io', parameters: { a: 'b' } }))],
);

export const snapshotClasses = ofWorld<lib.IVolumeSnapshotClass>(
  ["fromName('kept')", () => lib.VolumeSnapshotClass.fromName('kept')],
  ['deleting', (world) => world.snapshotClass(lib.DeletionPolicy.DELETE)],
  ['retaining', (world) => world.snapshotClass(lib.DeletionPolicy.RETAIN)],
  ['of OpenZFS', (world) => world.other('of-zfs', (scope, id) => new lib.VolumeSnapshotClass(scope, id, {
    driver: 'fsx.openzfs.csi.aws.com', deletionPolicy: lib.DeletionPolicy.DELETE,
  }))],
);

export const dataSources = ofWorld<lib.IVolumeDataSource>(
  ["VolumeSnapshot.fromName('yesterday')", () => lib.VolumeSnapshot.fromName('yesterday')],
  ['a snapshot', (world) => world.snapshot()],
  ['a snapshot that was there', (world) => world.imported()],
  ['a claim', (world) => world.claim('gp3', world.gp3())],
  ['a claim of EFS', (world) => world.claim('efs', world.efs())],
  ['a claim that was there', (world) => world.other('there', (scope, id) => lib.PersistentVolumeClaim.fromClaimName(scope, id, 'there'))],
  ['a bucket', () => ({ toDataSource: () => ({ apiGroup: 'example.com', kind: 'Bucket', name: 'b' }) })],
);

export const claims = ofWorld<lib.IVolumeClaim>(
  ['a claim', (world) => world.claim('gp3', world.gp3())],
  ['a claim of EFS', (world) => world.claim('efs', world.efs())],
  ['a raw claim', (world) => world.claim('raw', undefined, { volumeMode: lib.VolumeMode.BLOCK })],
  ['a claim that was there', (world) => world.other('there', (scope, id) => lib.PersistentVolumeClaim.fromClaimName(scope, id, 'there'))],
);
