import type { ISecret } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { PodVolume } from './pod-volume';
import { Mistakes } from '../../private/mistakes';
import { attributeMistakes, csiDriverMistake } from '../persistent-volumes/sources/csi-source';

/** Properties of `CsiEphemeralVolume`. */
export interface CsiEphemeralVolumeProps {
  /**
   * Name of the volume in the Pod: at most 63 lower case letters, digits and `-`.
   *
   * @default - the construct's id, in lower case
   */
  readonly name?: string;

  /**
   * Name under which the driver registers, for example `secrets-store.csi.k8s.io`.
   */
  readonly driver: string;

  /**
   * File system, for drivers that have a choice.
   *
   * @default - the driver's default
   */
  readonly fsType?: string;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * What the driver is told.
   *
   * @default - nothing
   */
  readonly volumeAttributes?: { [key: string]: string };

  /**
   * Secret in the Pod's namespace that the driver mounts the volume with.
   *
   * @default - none
   */
  readonly nodePublishSecret?: ISecret;
}

/** Drivers whose CSIDriver object does not name the life cycle "Ephemeral"; as of 2026-11, from their charts. */
const PERSISTENT_ONLY = ['ebs.csi.aws.com', 'efs.csi.aws.com', 'fsx.csi.aws.com', 'fsx.openzfs.csi.aws.com', 's3.csi.aws.com', 'ebs.csi.eks.amazonaws.com'];

/**
 * A volume that a CSI driver makes for the Pod and removes with it, without a claim: for drivers made for it, such as those that mount secrets.
 *
 * Refuses names Kubernetes refuses, attributes that are not text, and the storage drivers of AWS, which want a claim: `EphemeralVolume` makes one.
 *
 * @see https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#csi-ephemeral-volumes
 */
export class CsiEphemeralVolume extends PodVolume {
  public constructor(scope: Construct, id: string, props: CsiEphemeralVolumeProps) {
    const { name, driver, fsType, readOnly, volumeAttributes, nodePublishSecret } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      csiDriverMistake(driver),
      PERSISTENT_ONLY.includes(driver) ? `driver '${driver}' makes no volumes without a claim; use an EphemeralVolume of its StorageClass, or a PersistentVolumeClaim` : undefined,
      ...attributeMistakes(volumeAttributes),
    );
    const nodePublishSecretRef = nodePublishSecret && { name: nodePublishSecret.name };
    super(scope, id, name, { csi: { driver, fsType, readOnly, volumeAttributes, nodePublishSecretRef } }, mistakes);
  }
}
