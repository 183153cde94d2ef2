import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { DriverIdentity } from './driver-identity';
import type { DriverPolicy } from './driver-policy';
import type { KeyAccess } from './key-access';

/** As whom the driver calls AWS, and what it may do there. */
export interface DriverAccessOptions {
  /**
   * As whom the driver calls AWS.
   */
  readonly identity: DriverIdentity;

  /**
   * What the driver may do with volumes and snapshots. Refused with `DriverIdentity.existingRole`, which brings its own.
   *
   * @default - `DriverPolicy.managedV2()`, or what the existing role has
   */
  readonly policy?: DriverPolicy;

  /**
   * Customer-managed keys that volumes are encrypted with. The classes name the same keys: `kmsKeyArn: key.keyArn`.
   *
   * @default - none: volumes are encrypted with the account's key `aws/ebs`, which needs no rights
   */
  readonly encryptionKeys?: IKey[];

  /**
   * What the driver may do with these keys.
   *
   * @default KeyAccess.minimal()
   */
  readonly keyAccess?: KeyAccess;

  /**
   * Name of the policy with the rights on the keys.
   *
   * @default - a name made by CloudFormation
   */
  readonly keyPolicyName?: string;
}
