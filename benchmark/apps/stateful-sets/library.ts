import { App, Chart, Duration, Size } from 'cdk8s';
import { StatefulVolumeSet, StorageClass } from 'cdk8s-eks-storage';

const app = new App({ outdir: process.env.OUT });
const chart = new Chart(app, 'storage');
const storageClass = StorageClass.fromName('ebs-encrypted');
for (let i = 0; i < Number(process.env.N); i++) {
  new StatefulVolumeSet(chart, `Web${i}`, {
    replicas: 3,
    minReady: Duration.seconds(0), // which cdk8s-plus always writes
    containers: [{ image: 'nginxinc/nginx-unprivileged:1.27', portNumber: 8080 }],
    volumeClaimTemplates: [{ name: 'www', mountPath: '/usr/share/nginx/html', size: Size.gibibytes(20), storageClass }],
  });
}
app.synth();
