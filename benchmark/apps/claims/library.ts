import { App, Chart, Size } from 'cdk8s';
import { PersistentVolumeClaim, StorageClass } from 'cdk8s-eks-storage';

const app = new App({ outdir: process.env.OUT });
const chart = new Chart(app, 'storage');
const storageClass = StorageClass.fromName('ebs-encrypted');
for (let i = 0; i < Number(process.env.N); i++) new PersistentVolumeClaim(chart, `Claim${i}`, { size: Size.gibibytes(20), storageClass });
app.synth();
