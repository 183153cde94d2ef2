import { attributeMistakes, driverFields, secretMistakes, type VolumeSecretReference } from './csi-source';
import { MODES, type SourceDefinition } from './source-definition';
import { isUnresolved } from '../../../private/cdk-tokens';

/**
 * A managed disk of Azure that exists already.
 *
 * @see https://learn.microsoft.com/azure/aks/azure-csi-disk-storage-provision
 */
export interface AzureDiskPersistentVolumeSource {
  /**
   * Its resource id: `/subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/disks/…`.
   */
  readonly diskUri: string;

  /**
   * What it is formatted with, as in `ext4`. Refused for a raw device.
   *
   * @default - the driver's default, ext4
   */
  readonly fsType?: string;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * Further `volumeAttributes`, for example `cachingMode`.
   *
   * @default - none
   */
  readonly volumeAttributes?: { [key: string]: string };
}

/**
 * An Azure file share that exists already.
 *
 * @see https://learn.microsoft.com/azure/aks/azure-csi-files-storage-provision
 */
export interface AzureFilePersistentVolumeSource {
  /**
   * Resource group of the storage account.
   */
  readonly resourceGroup: string;

  /**
   * Storage account of the share.
   */
  readonly storageAccount: string;

  /**
   * Name of the share.
   */
  readonly shareName: string;

  /**
   * Secret with the account's name and key. Shares of protocol NFS need none.
   *
   * @default - none
   */
  readonly secret?: VolumeSecretReference;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * Further `volumeAttributes`, for example `protocol`.
   *
   * @default - none
   */
  readonly volumeAttributes?: { [key: string]: string };
}

const DISK = 'disk.csi.azure.com';
const FILE = 'file.csi.azure.com';

export function azureDiskSource({ diskUri, fsType, readOnly, volumeAttributes }: AzureDiskPersistentVolumeSource): SourceDefinition {
  return {
    what: 'an Azure disk',
    fields: () => driverFields(DISK, diskUri, { fsType, readOnly, attributes: volumeAttributes }),
    fsType,
    deletion: { driver: DISK },
    mistakes: [
      isUnresolved(diskUri) || /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/disks\/[^/]+$/i.test(diskUri) ? undefined
        : `diskUri '${diskUri}' is not the resource id of a disk; write it as '/subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/disks/…'`,
      ...attributeMistakes(volumeAttributes),
    ],
    ...MODES.azureDisk,
  };
}

export function azureFileSource(share: AzureFilePersistentVolumeSource): SourceDefinition {
  const { resourceGroup, storageAccount, shareName, secret, readOnly, volumeAttributes } = share;
  return {
    what: 'an Azure file share',
    fields: () => {
      const { csi } = driverFields(FILE, `${resourceGroup}#${storageAccount}#${shareName}`, {
        readOnly, attributes: { resourceGroup, storageAccount, shareName, ...volumeAttributes },
      }) as { csi: object };
      return { csi: { ...csi, nodeStageSecretRef: secret && { ...secret } } };
    },
    deletion: { driver: FILE },
    mistakes: [
      ...Object.entries({ resourceGroup, storageAccount, shareName }).map(([property, value]) => isUnresolved(value) || /^[^#\s]+$/.test(value) ? undefined
        : `${property} '${value}' is not a name of Azure; give it without '#' and spaces`),
      ...secret === undefined ? [] : secretMistakes('secret', secret),
      ...attributeMistakes(volumeAttributes),
      ...['resourceGroup', 'storageAccount', 'shareName'].map((key) => volumeAttributes?.[key] === undefined ? undefined
        : `volumeAttributes contains '${key}', which has a property of its own; use ${key}`),
    ],
    ...MODES.azureShare,
  };
}
