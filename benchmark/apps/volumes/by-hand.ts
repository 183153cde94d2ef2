import { ApiObject, App, Chart } from 'cdk8s';

const app = new App({ outdir: process.env.OUT });
const chart = new Chart(app, 'storage');
for (let i = 0; i < Number(process.env.N); i++) {
  new ApiObject(chart, `Volume${i}`, {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    spec: {
      capacity: { storage: '20Gi' },
      accessModes: ['ReadWriteOnce'],
      volumeMode: 'Filesystem',
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
      csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-0123456789abcdef0' },
      nodeAffinity: {
        required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['eu-west-1a'] }] }] },
      },
    },
  });
}
app.synth();
