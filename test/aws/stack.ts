import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Cluster, KubectlProvider } from 'aws-cdk-lib/aws-eks-v2';
import { OpenIdConnectProvider, Role } from 'aws-cdk-lib/aws-iam';

export const ISSUER = 'oidc.eks.eu-west-1.amazonaws.com/id/ABC';

/** A stack whose template is validated, strictly, whenever it is looked at. */
export function newStack(props: StackProps = {}): Stack {
  return new Stack(new App({ context: { '@aws-cdk/core:strictCfnValidateErrors': true } }), 'stack', props);
}

export function cluster(stack: Stack, id = 'Cluster', clusterName = 'prod') {
  return Cluster.fromClusterAttributes(stack, id, { clusterName });
}

/** A cluster to which the CDK can apply manifests. */
export function clusterWithKubectl(stack: Stack, id = 'Cluster', clusterName = 'prod') {
  return Cluster.fromClusterAttributes(stack, id, {
    clusterName,
    prune: false, // which puts labels on the objects
    kubectlProvider: KubectlProvider.fromKubectlProviderAttributes(stack, `${id}Kubectl`, {
      serviceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:kubectl', role: Role.fromRoleArn(stack, `${id}KubectlRole`, 'arn:aws:iam::111122223333:role/kubectl'),
    }),
  });
}

/** The provider of the cluster, as IAM has it already. */
export function provider(stack: Stack) {
  return OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'Provider', `arn:aws:iam::111122223333:oidc-provider/${ISSUER}`);
}

/** The resources of one type. */
export function resources(stack: Stack, type: string): any[] {
  return Object.values(Template.fromStack(stack).findResources(type));
}

export function resource(stack: Stack, type: string): any {
  const found = resources(stack, type);
  expect(found).toHaveLength(1);
  return found[0];
}

/** The add-on of that name. */
export function addonOf(stack: Stack, addonName: string): any {
  return resources(stack, 'AWS::EKS::Addon').find(({ Properties }) => Properties.AddonName === addonName);
}
