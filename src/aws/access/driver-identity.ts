import { type IOpenIdConnectProvider, type IRole, ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Resource, Token } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import type { Construct, IConstruct } from 'constructs';
import type { DriverCredentials } from './driver-credentials';
import type { AccessKeySecret, ExistingRoleOptions, NodeRoleOptions, PodIdentityOptions } from './driver-identity-options';
import type { DriverPlace } from './driver-place';
import { driverRole, driverRoleMistakes, type DriverRoleOptions } from './driver-role';
import { irsaTrust, issuerMistake } from './irsa';
import { podIdentityTrust } from './pod-identity-trust';
import { foreignRoleMistake, roleArnMistake } from './role-mistakes';
import { dnsSubdomainMistake } from '../../private/names';
import { addonMistakes } from '../eks-addon';
import { PodIdentityAgent } from '../pod-identity-agent';

/** As whom the driver calls AWS: exactly one of these. */
export class DriverIdentity {
  /**
   * A role of its own, by IAM roles for service accounts. Works on every kind of node, and needs nothing in the cluster.
   *
   * @param provider The cluster's OIDC provider, created or imported; its issuer must be the cluster's.
   * @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
   */
  public static irsa(provider: IOpenIdConnectProvider, options: DriverRoleOptions = {}): DriverIdentity {
    return new DriverIdentity({
      credentials: (scope, { namespace }, policyArn) => roleCredentials(scope, options, policyArn, irsaTrust(scope, provider, namespace)),
      mistakes: driverRoleMistakes(options),
      prerequisiteMistakes: (_scope, cluster) => [issuerMistake(cluster, provider)],
    });
  }

  /**
   * A role of its own, by EKS Pod Identity: no OIDC provider is needed, but an agent on each node that the driver's controller may run on, which
   * excludes Fargate. The association belongs to the add-on, and goes with it.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
   */
  public static podIdentity(options: PodIdentityOptions = {}): DriverIdentity {
    return new DriverIdentity({
      credentials: (scope, place, policyArn) => ({
        ...roleCredentials(scope, options, policyArn, podIdentityTrust(scope, place)),
        byPodIdentity: true,
        prerequisites: options.installAgent ? [new PodIdentityAgent(scope, 'PodIdentityAgent', { cluster: place.cluster })] : [],
      }),
      mistakes: driverRoleMistakes(options),
      prerequisiteMistakes: (scope, cluster) => options.installAgent ? addonMistakes(scope, 'eks-pod-identity-agent', { cluster }) : [],
      byPodIdentity: true,
    });
  }

  /**
   * A role that exists already, with the driver's policy attached and trust in the driver's service account. Rights on `encryptionKeys` are added to it.
   */
  public static existingRole(role: IRole, { podIdentity: byPodIdentity }: ExistingRoleOptions = {}): DriverIdentity {
    const { roleArn } = role;
    return new DriverIdentity({
      credentials: () => ({ roleArn, byPodIdentity, grantee: { roles: [role.roleName] }, principalArn: roleArn }),
      keysMistake: (scope) => foreignRoleMistake(scope, role),
      mistakes: [roleArnMistake(role)],
      policyMistake: `policy is given, but the role '${role.node.path}' brings its own; attach the policy to it where it is defined, and leave it out here`,
      byPodIdentity,
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
      credentials: (scope, _place, policyArn) => {
        role.addManagedPolicy(ManagedPolicy.fromManagedPolicyArn(scope, 'DriverPolicy', policyArn));
        return { grantee: { roles: [role.roleName] }, principalArn: role.roleArn, reason: options.reason };
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
      credentials: (scope, _place, policyArn) => {
        user.addManagedPolicy(ManagedPolicy.fromManagedPolicyArn(scope, 'DriverPolicy', policyArn));
        return {
          grantee: { users: [user.userName] },
          principalArn: user.userArn,
          helmValues: { awsAccessSecret: { name: secretName, keyId: accessKeyIdKey, accessKey: secretAccessKeyKey } },
          reason,
        };
      },
      mistakes: [
        reasonMistake('secret', reason),
        importedMistake('user', user),
        dnsSubdomainMistake('secretName', secretName),
        ...[['accessKeyIdKey', accessKeyIdKey], ['secretAccessKeyKey', secretAccessKeyKey]].map(([property, key]) =>
          /^[-._a-zA-Z0-9]{1,253}$/.test(key) || Token.isUnresolved(key) ? undefined : `${property} '${key}' is not a key of a Secret; use 1 to 253 letters, digits and any of -._`),
      ],
      addonMistake: NOT_FOR_THE_ADDON,
    });
  }

  private constructor(
    /** @internal */
    public readonly _kind: IdentityKind,
  ) {}
}

/** What tells one way of calling AWS from the others. */
export interface IdentityKind {
  readonly credentials: (scope: Construct, place: DriverPlace, policyArn: string) => DriverCredentials;
  readonly mistakes: (string | undefined)[];

  /** Whether the driver's calls carry the session tags of Pod Identity, and need its agent. */
  readonly byPodIdentity?: boolean;

  /** What stands in the way of what has to be there before the driver. */
  readonly prerequisiteMistakes?: (scope: Construct, cluster: eks.IClusterRef) => (string | undefined)[];

  /** Why rights on keys cannot be attached. */
  readonly keysMistake?: (scope: Construct) => string | undefined;

  /** Why the driver's policy cannot be chosen. */
  readonly policyMistake?: string;

  /** Why the EKS add-on cannot have it. */
  readonly addonMistake?: string;
}

function roleCredentials(scope: Construct, options: DriverRoleOptions, policyArn: string, trust: object): DriverCredentials {
  const { attrArn: roleArn, ref } = driverRole(scope, options, policyArn, trust);
  return { roleArn, grantee: { roles: [ref] }, principalArn: roleArn };
}

const NOT_FOR_THE_ADDON = 'identity is one that only the self-managed driver can have; use DriverIdentity.irsa or DriverIdentity.podIdentity, or install the driver with SelfManagedEbsCsiDriver';

function importedMistake(kind: string, resource: IConstruct): string | undefined {
  return Resource.isOwnedResource(resource) ? undefined
    : `the ${kind} '${resource.node.path}' is imported, and CloudFormation cannot attach the driver's policy to it; define the ${kind} in this app, or give the driver a role of its own with DriverIdentity.irsa`;
}

function reasonMistake(factory: string, reason: string): string | undefined {
  return reason.trim() === '' ? `the reason '${reason}' of DriverIdentity.${factory} says nothing; write why the driver has no role of its own` : undefined;
}
