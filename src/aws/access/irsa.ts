import { CfnOIDCProvider, type IOpenIdConnectProvider } from 'aws-cdk-lib/aws-iam';
import { CfnJson, Reference, Resource, Token, Tokenization } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { CONTROLLER_SERVICE_ACCOUNT } from './driver-role';

/**
 * Trust in the driver's controller, and in no other service account of the cluster.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 */
export function irsaTrust(scope: Construct, provider: IOpenIdConnectProvider, namespace: string): object {
  return {
    Effect: 'Allow',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: provider.openIdConnectProviderArn },
    Condition: { StringEquals: conditions(scope, issuerOf(provider), namespace) },
  };
}

/** Both conditions are needed: without `sub` every service account of the cluster could assume the role. */
function conditions(scope: Construct, issuer: string, namespace: string) {
  const value = {
    [`${issuer}:aud`]: 'sts.amazonaws.com',
    [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${CONTROLLER_SERVICE_ACCOUNT}`,
  };
  // The issuer is part of the keys, which CloudFormation cannot fill in; CfnJson can, with a function of its own.
  return Token.isUnresolved(issuer) ? new CfnJson(scope, 'TrustConditions', { value }) : value;
}

/** A role that trusts another cluster's issuer is one that the driver cannot assume. Said only where both issuers are known. */
export function issuerMistake(cluster: eks.IClusterRef, provider: IOpenIdConnectProvider): string | undefined {
  const ofCluster = identityOfCluster(cluster);
  if (ofCluster === undefined) return undefined;
  const issuer = identityOf(urlOf(provider) ?? issuerOf(provider));
  if (issuer === undefined || typeof issuer !== typeof ofCluster || issuer === ofCluster) return undefined;
  const names = typeof issuer === 'string' ? ` (the one is '${issuer}', the other '${ofCluster as string}')` : '';
  return `the OIDC provider '${provider.node.path}' is of another issuer than the cluster '${cluster.node.path}'${names}; give the provider of this cluster's issuer`;
}

/** Host and path of the issuer. A provider made in this app knows it only at deployment, but the URL it is made from is known now. */
function issuerOf(provider: IOpenIdConnectProvider): string {
  const issuer = provider.openIdConnectProviderIssuer;
  if (!Token.isUnresolved(issuer)) return issuer;
  const url = urlOf(provider);
  return url === undefined || Token.isUnresolved(url) ? issuer : withoutScheme(url);
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
    const provider = cluster.openIdConnectProvider;
    return provider && identityOf(issuerOf(provider));
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
