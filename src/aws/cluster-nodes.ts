import { CfnCluster, CfnFargateProfile, CfnNodegroup } from 'aws-cdk-lib/aws-eks';
import { CfnResource, Stack, TagManager, Token } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';

const FARGATE_PROFILES = ['AWS::EKS::FargateProfile', 'Custom::AWSCDK-EKS-FargateProfile'];

/** What this app says of the nodes of a cluster. Of an imported cluster it says little, and of nodes that Karpenter starts nothing. */
export class ClusterNodes {
  private readonly resources: CfnResource[];

  public constructor(private readonly cluster: eks.IClusterRef) {
    const resources = cluster.node.root.node.findAll().filter((construct) => CfnResource.isCfnResource(construct));
    this.resources = resources.filter((resource) => this.isOfCluster(resource));
  }

  /** Groups of EC2 instances that join the cluster. */
  public get ec2Groups(): CfnResource[] {
    return [...this.ofType('AWS::EKS::Nodegroup'), ...this.selfManagedGroups];
  }

  /** Those whose instances EKS does not tag with the cluster's name. */
  public get selfManagedGroups(): CfnResource[] {
    return this.ofType('AWS::AutoScaling::AutoScalingGroup');
  }

  public get fargateProfiles(): CfnResource[] {
    return this.ofType(...FARGATE_PROFILES);
  }

  /** Whether the cluster is in Auto Mode, with block storage of its own; `undefined` where this is not known. */
  public get hasAutoMode(): boolean | undefined {
    const resource = this.clusterResource;
    return resource && read(resource, resource.storageConfig)?.blockStorage?.enabled === true;
  }

  public get hasHybridNodes(): boolean {
    const resource = this.clusterResource;
    return resource !== undefined && read(resource, resource.remoteNetworkConfig)?.remoteNodeNetworks !== undefined;
  }

  /** A Fargate profile that takes every Pod of the namespace. */
  public fargateProfileOf(namespace: string): CfnResource | undefined {
    return this.fargateProfiles.find((profile) => profile instanceof CfnFargateProfile
      && [read(profile, profile.selectors)].flat().some((selector) => selector.namespace === namespace && !selector.labels?.length));
  }

  /** Clusters of `aws-eks` are made by a function of the CDK, whose properties cannot be read. */
  private get clusterResource(): CfnCluster | undefined {
    return this.ofType('AWS::EKS::Cluster').find((resource) => resource instanceof CfnCluster) as CfnCluster | undefined;
  }

  private ofType(...types: string[]): CfnResource[] {
    return this.resources.filter(({ cfnResourceType }) => types.includes(cfnResourceType));
  }

  /** Below the cluster in the tree, or naming it. */
  private isOfCluster(resource: CfnResource): boolean {
    const namesIt = resource instanceof CfnNodegroup || resource instanceof CfnFargateProfile;
    return namesIt ? resource.clusterName === this.cluster.clusterRef.clusterName : resource.node.scopes.includes(this.cluster);
  }
}

/** Whether a group puts this tag on its instances. The value may be known only later, and is not looked at. */
export function hasTag(group: CfnResource, key: string): boolean {
  return key in (TagManager.of(group)?.tagValues() ?? {});
}

function read(resource: CfnResource, value: any): any {
  return value === undefined || !Token.isUnresolved(value) ? value : Stack.of(resource).resolve(value);
}
