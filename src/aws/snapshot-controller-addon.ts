import type { Construct } from 'constructs';
import { EksAddon, type EksAddonProps } from './eks-addon';

/**
 * The snapshot controller as an EKS add-on, with the snapshot kinds (CRDs) in it: the other way to have what `SnapshotSupport` writes as manifests.
 * Choose one of the two.
 *
 * The driver must come after it, since it looks for the snapshot kinds once, when it is installed: give it to the driver as `snapshotController`.
 *
 * Refuses a version that is not one of an add-on, and a second controller in a cluster.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/csi-snapshot-controller.html
 */
export class SnapshotControllerAddon extends EksAddon {
  public constructor(scope: Construct, id: string, props: EksAddonProps) {
    super(scope, id, 'snapshot-controller', props);
  }
}
