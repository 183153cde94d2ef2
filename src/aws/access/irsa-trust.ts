import type { IOpenIdConnectProvider } from 'aws-cdk-lib/aws-iam';
import { CfnJson, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { CONTROLLER_SERVICE_ACCOUNT } from './driver-service-account';
import { issuerOf } from './issuer';

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
