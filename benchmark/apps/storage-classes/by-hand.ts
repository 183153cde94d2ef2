import { ApiObject, App, Chart } from 'cdk8s';

const app = new App({ outdir: process.env.OUT });
const chart = new Chart(app, 'storage');
for (let i = 0; i < Number(process.env.N); i++) {
  new ApiObject(chart, `Class${i}`, {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    provisioner: 'ebs.csi.aws.com',
    parameters: {
      type: 'gp3',
      iops: '6000',
      throughput: '500',
      encrypted: 'true',
      kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    },
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
  });
}
app.synth();
