import type { IOpenIdConnectProvider } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import type { DriverIdentity } from './aws/access/driver-identity';
import type { IEbsCsiDriver } from './aws/driver-construct';
import type { EbsCsiDriverOptions } from './aws/ebs-csi-driver';
import type { EksAddonOptions } from './aws/eks-addon';
import type { ClusterStorageOptions } from './cluster/cluster-storage-props';

/** Properties of `EksStorage`. */
export interface EksStorageProps extends ClusterStorageOptions {
  /**
   * The cluster: of `aws-eks` or `aws-eks-v2`, created or imported, with kubectl, by which the CDK applies the manifests. Without `applyManifests` any cluster
   * will do.
   */
  readonly cluster: eks.IClusterRef;

  /**
   * OIDC provider of the cluster, for a role of the driver's own by IAM roles for service accounts. Refused together with `identity` or `driver`, and if it
   * is known to be of another issuer than the cluster.
   *
   * @default - a role of its own by EKS Pod Identity, whose agent the cluster has to have; see `identity`
   */
  readonly openIdConnectProvider?: IOpenIdConnectProvider;

  /**
   * As whom the driver calls AWS, for example `DriverIdentity.podIdentity({ installAgent: true })`. Refused together with `openIdConnectProvider` or `driver`.
   *
   * @default - by the OIDC provider if there is one, or else by Pod Identity
   */
  readonly identity?: DriverIdentity;

  /**
   * How the driver is installed and configured: its version, its policy, its settings. Refused together with `driver`.
   *
   * @default - as `EbsCsiDriver` does
   */
  readonly driverOptions?: EbsCsiDriverOptions;

  /**
   * A driver that this app installs by itself, in place of that of this construct, such as a `SelfManagedEbsCsiDriver`. It is let use the key. To be installed
   * after the snapshot kinds it has to depend on `snapshotKinds`.
   *
   * @default - an `EbsCsiDriver`
   */
  readonly driver?: IEbsCsiDriver;

  /**
   * The key that volumes are encrypted with, of all classes that name no other. Refused together with `awsManagedKey`.
   *
   * @default - a new key, which is rotated every year and kept when the stack is deleted, for its volumes cannot be read without it
   */
  readonly encryptionKey?: IKey;

  /**
   * Whether volumes are encrypted with the account's key for EBS, `aws/ebs`, which costs nothing and cannot be shared with other accounts.
   *
   * @default false
   */
  readonly awsManagedKey?: boolean;

  /**
   * Further keys that classes name by `kmsKeyArn`. A class with a key that is neither here nor `encryptionKey` is refused.
   *
   * @default - none
   */
  readonly moreEncryptionKeys?: IKey[];

  /**
   * The add-on that brings the snapshot kinds and their controller. Refused with `snapshots`, by which they come in another way.
   *
   * @default - its default version, conflicts overwritten
   */
  readonly snapshotControllerAddon?: EksAddonOptions;

  /**
   * Other CSI drivers that the cluster has, such as `efs.csi.aws.com`. Classes of drivers that are not among them are refused.
   *
   * @default - none
   */
  readonly otherDrivers?: string[];

  /**
   * Whether the manifests are applied with the stack. If not, a cdk8s app ships them: a `ClusterStorage` with the same options, and the key from
   * the outputs of the stack.
   *
   * @default true
   */
  readonly applyManifests?: boolean;
}
