import { CfnOIDCProvider, type IOpenIdConnectProvider } from 'aws-cdk-lib/aws-iam';
import { Reference, Resource, Token, Tokenization } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';

/** Host and path of the issuer. A provider made in this app knows it only at deployment, but the URL it is made from is known now. */
export function issuerOf(provider: IOpenIdConnectProvider): string {
  const issuer = provider.openIdConnectProviderIssuer;
  const url = urlOf(provider);
  return Token.isUnresolved(issuer) && url !== undefined && !Token.isUnresolved(url) ? withoutScheme(url) : issuer;
}

/** A role that trusts another cluster's issuer is one that the driver cannot assume. Said only where both issuers are known. */
export function issuerMistake(cluster: eks.IClusterRef, provider: IOpenIdConnectProvider): string | undefined {
  const [issuer, ofCluster] = [identityOf(urlOf(provider) ?? issuerOf(provider)), identityOfCluster(cluster)];
  if (issuer === undefined || ofCluster === undefined || typeof issuer !== typeof ofCluster || issuer === ofCluster) return undefined;
  const names = typeof issuer === 'string' ? ` (the one is '${issuer}', the other '${ofCluster as string}')` : '';
  return `the OIDC provider '${provider.node.path}' is of another issuer than the cluster '${cluster.node.path}'${names}; give the provider of this cluster's issuer`;
}

function urlOf(provider: IOpenIdConnectProvider): string | undefined {
  const { defaultChild: resource, scope } = provider.node;
  return resource instanceof CfnOIDCProvider ? resource.url : urlOfCluster(scope); // that of a created cluster is a custom resource below it
}

function urlOfCluster(cluster: any): string | undefined {
  return Resource.isResource(cluster) && Resource.isOwnedResource(cluster) ? (cluster as any).clusterOpenIdConnectIssuerUrl : undefined;
}

function identityOfCluster(cluster: any): unknown {
  const url = urlOfCluster(cluster);
  if (url !== undefined) return identityOf(url);
  try {
    return identityOf(issuerOf(cluster.openIdConnectProvider));
  } catch {
    return undefined; // imported without a provider
  }
}

/** What an issuer is known by: its text, or, while it is an attribute of a resource, that resource. */
function identityOf(issuer: string | undefined): unknown {
  if (issuer === undefined) return undefined;
  if (!Token.isUnresolved(issuer)) return withoutScheme(issuer);
  const { tokens, length } = Tokenization.reverseString(issuer);
  return length === 1 && Reference.isReference(tokens[0]) ? tokens[0].target : undefined;
}

function withoutScheme(url: string): string {
  return url.replace(/^https:\/\//, '');
}
