import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Tags } from 'aws-cdk-lib/core';
import { Construct, type IConstruct } from 'constructs';
import type { DriverAccessOptions } from './access/driver-access-options';
import type { DriverCredentials } from './access/driver-credentials';
import type { DriverPlace } from './access/driver-service-account';
import { EncryptionKeys } from './access/encryption-keys';
import { type DriverNodesOptions, nodeMistakes } from './driver-nodes';

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
