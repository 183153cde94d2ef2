import { type IOpenIdConnectProvider, type IRole, type IUser, ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Resource } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { DriverCredentials } from './driver-credentials';
import { irsaRole } from './irsa-role';

/** Options of `DriverIdentity.irsa`. */
export interface IrsaOptions {
  /**
   * Name of the role.
   *
   * @default - a name made by CloudFormation
   */
  readonly roleName?: string;
}

/** An access key in a Secret of the cluster. */
export interface AccessKeySecret {
  /**
   * IAM user that the access key belongs to, defined in this app: CloudFormation cannot attach the driver's policy to one that is not.
   */
  readonly user: IUser;

  /**
   * Secret in the driver's namespace, `kube-system`.
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

/** As whom the driver calls AWS: exactly one of these. */
export class DriverIdentity {
  /**
   * A role of its own, by IAM roles for service accounts. The usual choice.
   *
   * @param provider The cluster's OIDC provider, created or imported; its issuer must be the cluster's.
   * @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
   */
  public static irsa(provider: IOpenIdConnectProvider, options: IrsaOptions = {}): DriverIdentity {
    return new DriverIdentity({
      credentials: (scope, policyArn) => {
        const role = irsaRole(scope, provider, policyArn, options.roleName);
        return { roleArn: role.attrArn, grantee: { roles: [role.ref] } };
      },
    });
  }

  /**
   * A role that exists already, with the driver's policy attached and trust in the driver's service account. Rights on `encryptionKeys` are added to it.
   */
  public static existingRole(role: IRole): DriverIdentity {
    return new DriverIdentity({
      credentials: () => ({ roleArn: role.roleArn, grantee: { roles: [role.roleName] } }),
      policyMistake: `policy is given, but the role '${role.node.path}' brings its own; attach the policy to it where it is defined, and leave it out here`,
    });
  }

  /**
   * The role of the nodes, for the self-managed driver only. Advised against: every Pod that reaches the nodes' metadata service has the driver's rights,
   * and the driver itself reaches it only where the hop limit is 2 or its Pods are on the host's network.
   *
   * @param role Role of the nodes, defined in this app: CloudFormation cannot attach the driver's policy to a role that is not.
   */
  public static nodeRole(role: IRole, options: NodeRoleOptions): DriverIdentity {
    return new DriverIdentity({
      credentials: (scope, policyArn) => {
        role.addManagedPolicy(ManagedPolicy.fromManagedPolicyArn(scope, 'DriverPolicy', policyArn));
        return { grantee: { roles: [role.roleName] }, reason: options.reason };
      },
      mistakes: [
        reasonMistake('nodeRole', options.reason),
        importedMistake('role', role),
      ],
      addonMistake: NOT_FOR_THE_ADDON,
    });
  }

  /**
   * An access key in a Secret, for the self-managed driver only. Advised against: it never expires, and whoever reads the Secret has the driver's rights.
   * The key and the Secret are made by hand, so that they are in no template.
   */
  public static secret(secret: AccessKeySecret): DriverIdentity {
    const { user, secretName, accessKeyIdKey = 'key_id', secretAccessKeyKey = 'access_key', reason } = secret;
    return new DriverIdentity({
      credentials: (scope, policyArn) => {
        user.addManagedPolicy(ManagedPolicy.fromManagedPolicyArn(scope, 'DriverPolicy', policyArn));
        return {
          grantee: { users: [user.userName] },
          helmValues: { awsAccessSecret: { name: secretName, keyId: accessKeyIdKey, accessKey: secretAccessKeyKey } },
          reason,
        };
      },
      mistakes: [
        reasonMistake('secret', reason),
        importedMistake('user', user),
        secretName === '' ? "secretName '' is empty; name the Secret that holds the access key" : undefined,
      ],
      addonMistake: NOT_FOR_THE_ADDON,
    });
  }

  private constructor(private readonly kind: IdentityKind) {}

  /** @internal */
  public _bind(scope: Construct, policyArn: string): DriverCredentials {
    return this.kind.credentials(scope, policyArn);
  }

  /** @internal */
  public _mistakes(policyIsGiven: boolean): (string | undefined)[] {
    return [...this.kind.mistakes ?? [], policyIsGiven ? this.kind.policyMistake : undefined];
  }

  /** @internal */
  public _addonMistake(): string | undefined {
    return this.kind.addonMistake;
  }
}

/** What tells one way of calling AWS from the others. */
interface IdentityKind {
  readonly credentials: (scope: Construct, policyArn: string) => DriverCredentials;
  readonly mistakes?: (string | undefined)[];

  /** Why the driver's policy cannot be chosen. */
  readonly policyMistake?: string;

  /** Why the EKS add-on cannot have it. */
  readonly addonMistake?: string;
}

const NOT_FOR_THE_ADDON = 'identity is one that only the self-managed driver can have; use DriverIdentity.irsa, or install the driver with SelfManagedEbsCsiDriver';

function importedMistake(kind: string, resource: IRole | IUser): string | undefined {
  return Resource.isOwnedResource(resource) ? undefined
    : `the ${kind} '${resource.node.path}' is imported, and CloudFormation cannot attach the driver's policy to it; define the ${kind} in this app, or give the driver a role of its own with DriverIdentity.irsa`;
}

function reasonMistake(factory: string, reason: string): string | undefined {
  return reason.trim() === '' ? `the reason '${reason}' of DriverIdentity.${factory} says nothing; write why the driver has no role of its own` : undefined;
}
