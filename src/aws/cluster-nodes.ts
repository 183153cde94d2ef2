import type { CfnCluster, CfnFargateProfile, CfnNodegroup } from 'aws-cdk-lib/aws-eks';
import { CfnResource, Stack, TagManager, Token } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import type { DriverAccessOptions } from './access/driver-access-options';
import type { DriverPlace } from './access/driver-place';
import type { DriverNodesOptions } from './driver-nodes-options';
import { isInTree } from './installations';

/** What belongs to a cluster by naming it, wherever in the app it is. */
type NamingResource = CfnNodegroup | CfnFargateProfile;
const NAMING_TYPES = ['AWS::EKS::Nodegroup', 'AWS::EKS::FargateProfile'];

/** By the root: those that were found, and how many tokens there were then. */
const FOUND = new WeakMap<IConstruct, { readonly resources: NamingResource[]; tokens: number }>();

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

/** What this app says of the nodes of a cluster. Of an imported cluster it says little, and of nodes that Karpenter starts nothing. */
export class ClusterNodes {
  private resourcesBelow?: CfnResource[];
  private resourcesNaming?: NamingResource[];

  public constructor(private readonly cluster: eks.IClusterRef) {}

  /** Groups of EC2 instances that join the cluster. */
  public get ec2Groups(): CfnResource[] {
    return [...this.naming('AWS::EKS::Nodegroup'), ...this.selfManagedGroups];
  }

  /** Those whose instances EKS does not tag with the cluster's name. */
  public get selfManagedGroups(): CfnResource[] {
    return this.below('AWS::AutoScaling::AutoScalingGroup');
  }

  public get fargateProfiles(): CfnResource[] {
    return [...this.naming('AWS::EKS::FargateProfile'), ...this.below('Custom::AWSCDK-EKS-FargateProfile')];
  }

  /** Whether the cluster is in Auto Mode, with block storage of its own; `undefined` where this is not known. */
  public get hasAutoMode(): boolean | undefined {
    const resource = this.clusterResource;
    const enabled = resource && read(resource, resource.storageConfig)?.blockStorage?.enabled;
    return typeof enabled === 'boolean' ? enabled : undefined;
  }

  public get hasHybridNodes(): boolean {
    const resource = this.clusterResource;
    return resource !== undefined && read(resource, resource.remoteNetworkConfig)?.remoteNodeNetworks !== undefined;
  }

  /** A Fargate profile that takes every Pod of the namespace. */
  public fargateProfileOf(namespace: string): CfnResource | undefined {
    return this.naming<CfnFargateProfile>('AWS::EKS::FargateProfile').find((profile) =>
      [read(profile, profile.selectors)].flat().some((selector) => isLike(namespace, selector.namespace) && !selector.labels?.length));
  }

  /** Clusters of `aws-eks` are made by a function of the CDK, whose properties cannot be read. */
  private get clusterResource(): CfnCluster | undefined {
    return this.below<CfnCluster>('AWS::EKS::Cluster')[0];
  }

  /** By the name of the type, since each of the CDK's modules for EKS may have a class of its own for it. */
  private below<T extends CfnResource>(type: string): T[] {
    this.resourcesBelow ??= resourcesIn(this.cluster);
    return this.resourcesBelow.filter(({ cfnResourceType }) => cfnResourceType === type) as T[];
  }

  private naming<T extends NamingResource>(type: string): T[] {
    this.resourcesNaming ??= this.findNaming();
    return this.resourcesNaming.filter((resource): resource is T => resource.cfnResourceType === type);
  }

  private findNaming(): NamingResource[] {
    const { cluster } = this;
    const resources = namingResources(cluster.node.root);
    if (resources.length === 0) return [];
    const names = [cluster.clusterRef.clusterName, (cluster.node.defaultChild as CfnCluster | undefined)?.name, (cluster as CfnCluster).name];
    return resources.filter((resource) => names.includes(resource.clusterName) && isInTree(resource)); // it may have been taken out since it was found
  }
}

/** The app is searched once for all the drivers that ask before one more resource is made. */
function namingResources(root: IConstruct): NamingResource[] {
  const tokens = countTokens();
  const found = FOUND.get(root);
  if (found?.tokens === tokens - 1) {
    found.tokens = tokens;
    return found.resources;
  }
  const resources = resourcesIn(root).filter((resource): resource is NamingResource => NAMING_TYPES.includes(resource.cfnResourceType));
  FOUND.set(root, { resources, tokens });
  return resources;
}

function resourcesIn(scope: IConstruct): CfnResource[] {
  return scope.node.findAll().filter((construct) => CfnResource.isCfnResource(construct));
}

/**
 * The CDK numbers its tokens, and each resource takes one for its logical id when it is made. So none was made between two counts that follow each other.
 *
 * @see https://github.com/aws/aws-cdk/blob/v2.265.0/packages/aws-cdk-lib/core/lib/cfn-element.ts
 * @see https://github.com/aws/aws-cdk/blob/v2.265.0/packages/aws-cdk-lib/core/lib/private/token-map.ts
 */
function countTokens(): number {
  return Number(/\.(\d+)\]/.exec(Token.asString({ creationStack: [], resolve: () => undefined }))?.[1]);
}

/** Whether a group puts this tag on its instances. The value may be known only later, and is not looked at. */
export function hasTag(group: CfnResource, key: string): boolean {
  return key in (TagManager.of(group)?.tagValues() ?? {});
}

/** Fargate profiles may have `*` and `?` in the names of namespaces. */
function isLike(name: string, pattern: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*/g, '.*').replace(/\?/g, '.')}$`).test(name);
}

function read(resource: CfnResource, value: any): any {
  return value === undefined || !Token.isUnresolved(value) ? value : Stack.of(resource).resolve(value);
}
