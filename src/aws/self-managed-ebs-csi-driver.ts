import { CfnPodIdentityAssociation } from 'aws-cdk-lib/aws-eks';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import { type Construct, Dependable } from 'constructs';
import type { DriverAccessOptions } from './access/driver-access-options';
import type { DriverCredentials } from './access/driver-credentials';
import { CONTROLLER_SERVICE_ACCOUNT } from './access/driver-role';
import { configurationMistakes, configurationValues } from './configuration/configuration-values';
import type { DriverConfigurationOptions } from './configuration/driver-configuration';
import { accessMistakes, DRIVER_NAMESPACE, DriverConstruct } from './driver-construct';
import type { DriverNodesOptions } from './driver-nodes-options';
import { installationMistake, noteInstallation } from './installations';
import { Mistakes } from '../private/mistakes';
import { dnsLabelMistake } from '../private/names';

/** Properties of `SelfManagedEbsCsiDriver`. */
export interface SelfManagedEbsCsiDriverProps extends DriverAccessOptions, DriverConfigurationOptions, DriverNodesOptions {
  /**
   * The cluster: of `aws-eks` or `aws-eks-v2`, created or imported, with a kubectl provider, through which Helm runs.
   */
  readonly cluster: eks.IClusterRef;

  /**
   * Version of the Helm chart.
   *
   * @default '2.64.0'
   */
  readonly chartVersion?: string;

  /**
   * Namespace that the chart is installed in. The role trusts the service account of this namespace.
   *
   * @default 'kube-system'
   */
  readonly namespace?: string;
}

/**
 * The EBS CSI driver from its Helm chart, for clusters that do not take the EKS add-on. Whoever chooses it keeps it up to date.
 *
 * It names the cluster on what it makes, as the add-on does, and takes the same settings.
 *
 * Refuses a cluster that cannot install Helm charts, an identity without a reason where one is asked for, and what `EbsCsiDriver` refuses of policies, keys,
 * settings and nodes.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md
 */
export class SelfManagedEbsCsiDriver extends DriverConstruct {
  /** Role that the driver's controller assumes, if its identity is one. */
  public readonly roleArn?: string;

  public constructor(scope: Construct, id: string, props: SelfManagedEbsCsiDriverProps) {
    const { cluster, chartVersion = '2.64.0', namespace = DRIVER_NAMESPACE } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...accessMistakes(scope, props, chartVersion, '2.58'), // the chart 2.58 installs the driver 1.58
      dnsLabelMistake('namespace', namespace),
      ...configurationMistakes(props),
      installationMistake(scope, cluster, 'aws-ebs-csi-driver'),
      chartVersionMistake(chartVersion),
      chartMistake(scope, cluster),
    );
    const { controller, ...values } = configurationValues(props) ?? {};
    mistakes.add(...laterMistakes(controller));
    mistakes.throwIfAny();
    super(scope, id);

    noteInstallation(this, cluster, 'aws-ebs-csi-driver');
    const place = { cluster, namespace };
    const { clusterName } = cluster.clusterRef;
    const credentials = this._grantAccess(props, place);
    this.roleArn = credentials.roleArn;
    if (credentials.byPodIdentity) {
      new CfnPodIdentityAssociation(this, 'PodIdentityAssociation', {
        clusterName,
        namespace,
        serviceAccount: CONTROLLER_SERVICE_ACCOUNT,
        roleArn: credentials.roleArn!,
      });
    }
    const chart = helm(cluster).addHelmChart(this.node.addr, {
      chart: 'aws-ebs-csi-driver',
      repository: 'https://kubernetes-sigs.github.io/aws-ebs-csi-driver',
      release: 'aws-ebs-csi-driver',
      version: chartVersion,
      namespace,
      values: {
        ...values,
        ...credentials.helmValues,
        controller: {
          ...controller,
          k8sTagClusterId: clusterName,
          serviceAccount: { ...controller?.serviceAccount, ...serviceAccount(credentials) },
        },
      },
    });
    // The chart belongs to the cluster's part of the tree; to the driver's order, before and after, it belongs here.
    chart.node.addDependency(...this.node.children);
    Dependable.implement(this, { dependencyRoots: [this, chart] });
    this._complete(props, place, credentials, chart);
    if (credentials.reason !== undefined) Stack.of(this).addMetadata(`cdk8s-eks-storage/identity-reason of ${this.node.path}`, credentials.reason);
  }
}

function chartVersionMistake(version: string): string | undefined {
  if (Token.isUnresolved(version) || /^\d+\.\d+\.\d+/.test(version)) return undefined;
  return `chartVersion '${version}' is not the version of a chart; give one as in '2.64.0', from: helm search repo aws-ebs-csi-driver --versions`;
}

/** What is known later cannot be merged with what the construct says itself. */
function laterMistakes(controller: any): string[] {
  return [['controller', controller], ['controller.serviceAccount', controller?.serviceAccount]].filter(([, value]) => Token.isUnresolved(value))
    .map(([path]) => `configurationValues.${path} is known only later, and is written by this construct too; give its settings one by one`);
}

interface HelmCluster {
  readonly kubectlProvider?: unknown;
  readonly kubectlRole?: unknown;
  addHelmChart(id: string, options: object): Construct;
}

/** The clusters of both EKS modules install charts, in the same words; naming the type of one would shut the other out. */
function helm(cluster: object): HelmCluster {
  return cluster as HelmCluster;
}

function chartMistake(scope: Construct, cluster: eks.IClusterRef): string | undefined {
  const { addHelmChart, kubectlProvider, kubectlRole } = helm(cluster);
  // Clusters of `aws-eks` make the provider when it is needed, and have a role for it until then.
  if (typeof addHelmChart !== 'function' || (kubectlProvider === undefined && kubectlRole === undefined)) {
    return `the cluster '${cluster.node.path}' cannot install Helm charts; give one of aws-eks or aws-eks-v2 that has a kubectl provider`;
  }
  return Stack.of(cluster) === Stack.of(scope) ? undefined
    : `the cluster '${cluster.node.path}' is of another stack, and charts are installed in the stack of the cluster; make the driver there, or import the cluster into its stack`;
}

function serviceAccount({ roleArn, byPodIdentity }: DriverCredentials) {
  return {
    create: true,
    name: CONTROLLER_SERVICE_ACCOUNT,
    ...(roleArn !== undefined && !byPodIdentity && { annotations: { 'eks.amazonaws.com/role-arn': roleArn } }),
  };
}
