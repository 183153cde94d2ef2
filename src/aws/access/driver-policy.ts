import { CfnManagedPolicy, type IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Aws, Token } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { policyNameMistake } from './policy-name';
import { publishedStatements } from './published-policy';

/** Options of the policies that are made in your account. */
export interface CustomerManagedPolicyOptions {
  /**
   * Name of the policy.
   *
   * @default - a name made by CloudFormation
   */
  readonly policyName?: string;

  /**
   * Statements of the published policy to leave out, by their `Sid`: `['CopyCSIMigratedVolumes', 'ManageCSIMigratedVolumes']` where no volume is
   * from before the CSI migration. Refused where the published policy has no such statement.
   *
   * @default - none
   */
  readonly omitStatements?: string[];
}

/**
 * What the driver may do with volumes and snapshots. Keys are another matter: see `encryptionKeys`.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/issues/2918
 */
export class DriverPolicy {
  /**
   * `AmazonEBSCSIDriverPolicyV2`, kept up to date by AWS: volumes and snapshots that carry the driver's tag, and no others.
   *
   * Volumes and snapshots that somebody else made need the tag `ebs.csi.aws.com/cluster=true` before the driver may touch them.
   *
   * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEBSCSIDriverPolicyV2.html
   */
  public static managedV2(): DriverPolicy {
    return DriverPolicy.managedByAws('AmazonEBSCSIDriverPolicyV2');
  }

  /**
   * `service-role/AmazonEBSCSIDriverPolicy`, kept up to date by AWS: attaches, detaches, changes and snapshots any volume of the account.
   * For the time until everything is tagged for V2.
   *
   * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEBSCSIDriverPolicy.html
   */
  public static managedV1(): DriverPolicy {
    return DriverPolicy.managedByAws('service-role/AmazonEBSCSIDriverPolicy');
  }

  /**
   * `AmazonEBSCSIDriverEKSClusterScopedPolicy`, kept up to date by AWS: volumes, snapshots and instances of this cluster, and of no other.
   *
   * It knows the cluster by a session tag that only `DriverIdentity.podIdentity` sends, and what belongs to it by the tag
   * `ebs.csi.aws.com/cluster-name=<cluster>`, which the driver sets from version 1.58.0 on; earlier volumes and snapshots, those that somebody else made,
   * and instances outside managed node groups have to be tagged first. It allows nothing with volumes from before the CSI migration.
   *
   * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEBSCSIDriverEKSClusterScopedPolicy.html
   */
  public static clusterScoped(): DriverPolicy {
    return DriverPolicy.managedByAws('AmazonEBSCSIDriverEKSClusterScopedPolicy', { clusterScoped: true, bySessionTag: true });
  }

  /** A managed policy of your own, which you keep up to date with the driver. */
  public static managedPolicy(policy: IManagedPolicy): DriverPolicy {
    const arn = policy.managedPolicyArn;
    return new DriverPolicy(() => arn, {
      mistakes: arn !== undefined && (Token.isUnresolved(arn) || /:policy\//.test(arn)) ? [] : [`policy has the ARN '${arn}', which is not that of a policy; give a managed policy`],
    });
  }

  /**
   * A policy in your account with the statements of `AmazonEBSCSIDriverPolicyV2`, for accounts whose rules forbid policies that are managed by AWS.
   * It changes only with this library: when the driver comes to need more, update the library first.
   */
  public static customerManagedV2(options: CustomerManagedPolicyOptions = {}): DriverPolicy {
    return DriverPolicy.customerManaged(options);
  }

  /**
   * A policy in your account with the statements of `AmazonEBSCSIDriverEKSClusterScopedPolicy`, which names the cluster instead of asking for a session
   * tag, and so fits every identity. What has to be tagged is the same as for `clusterScoped`.
   * It changes only with this library: when the driver comes to need more, update the library first.
   */
  public static customerManagedClusterScoped(options: CustomerManagedPolicyOptions = {}): DriverPolicy {
    return DriverPolicy.customerManaged(options, { clusterScoped: true });
  }

  private static managedByAws(path: string, traits: PolicyTraits = {}): DriverPolicy {
    return new DriverPolicy(() => `arn:${Aws.PARTITION}:iam::aws:policy/${path}`, traits);
  }

  private static customerManaged({ policyName, omitStatements = [] }: CustomerManagedPolicyOptions, traits: PolicyTraits = {}): DriverPolicy {
    const statements = (clusterName: string) => publishedStatements(traits.clusterScoped ? clusterName : undefined);
    const sids = statements('').map(({ Sid }) => Sid);
    return new DriverPolicy((scope, { clusterRef: { clusterName } }) => new CfnManagedPolicy(scope, 'Policy', {
      managedPolicyName: policyName,
      description: 'Lets the Amazon EBS CSI driver manage its volumes and snapshots',
      policyDocument: { Version: '2012-10-17', Statement: statements(clusterName).filter(({ Sid }) => !omitStatements.includes(Sid)) },
    }).ref, {
      ...traits,
      mistakes: [policyName === undefined ? undefined : policyNameMistake('policyName', policyName), ...omitStatements.filter((sid) => !sids.includes(sid)).map((sid) =>
        `omitStatements has '${sid}', and the published policy has no such statement; it has ${sids.join(', ')}`),
      ...sids.every((sid) => omitStatements.includes(sid)) ? ['omitStatements leaves no statement, and a policy has one at least; leave some of them in'] : []],
    });
  }

  private constructor(
    private readonly arn: (scope: Construct, cluster: eks.IClusterRef) => string,
    /** @internal */
    public readonly _traits: PolicyTraits = {},
  ) {}

  /** @internal */
  public _bind(scope: Construct, cluster: eks.IClusterRef): string {
    return this.arn(scope, cluster);
  }
}

/** What has to hold for a policy to let the driver work. */
interface PolicyTraits {
  /** Whether what the driver may touch carries a tag with the cluster's name. */
  readonly clusterScoped?: boolean;

  /** Whether it asks for the session tags of Pod Identity. */
  readonly bySessionTag?: boolean;

  readonly mistakes?: (string | undefined)[];
}
