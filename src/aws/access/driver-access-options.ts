import type { DriverIdentity } from './driver-identity';
import type { DriverPolicy } from './driver-policy';
import type { EncryptionKeysOptions } from './encryption-keys-options';

/** What the driver may do in AWS. */
export interface DriverPolicyOptions {
  /**
   * What the driver may do with volumes and snapshots. Refused with `DriverIdentity.existingRole`, which brings its own; `clusterScoped` is refused without
   * Pod Identity, and with a driver older than 1.58.
   *
   * @default - `DriverPolicy.managedV2()`, or what the existing role has
   */
  readonly policy?: DriverPolicy;
}

/** As whom the driver calls AWS, and what it may do there. */
export interface DriverAccessOptions extends DriverPolicyOptions, EncryptionKeysOptions {
  /**
   * As whom the driver calls AWS.
   */
  readonly identity: DriverIdentity;
}
