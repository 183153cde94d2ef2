import { CfnRole, type IRole } from 'aws-cdk-lib/aws-iam';
import { Aws, Stack, Token, TokenComparison } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { driverRoleMistakes, type DriverRoleOptions } from '../access/driver-role';
import { roleArnMistake } from '../access/role-mistakes';
import { cfnTags } from '../tags';

/** As whom AWS makes, copies and deletes backups. */
export interface BackupRoleOptions {
  /**
   * A role of this account that exists already, with the rights that the service needs, and trust in it. Rights on `encryptionKeys` are added to it.
   *
   * @default - one is made, with the policy that AWS keeps for the service, which nobody but the service can assume
   */
  readonly role?: IRole;

  /**
   * How the role is made: its name, path, boundary and tags. Refused beside `role`.
   *
   * @default - none of these
   */
  readonly roleOptions?: DriverRoleOptions;
}

/** Whom rights are attached to, and whom key policies name. */
export interface BackupRole {
  readonly name: string;
  readonly arn: string;
}

/** What is said of a role that is made. */
interface ServiceRole {
  readonly description: string;
  readonly service: string;

  /** Further conditions of the trust, beside that the service works for this account. */
  readonly trustConditions?: { [operator: string]: { [key: string]: string } };

  /** Names of AWS-managed policies, with their paths. */
  readonly policies: string[];
}

export function backupRole(scope: Construct, { role, roleOptions = {} }: BackupRoleOptions, made: ServiceRole): BackupRole {
  if (role !== undefined) return { name: role.roleName, arn: role.roleArn };
  const { roleName, path, permissionsBoundary, tags } = roleOptions;
  const { ref, attrArn } = new CfnRole(scope, 'Role', {
    roleName,
    path,
    description: made.description,
    managedPolicyArns: made.policies.map((name) => `arn:${Aws.PARTITION}:iam::aws:policy/${name}`),
    permissionsBoundary: permissionsBoundary?.managedPolicyArn,
    assumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: made.service }, // the same in every partition
        Condition: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account }, ...made.trustConditions },
      }],
    },
    tags: tags && cfnTags(tags),
  });
  return { name: ref, arn: attrArn };
}

/** A service can be given roles of its own account only, since nobody can pass it others. */
export function backupRoleMistakes(scope: Construct, { role, roleOptions }: BackupRoleOptions): (string | undefined)[] {
  const ofOptions = driverRoleMistakes(roleOptions ?? {}).map((mistake) => mistake && `roleOptions.${mistake}`);
  if (role === undefined) return ofOptions;
  const { account } = role.env;
  const path = role.node.path;
  return [
    roleOptions === undefined ? undefined : `roleOptions is given, and the role '${path}' is there already; leave one of the two out`,
    ...ofOptions,
    roleArnMistake(role),
    Token.compareStrings(account, Stack.of(scope).account) === TokenComparison.DIFFERENT
      ? `the role '${path}' is of the account ${account}, and AWS takes only one of the account that the volumes are in; give one of that account, or leave role out` : undefined,
  ];
}
