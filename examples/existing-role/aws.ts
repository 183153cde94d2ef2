import { App, Stack } from 'aws-cdk-lib';
import { Cluster, KubectlProvider } from 'aws-cdk-lib/aws-eks-v2';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { DriverIdentity, EksStorage } from 'cdk8s-eks-storage';

// What to change: what others have made.
const env = { account: '111122223333', region: 'eu-west-1' };
const clusterName = 'prod';
const driverRoleArn = `arn:aws:iam::${env.account}:role/ebs-csi-driver`;
const kubectlServiceToken = `arn:aws:lambda:${env.region}:${env.account}:function:prod-kubectl`; // `kubectlProvider.serviceToken` where the cluster was made

/**
 * Storage by somebody who may not touch IAM: the stack makes no role, no policy and no key.
 *
 * @param keyArn A key whose policy lets the role use it already; without one, the key of the account for EBS is used.
 */
export function storage(app: App, keyArn?: string): App {
  const stack = new Stack(app, 'storage', { stackName: `${clusterName}-storage`, env });
  const cluster = Cluster.fromClusterAttributes(stack, 'Cluster', {
    clusterName,
    kubectlProvider: KubectlProvider.fromKubectlProviderAttributes(stack, 'Kubectl', { serviceToken: kubectlServiceToken }),
  });
  new EksStorage(stack, 'Storage', {
    cluster,
    identity: DriverIdentity.existingRole(Role.fromRoleArn(stack, 'DriverRole', driverRoleArn), { podIdentity: true }),
    ...keyArn === undefined ? { awsManagedKey: true } : { encryptionKey: Key.fromKeyArn(stack, 'Key', keyArn) },
  });
  return app;
}

if (require.main === module) storage(new App(), process.env.STORAGE_KEY_ARN).synth();
