import { App, Chart, Size } from 'cdk8s';
import { PersistentVolume, PersistentVolumeSource } from 'cdk8s-eks-storage';

const app = new App({ outdir: process.env.OUT });
const chart = new Chart(app, 'storage');
for (let i = 0; i < Number(process.env.N); i++) {
  new PersistentVolume(chart, `Volume${i}`, {
    size: Size.gibibytes(20),
    source: PersistentVolumeSource.ebs({ volumeId: 'vol-0123456789abcdef0', availabilityZone: 'eu-west-1a' }),
  });
}
app.synth();
