import { Stack } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import type { Construct, IConstruct } from 'constructs';

/**
 * What was installed in clusters, and by which construct: by the cluster itself, and by its name within a stack. Across stacks a name says nothing, for there
 * the same one may be another cluster.
 */
const INSTALLATIONS = new WeakMap<IConstruct, Map<string, IConstruct>>();

/** Remembers that the construct installs something of which a cluster takes one. */
export function noteInstallation(scope: Construct, cluster: eks.IClusterRef, what: string): void {
  for (const [owner, key] of entries(scope, cluster, what)) {
    if (!INSTALLATIONS.has(owner)) INSTALLATIONS.set(owner, new Map());
    INSTALLATIONS.get(owner)!.set(key, scope);
  }
}

export function installationMistake(scope: Construct, cluster: eks.IClusterRef, what: string): string | undefined {
  const other = entries(scope, cluster, what).map(([owner, key]) => INSTALLATIONS.get(owner)?.get(key)).find(isInTree);
  return other && `the cluster '${cluster.node.path}' has ${what} already, from '${other.node.path}'; a cluster takes it once`;
}

function entries(scope: Construct, cluster: eks.IClusterRef, what: string): [IConstruct, string][] {
  return [[cluster, what], [Stack.of(scope), `${cluster.clusterRef.clusterName} ${what}`]];
}

/** A construct can be taken out of the tree again, and so can what it is in. */
export function isInTree(construct: IConstruct | undefined): construct is IConstruct {
  return construct !== undefined
    && construct.node.scopes.every(({ node }) => node.scope === undefined || node.scope.node.tryFindChild(node.id)?.node === node);
}
