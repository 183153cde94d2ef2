import { Construct } from 'constructs';
import { addonMistakes, eksAddon, type EksAddonProps } from './eks-addon';
import { Mistakes } from '../private/mistakes';

const ADDON_NAME = 'snapshot-controller';

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
export class SnapshotControllerAddon extends Construct {
  public constructor(scope: Construct, id: string, props: EksAddonProps) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...addonMistakes(scope, ADDON_NAME, props));
    mistakes.throwIfAny();
    super(scope, id);
    eksAddon(this, ADDON_NAME, props);
  }
}
