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
