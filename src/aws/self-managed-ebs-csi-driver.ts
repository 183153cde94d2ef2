import { Stack } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import { Construct, Dependable } from 'constructs';
import { accessMistakes, type DriverAccess, grantAccess } from './driver-access';
import type { DriverAccessOptions } from './driver-access-options';
import { CONTROLLER_SERVICE_ACCOUNT, DRIVER_NAMESPACE } from './driver-service-account';
import { Mistakes } from '../private/mistakes';

/** Properties of `SelfManagedEbsCsiDriver`. */
export interface SelfManagedEbsCsiDriverProps extends DriverAccessOptions {
  /**
   * The cluster: of `aws-eks` or `aws-eks-v2`, created, or imported with a kubectl provider, through which Helm runs.
   */
  readonly cluster: eks.IClusterRef;

  /**
   * Version of the Helm chart.
   *
   * @default '2.64.0'
   */
  readonly chartVersion?: string;

  /**
   * Values of the Helm chart beside those that follow from the identity.
   *
   * @default - the chart's own
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/charts/aws-ebs-csi-driver/values.yaml
   */
  readonly values?: { [key: string]: any };
}

/**
 * The EBS CSI driver from its Helm chart, for clusters that do not take the EKS add-on. Whoever chooses it keeps it up to date.
 *
 * Refuses a cluster that cannot install Helm charts, keys that are not given by their ARN, and an identity without a reason where one is asked for.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md
 */
export class SelfManagedEbsCsiDriver extends Construct {
  /** Role that the driver's controller assumes, if its identity is one. */
  public readonly roleArn?: string;

  public constructor(scope: Construct, id: string, props: SelfManagedEbsCsiDriverProps) {
    const { cluster, chartVersion = '2.64.0', values = {} } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...accessMistakes(props),
      typeof helm(cluster).addHelmChart === 'function' ? undefined : `the cluster '${cluster.node.path}' cannot install Helm charts; give one of aws-eks or aws-eks-v2, imported ones with a kubectl provider`,
    );
    mistakes.throwIfAny();
    super(scope, id);

    const access = grantAccess(this, props);
    this.roleArn = access.roleArn;
    const chart = helm(cluster).addHelmChart(this.node.addr, {
      chart: 'aws-ebs-csi-driver',
      repository: 'https://kubernetes-sigs.github.io/aws-ebs-csi-driver',
      release: 'aws-ebs-csi-driver',
      version: chartVersion,
      namespace: DRIVER_NAMESPACE,
      values: { ...values, ...access.helmValues, controller: { ...values.controller, serviceAccount: serviceAccount(access) } },
    });
    // The chart belongs to the cluster's part of the tree; to the driver's order, before and after, it belongs here.
    chart.node.addDependency(...this.node.children);
    Dependable.implement(this, { dependencyRoots: [this, chart] });
    if (access.reason !== undefined) Stack.of(this).addMetadata(`cdk8s-eks-storage/identity-reason of ${this.node.path}`, access.reason);
  }
}

interface HelmCluster {
  addHelmChart(id: string, options: object): Construct;
}

/** The clusters of both EKS modules install charts, in the same words; naming the type of one would shut the other out. */
function helm(cluster: object): HelmCluster {
  return cluster as HelmCluster;
}

function serviceAccount({ roleArn }: DriverAccess) {
  return {
    create: true,
    name: CONTROLLER_SERVICE_ACCOUNT,
    ...(roleArn !== undefined && { annotations: { 'eks.amazonaws.com/role-arn': roleArn } }),
  };
}
