// @ts-expect-error: the benchmark installs it, beside the version of aws-cdk-lib that it wants
// eslint-disable-next-line import/no-unresolved, import/no-extraneous-dependencies
import { EbsCsiDriverAddOn, EksBlueprint, ImportClusterProvider } from '@aws-quickstart/eks-blueprints';
import { App, Stack } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';

const app = new App({ outdir: process.env.OUT });
const role = Role.fromRoleArn(new Stack(app, 'roles'), 'Kubectl', 'arn:aws:iam::111122223333:role/kubectl');
const cluster = ImportClusterProvider.fromClusterAttributes({
  name: 'cluster-0',
  version: '1.33',
  endpoint: 'https://example.com',
  certificateAuthority: { data: 'eA==' },
  resourcesVpcConfig: { clusterSecurityGroupId: 'sg-0123456789abcdef0' },
  identity: { oidc: { issuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/0' } },
}, role);
EksBlueprint.builder().account('111122223333').region('eu-west-1').version('auto')
  .clusterProvider(cluster)
  .addOns(new EbsCsiDriverAddOn({ version: 'v1.48.0-eksbuild.1' })) // without a version it would ask AWS for one
  .build(app, 'storage');
app.synth();
