import * as v1 from 'aws-cdk-lib/aws-eks';
import * as v2 from 'aws-cdk-lib/aws-eks-v2';
import { Resource } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';

/** Lambda takes no larger event: on an update, the manifests before and after, each as text within JSON, and some words around them. */
const MOST_BYTES = 262_144;
const WORDS_AROUND = 4_096;

/**
 * Why nothing can be applied to a cluster from this app.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_eks_v2-readme.html#kubectl-support
 */
export function kubectlMistake(cluster: eks.IClusterRef): string | undefined {
  const instead = 'or give applyManifests false, and ship the manifests by ClusterStorage';
  if (!Resource.isResource(cluster) || typeof (cluster as any).addCdk8sChart !== 'function') {
    return `the cluster '${cluster.node.path}' is one to which the CDK cannot apply manifests; give one of aws-eks or aws-eks-v2, such as Cluster.fromClusterAttributes, ${instead}`;
  }
  const { kubectlProvider, kubectlRole } = cluster as any;
  if (kubectlProvider !== undefined || kubectlRole !== undefined) return undefined;
  return isOfV1(cluster)
    ? `the cluster '${cluster.node.path}' is imported without kubectl; give kubectlRoleArn and kubectlLayer where it is imported, ${instead}`
    : `the cluster '${cluster.node.path}' has no kubectl; give kubectlProviderOptions where it is created, or kubectlProvider where it is imported, ${instead}`;
}

export function manifestSizeMistake(chart: string, manifest: object[]): string | undefined {
  const bytes = 2 * Buffer.byteLength(JSON.stringify(JSON.stringify(manifest))) + WORDS_AROUND;
  if (bytes <= MOST_BYTES) return undefined;
  return `the chart '${chart}' makes an event of ${bytes} bytes when it is updated, and the function that applies it takes ${MOST_BYTES}; put some of its ${manifest.length} objects into another chart`;
}

/** Applies manifests by kubectl, from the scope's own stack, which need not be that of the cluster. */
export function applyManifest(scope: Construct, id: string, cluster: eks.IClusterRef, manifest: object[]): Construct {
  const { KubernetesManifest } = (isOfV1(cluster) ? v1 : v2) as typeof v1;
  return new KubernetesManifest(scope, id, { cluster: cluster as v1.ICluster, manifest: manifest as Record<string, any>[] });
}

function isOfV1(cluster: eks.IClusterRef): boolean {
  return 'kubectlRole' in cluster;
}
