import type { PersistentVolumeProps } from './persistent-volume';
import { ReclaimPolicy } from '../../cluster/classes/reclaim-policy';
import { AccessMode } from '../claims/access-mode';
import { accessModesMistake } from '../claims/claim-rules';
import type { SourceDefinition } from './sources/source-definition';
import { VolumeMode } from '../claims/volume-mode';

/**
 * Names the driver that deletes the storage. Without it, Kubernetes calls a volume that is to be deleted Failed.
 *
 * @see https://github.com/kubernetes/kubernetes/issues/77250
 */
export const PROVISIONED_BY = 'pv.kubernetes.io/provisioned-by';

/** What the source cannot do. */
export function sourceRuleMistakes(props: PersistentVolumeProps): (string | undefined)[] {
  const { accessModes, volumeMode = VolumeMode.FILESYSTEM, mountOptions = [] } = props;
  const source = props.source._definition;
  const isBlock = volumeMode === VolumeMode.BLOCK;
  return [
    (accessModes && accessModesMistake(accessModes)) ?? modeMistake(accessModes ?? [AccessMode.READ_WRITE_ONCE], isBlock, source),
    isBlock && source.fsType !== undefined
      ? `file system '${source.fsType}' is for a directory, but the volume is a raw device (volumeMode Block); leave one of the two out` : undefined,
    isBlock && mountOptions.length > 0
      ? `mountOptions [${mountOptions.join(', ')}] are for a directory, but the volume is a raw device (volumeMode Block); leave one of the two out` : undefined,
    source.takesNoMountOptions === true && mountOptions.length > 0
      ? `mountOptions [${mountOptions.join(', ')}] are given for ${source.what}, which the kubelet mounts without options; leave them out` : undefined,
    ...mountOptions.map((option) => option.trim() === '' ? "mountOptions has the empty option ''; leave it out" : undefined),
    ...source.mistakes,
    ...reclaimMistakes(props, source),
  ];
}

function modeMistake(accessModes: AccessMode[], isBlock: boolean, source: SourceDefinition): string | undefined {
  const possible = isBlock ? source.blockModes : source.filesystemModes;
  if (possible?.length === 0) return `volumeMode Block asks for a raw device, and ${source.what} is a directory; leave volumeMode out`;
  const impossible = accessModes.filter((mode) => possible !== undefined && !possible.includes(mode));
  if (impossible.length === 0) return undefined;
  const asDevice = !isBlock && source.blockModes?.some((mode) => impossible.includes(mode)) ? ', or VolumeMode.BLOCK for a raw device that several nodes write to' : '';
  return `accessModes [${accessModes.join(', ')}] has ${impossible.join(' and ')}, which ${source.what} does not offer as a ${isBlock ? 'raw device' : 'directory'}; `
    + `give ${possible!.join(' or ')}${asDevice}`;
}

function reclaimMistakes({ reclaimPolicy, recycleReason, metadata }: PersistentVolumeProps, source: SourceDefinition): (string | undefined)[] {
  const isProvisioned = metadata?.annotations?.[PROVISIONED_BY] !== undefined;
  return [
    reclaimPolicy === ReclaimPolicy.DELETE && 'impossible' in source.deletion && !isProvisioned
      ? `reclaimPolicy Delete cannot be kept, for ${source.deletion.impossible}, and the volume would end as Failed; give Retain, or name the provisioner that deletes in the annotation '${PROVISIONED_BY}'`
      : undefined,
    // Not a value of the type, but callers without types have it.
    (reclaimPolicy as string) === 'Recycle'
      ? `reclaimPolicy Recycle is deprecated and wipes the volume; ${source.isRecyclable ? 'write why in recycleReason' : 'give Retain, and wipe it yourself'}` : undefined,
    recycleReason === undefined ? undefined : recycleMistake(recycleReason, reclaimPolicy, source),
  ];
}

function recycleMistake(reason: string, reclaimPolicy: ReclaimPolicy | undefined, source: SourceDefinition): string | undefined {
  if (reason.trim() === '') return "recycleReason '' says nothing; write why the volume may be wiped when its claim goes, or leave it out to keep the data";
  if (reclaimPolicy !== undefined) return `recycleReason is given together with reclaimPolicy ${reclaimPolicy}; leave one of them out`;
  if (source.isRecyclable) return undefined;
  return `recycleReason is given, but Kubernetes wipes nothing but NFS exports and directories of a node below '/', and this is ${source.what}; leave it out to keep the data`;
}
