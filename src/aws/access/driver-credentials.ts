import type { CfnManagedPolicyProps } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';

/** What an identity comes down to. */
export interface DriverCredentials {
  /** Role that the controller's service account is given. */
  readonly roleArn?: string;

  /** Whether the role is given by EKS Pod Identity; otherwise by an annotation of the service account. */
  readonly byPodIdentity?: boolean;

  /** Whom further rights are attached to. */
  readonly grantee: Pick<CfnManagedPolicyProps, 'roles' | 'users'>;

  /** Whom key policies name. */
  readonly principalArn: string;

  /** What has to be there before the driver starts. */
  readonly prerequisites?: IConstruct[];

  /** What the Helm chart is told of it. */
  readonly helmValues?: object;

  /** Why it is not a role of the driver's own. */
  readonly reason?: string;
}
