import { Construct } from 'constructs';
import { customResourceDefinition } from './custom-resource-definition';
import { VOLUME_SNAPSHOT_CLASS } from './volume-snapshot-class-kind';
import { VOLUME_SNAPSHOT_CONTENT } from './volume-snapshot-content-kind';
import { VOLUME_SNAPSHOT } from './volume-snapshot-kind';
import { ClusterScopedObject } from '../../../private/kubernetes-object';

/**
 * The three kinds that Kubernetes knows snapshots by: VolumeSnapshotClass, VolumeSnapshotContent and VolumeSnapshot, as external-snapshotter v8.6.0 defines them.
 *
 * They come first: before the snapshot controller, before the driver's add-on (which leaves its snapshotter out where it does not find them), and
 * before every object of these kinds. `kubectl apply` cannot apply them in one go with such objects, so give them a chart of their own.
 *
 * Group snapshots are not among them: the EBS driver takes none.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshots/
 */
export class SnapshotCrds extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    for (const kind of [VOLUME_SNAPSHOT_CLASS, VOLUME_SNAPSHOT_CONTENT, VOLUME_SNAPSHOT]) {
      new ClusterScopedObject(this, kind.kind, customResourceDefinition(kind));
    }
  }
}
