import { secretMistakes, type VolumeSecretReference } from './csi-source';
import { MODES, type SourceDefinition } from './source-definition';
import { isUnresolved } from '../../../private/cdk-tokens';
import { repetitionsIn } from '../../../private/repetitions';
import { isWholeNumber } from '../../../private/whole-numbers';

/**
 * A disk that an iSCSI target offers.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#iscsi
 */
export interface IscsiPersistentVolumeSource {
  /**
   * The target, as `host` or `host:port`. The port is 3260 unless given.
   */
  readonly targetPortal: string;

  /**
   * Name of the target, which starts with `iqn.`, `eui.` or `naa.`.
   */
  readonly iqn: string;

  /**
   * Number of the disk at the target, from 0 to 255.
   */
  readonly lun: number;

  /**
   * Further ways to the same target, for multipathing.
   *
   * @default - none
   */
  readonly portals?: string[];

  /**
   * Interface of the initiator.
   *
   * @default 'default', which is TCP
   */
  readonly iscsiInterface?: string;

  /**
   * Name that the node gives itself.
   *
   * @default - the node's own
   */
  readonly initiatorName?: string;

  /**
   * Secret for CHAP, of type `kubernetes.io/iscsi-chap`. Required by `chapAuthDiscovery` and `chapAuthSession`.
   *
   * @default - none
   */
  readonly chapSecret?: VolumeSecretReference;

  /**
   * Authenticate when looking for targets.
   *
   * @default false
   */
  readonly chapAuthDiscovery?: boolean;

  /**
   * Authenticate when using the disk.
   *
   * @default false
   */
  readonly chapAuthSession?: boolean;

  /**
   * What it is formatted with, as in `ext4`. Refused for a raw device.
   *
   * @default - Kubernetes' default, ext4
   */
  readonly fsType?: string;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/**
 * A disk in a Fibre Channel network, named by `wwids`, or by `targetWwns` and `lun`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#fc
 */
export interface FcPersistentVolumeSource {
  /**
   * World wide names of the targets. Needs `lun`; refused together with `wwids`.
   *
   * @default - named by wwids
   */
  readonly targetWwns?: string[];

  /**
   * Number of the disk at the targets, from 0 to 255.
   *
   * @default - named by wwids
   */
  readonly lun?: number;

  /**
   * World wide identifiers of the disk.
   *
   * @default - named by targetWwns and lun
   */
  readonly wwids?: string[];

  /**
   * What it is formatted with, as in `ext4`. Refused for a raw device.
   *
   * @default - Kubernetes' default, ext4
   */
  readonly fsType?: string;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

const NOBODY_DELETES = 'Kubernetes deletes no disks of a storage network';

export function iscsiSource(disk: IscsiPersistentVolumeSource): SourceDefinition {
  const { chapSecret, ...fields } = disk;
  const { targetPortal, iqn, lun, portals = [], chapAuthDiscovery, chapAuthSession, initiatorName } = disk;
  const authenticates = chapAuthDiscovery === true || chapAuthSession === true;
  return {
    what: 'an iSCSI disk',
    fields: () => ({ iscsi: { ...fields, secretRef: chapSecret && { ...chapSecret } } }),
    fsType: disk.fsType,
    deletion: { impossible: NOBODY_DELETES },
    mistakes: [
      targetPortal.trim() === '' ? `targetPortal '${targetPortal}' is empty; give the host of the target, as in '10.0.2.15:3260'` : undefined,
      iqnMistake('iqn', iqn),
      initiatorName === undefined ? undefined : iqnMistake('initiatorName', initiatorName),
      lunMistake(lun),
      ...repetitionsIn([targetPortal, ...portals]).map((portal) => `portals has '${portal}', which is there already; give each way once`),
      authenticates && chapSecret === undefined ? 'chapSecret is missing, and CHAP authenticates with it; give the Secret, or leave chapAuthDiscovery and chapAuthSession out' : undefined,
      !authenticates && chapSecret !== undefined ? `chapSecret '${chapSecret.name}' is given, but nothing authenticates with it; give chapAuthDiscovery or chapAuthSession true` : undefined,
      ...chapSecret === undefined ? [] : secretMistakes('chapSecret', chapSecret),
    ],
    ...MODES.networkDisk,
  };
}

export function fcSource({ targetWwns, lun, wwids, fsType, readOnly }: FcPersistentVolumeSource): SourceDefinition {
  const byTarget = targetWwns !== undefined || lun !== undefined;
  return {
    what: 'a Fibre Channel disk',
    fields: () => ({ fc: { targetWWNs: targetWwns, lun, wwids, fsType, readOnly } }),
    fsType,
    deletion: { impossible: NOBODY_DELETES },
    mistakes: [
      byTarget === (wwids !== undefined)
        ? `${byTarget ? 'targetWwns with lun and wwids are both' : 'neither wwids nor targetWwns with lun are'} given; name the disk in one of the two ways` : undefined,
      byTarget && wwids === undefined && (targetWwns === undefined || lun === undefined)
        ? `${lun === undefined ? 'lun' : 'targetWwns'} is missing; a disk is named by targetWwns and lun together` : undefined,
      targetWwns?.length === 0 ? 'targetWwns [] is empty; give at least one world wide name' : undefined,
      wwids?.length === 0 ? 'wwids [] is empty; give at least one identifier' : undefined,
      lun === undefined ? undefined : lunMistake(lun),
    ],
    ...MODES.networkDisk,
  };
}

function lunMistake(lun: number): string | undefined {
  return isWholeNumber(lun, 0, 255) ? undefined : `lun ${lun} is not the number of a disk; give a whole number from 0 to 255`;
}

/** @see https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go */
function iqnMistake(property: string, iqn: string): string | undefined {
  if (isUnresolved(iqn) || /^(iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\s]+|eui\.[A-Za-z0-9]{16}|naa\.[A-Za-z0-9]{32})$/.test(iqn)) return undefined;
  return `${property} '${iqn}' is not an iSCSI name; give one as in 'iqn.2001-04.com.example:storage.disk1'`;
}
