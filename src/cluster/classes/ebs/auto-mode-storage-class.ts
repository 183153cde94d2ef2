import type { Construct } from 'constructs';
import { AllowedTopology } from '../allowed-topology';
import type { EbsClassOptions, UnencryptedOptions } from './ebs-class-options';
import { ebsClaimMistakes, ebsClass, ebsClassMistakes } from './ebs-class-parameters';
import { KNOWN_PARAMETERS } from './ebs-parameters';
import type { ClaimedEbsVolume } from './ebs-volume-of-claim';
import { Mistakes } from '../../../private/mistakes';
import { StorageClassBase } from '../storage-class-base';

/** Properties of `AutoModeStorageClass`. */
export interface AutoModeStorageClassProps extends EbsClassOptions, UnencryptedOptions {}

const COMPUTE_TYPE = 'eks.amazonaws.com/compute-type';

/** What the driver takes and the documented parameters of Auto Mode do not name. */
const NOT_IN_AUTO_MODE = ['allowAutoIOPSIncreaseOnModify', 'ext4EncryptionSupport', 'volumeInitializationRate', 'blockAttachUntilInitialized'];

/** The others of them. */
export const AUTO_MODE_PARAMETERS = Object.fromEntries(Object.entries(KNOWN_PARAMETERS).filter(([key]) => !NOT_IN_AUTO_MODE.includes(key)));

/**
 * A StorageClass of EBS volumes that EKS Auto Mode makes: gp3, encrypted, in the zone of the Pod, on nodes of Auto Mode, expandable, unless said otherwise.
 * EKS makes no class of its own for Auto Mode. Its volumes and those of the EBS CSI driver are strangers to each other.
 *
 * Every place of `allowedTopologies` is narrowed to the nodes of Auto Mode, the label `eks.amazonaws.com/compute-type` with `auto`, for other nodes cannot
 * mount these volumes; a place that speaks of that label is left as it is. Without `allowedTopologies` it is every node of Auto Mode.
 *
 * A KMS key and tags need rights of the cluster's IAM role: see `AutoModeBlockStorage` for the key.
 *
 * Refuses what `EbsStorageClass` refuses, and what the parameters of Auto Mode do not name: ntfs, `encryptionSupport` of ext4 and
 * `allowAutoIopsIncreaseOnModify` of a volume type. If Auto Mode takes more by now, `extraParameters` says it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-storage-class.html
 */
export class AutoModeStorageClass extends StorageClassBase {
  private readonly chosen: AutoModeStorageClassProps;

  public constructor(scope: Construct, id: string, props: AutoModeStorageClassProps = {}) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...ebsClassMistakes(props, () => AUTO_MODE_PARAMETERS), ...notInAutoMode(props));
    super(scope, id, {
      ...ebsClass('ebs.csi.eks.amazonaws.com', props),
      allowedTopologies: props.allowedTopologies?.map((topology) => topology._and(COMPUTE_TYPE, 'auto')) ?? [AllowedTopology.label(COMPUTE_TYPE, 'auto')],
    }, mistakes);
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

function notInAutoMode({ volumeType, fileSystem }: AutoModeStorageClassProps): (string | undefined)[] {
  const parameters = { ...volumeType?._parameters(), ...fileSystem?._parameters() };
  return [
    fileSystem?.fsType === 'ntfs' ? 'fileSystem ntfs is for Windows nodes, which EKS Auto Mode does not have; choose ext4, ext3 or xfs' : undefined,
    ...NOT_IN_AUTO_MODE.filter((key) => key in parameters)
      .map((key) => `${key} is not a parameter of EKS Auto Mode; leave it out of ${key.startsWith('ext4') ? 'fileSystem' : 'volumeType'}`),
  ];
}
