import { Cluster } from 'aws-cdk-lib/aws-eks-v2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { App, Stack } from 'aws-cdk-lib/core';
import { DriverIdentity, EbsCsiDriver, SnapshotControllerAddon } from 'cdk8s-eks-storage';

const app = new App({ outdir: 'cdk.out' });
const stack = new Stack(app, 'Stack');
const cluster = Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'prod' });
new EbsCsiDriver(stack, 'Driver', {
  cluster,
  identity: DriverIdentity.podIdentity({ installAgent: true }),
  snapshotController: new SnapshotControllerAddon(stack, 'SnapshotController', { cluster }),
  encryptionKeys: [new Key(stack, 'Key')],
});
process.stdout.write(JSON.stringify(app.synth().getStackByName('Stack').template));
