import type { IUser } from 'aws-cdk-lib/aws-iam';
import type { DriverRoleOptions } from './driver-role';

/** Options of `DriverIdentity.podIdentity`. */
export interface PodIdentityOptions extends DriverRoleOptions {
  /**
   * Whether to install the agent with the driver, as the EKS add-on `eks-pod-identity-agent`. Without one in the cluster the driver has no credentials.
   * For a version of your choice, use `PodIdentityAgent`.
   *
   * @default false - the cluster has the agent already, as in EKS Auto Mode, or from `PodIdentityAgent`
   */
  readonly installAgent?: boolean;
}

/** Options of `DriverIdentity.existingRole`. */
export interface ExistingRoleOptions {
  /**
   * Whether the role is given by EKS Pod Identity, which it must trust. Otherwise it must trust the cluster's OIDC provider (IRSA).
   *
   * @default false
   */
  readonly podIdentity?: boolean;
}

/** An access key in a Secret of the cluster. */
export interface AccessKeySecret {
  /**
   * IAM user that the access key belongs to, defined in this app: CloudFormation cannot attach the driver's policy to one that is not.
   */
  readonly user: IUser;

  /**
   * Secret in the driver's namespace.
   */
  readonly secretName: string;

  /**
   * Key in the Secret under which the access key id is.
   *
   * @default 'key_id'
   */
  readonly accessKeyIdKey?: string;

  /**
   * Key in the Secret under which the secret access key is.
   *
   * @default 'access_key'
   */
  readonly secretAccessKeyKey?: string;

  /**
   * Why there is no role. The reason is written into the template's metadata.
   */
  readonly reason: string;
}

/** Options of `DriverIdentity.nodeRole`. */
export interface NodeRoleOptions {
  /**
   * Why the driver has no role of its own. The reason is written into the template's metadata.
   */
  readonly reason: string;
}
