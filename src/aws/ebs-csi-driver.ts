import { CfnAddon } from 'aws-cdk-lib/aws-eks';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { accessMistakes, grantAccess } from './driver-access';
import type { DriverAccessOptions } from './driver-access-options';
import { Mistakes } from '../private/mistakes';

/**
 * What happens to fields of the add-on's Kubernetes objects that somebody else has set.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateAddon.html
 */
export enum ResolveConflicts {
  /** The deployment fails. */
  NONE = 'NONE',

  /** They are set to what the add-on says. */
  OVERWRITE = 'OVERWRITE',

  /** On an update they stay as they are; on creation the deployment fails. */
  PRESERVE = 'PRESERVE',
}

/** Properties of `EbsCsiDriver`. */
export interface EbsCsiDriverProps extends DriverAccessOptions {
  /**
   * The cluster: of `aws-eks` or `aws-eks-v2`, created or imported.
   */
  readonly cluster: eks.IClusterRef;

  /**
   * Version of the add-on, as in `v1.66.0-eksbuild.1`. Pin it: without one, each cluster gets what was the default when its add-on was created.
   *
   * @default - what EKS holds to be the default for the cluster's Kubernetes version
   * @see https://docs.aws.amazon.com/eks/latest/userguide/updating-an-add-on.html
   */
  readonly addonVersion?: string;

  /**
   * What happens to fields of the add-on's Kubernetes objects that somebody else has set.
   *
   * @default ResolveConflicts.OVERWRITE
   */
  readonly resolveConflicts?: ResolveConflicts;

  /**
   * Whether the driver goes on running, unmanaged, when the add-on is deleted. Without a driver no volume is attached or detached.
   *
   * @default - not said, which EKS takes as no
   */
  readonly preserveOnDelete?: boolean;

  /**
   * Settings of the add-on, as `aws eks describe-addon-configuration` lists them.
   *
   * @default - the add-on's own
   */
  readonly configurationValues?: { [key: string]: any };
}

/**
 * The EBS CSI driver as an EKS add-on, with the role and the rights it needs and no others.
 *
 * It should come after the snapshot kinds (`driver.node.addDependency(…)`), since it looks for them once, when it is installed.
 *
 * Refuses an identity that only the self-managed driver can have, keys that are not given by their ARN, and a version that is not one of an add-on.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html
 */
export class EbsCsiDriver extends Construct {
  /** Role that the driver's controller assumes. */
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: EbsCsiDriverProps) {
    const { cluster, identity, addonVersion, resolveConflicts = ResolveConflicts.OVERWRITE, preserveOnDelete, configurationValues } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(identity._addonMistake(), ...accessMistakes(props), versionMistake(addonVersion));
    mistakes.throwIfAny();
    super(scope, id);

    const { roleArn, keyPolicy } = grantAccess(this, props);
    const addon = new CfnAddon(this, 'Resource', {
      addonName: 'aws-ebs-csi-driver',
      clusterName: cluster.clusterRef.clusterName,
      addonVersion,
      resolveConflicts,
      preserveOnDelete,
      configurationValues: configurationValues && Stack.of(this).toJsonString(configurationValues),
      serviceAccountRoleArn: roleArn,
    });
    if (keyPolicy) addon.node.addDependency(keyPolicy);
    this.roleArn = roleArn!;
  }
}

function versionMistake(version: string | undefined): string | undefined {
  if (version === undefined || Token.isUnresolved(version) || /^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(version)) return undefined;
  return `addonVersion '${version}' is not the version of an add-on; give one as in 'v1.66.0-eksbuild.1', from: aws eks describe-addon-versions --addon-name aws-ebs-csi-driver`;
}
