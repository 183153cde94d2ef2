import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Tags } from 'aws-cdk-lib/core';
import { Construct, type IConstruct } from 'constructs';
import type { DriverAccessOptions } from './access/driver-access-options';
import type { DriverCredentials } from './access/driver-credentials';
import { DriverIdentity } from './access/driver-identity';
import type { DriverPlace } from './access/driver-place';
import { DriverPolicy } from './access/driver-policy';
import { EncryptionKeys, encryptionKeysMistakes } from './access/encryption-keys';
import { nodeMistakes } from './cluster-nodes';
import type { DriverNodesOptions } from './driver-nodes-options';
import { isVersionBefore } from './driver-version';

/** Namespace that the add-on and the Helm chart install the driver in, unless told otherwise. */
export const DRIVER_NAMESPACE = 'kube-system';

/** The EBS CSI driver, however it was installed. */
export interface IEbsCsiDriver extends IConstruct {
  /**
   * Lets the driver use one more key for its volumes; a key that it has already changes nothing.
   */
  addEncryptionKey(key: IKey): void;
}

/**
 * What both ways of installing the driver have in common.
 *
 * @internal
 */
export abstract class DriverConstruct extends Construct implements IEbsCsiDriver {
  private place?: DriverPlace;
  private keys?: EncryptionKeys;

  /**
   * Lets the driver use one more key for its volumes; a key that it has already changes nothing.
   *
   * Refuses what `encryptionKeys` refuses.
   */
  public addEncryptionKey(key: IKey): void {
    this.keys!.add(key);
  }

  /**
   * Puts on a volume, a snapshot or a group of self-managed nodes of this app the tags by which the driver's policies know what they let it use:
   * `ebs.csi.aws.com/cluster=true` and `ebs.csi.aws.com/cluster-name=<cluster>`. What the driver makes has them, and so do the instances of managed node groups.
   *
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/tagging.md
   */
  public tagForDriver(resource: IConstruct): void {
    Tags.of(resource).add('ebs.csi.aws.com/cluster', 'true');
    Tags.of(resource).add('ebs.csi.aws.com/cluster-name', this._clusterName);
  }

  /** @internal */
  public get _clusterName(): string {
    return this.place!.cluster.clusterRef.clusterName;
  }

  /**
   * ARNs of the keys that the driver may use.
   *
   * @internal
   */
  public get _keyArns(): Iterable<string> {
    return this.keys!.keyArns;
  }

  /**
   * Makes the identity, with the policy for volumes and snapshots attached.
   *
   * @internal
   */
  protected _grantAccess({ identity, policy = DriverPolicy.managedV2() }: DriverAccessOptions, place: DriverPlace): DriverCredentials {
    return identity._kind.credentials(this, place, policy._bind(this, place.cluster));
  }

  /**
   * Once the driver itself is there: it waits for what it cannot work without.
   *
   * @internal
   */
  protected _complete(props: DriverAccessOptions & DriverNodesOptions, place: DriverPlace, credentials: DriverCredentials, driver: IConstruct): void {
    this.place = place;
    this.keys = new EncryptionKeys(this, props, credentials, driver, props.identity._kind.keysMistake?.(this));
    driver.node.addDependency(...credentials.prerequisites ?? []);
    this.node.addValidation({ validate: () => nodeMistakes(props, place) });
  }
}

/**
 * What is wrong with whom the driver is to be, and with what it may do.
 *
 * @param version Version of the add-on or the chart, if it is known.
 * @param clusterNamedFrom The first version that names the cluster on what the driver makes.
 */
export function accessMistakes(
  scope: Construct, options: DriverAccessOptions & Pick<DriverPlace, 'cluster'>, version: string | undefined, clusterNamedFrom: string,
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
    clusterScoped && version !== undefined && isVersionBefore(version, clusterNamedFrom)
      ? `policy is scoped to the cluster, and the driver of version '${version}' does not name the cluster on what it makes; use version 1.58 or newer, or DriverPolicy.managedV2()`
      : undefined,
    ...encryptionKeysMistakes(scope, options),
    encryptionKeys?.length > 0 ? identity._kind.keysMistake?.(scope) : undefined,
  ];
}
