import type { Construct } from 'constructs';
import type { DriverAccessOptions } from './driver-access-options';
import type { DriverCredentials } from './driver-credentials';
import { DriverIdentity } from './driver-identity';
import { DriverPolicy } from './driver-policy';
import type { DriverPlace } from './driver-service-account';
import { encryptionKeysMistakes } from './key-mistakes';

/** Makes the identity, with the policy for volumes and snapshots attached. */
export function grantAccess(scope: Construct, options: DriverAccessOptions, place: DriverPlace): DriverCredentials {
  const { identity, policy = DriverPolicy.managedV2() } = options;
  return identity._kind.credentials(scope, place, policy._bind(scope, place.cluster));
}

/** @param oldVersion The version of the driver, if it is known to be one from before it named the cluster on what it makes. */
export function accessMistakes(
  scope: Construct, options: DriverAccessOptions & Pick<DriverPlace, 'cluster'>, oldVersion: string | undefined,
): (string | undefined)[] {
  const { cluster, identity, policy, encryptionKeys = [] } = options;
  if (!(identity instanceof DriverIdentity)) return ['identity is not a DriverIdentity; use DriverIdentity.irsa or DriverIdentity.podIdentity'];
  if (policy !== undefined && !(policy instanceof DriverPolicy)) return ['policy is not a DriverPolicy; use one of its factories, such as DriverPolicy.managedV2'];
  const { clusterScoped, bySessionTag, mistakes = [] } = policy?._traits ?? {};
  return [
    ...identity._kind.mistakes,
    ...identity._kind.prerequisiteMistakes?.(scope, cluster) ?? [],
    policy === undefined ? undefined : identity._kind.policyMistake,
    ...mistakes,
    bySessionTag && !identity._kind.byPodIdentity
      ? 'policy is DriverPolicy.clusterScoped(), which knows the cluster by a session tag that only Pod Identity sends; use DriverIdentity.podIdentity, or DriverPolicy.customerManagedClusterScoped(), which names the cluster'
      : undefined,
    clusterScoped && oldVersion !== undefined
      ? `policy is scoped to the cluster, and the driver of version '${oldVersion}' does not name the cluster on what it makes; use version 1.58 or newer, or DriverPolicy.managedV2()`
      : undefined,
    ...encryptionKeysMistakes(scope, options),
    encryptionKeys?.length > 0 ? identity._kind.keysMistake?.(scope) : undefined,
  ];
}
