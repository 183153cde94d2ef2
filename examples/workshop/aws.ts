import { App } from 'aws-cdk-lib';
import { settings, type Settings } from './settings';
import { AddonStack } from './stacks/addon-stack';
import { NodeRoleStack, SecretStack, SelfManagedStack } from './stacks/self-managed-stacks';

/** Chapter F. The stacks are ways to the same end: deploy one of them, "storage" first of all. */
export function workshop(app: App, reader: Settings): App {
  new AddonStack(app, 'storage', reader); // F1 to F5, with the version of the add-on that EKS holds to be the default
  new AddonStack(app, 'storage-update', reader, reader.addonVersion); // F4, the same stack, updated to a version of your choice
  new SelfManagedStack(app, 'self-managed', reader); // F6
  new NodeRoleStack(app, 'node-role', reader); // F7
  new SecretStack(app, 'secret', reader); // F7
  return app;
}

if (require.main === module) workshop(new App(), settings).synth();
