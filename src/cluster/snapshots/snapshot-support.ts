import { Construct } from 'constructs';
import { EbsVolumeSnapshotClass, type EbsVolumeSnapshotClassProps } from './ebs-volume-snapshot-class';
import { SnapshotController, type SnapshotControllerProps } from './snapshot-controller';
import { SnapshotCrds } from './snapshot-crds/snapshot-crds';
import { DeletionPolicy } from './volume-snapshot-class';

/** Properties of `SnapshotSupport`. */
export interface SnapshotSupportProps {
  /**
   * How the controller runs.
   *
   * @default - two replicas in `kube-system`
   */
  readonly controller?: SnapshotControllerProps;

  /**
   * The class that snapshots of EBS volumes get when they name none.
   *
   * @default - a class for `ebs.csi.aws.com` that is its default and keeps the snapshots (`DeletionPolicy.RETAIN`)
   */
  readonly snapshotClass?: EbsVolumeSnapshotClassProps;
}

/**
 * Everything a cluster without snapshots needs to have them: the CRDs, the controller and a VolumeSnapshotClass, in that order.
 *
 * Where somebody else brings one of the parts (as the EKS add-on `snapshot-controller` brings the first two), use the other parts by themselves.
 * The parts also go into charts of their own where `kubectl apply` is to apply them in one run: it does not know a kind before its CRD is there.
 */
export class SnapshotSupport extends Construct {
  /** The three snapshot kinds. */
  public readonly crds: SnapshotCrds;

  /** The controller, its identity and its rights. */
  public readonly controller: SnapshotController;

  /** The class that snapshots of EBS volumes get when they name none. */
  public readonly snapshotClass: EbsVolumeSnapshotClass;

  public constructor(scope: Construct, id: string, props: SnapshotSupportProps = {}) {
    super(scope, id);
    try {
      this.crds = new SnapshotCrds(this, 'Crds');
      this.controller = new SnapshotController(this, 'Controller', props.controller);
      this.snapshotClass = new EbsVolumeSnapshotClass(this, 'Class', props.snapshotClass ?? { deletionPolicy: DeletionPolicy.RETAIN, isDefault: true });
    } catch (error) {
      scope.node.tryRemoveChild(id); // what a part refuses leaves no other part behind
      throw error;
    }
  }
}
