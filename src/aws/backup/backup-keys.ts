import { CfnManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Aws } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { BackupRole } from './backup-role';
import { KeyAccess } from '../access/key-access';
import { allowInKeyPolicy } from '../access/key-policy';

/** The keys that a role needs for snapshots. */
export interface BackupKeys {
  readonly keys: IKey[];

  /** Regions through whose EC2 the keys are used. */
  readonly regions: string[];
}

/** @returns Rights on the keys, attached to the role, or nothing where there are no keys. */
export function keyPolicy(scope: Construct, keys: BackupKeys, role: BackupRole): CfnManagedPolicy | undefined {
  if (keys.keys.length === 0) return undefined;
  const arns = [...new Set(keys.keys.map(({ keyArn }) => keyArn))];
  return new CfnManagedPolicy(scope, 'KeyPolicy', {
    description: 'Lets the role make and copy snapshots of volumes that are encrypted with these keys',
    policyDocument: { Version: '2012-10-17', Statement: statements(keys, arns) },
    roles: [role.name],
  });
}

/** What the keys' own policies have to say. */
export function allowInKeyPolicies(scope: Construct, keys: BackupKeys, role: BackupRole): void {
  const seen = new Set<string>();
  for (const key of keys.keys) {
    if (seen.has(key.keyArn)) continue;
    seen.add(key.keyArn);
    allowInKeyPolicy(scope, key, { what: 'role', principalArn: role.arn }, (principal) => {
      for (const json of statements(keys, ['*'])) {
        const statement = PolicyStatement.fromJson(json);
        statement.addPrincipals(principal);
        key.addToResourcePolicy(statement);
      }
    });
  }
}

/**
 * What EBS needs of the keys on both sides, said of all the regions: a copy reads with the key of the one and writes with the key of the other.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/dlm-prerequisites.html#dlm-access-cmk
 */
function statements({ regions }: BackupKeys, arns: string[]): any[] {
  const { Statement } = KeyAccess.minimal()._policyDocument(arns) as any;
  const viaEc2 = { StringEquals: { 'kms:ViaService': regions.map((region) => `ec2.${region}.${Aws.URL_SUFFIX}`) } };
  return Statement.map((statement: any) => statement.Condition.StringEquals ? { ...statement, Condition: viaEc2 } : statement);
}
