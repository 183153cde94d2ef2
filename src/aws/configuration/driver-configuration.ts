import type { ControllerConfiguration } from './controller-configuration';
import type { NodeConfiguration } from './node-configuration';
import type { SidecarsConfiguration } from './sidecar-configuration';

/** How the driver is to be configured, in the names of its own settings. */
export interface DriverConfigurationOptions {
  /**
   * Settings of the driver: those that are set most often.
   *
   * @default - the driver's own
   */
  readonly configuration?: DriverConfiguration;

  /**
   * Settings of the driver that `configuration` has no property for, in the form that `aws eks describe-addon-configuration` and the Helm chart show.
   * Merged into `configuration` at every depth.
   *
   * Refused is a setting the driver does not know, one whose value it does not take, one that `configuration` gives too,
   * and one that another property decides, such as `controller.serviceAccount.annotations`.
   *
   * @default - none
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/charts/aws-ebs-csi-driver/values.yaml
   */
  readonly configurationValues?: { [key: string]: any };

  /**
   * Settings in `configurationValues` that this library does not know and the driver that is installed does, as in `controller.newSetting`.
   * They are taken as they are, with all that is below them.
   *
   * Refused is one that `configurationValues` does not contain, and one that is known.
   *
   * @default - none
   */
  readonly additionalConfigurationKeys?: string[];
}

/**
 * Settings of the EBS CSI driver: of the EKS add-on and of its Helm chart, which take the same.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/charts/aws-ebs-csi-driver/values.yaml
 */
export interface DriverConfiguration {
  /**
   * The controller: the Deployment that creates, attaches, resizes and deletes volumes.
   *
   * @default - the driver's own settings
   */
  readonly controller?: ControllerConfiguration;

  /**
   * The node Pods: the DaemonSet that formats and mounts volumes.
   *
   * @default - the driver's own settings
   */
  readonly node?: NodeConfiguration;

  /**
   * The containers beside the driver's in the Pods of the controller and of the nodes.
   *
   * @default - the driver's own settings
   */
  readonly sidecars?: SidecarsConfiguration;

  /**
   * A StorageClass that the driver brings along.
   *
   * @default - none
   */
  readonly defaultStorageClass?: DefaultStorageClassConfiguration;

  /**
   * Whether the driver uses the FIPS 140-3 mode of its cryptography, and the FIPS endpoints of AWS, which not every region has.
   *
   * @default false
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/fips.md
   */
  readonly fips?: boolean;

  /**
   * How often the kubelet asks anew how many volumes its node takes, in seconds: from 10 on. `0` is never.
   * `-1` leaves it to the chart: 10, or 300 with the metadata labeler. Has an effect from Kubernetes 1.33 on.
   *
   * @default -1
   * @see https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-driver-v1/
   */
  readonly nodeAllocatableUpdatePeriodSeconds?: number;
}

/** The StorageClass `ebs-csi-default-sc`. */
export interface DefaultStorageClassConfiguration {
  /**
   * Whether the driver creates `ebs-csi-default-sc` and marks it as the default. That class does not ask for encryption, and every update of
   * an add-on marks it as the default again; `EncryptedStorageClass` with `isDefault` has neither fault.
   *
   * @default false
   */
  readonly enabled?: boolean;
}
