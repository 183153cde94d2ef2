import { KubectlV33Layer } from '@aws-cdk/lambda-layer-kubectl-v33';
import { App, Stack } from 'aws-cdk-lib';
import { Cluster, DefaultCapacityType, KubernetesVersion } from 'aws-cdk-lib/aws-eks-v2';
import * as cdk8s from 'cdk8s';
import { DriverIdentity, EksStorage } from 'cdk8s-eks-storage';
import { Shop } from './shop';

/** A cluster, its storage, and what uses it: one app, one `cdk deploy`. */
export function shop(app: App): App {
  const stack = new Stack(app, 'shop');

  const cluster = new Cluster(stack, 'Cluster', {
    version: KubernetesVersion.V1_33,
    defaultCapacityType: DefaultCapacityType.NODEGROUP, // Auto Mode brings a driver of its own
    kubectlProviderOptions: { kubectlLayer: new KubectlV33Layer(stack, 'KubectlLayer') },
  });
  const storage = new EksStorage(stack, 'Storage', { cluster, identity: DriverIdentity.podIdentity({ installAgent: true }) });

  // Neither the ARN of the key nor the name of the cluster is known yet: CloudFormation fills them in.
  storage.addChart('Shop', new Shop(new cdk8s.App(), 'shop', { kmsKeyArn: storage.encryptionKey!.keyArn, clusterName: cluster.clusterName }));
  return app;
}

if (require.main === module) shop(new App()).synth();
