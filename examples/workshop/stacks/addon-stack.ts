import { CfnOutput } from 'aws-cdk-lib';
import { Cluster } from 'aws-cdk-lib/aws-eks-v2';
import { DriverIdentity, EbsCsiDriver, KeyAccess, ResolveConflicts, SnapshotControllerAddon } from 'cdk8s-eks-storage';
import type { Construct } from 'constructs';
import { WorkshopStack } from './workshop-stack';
import type { Settings } from '../settings';

/** F1 to F5: the driver as an EKS add-on. */
export class AddonStack extends WorkshopStack {
  public constructor(scope: Construct, id: string, settings: Settings, addonVersion?: string) {
    super(scope, id, settings, 'storage');
    const cluster = Cluster.fromClusterAttributes(this, 'Cluster', { clusterName: settings.cluster });

    const driver = new EbsCsiDriver(this, 'EbsCsiDriver', {
      cluster,
      identity: DriverIdentity.irsa(this.openIdConnectProvider(), { roleName: 'AmazonEKS_EBS_CSI_DriverRole' }),
      encryptionKeys: [this.key],
      keyAccess: KeyAccess.eksUserGuide(), // the library's own choice is narrower: KeyAccess.minimal()
      keyPolicyName: 'KMS_Key_For_Encryption_On_EBS_Policy',
      resolveConflicts: ResolveConflicts.OVERWRITE,
      addonVersion,
      // Brings the snapshot kinds and their controller. The driver looks for the kinds when it is installed, so they come first.
      snapshotController: new SnapshotControllerAddon(this, 'SnapshotController', { cluster }),
    });

    new CfnOutput(this, 'DriverRoleArn', { value: driver.roleArn });
  }
}
