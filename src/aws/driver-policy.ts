import type { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Aws } from 'aws-cdk-lib/core';

/**
 * What the driver may do with volumes and snapshots. Keys are another matter: see `encryptionKeys`.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEBSCSIDriverPolicyV2.html
 */
export class DriverPolicy {
  /**
   * `AmazonEBSCSIDriverPolicyV2`, kept up to date by AWS: volumes and snapshots that carry the driver's tag, and no others.
   *
   * Volumes and snapshots that somebody else made need the tag `ebs.csi.aws.com/cluster=true` before the driver may touch them.
   */
  public static managedV2(): DriverPolicy {
    return DriverPolicy.managedByAws('AmazonEBSCSIDriverPolicyV2');
  }

  /**
   * `service-role/AmazonEBSCSIDriverPolicy`, kept up to date by AWS: attaches, detaches, changes and snapshots any volume of the account.
   * For the time until everything is tagged for V2.
   */
  public static managedV1(): DriverPolicy {
    return DriverPolicy.managedByAws('service-role/AmazonEBSCSIDriverPolicy');
  }

  /** A managed policy of your own, which you keep up to date with the driver. */
  public static managedPolicy(policy: IManagedPolicy): DriverPolicy {
    return new DriverPolicy(policy.managedPolicyArn);
  }

  private static managedByAws(path: string): DriverPolicy {
    return new DriverPolicy(`arn:${Aws.PARTITION}:iam::aws:policy/${path}`);
  }

  private constructor(
    /** ARN of the policy. */
    public readonly policyArn: string,
  ) {}
}
