import { Construct } from 'constructs';
import { addonMistakes, eksAddon, type EksAddonProps } from './eks-addon';
import { Mistakes } from '../private/mistakes';

const ADDON_NAME = 'eks-pod-identity-agent';

/**
 * The EKS Pod Identity agent as an EKS add-on: needed once by a cluster whose service accounts get their roles by Pod Identity, and built in where
 * EKS Auto Mode runs the nodes. It runs on Linux EC2 nodes, not on Fargate; the role of the nodes must allow `eks-auth:AssumeRoleForPodIdentity`,
 * as `AmazonEKSWorkerNodePolicy` does.
 *
 * Refuses a version that is not one of an add-on, and a second agent in a cluster.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html
 */
export class PodIdentityAgent extends Construct {
  public constructor(scope: Construct, id: string, props: EksAddonProps) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...addonMistakes(scope, ADDON_NAME, props));
    mistakes.throwIfAny();
    super(scope, id);
    eksAddon(this, ADDON_NAME, props);
  }
}
