import { CfnRole, type IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { cfnTags, tagMistakes } from '../tags';

/** Service account of the driver's controller, the only part of the driver that calls AWS. */
export const CONTROLLER_SERVICE_ACCOUNT = 'ebs-csi-controller-sa';

/** The role that is made for the driver. */
export interface DriverRoleOptions {
  /**
   * Name of the role: up to 64 letters, digits and `+=,.@_-`.
   *
   * @default - a name made by CloudFormation
   */
  readonly roleName?: string;

  /**
   * Path of the role, as in `/storage/`.
   *
   * @default '/'
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names
   */
  readonly path?: string;

  /**
   * What the role may do at most, whatever its policies say. It must let the driver's calls through, those to the keys among them.
   *
   * @default - none, or the one that `PermissionsBoundary.of(scope).apply(…)` sets
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   */
  readonly permissionsBoundary?: IManagedPolicy;

  /**
   * Tags of the role, beside those of `Tags.of(scope)`.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
}

/** A role with one policy, that what the trust statement names can assume. */
export function driverRole(scope: Construct, options: DriverRoleOptions, policyArn: string, trust: object): CfnRole {
  const { roleName, path, permissionsBoundary, tags } = options;
  return new CfnRole(scope, 'Role', {
    roleName,
    path,
    description: 'Assumed by the controller of the Amazon EBS CSI driver',
    managedPolicyArns: [policyArn],
    permissionsBoundary: permissionsBoundary?.managedPolicyArn,
    assumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust] },
    tags: tags && cfnTags(tags),
  });
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export function driverRoleMistakes({ roleName, path, permissionsBoundary, tags }: DriverRoleOptions): (string | undefined)[] {
  const boundaryArn = permissionsBoundary?.managedPolicyArn;
  return [
    unlike(roleName, /^[\w+=,.@-]{1,64}$/) ? `roleName '${roleName}' is not a name that IAM takes; use 1 to 64 letters, digits and any of +=,.@_-` : undefined,
    unlike(path, /^(?=.{1,512}$)\/([!-~]+\/)?$/) ? `path '${path}' is not one of IAM; begin and end it with a slash, as in '/storage/'` : undefined,
    permissionsBoundary !== undefined && boundaryArn === undefined ? 'permissionsBoundary is not a managed policy; give one, as of ManagedPolicy.fromManagedPolicyArn' : undefined,
    unlike(boundaryArn, /:policy\//) ? `permissionsBoundary has the ARN '${boundaryArn}', which is not that of a policy; give a managed policy` : undefined,
    ...tags === undefined ? [] : tagMistakes('tags', tags),
  ];
}

function unlike(text: string | undefined, pattern: RegExp): boolean {
  return text !== undefined && !Token.isUnresolved(text) && !pattern.test(text);
}
