import { Annotations } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import type { DriverAccessOptions, DriverPolicyOptions } from './access/driver-access-options';
import { CONTROLLER_SERVICE_ACCOUNT } from './access/driver-role';
import type { KeyAccessOptions } from './access/encryption-keys-options';
import { configurationMistakes, configurationValues, makesUnencryptedDefaultClass } from './configuration/configuration-values';
import type { DriverConfigurationOptions } from './configuration/driver-configuration';
import { accessMistakes, DRIVER_NAMESPACE, DriverConstruct } from './driver-construct';
import type { DriverNodesOptions } from './driver-nodes-options';
import { addonMistakes, eksAddon, type EksAddonOptions } from './eks-addon';
import type { SnapshotControllerAddon } from './snapshot-controller-addon';
import { Mistakes } from '../private/mistakes';
import { dnsLabelMistake } from '../private/names';

/** What can be said of the EBS CSI driver as an add-on, whichever cluster, identity and keys it has. */
export interface EbsCsiDriverOptions extends DriverPolicyOptions, KeyAccessOptions, DriverConfigurationOptions, DriverNodesOptions, EksAddonOptions {
  /**
   * Namespace that the add-on is installed in; another one means another add-on, put in the place of this one. The role trusts the service account of this namespace.
   *
   * @default 'kube-system'
   */
  readonly namespace?: string;
}

/** Properties of `EbsCsiDriver`. */
export interface EbsCsiDriverProps extends DriverAccessOptions, EbsCsiDriverOptions {
  /**
   * The cluster: of `aws-eks` or `aws-eks-v2`, created or imported, or a `CfnCluster`.
   */
  readonly cluster: eks.IClusterRef;

  /**
   * The snapshot controller of the cluster, if it is an add-on of this app: the driver comes after it, since it looks for the snapshot kinds once, when it
   * is installed.
   *
   * @default - none: the cluster has the snapshot kinds already, or goes without snapshots
   */
  readonly snapshotController?: SnapshotControllerAddon;
}

const ADDON_NAME = 'aws-ebs-csi-driver';

/**
 * The EBS CSI driver as an EKS add-on, with the role and the rights it needs and no others.
 *
 * Refuses what would fail after the deployment: an identity that only the self-managed driver can have, a policy whose preconditions do not hold, keys that
 * EBS cannot use, settings that the add-on does not know or that contradict each other, a version that is not one of an add-on, a second driver in a
 * cluster, and, at synthesis, a cluster on whose nodes the driver cannot work.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html
 */
export class EbsCsiDriver extends DriverConstruct {
  /**
   * Key of the taint that new nodes may be given, with the effect `NoExecute`, to hold Pods back until the driver is ready on them: the driver takes it away.
   * Without it, Pods with volumes may be put on a node that cannot attach them yet.
   *
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md#configure-node-startup-taint
   */
  public static readonly STARTUP_TAINT_KEY = 'ebs.csi.aws.com/agent-not-ready';

  /** Role that the driver's controller assumes. */
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: EbsCsiDriverProps) {
    const { cluster, identity, namespace = DRIVER_NAMESPACE, addonVersion, snapshotController } = props;
    const isConfigured = saysConfiguration(props);
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      identity?._kind?.addonMistake,
      ...accessMistakes(scope, props, addonVersion, 'v1.58'),
      ...addonMistakes(scope, ADDON_NAME, props),
      namespace === DRIVER_NAMESPACE ? undefined : dnsLabelMistake('namespace', namespace),
      snapshotController !== undefined && snapshotController._clusterName !== cluster.clusterRef.clusterName
        ? `snapshotController '${snapshotController.node.path}' is of the cluster '${snapshotController._clusterName}'; give that of the driver's own` : undefined,
      ...isConfigured ? configurationMistakes(props) : [],
    );
    mistakes.throwIfAny();
    super(scope, id);

    const place = { cluster, namespace };
    const credentials = this._grantAccess(props, place);
    const roleArn = credentials.roleArn!;
    const addon = eksAddon(this, ADDON_NAME, {
      cluster,
      addonVersion,
      resolveConflicts: props.resolveConflicts,
      preserveOnDelete: props.preserveOnDelete,
      tags: props.tags,
      // Said only where it has to be: to say it of an add-on that is there already is to replace it.
      namespaceConfig: namespace === DRIVER_NAMESPACE ? undefined : { namespace },
      configurationValues: isConfigured ? configurationValues(props) : undefined,
      podIdentityAssociations: credentials.byPodIdentity ? [{ serviceAccount: CONTROLLER_SERVICE_ACCOUNT, roleArn }] : undefined,
      serviceAccountRoleArn: credentials.byPodIdentity ? undefined : roleArn,
    });
    if (snapshotController) addon.node.addDependency(snapshotController);
    this._complete(props, place, credentials, addon);
    this.roleArn = roleArn;

    if (isConfigured && makesUnencryptedDefaultClass(props)) {
      Annotations.of(this).addWarningV2('cdk8s-eks-storage:unencrypted-default-class', 'defaultStorageClass.enabled makes the class ebs-csi-default-sc, which does not ask for encryption, and makes it the default again at every update of the add-on; leave it out and make an EncryptedStorageClass the default, or acknowledge this warning where the account encrypts by default');
    }
  }
}

/** Most drivers are left as they are: what judges a configuration is not even loaded then. */
function saysConfiguration({ configuration, configurationValues: values, additionalConfigurationKeys: keys }: DriverConfigurationOptions): boolean {
  return configuration !== undefined || values !== undefined || keys !== undefined;
}
