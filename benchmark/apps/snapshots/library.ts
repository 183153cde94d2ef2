import { App, Chart } from 'cdk8s';
import { PersistentVolumeClaim, VolumeSnapshot, VolumeSnapshotClass } from 'cdk8s-eks-storage';

const app = new App({ outdir: process.env.OUT });
const chart = new Chart(app, 'storage');
const claim = PersistentVolumeClaim.fromClaimName(chart, 'Data', 'data');
const snapshotClass = VolumeSnapshotClass.fromName('ebs');
for (let i = 0; i < Number(process.env.N); i++) new VolumeSnapshot(chart, `Snapshot${i}`, { claim, snapshotClass });
app.synth();
