import { KubectlV33Layer } from '@aws-cdk/lambda-layer-kubectl-v33';
import { App, Aws, Stack } from 'aws-cdk-lib';
import { CfnAccessEntry } from 'aws-cdk-lib/aws-eks';
import { Cluster, KubectlProvider } from 'aws-cdk-lib/aws-eks-v2';
import { OpenIdConnectProvider } from 'aws-cdk-lib/aws-iam';
import { Size } from 'cdk8s';
import { EbsVolumeType, EksStorage } from 'cdk8s-eks-storage';

// What to change: the cluster, as `aws eks describe-cluster --name prod` shows it.
const env = { account: '111122223333', region: 'eu-west-1' };
const clusterName = 'prod';
const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';

/** Storage for a cluster that somebody else has made: with eksctl, Terraform, or another CDK app. */
export function storage(app: App): App {
  const stack = new Stack(app, 'storage', { stackName: `${clusterName}-storage`, env });

  // The CDK applies manifests by kubectl, in a function, whose role has to be let into the cluster first.
  const kubectlProvider = new KubectlProvider(stack, 'Kubectl', {
    cluster: Cluster.fromClusterAttributes(stack, 'NamedCluster', { clusterName }),
    kubectlLayer: new KubectlV33Layer(stack, 'KubectlLayer'),
  });
  const access = new CfnAccessEntry(stack, 'KubectlAccess', {
    clusterName,
    principalArn: kubectlProvider.role!.roleArn,
    accessPolicies: [{ accessScope: { type: 'cluster' }, policyArn: `arn:${Aws.PARTITION}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy` }],
  });

  new EksStorage(stack, 'Storage', {
    cluster: Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName, kubectlProvider }),
    openIdConnectProvider: OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'OidcProvider', `arn:aws:iam::${env.account}:oidc-provider/${issuer}`),
    storageClasses: { fast: { volumeType: EbsVolumeType.gp3({ iops: 6000, throughput: 500 }) } }, // beside the default, gp3-encrypted
    quotas: { default: { claims: 20, total: Size.gibibytes(500), maxPerClaim: Size.gibibytes(100) } }, // of a namespace that exists
  }).node.addDependency(access);
  return app;
}

if (require.main === module) storage(new App()).synth();
