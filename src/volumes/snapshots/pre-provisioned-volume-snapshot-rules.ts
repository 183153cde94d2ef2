import type { PreProvisionedVolumeSnapshotProps } from './pre-provisioned-volume-snapshot';
import { DeletionPolicy } from '../../cluster/snapshots/volume-snapshot-class';
import { isUnresolved } from '../../private/cdk-tokens';
import { EBS_CSI_DRIVER } from '../../private/ebs-csi-driver-name';
import { clusterScopedMetadataMistakes } from '../../private/kubernetes-object';
import { wholeBytesMistake } from '../../private/whole-bytes';
import { differ } from '../claims/known-difference';
import { secretMistakes } from '../persistent-volumes/sources/csi-source';

export function contentMistakes(props: PreProvisionedVolumeSnapshotProps, driver: string, deletionPolicy: DeletionPolicy): (string | undefined)[] {
  const { contentMetadata: metadata, snapshotClass, sourceVolumeMode, volumeModeChangeReason, restoreSize, deletionSecret } = props;
  const driverOfClass = snapshotClass?.driver;
  return [
    ...clusterScopedMetadataMistakes('VolumeSnapshotContent', metadata).map((mistake) => mistake?.replace(/^metadata/, 'contentMetadata')),
    driver === '' ? "driver '' is empty; name the CSI driver whose snapshot it is, or leave it out for 'ebs.csi.aws.com'" : undefined,
    differ(driverOfClass, driver)
      ? `snapshotClass '${snapshotClass!.volumeSnapshotClassName}' is of '${driverOfClass}', but the snapshot is of '${driver}'; name a class of '${driver}', or leave it out` : undefined,
    volumeModeChangeReason?.trim() === '' ? "volumeModeChangeReason '' says nothing; write why claims may be of another mode, or leave it out" : undefined,
    volumeModeChangeReason !== undefined && sourceVolumeMode === undefined
      ? 'volumeModeChangeReason is given without sourceVolumeMode, so claims may be of any mode anyway; give both, or leave it out' : undefined,
    wholeBytesMistake('restoreSize', restoreSize),
    ...(deletionSecret === undefined ? [] : secretMistakes('deletionSecret', deletionSecret)),
    deletionSecret !== undefined && deletionPolicy === DeletionPolicy.RETAIN
      ? 'deletionSecret is given, but deletionPolicy Retain deletes nothing; leave it out, or give DeletionPolicy.DELETE' : undefined,
  ];
}

export function handleMistake(driver: string, handle: string): string | undefined {
  if (isUnresolved(handle)) return undefined;
  if (handle === '') return "snapshotHandle '' is empty; give what the driver calls the snapshot";
  if (driver !== EBS_CSI_DRIVER || /^snap-[0-9a-f]{8,17}$/.test(handle)) return undefined;
  return `snapshotHandle '${handle}' is not the id of an EBS snapshot; give one as in 'snap-0123456789abcdef0', of a snapshot that is tagged 'ebs.csi.aws.com/cluster=true', which AmazonEBSCSIDriverPolicyV2 asks for`;
}
