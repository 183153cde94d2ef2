import type { Construct } from 'constructs';
import type { EbsClassOptions, UnencryptedOptions } from './ebs-class-options';
import { DEFAULT_VOLUME_TYPE, ebsClaimMistakes, ebsClass, ebsClassMistakes } from './ebs-class-parameters';
import { KNOWN_PARAMETERS } from './ebs-parameters';
import type { ClaimedEbsVolume } from './ebs-volume-of-claim';
import { EBS_CSI_DRIVER } from '../../../private/ebs-csi-driver-name';
import { Mistakes } from '../../../private/mistakes';
import { isWholeNumber } from '../../../private/whole-numbers';
import { StorageClassBase } from '../storage-class-base';

/** What can be said of a class of EBS volumes that the EBS CSI driver makes, encrypted or not. */
export interface EbsStorageClassOptions extends EbsClassOptions {
  /**
   * MiB/s with which a volume made from a snapshot is filled, 100 to 300; it costs extra. Other volumes have nothing to be filled with. Needs driver v1.43.0.
   * A newer limit goes into `limits` of the volume type.
   *
   * @default - as fast as EBS finds the time
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/initalize-volume.html
   */
  readonly volumeInitializationRate?: number;

  /**
   * Whether a volume made from a snapshot is attached only once it is filled. The driver, v1.46.0 or newer, needs the right
   * `ec2:DescribeVolumeStatus`.
   *
   * @default - not said, which the driver takes as no: the first reads are slow
   */
  readonly blockAttachUntilInitialized?: boolean;
}

/** Properties of `EbsStorageClass`. */
export interface EbsStorageClassProps extends EbsStorageClassOptions, UnencryptedOptions {}

/**
 * A StorageClass of EBS volumes: gp3, encrypted, in the zone of the Pod, expandable, unless said otherwise.
 *
 * Refuses values EBS or the driver does not take of the volume type, the file system and the tags, a key that is not given by its ARN, a key without
 * encryption and `extraParameters` that repeat a property.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
 */
export class EbsStorageClass extends StorageClassBase {
  private readonly chosen: EbsStorageClassProps;

  public constructor(scope: Construct, id: string, props: EbsStorageClassProps = {}) {
    const { volumeInitializationRate, blockAttachUntilInitialized } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...ebsClassMistakes(props, () => KNOWN_PARAMETERS), initializationRateMistake(props));
    super(scope, id, ebsClass(EBS_CSI_DRIVER, props, { volumeInitializationRate, blockAttachUntilInitialized }), mistakes);
    this.chosen = props;
  }

  /**
   * What this class has against a claim that names it.
   *
   * @internal
   */
  public _claimMistakes(claim: ClaimedEbsVolume): string[] {
    return ebsClaimMistakes(this.chosen, claim);
  }
}

function initializationRateMistake({ volumeInitializationRate: rate, volumeType = DEFAULT_VOLUME_TYPE }: EbsStorageClassProps): string | undefined {
  const { least, most } = volumeType._rules().initializationRate;
  if (rate === undefined || isWholeNumber(rate, least, most)) return undefined;
  return `volumeInitializationRate ${rate} is not among what EBS allows; give a whole number from ${least} to ${most}`;
}
