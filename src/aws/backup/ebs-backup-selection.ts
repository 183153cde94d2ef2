import { CfnBackupSelection } from 'aws-cdk-lib/aws-backup';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Aws, Names, Stack, Token } from 'aws-cdk-lib/core';
import type { aws_backup as backup } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { allowInKeyPolicies } from './backup-keys';
import { backupRole, backupRoleMistakes, type BackupRoleOptions } from './backup-role';
import { targetTagMistakes, type TargetTagsOptions } from './target-tags';
import { Mistakes } from '../../private/mistakes';
import { encryptionKeysMistakes } from '../access/encryption-keys';

/** Properties of `EbsBackupSelection`. Of several `targetTags`, a volume needs all. */
export interface EbsBackupSelectionProps extends TargetTagsOptions, BackupRoleOptions {
  /**
   * The backup plan, which says when, into which vault and for how long: a `BackupPlan`, or one of `BackupPlan.fromBackupPlanId`.
   */
  readonly backupPlan: backup.IBackupPlanRef;

  /**
   * Name of the selection: up to 50 letters, digits and `-_.`.
   *
   * @default - made from the path of this construct
   */
  readonly selectionName?: string;

  /**
   * Whether the role that is made may also restore: AWS Backup can be told to restore as anybody, and by default that is another role.
   *
   * @default false
   */
  readonly restores?: boolean;

  /**
   * Customer-managed keys that the volumes are encrypted with, all of this region. The role that is made may use every key that leaves it to IAM; the policy
   * of one that does not, and that is defined in this app, is extended.
   *
   * @default - none
   */
  readonly encryptionKeys?: IKey[];
}

/**
 * Assigns all EBS volumes that have some tags to a plan of AWS Backup, whether or not the account has opted in to backups of EBS.
 *
 * Refuses tags that AWS refuses, an empty set of them, which would be every volume, templates of the driver, and names AWS Backup refuses.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
 */
export class EbsBackupSelection extends Construct {
  /** Id of the selection. */
  public readonly selectionId: string;

  public constructor(scope: Construct, id: string, props: EbsBackupSelectionProps) {
    const { backupPlan, selectionName, restores, encryptionKeys = [], targetTags } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...targetTagMistakes(props),
      selectionNameMistake(selectionName),
      restores && props.role ? `restores is given, and the role '${props.role.node.path}' brings its own rights; attach AWSBackupServiceRolePolicyForRestores to it where it is defined, and leave restores out` : undefined,
      ...encryptionKeysMistakes(scope, { encryptionKeys }),
      ...backupRoleMistakes(scope, props),
    );
    mistakes.throwIfAny();
    super(scope, id);

    const role = backupRole(this, props, {
      description: 'Assumed by AWS Backup to back up EBS volumes',
      service: 'backup.amazonaws.com',
      policies: ['service-role/AWSBackupServiceRolePolicyForBackup', ...restores ? ['service-role/AWSBackupServiceRolePolicyForRestores'] : []],
    });
    allowInKeyPolicies(this, { keys: encryptionKeys, regions: [Stack.of(this).region] }, role);
    this.selectionId = new CfnBackupSelection(this, 'Resource', {
      backupPlanId: backupPlan.backupPlanRef.backupPlanId,
      backupSelection: {
        selectionName: selectionName ?? Names.uniqueResourceName(this, { maxLength: 50 }),
        iamRoleArn: role.arn,
        resources: [`arn:${Aws.PARTITION}:ec2:*:*:volume/*`],
        // Unlike listOfTags, which adds what is tagged to the resources, conditions narrow them.
        conditions: {
          StringEquals: Object.entries(targetTags).map(([key, value]) => ({ ConditionKey: `aws:ResourceTag/${key}`, ConditionValue: value })),
        },
      },
    }).attrSelectionId;
  }
}

/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html */
function selectionNameMistake(name: string | undefined): string | undefined {
  return name === undefined || Token.isUnresolved(name) || /^[a-zA-Z0-9\-_.]{1,50}$/.test(name) ? undefined
    : `selectionName '${name}' is not one that AWS Backup takes; use 1 to 50 letters, digits and any of -_.`;
}
