import type { EbsClassOptions, UnencryptedOptions } from './ebs-class-options';
import { tagMistakes, tagSpecifications } from './ebs-tags';
import type { ClaimedEbsVolume } from './ebs-volume-of-claim';
import { EbsVolumeType } from './ebs-volume-type';
import { VOLUME_TAGS_OF_DRIVER } from '../../../private/ebs-driver-tags';
import { kmsKeyArnMistake } from '../../../private/kms-key-arn';
import { annotated } from '../../../private/kubernetes-object';
import { type Choices, textParameters } from '../class-parameters';
import { extraParameterMistakes } from '../extra-parameters';
import { type StorageClassProps, VolumeBindingMode } from '../storage-class-props';

type EbsClass = EbsClassOptions & UnencryptedOptions;

/** What volumes are of where nothing else is said. */
export const DEFAULT_VOLUME_TYPE = EbsVolumeType.gp3();

/** All of them, so that none is forgotten. */
type ClassProps = { [name in keyof Required<StorageClassProps>]: StorageClassProps[name] };

/** What every class of EBS volumes says to Kubernetes: each property by name, for an object made by spreading is slow to make and to read. */
export function ebsClass(provisioner: string, props: EbsClass, more?: Choices): ClassProps {
  const { volumeType = DEFAULT_VOLUME_TYPE, fileSystem, extraParameters, unencryptedReason } = props;
  const parameters = textParameters(volumeType._parameters(), {
    // The driver takes nothing but this exact text for true: 'True' or 'yes' would leave the volumes unencrypted.
    'encrypted': unencryptedReason === undefined ? 'true' : undefined,
    'kmsKeyId': props.kmsKeyArn,
    'csi.storage.k8s.io/fstype': fileSystem?.fsType,
  }, fileSystem?._parameters(), more, props.tags && tagSpecifications(props.tags));
  return {
    provisioner,
    parameters: extraParameters === undefined ? parameters : { ...extraParameters, ...parameters },
    volumeBindingMode: props.volumeBindingMode ?? VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER,
    allowVolumeExpansion: props.allowVolumeExpansion ?? true,
    metadata: annotated(props.metadata, 'cdk8s-eks-storage/unencrypted-reason', unencryptedReason),
    nameWithHash: props.nameWithHash,
    isDefault: props.isDefault,
    reclaimPolicy: props.reclaimPolicy,
    mountOptions: props.mountOptions,
    allowedTopologies: props.allowedTopologies,
  };
}

export const VOLUME_FIELDS = ['.PVCNamespace', '.PVCName', '.PVName'];

/** @param known The parameters that `extraParameters` is compared with. */
export function ebsClassMistakes(props: EbsClass, known: () => Record<string, string>): (string | undefined)[] {
  const { volumeType, fileSystem, kmsKeyArn, tags, extraParameters } = props;
  return [
    ...(volumeType?._mistakes() ?? []),
    ...(fileSystem?._mistakes() ?? []),
    kmsKeyArn === undefined ? undefined : kmsKeyArnMistake('kmsKeyArn', kmsKeyArn),
    ...unencryptedMistakes(props),
    ...tags === undefined ? [] : tagMistakes('tags', tags, VOLUME_FIELDS, [...VOLUME_TAGS_OF_DRIVER, ...tagsOfType(volumeType)]),
    ...extraParameters === undefined ? [] : extraParameterMistakes(extraParameters, known()),
  ];
}

/** The driver remembers on the volume how its IOPS grow. */
function tagsOfType(volumeType: EbsVolumeType | undefined): string[] {
  const parameters = volumeType?._parameters() ?? {};
  return ['iopsPerGB', 'allowAutoIOPSIncreaseOnModify'].filter((key) => parameters[key] !== undefined).map((key) => `ebs.csi.aws.com/${key}`);
}

function unencryptedMistakes({ unencryptedReason, kmsKeyArn }: EbsClass): (string | undefined)[] {
  if (unencryptedReason === undefined) return [];
  return [
    unencryptedReason.trim() === '' ? "unencryptedReason '' says nothing; write why these volumes need no encryption, or leave it out to encrypt them" : undefined,
    kmsKeyArn !== undefined ? `kmsKeyArn '${kmsKeyArn}' is given together with unencryptedReason, and the driver would encrypt; leave one of them out` : undefined,
  ];
}

/** What a class of EBS volumes has against a claim that names it. */
export function ebsClaimMistakes({ volumeType = DEFAULT_VOLUME_TYPE, fileSystem }: EbsClass, claim: ClaimedEbsVolume): string[] {
  const formats = Object.keys(fileSystem?._parameters() ?? {});
  return [
    ...volumeType._claimMistakes(claim),
    // validateFormattingOption in the driver's pkg/driver/controller.go
    claim.block && formats.length > 0
      ? `volumeMode Block is not formatted, and its class says how with ${formats.join(', ')}, which the driver refuses; use another class` : undefined,
  ].filter((mistake) => mistake !== undefined);
}
