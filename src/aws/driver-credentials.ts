import type { CfnManagedPolicyProps } from 'aws-cdk-lib/aws-iam';

/** What an identity comes down to. */
export interface DriverCredentials {
  /** Role that the controller's service account is given. */
  readonly roleArn?: string;

  /** Whom further rights are attached to. */
  readonly grantee: Pick<CfnManagedPolicyProps, 'roles' | 'users'>;

  /** What the Helm chart is told of it. */
  readonly helmValues?: object;

  /** Why it is not a role of the driver's own. */
  readonly reason?: string;
}
