import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { KeyAccess } from './key-access';

/** The rights on the keys that volumes are encrypted with. */
export interface KeyAccessOptions {
  /**
   * What the driver may do with these keys. Refused where there are none.
   *
   * @default KeyAccess.minimal()
   */
  readonly keyAccess?: KeyAccess;

  /**
   * Name of the policy with the rights on the keys. Refused where there are none.
   *
   * @default - a name made by CloudFormation
   */
  readonly keyPolicyName?: string;
}

/** The keys that volumes are encrypted with. */
export interface EncryptionKeysOptions extends KeyAccessOptions {
  /**
   * Customer-managed keys that volumes are encrypted with: up to 30, created or imported, also of another account. The classes name the same keys:
   * `kmsKeyArn: key.keyArn`. Further ones can be added by `addEncryptionKey`.
   *
   * The policy of a key that is defined in this app is extended where it does not leave the matter to IAM. Refused: an alias or a bare id, which IAM cannot
   * name, a key of another region, and an asymmetric key, which EBS cannot use.
   *
   * @default - none: volumes are encrypted with the account's key `aws/ebs`, which needs no rights
   */
  readonly encryptionKeys?: IKey[];
}
