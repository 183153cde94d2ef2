import type { Construct } from 'constructs';
import { VOLUME_FIELDS } from './ebs-class-parameters';
import { tagDeletions, tagKeyMistakes, tagMistakes, tagSpecifications } from './ebs-tags';
import { EBS_VOLUME_LIMITS } from './ebs-volume-limits';
import type { EbsVolumeType } from './ebs-volume-type';
import { EBS_CSI_DRIVER } from '../../../private/ebs-csi-driver-name';
import { VOLUME_TAGS_OF_DRIVER } from '../../../private/ebs-driver-tags';
import { Mistakes } from '../../../private/mistakes';
import { repetitionsIn } from '../../../private/repetitions';
import { isWholeNumber } from '../../../private/whole-numbers';
import { extraParameterMistakes } from '../extra-parameters';
import { VolumeAttributesClass, type VolumeAttributesClassOptions } from '../volume-attributes-class';

/** Properties of `EbsVolumeAttributesClass`. Something has to be changed. */
export interface EbsVolumeAttributesClassProps extends VolumeAttributesClassOptions {
  /**
   * Type the volumes become, and their performance. With `iopsPerGiB` it needs `allowAutoIopsIncreaseOnModify` too, and the class is then for claims that have
   * their volume already: the driver refuses to create one with it.
   *
   * @default - they keep their type
   */
  readonly volumeType?: EbsVolumeType;

  /**
   * I/O operations per second of volumes that keep their type, 100 to 256,000. Together with a type, or above what this library knows, it is part of
   * `volumeType`.
   *
   * @default - they keep theirs
   */
  readonly iops?: number;

  /**
   * MiB/s of gp3 volumes that keep their type, 125 to 2,000. Together with a type, it is part of `volumeType`.
   *
   * @default - they keep theirs
   */
  readonly throughput?: number;

  /**
   * Tags that the volumes get, by key, with the templates and limits of `EbsStorageClass`'s `tags`. They do not count among the changes that AWS takes of a
   * volume in a day. Templates need the argument `--extra-modify-metadata` of the resizer.
   *
   * @default - none
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/tagging.md
   */
  readonly tags?: { [key: string]: string };

  /**
   * Keys of tags that the volumes lose. Keys that the driver keeps for itself are refused, and keys in `tags`. The driver refuses to create a volume with such a
   * class: it is for claims that have theirs already.
   *
   * @default - none
   */
  readonly tagsToDelete?: string[];

  /**
   * Parameters newer than this library, in the case the driver has them: other than in a StorageClass, it makes a difference.
   *
   * @default - none
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/modify-volume.md
   */
  readonly extraParameters?: { [key: string]: string };
}

const OWN_PROPERTY = 'which has a property of its own; use';

/** Those of parseModifyVolumeParameters in the driver's pkg/driver/controller_modify_volume.go. */
const KNOWN_PARAMETERS: Record<string, string> = {
  ...Object.fromEntries(['type', 'volumeType', 'iopsPerGB', 'allowAutoIOPSIncreaseOnModify'].map((key) => [key, `${OWN_PROPERTY} volumeType`])),
  iops: `${OWN_PROPERTY} iops or volumeType`,
  throughput: `${OWN_PROPERTY} throughput or volumeType`,
};

/**
 * A VolumeAttributesClass of EBS volumes: type, performance and tags that claims can change to while their volumes are in use.
 *
 * Needs Kubernetes 1.34. AWS takes four changes of a volume in 24 hours, each once the one before is complete; tags are free.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/modify-volume.md
 */
export class EbsVolumeAttributesClass extends VolumeAttributesClass {
  public constructor(scope: Construct, id: string, props: EbsVolumeAttributesClassProps) {
    const { metadata, nameWithHash, extraParameters } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...performanceMistakes(props),
      ...tagMistakes('tags', props.tags, VOLUME_FIELDS, VOLUME_TAGS_OF_DRIVER),
      ...deletionMistakes(props),
      ...extraParameters === undefined ? [] : extraParameterMistakes(extraParameters, KNOWN_PARAMETERS),
    );
    mistakes.throwIfAny();
    super(scope, id, { metadata, nameWithHash, driverName: EBS_CSI_DRIVER, parameters: { ...extraParameters, ...parametersOf(props) } });
  }

  /**
   * Whether the driver makes new volumes with this class, or only changes those it finds: CreateVolume in its pkg/driver/controller.go.
   *
   * @internal
   */
  public _createsVolumes(): boolean {
    return !Object.keys((this.toJson() as { parameters: Record<string, string> }).parameters)
      .some((key) => key.startsWith('tagDeletion') || ['iopspergb', 'allowautoiopsincreaseonmodify'].includes(key));
  }
}

function parametersOf({ volumeType, iops, throughput, tags, tagsToDelete }: EbsVolumeAttributesClassProps): Record<string, string> {
  // Two names are all lower case here, whatever they are in a StorageClass.
  const ofType = Object.entries(volumeType?._parameters() ?? {}).map(([key, value]) => [/^(iopsPerGB|allowAuto)/.test(key) ? key.toLowerCase() : key, value]);
  return {
    ...Object.fromEntries(ofType),
    ...(iops !== undefined && { iops: String(iops) }),
    ...(throughput !== undefined && { throughput: String(throughput) }),
    ...tagSpecifications(tags),
    ...tagDeletions(tagsToDelete),
  };
}

function performanceMistakes({ volumeType, iops, throughput }: EbsVolumeAttributesClassProps): (string | undefined)[] {
  const { iopsPerGB, allowAutoIOPSIncreaseOnModify, allowAutoIOPSPerGBIncrease } = volumeType?._parameters() ?? {};
  const beside = Object.entries({ iops, throughput }).filter(([, value]) => value !== undefined);
  return [
    ...(volumeType?._mistakes() ?? []),
    ...(volumeType === undefined ? [] : beside)
      .map(([key, value]) => `${key} ${value} is given beside volumeType ${volumeType!.typeName}; give it to the volume type`),
    among('iops', iops, EBS_VOLUME_LIMITS.io2.iops.least, EBS_VOLUME_LIMITS.io2.iops.most),
    among('throughput', throughput, EBS_VOLUME_LIMITS.gp3.throughput.least, EBS_VOLUME_LIMITS.gp3.throughput.most),
    allowAutoIOPSPerGBIncrease === undefined ? undefined
      : 'volumeType has allowAutoIopsPerGiBIncrease, which is for new volumes, and the driver refuses it in a change; leave it out',
    iopsPerGB !== undefined && allowAutoIOPSIncreaseOnModify !== 'true'
      ? `volumeType has iopsPerGiB ${iopsPerGB}, by which the driver changes nothing without allowAutoIopsIncreaseOnModify; give that too, or iops` : undefined,
  ];
}

function among(property: string, value: number | undefined, least: number, most: number): string | undefined {
  if (value === undefined || isWholeNumber(value, least, most)) return undefined;
  return `${property} ${value} is not among what EBS allows of any type; give a whole number from ${least} to ${most}`;
}

function deletionMistakes({ tags = {}, tagsToDelete = [] }: EbsVolumeAttributesClassProps): (string | undefined)[] {
  return [
    ...tagsToDelete.flatMap((key) => tagKeyMistakes('tagsToDelete', key)),
    ...repetitionsIn(tagsToDelete).map((key) => `tagsToDelete has the key '${key}' twice; leave one out`),
    ...tagsToDelete.filter((key) => key in tags).map((key) => `tagsToDelete has the key '${key}', which tags sets; leave it out of one of them`),
  ];
}
