import { App, Aws, Stack } from 'aws-cdk-lib';
import { CfnAddon, CfnCluster } from 'aws-cdk-lib/aws-eks';
import { Effect, ManagedPolicy, OpenIdConnectPrincipal, OpenIdConnectProvider, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

const app = new App({ outdir: process.env.OUT });
const stack = new Stack(app, 'storage', { env: { account: '111122223333', region: 'eu-west-1' } });
const key = Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab');
for (let i = 0; i < Number(process.env.N); i++) {
  const issuer = `oidc.eks.eu-west-1.amazonaws.com/id/${i}`;
  const provider = OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, `Provider${i}`, `arn:aws:iam::111122223333:oidc-provider/${issuer}`);
  const cluster = CfnCluster.fromClusterName(stack, `Cluster${i}`, `cluster-${i}`);
  const driver = new Construct(stack, `Driver${i}`);
  const role = new Role(driver, 'Role', {
    description: 'Assumed by the controller of the Amazon EBS CSI driver',
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('AmazonEBSCSIDriverPolicyV2')],
    assumedBy: new OpenIdConnectPrincipal(provider, {
      StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: 'system:serviceaccount:kube-system:ebs-csi-controller-sa' },
    }),
  });
  const keyPolicy = new ManagedPolicy(driver, 'KeyPolicy', {
    description: 'Lets the Amazon EBS CSI driver use the keys that its volumes are encrypted with',
    roles: [role],
    statements: [
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
        resources: [key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `ec2.${Aws.REGION}.${Aws.URL_SUFFIX}` } },
      }),
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['kms:CreateGrant'],
        resources: [key.keyArn],
        conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      }),
    ],
  });
  const addon = new CfnAddon(driver, 'Resource', {
    addonName: 'aws-ebs-csi-driver',
    clusterName: cluster.clusterRef.clusterName,
    resolveConflicts: 'OVERWRITE',
    serviceAccountRoleArn: role.roleArn,
  });
  addon.node.addDependency(keyPolicy);
}
app.synth();
