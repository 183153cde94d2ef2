import { App } from 'cdk8s';
import { ClusterStorage, StackOutputs } from 'cdk8s-eks-storage';
import { OPTIONS, STACK, STORAGE } from './options';

/** The half that goes to git, with the key that the other half has made. */
export function kubernetes(app: App, outputs: StackOutputs): App {
  const { kmsKeyArn } = outputs.stack(STACK).eksStorage(STORAGE);
  new ClusterStorage(app, 'storage', { ...OPTIONS, kmsKeyArn });
  return app;
}

if (require.main === module) kubernetes(new App(), StackOutputs.fromFile(process.env.STACK_OUTPUTS ?? 'outputs.json')).synth();
