import { CfnManagedPolicy, type IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Aws } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { EncryptionKeys, encryptionKeysMistakes } from './access/encryption-keys';
import type { EncryptionKeysOptions } from './access/encryption-keys-options';
import { foreignRoleMistake } from './access/role-mistakes';
import { ClusterNodes } from './cluster-nodes';
import { Mistakes } from '../private/mistakes';

/** Properties of `AutoModeBlockStorage`. */
export interface AutoModeBlockStorageProps extends EncryptionKeysOptions {
  /**
   * The cluster, in EKS Auto Mode.
   */
  readonly cluster: eks.IClusterRef;

  /**
   * Role of the cluster, as whom EKS makes the volumes: `cluster.role`, or an imported role of this account.
   */
  readonly clusterRole: IRole;

  /**
   * Whether classes may put tags of their own on volumes and snapshots, which `AmazonEKSBlockStoragePolicy` does not allow.
   *
   * @default false
   * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html
   */
  readonly volumeTags?: boolean;
}

/**
 * What the block storage of EKS Auto Mode lacks. It is built in: no driver is installed and no role is made, but the role of the cluster needs rights on the
 * keys that volumes are encrypted with. Classes name the provisioner `ebs.csi.eks.amazonaws.com`; for snapshots, add a `SnapshotControllerAddon`.
 *
 * Refuses keys that EBS cannot use, a props object that asks for nothing, and, at synthesis, a cluster that is known not to be in Auto Mode.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-storage-class.html
 */
export class AutoModeBlockStorage extends Construct {
  private readonly keys: EncryptionKeys;

  public constructor(scope: Construct, id: string, props: AutoModeBlockStorageProps) {
    const { cluster, clusterRole, volumeTags } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(foreignRoleMistake(scope, clusterRole), ...encryptionKeysMistakes(scope, props));
    mistakes.throwIfAny();
    super(scope, id);

    const holder = { grantee: { roles: [clusterRole.roleName] }, principalArn: clusterRole.roleArn };
    this.keys = new EncryptionKeys(this, props, holder);
    if (volumeTags) {
      new CfnManagedPolicy(this, 'TagPolicy', {
        description: 'Lets EKS Auto Mode put tags on the volumes and snapshots of its cluster',
        policyDocument: {
          Version: '2012-10-17',
          Statement: [{
            Effect: 'Allow',
            Action: ['ec2:CreateVolume', 'ec2:CreateSnapshot'],
            Resource: ['volume', 'snapshot'].map((kind) => `arn:${Aws.PARTITION}:ec2:*:*:${kind}/*`),
            Condition: { StringEquals: { 'aws:RequestTag/eks:eks-cluster-name': '${aws:PrincipalTag/eks:eks-cluster-name}' } },
          }],
        },
        ...holder.grantee,
      });
    }
    this.node.addValidation({
      validate: () => [
        ...new ClusterNodes(cluster).hasAutoMode === false ? [`the cluster '${cluster.node.path}' is not in EKS Auto Mode, whose block storage this is for; use EbsCsiDriver`] : [],
        ...this.keys.isEmpty && !volumeTags ? ['nothing is asked for, and the block storage of EKS Auto Mode works without it; give encryptionKeys or volumeTags, or leave this construct out'] : [],
      ],
    });
  }

  /**
   * Lets volumes be encrypted with one more key; a key that is there already changes nothing.
   *
   * Refuses what `encryptionKeys` refuses.
   */
  public addEncryptionKey(key: IKey): void {
    this.keys.add(key);
  }
}
