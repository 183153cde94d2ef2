import { Cluster } from './cluster';

/** What the tests have to know of the server before they are put together: jest cannot skip a test that runs already. */
export default async function setup(): Promise<void> {
  const cluster = Cluster.fromEnvironment();
  if (cluster === undefined) {
    process.stdout.write('\nno cluster: set KUBECONFIG to run these tests\n');
    return;
  }
  const version = await cluster.version();
  process.env.KUBERNETES_VERSION = version.join('.');
  process.env.KUBERNETES_FEATURE_GATES = (await cluster.featureGates()).join(' ');
  process.stdout.write(`\nKubernetes ${version.join('.')}, ${cluster}\n`);
}
