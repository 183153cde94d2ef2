import { App, Aws, Stack } from 'aws-cdk-lib';
import { CfnAddon, CfnCluster } from 'aws-cdk-lib/aws-eks';
import { CfnManagedPolicy, CfnRole, OpenIdConnectProvider } from 'aws-cdk-lib/aws-iam';
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
  const role = new CfnRole(driver, 'Role', {
    description: 'Assumed by the controller of the Amazon EBS CSI driver',
    managedPolicyArns: [`arn:${Aws.PARTITION}:iam::aws:policy/AmazonEBSCSIDriverPolicyV2`],
    assumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: provider.openIdConnectProviderArn },
        Condition: {
          StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: 'system:serviceaccount:kube-system:ebs-csi-controller-sa' },
        },
      }],
    },
  });
  const addon = new CfnAddon(driver, 'Resource', {
    addonName: 'aws-ebs-csi-driver',
    clusterName: cluster.clusterRef.clusterName,
    resolveConflicts: 'OVERWRITE',
    serviceAccountRoleArn: role.attrArn,
  });
  const keyPolicy = new CfnManagedPolicy(driver, 'KeyPolicy', {
    description: 'Lets the Amazon EBS CSI driver use the keys that its volumes are encrypted with',
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
        Resource: [key.keyArn],
        Condition: { StringEquals: { 'kms:ViaService': `ec2.${Aws.REGION}.${Aws.URL_SUFFIX}` } },
      }, {
        Effect: 'Allow',
        Action: ['kms:CreateGrant'],
        Resource: [key.keyArn],
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      }],
    },
    roles: [role.ref],
  });
  addon.node.addDependency(keyPolicy);
}
app.synth();
