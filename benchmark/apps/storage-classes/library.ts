import { App, Chart } from 'cdk8s';
import { EbsVolumeType, EncryptedStorageClass } from 'cdk8s-eks-storage';

const app = new App({ outdir: process.env.OUT });
const chart = new Chart(app, 'storage');
for (let i = 0; i < Number(process.env.N); i++) {
  new EncryptedStorageClass(chart, `Class${i}`, {
    volumeType: EbsVolumeType.gp3({ iops: 6000, throughput: 500 }),
    kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  });
}
app.synth();
