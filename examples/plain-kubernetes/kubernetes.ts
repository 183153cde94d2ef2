import { App, Chart, Size } from 'cdk8s';
import {
  AccessMode, EmptyDirVolume, HostPathVolume, NfsVolume, PersistentVolume, PersistentVolumeSource, StatefulVolumeSet, StorageClass, VolumeBindingMode,
  VolumeNodeAffinity,
} from 'cdk8s-eks-storage';
import { DaemonSet, Deployment } from 'cdk8s-plus-27';

// What to change: where the storage is, and the namespace.
const server = 'nfs.example.com';
const node = 'worker-1';
const namespace = 'default';

/** Volumes of a cluster that is not on AWS: in a rack, in a cellar, on a laptop. */
export function site(app: App): App {
  const chart = new Chart(app, 'site', { namespace, disableResourceNameHashes: true });

  // A directory of an NFS server, read by many, and one that is as short-lived as its Pod.
  const web = new Deployment(chart, 'Web');
  const nginx = web.addContainer({ image: 'nginxinc/nginx-unprivileged:1.29', portNumber: 8080 });
  nginx.mount('/usr/share/nginx/html', new NfsVolume(chart, 'Pages', { server, path: '/exports/pages' }), { readOnly: true });
  nginx.mount('/tmp', new EmptyDirVolume(chart, 'Tmp', { sizeLimit: Size.mebibytes(64) }));

  // Another one as a volume with mount options, and the one claim that may have it, written to by many.
  const uploads = new PersistentVolume(chart, 'Uploads', {
    source: PersistentVolumeSource.nfs({ server, path: '/exports/uploads' }),
    size: Size.gibibytes(100),
    accessModes: [AccessMode.READ_WRITE_MANY],
    mountOptions: ['nfsvers=4.1', 'hard'],
  });
  nginx.mount('/uploads', uploads.reserve({ name: 'uploads' }));

  // A disk of one node, for the data of a Pod, which therefore runs there.
  const disks = new StorageClass(chart, 'Disks', {
    provisioner: 'kubernetes.io/no-provisioner', // nobody makes these volumes: they are below
    volumeBindingMode: VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER,
  });
  new PersistentVolume(chart, 'Disk', {
    source: PersistentVolumeSource.local({ path: '/mnt/disks/ssd1', nodeAffinity: VolumeNodeAffinity.nodes(node) }),
    size: Size.gibibytes(50),
    storageClass: disks,
  });
  new StatefulVolumeSet(chart, 'Carts', {
    securityContext: { user: 999, group: 999, fsGroup: 999 }, // whom the image means by "redis"
    containers: [{ image: 'redis:8', portNumber: 6379, args: ['--appendonly', 'yes'] }],
    volumeClaimTemplates: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(50), storageClass: disks }],
  });

  // A directory of every node, to look at and not to touch.
  const agent = new DaemonSet(chart, 'NodeExporter', { securityContext: { user: 65534 } });
  const exporter = agent.addContainer({ image: 'quay.io/prometheus/node-exporter:v1.9.1', portNumber: 9100, args: ['--path.procfs=/host/proc'] });
  exporter.mount('/host/proc', new HostPathVolume(chart, 'Proc', { path: '/proc' }), { readOnly: true });
  return app;
}

if (require.main === module) site(new App()).synth();
