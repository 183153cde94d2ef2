import type { DriverAccessOptions } from './access/driver-access-options';
import type { DriverPlace } from './access/driver-service-account';
import { ClusterNodes, hasTag } from './cluster-nodes';

/** On which nodes the driver can work. */
export interface DriverNodesOptions {
  /**
   * Whether the cluster has EC2 nodes of which this app does not know, such as those of Karpenter. EBS volumes can be mounted only there: not on Fargate,
   * not on hybrid nodes, and in EKS Auto Mode by another driver, which is built in.
   *
   * @default - looked for in this app: a cluster that is known to have nodes without EBS, and no other, is refused at synthesis
   * @see https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html
   */
  readonly ec2Nodes?: boolean;
}

/** What cannot work on the nodes that the cluster has. Known at synthesis only: nodes are often added after the driver. */
export function nodeMistakes(options: DriverNodesOptions & DriverAccessOptions, { cluster, namespace }: DriverPlace): string[] {
  const { identity, policy, ec2Nodes } = options;
  const nodes = new ClusterNodes(cluster);
  const path = cluster.node.path;
  const elsewhere = 'or, if it has EC2 nodes of which this app does not know, say so with ec2Nodes: true';
  const mistakes: string[] = [];

  if (!ec2Nodes && nodes.ec2Groups.length === 0) {
    if (nodes.hasAutoMode) {
      mistakes.push(`the cluster '${path}' is in EKS Auto Mode, where block storage is built in and this driver has no node to run on; use AutoModeBlockStorage, add a node group to the cluster, ${elsewhere}`);
    } else if (nodes.fargateProfiles.length > 0) {
      mistakes.push(`the cluster '${path}' runs its Pods on Fargate, where EBS volumes cannot be mounted; add a node group to the cluster, ${elsewhere}`);
    } else if (nodes.hasHybridNodes) {
      mistakes.push(`the cluster '${path}' has hybrid nodes, where EBS volumes cannot be mounted; add a node group to the cluster, ${elsewhere}`);
    }
  }

  const fargateProfile = identity._kind.byPodIdentity ? nodes.fargateProfileOf(namespace) : undefined;
  if (fargateProfile) {
    mistakes.push(`the Fargate profile '${fargateProfile.node.path}' takes the Pods of the namespace '${namespace}', the driver's controller among them, and on Fargate there is no Pod Identity; use DriverIdentity.irsa, or leave '${namespace}' out of the profile`);
  }

  if (policy?._traits.clusterScoped) {
    for (const group of nodes.selfManagedGroups.filter((each) => !hasTag(each, 'ebs.csi.aws.com/cluster-name') && !hasTag(each, 'eks:cluster-name'))) {
      mistakes.push(`the instances of '${group.node.path}' do not carry the cluster's name, and policy lets the driver attach volumes only to those that do; call tagForDriver with the group`);
    }
  }
  return mistakes;
}
