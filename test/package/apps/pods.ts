import { App, Chart, Size } from 'cdk8s';
import { EmptyDirVolume, EncryptedStorageClass, StatefulVolumeSet } from 'cdk8s-eks-storage';

const chart = new Chart(new App(), 'storage');
const storageClass = new EncryptedStorageClass(chart, 'Class');
const set = new StatefulVolumeSet(chart, 'Web', {
  containers: [{ image: 'nginxinc/nginx-unprivileged', portNumber: 8080 }],
  volumeClaimTemplates: [{ name: 'www', mountPath: '/usr/share/nginx/html', size: Size.gibibytes(20), storageClass }],
});
set.containers[0].mount('/tmp', new EmptyDirVolume(chart, 'Tmp'));
process.stdout.write((chart.node.root as App).synthYaml());
