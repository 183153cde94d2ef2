import type { Construct } from 'constructs';
import type { DriverAccessOptions } from './driver-access-options';
import type { DriverCredentials } from './driver-credentials';
import { DriverPolicy } from './driver-policy';
import type { DriverPlace } from './driver-service-account';
import { encryptionKeysMistakes } from './encryption-keys';

/** Makes the identity, with the policy for volumes and snapshots attached. */
export function grantAccess(scope: Construct, options: DriverAccessOptions, place: DriverPlace): DriverCredentials {
  const { identity, policy = DriverPolicy.managedV2() } = options;
  return identity._kind.credentials(scope, place, policy._bind(scope, place.cluster));
}

/** @param oldVersion The version of the driver, if it is known to be one from before it named the cluster on what it makes. */
export function accessMistakes(scope: Construct, options: DriverAccessOptions, oldVersion: string | undefined): (string | undefined)[] {
  const { identity, policy } = options;
  const { clusterScoped, bySessionTag, mistakes = [] } = policy?._traits ?? {};
  return [
    ...identity._kind.mistakes,
    policy === undefined ? undefined : identity._kind.policyMistake,
    ...mistakes,
    bySessionTag && !identity._kind.byPodIdentity
      ? 'policy is DriverPolicy.clusterScoped(), which knows the cluster by a session tag that only Pod Identity sends; use DriverIdentity.podIdentity, or DriverPolicy.customerManagedClusterScoped(), which names the cluster'
      : undefined,
    clusterScoped && oldVersion !== undefined
      ? `policy is scoped to the cluster, and the driver of version '${oldVersion}' does not name the cluster on what it makes; use version 1.58 or newer, or DriverPolicy.managedV2()`
      : undefined,
    ...encryptionKeysMistakes(scope, options),
  ];
}
