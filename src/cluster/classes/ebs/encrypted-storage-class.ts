import type { Construct } from 'constructs';
import { EbsStorageClass, type EbsStorageClassOptions } from './ebs-storage-class';

/** Properties of `EncryptedStorageClass`. */
export interface EncryptedStorageClassProps extends EbsStorageClassOptions {}

/**
 * A StorageClass of EBS volumes that are always encrypted: with the key given, or else with the account's key for EBS.
 *
 * There is nothing in its properties that could switch encryption off.
 */
export class EncryptedStorageClass extends EbsStorageClass {
  public constructor(scope: Construct, id: string, props: EncryptedStorageClassProps = {}) {
    // Without types, a caller could hand the reason through.
    super(scope, id, 'unencryptedReason' in props ? { ...props, unencryptedReason: undefined } : props);
  }
}
