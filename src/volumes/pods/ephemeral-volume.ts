import type { Construct } from 'constructs';
import { PodVolume } from './pod-volume';
import { Mistakes } from '../../private/mistakes';
import { labelMistakes } from '../../private/names';
import { claimMistakes } from '../claims/claim-rules';
import { type ClaimOptions, claimSpec } from '../claims/claim-spec';
import type { IVolumeDataSource } from '../claims/volume-data-source';
import { VolumeMode } from '../claims/volume-mode';

/** Properties of `EphemeralVolume`. */
export interface EphemeralVolumeProps extends ClaimOptions {
  /**
   * Name of the volume in the Pod: at most 63 lower case letters, digits and `-`. The claim is called `<pod>-<name>`.
   *
   * @default - the construct's id, in lower case
   */
  readonly name?: string;

  /**
   * Labels of the claim.
   *
   * @default - none
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of the claim.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Snapshot or claim in the Pod's namespace whose data the volume starts with. Refused as by `PersistentVolumeClaim`.
   *
   * @default - the volume starts empty
   */
  readonly dataSource?: IVolumeDataSource;
}

/**
 * A volume of a StorageClass that lives as long as the Pod: scratch space that does not use up the node's disk. Every Pod has its own, also of a
 * Deployment, and its claim goes with it. The class should reclaim by deleting, or the volumes stay.
 *
 * A new EBS volume belongs to root: give Pods that do not run as root a `securityContext.fsGroup`.
 *
 * Refuses names and labels Kubernetes refuses, a size of zero, no access mode, and `READ_WRITE_ONCE_POD` beside another mode.
 *
 * @see https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
 */
export class EphemeralVolume extends PodVolume {
  public constructor(scope: Construct, id: string, props: EphemeralVolumeProps) {
    const { name, labels, annotations, dataSource, ...claim } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...claimMistakes({ ...claim, dataSource }),
      ...labelMistakes('labels', labels),
      claim.storageClass?.storageClassName === '' ? "storageClass '' creates no volumes; name a class" : undefined,
    );
    mistakes.throwIfAny();
    const source = {
      ephemeral: {
        volumeClaimTemplate: {
          metadata: labels === undefined && annotations === undefined ? undefined : { labels, annotations },
          spec: { ...claimSpec(claim), dataSource: dataSource && { ...dataSource.toDataSource() } },
        },
      },
    };
    super(scope, id, name, source, mistakes, { isRawDevice: claim.volumeMode === VolumeMode.BLOCK, isWrittenOut: true });
  }
}
