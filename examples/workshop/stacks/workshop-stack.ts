import { CfnOutput, Stack } from 'aws-cdk-lib';
import { OidcProviderNative } from 'aws-cdk-lib/aws-eks-v2';
import { type IOpenIdConnectProvider, OpenIdConnectProvider } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { acknowledge, policyOfAws } from './acknowledge';
import type { Settings } from '../settings';

/** What every way of installing the driver on the existing cluster starts from. */
export class WorkshopStack extends Stack {
  /** F5: the key that volumes are encrypted with. */
  protected readonly key: IKey;

  public constructor(scope: Construct, id: string, protected readonly settings: Settings, stackName = id) {
    super(scope, id, { stackName: `${settings.cluster}-${stackName}`, env: { region: settings.region } });

    const { kmsKeyArn, cluster } = settings;
    this.key = kmsKeyArn === undefined
      ? new Key(this, 'Key', { description: `Encrypts the volumes of the EKS cluster ${cluster}`, enableKeyRotation: true })
      : Key.fromKeyArn(this, 'Key', kmsKeyArn);
    new CfnOutput(this, 'KeyArn', { value: this.key.keyArn });

    acknowledge(this, 'AWS keeps the policy of the driver up to date; hand-made copies went stale', policyOfAws('AmazonEBSCSIDriverPolicyV2'));
    acknowledge(this, 'the workshop shows the rights on keys as the EKS user guide does; the library itself gives fewer, and no wildcards',
      'AwsSolutions-IAM5[Action::kms:ReEncrypt*]', 'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]');
  }

  /** F1: IAM's trust in the cluster's tokens, made here or found. */
  protected openIdConnectProvider(): IOpenIdConnectProvider {
    const { oidcIssuer, importOidcProvider } = this.settings;
    if (!importOidcProvider) return new OidcProviderNative(this, 'OidcProvider', { url: oidcIssuer });
    const arn = this.formatArn({ service: 'iam', region: '', resource: 'oidc-provider', resourceName: oidcIssuer.replace('https://', '') });
    return OpenIdConnectProvider.fromOpenIdConnectProviderArn(this, 'OidcProvider', arn);
  }
}
