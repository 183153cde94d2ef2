import type { Construct } from 'constructs';
import { EksAddon, type EksAddonProps } from './eks-addon';

/**
 * The EKS Pod Identity agent as an EKS add-on: needed once by a cluster whose service accounts get their roles by Pod Identity, and built in where
 * EKS Auto Mode runs the nodes. It runs on Linux EC2 nodes, not on Fargate; the role of the nodes must allow `eks-auth:AssumeRoleForPodIdentity`,
 * as `AmazonEKSWorkerNodePolicy` does.
 *
 * Refuses a version that is not one of an add-on, and a second agent in a cluster.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html
 */
export class PodIdentityAgent extends EksAddon {
  public constructor(scope: Construct, id: string, props: EksAddonProps) {
    super(scope, id, 'eks-pod-identity-agent', props);
  }
}
