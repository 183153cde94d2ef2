import { App, Stack } from 'aws-cdk-lib';
import { CfnCluster } from 'aws-cdk-lib/aws-eks';
import { OpenIdConnectProvider } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { DriverIdentity, EbsCsiDriver } from 'cdk8s-eks-storage';

const app = new App({ outdir: process.env.OUT });
const stack = new Stack(app, 'storage', { env: { account: '111122223333', region: 'eu-west-1' } });
const key = Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab');
for (let i = 0; i < Number(process.env.N); i++) {
  const providerArn = `arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/${i}`;
  new EbsCsiDriver(stack, `Driver${i}`, {
    cluster: CfnCluster.fromClusterName(stack, `Cluster${i}`, `cluster-${i}`),
    identity: DriverIdentity.irsa(OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, `Provider${i}`, providerArn)),
    encryptionKeys: [key],
  });
}
app.synth();
