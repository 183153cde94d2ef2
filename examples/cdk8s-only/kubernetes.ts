import { App, Chart, Size } from 'cdk8s';
import { ClusterStorage, EbsVolumeType, SnapshotInstallation } from 'cdk8s-eks-storage';
import { Namespace } from 'cdk8s-plus-27';
import { Shop } from './shop';

/** What a folder for Argo CD or Flux has in it: namespaces, the storage of the cluster, and what a team runs. */
export function gitops(app: App, kmsKeyArn?: string): App {
  const namespaces = new Chart(app, 'namespaces');
  new Namespace(namespaces, 'Shop', { metadata: { name: 'shop' } });

  const storage = new ClusterStorage(app, 'storage', {
    kmsKeyArn,
    storageClasses: { fast: { volumeType: EbsVolumeType.gp3({ iops: 6000, throughput: 500 }) } },
    snapshots: SnapshotInstallation.manifests(), // leave it out where the cluster has the EKS add-on snapshot-controller
    quotas: { shop: { claims: 10, total: Size.gibibytes(500) } },
  });
  const shop = new Shop(app, 'shop', storage.storageClass('fast'));

  // Numbers the files in the order in which they are to be applied.
  storage.snapshotCrds!.addDependency(namespaces);
  storage.snapshotController!.addDependency(storage.snapshotCrds!);
  storage.classes.addDependency(storage.snapshotController!);
  storage.quotas!.addDependency(storage.classes);
  shop.addDependency(storage.quotas!);
  return app;
}

if (require.main === module) gitops(new App(), process.env.STORAGE_KEY_ARN).synth();
