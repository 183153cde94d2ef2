import { ApiObject, App, Chart } from 'cdk8s';

const app = new App({ outdir: process.env.OUT });
const chart = new Chart(app, 'storage');
for (let i = 0; i < Number(process.env.N); i++) {
  new ApiObject(chart, `Claim${i}`, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'ebs-encrypted',
      volumeMode: 'Filesystem',
      resources: { requests: { storage: '20Gi' } },
    },
  });
}
app.synth();
