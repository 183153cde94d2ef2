import { Chart, Size } from 'cdk8s';
import {
  DeletionPolicy, EbsVolumeSnapshotClass, PersistentVolumeClaim, PreProvisionedVolumeSnapshot, SnapshotController, SnapshotCrds, VolumeSnapshot,
} from 'cdk8s-eks-storage';
import type { Construct } from 'constructs';
import type { DynamicProvisioning } from './c-dynamic-provisioning';
import type { Settings } from '../settings';

/** E1: the kinds. They come before everything that uses them, so they are a file of their own. */
export class SnapshotKinds extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { disableResourceNameHashes: true });
    new SnapshotCrds(this, 'Crds');
  }
}

/** E2: the controller. */
export class SnapshotControllers extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { disableResourceNameHashes: true });
    new SnapshotController(this, 'Controller');
  }
}

/** Chapter E: from a claim to a snapshot and back. */
export class Snapshots extends Chart {
  public constructor(scope: Construct, id: string, { claim, storageClass }: DynamicProvisioning, settings: Settings) {
    super(scope, id, { disableResourceNameHashes: true, namespace: claim.metadata.namespace });

    const snapshotClass = new EbsVolumeSnapshotClass(this, 'Class', {
      metadata: { name: 'ebs-snapshots' },
      deletionPolicy: DeletionPolicy.DELETE,
      isDefault: true,
    });
    const snapshot = new VolumeSnapshot(this, 'Snapshot', { metadata: { name: 'ebs-pvc-01-snapshot' }, claim, snapshotClass });
    new PersistentVolumeClaim(this, 'Restored', {
      metadata: { name: 'ebs-pvc-01-restored' },
      size: Size.gibibytes(10),
      storageClass,
      dataSource: snapshot,
    });
    new PreProvisionedVolumeSnapshot(this, 'Existing', {
      metadata: { name: 'existing-snapshot' },
      snapshotHandle: settings.snapshotId,
      snapshotClass,
    });
  }
}
