import { App, Stack } from 'aws-cdk-lib';
import { Cluster } from 'aws-cdk-lib/aws-eks-v2';
import { EksStorage } from 'cdk8s-eks-storage';
import { OPTIONS, STACK, STORAGE } from './options';

/** The half that CloudFormation makes. It applies nothing to the cluster, so that the name of the cluster is all it needs to know. */
export function aws(app: App): App {
  const stack = new Stack(app, STACK);
  new EksStorage(stack, STORAGE, {
    ...OPTIONS,
    cluster: Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'prod' }),
    applyManifests: false,
  });
  return app;
}

if (require.main === module) aws(new App()).synth();
