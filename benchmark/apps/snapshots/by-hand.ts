import { ApiObject, App, Chart } from 'cdk8s';

const app = new App({ outdir: process.env.OUT });
const chart = new Chart(app, 'storage');
for (let i = 0; i < Number(process.env.N); i++) {
  new ApiObject(chart, `Snapshot${i}`, {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshot',
    spec: { source: { persistentVolumeClaimName: 'data' }, volumeSnapshotClassName: 'ebs' },
  });
}
app.synth();
