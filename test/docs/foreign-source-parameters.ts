import type { ParameterTable } from './parameters';
import { source } from './volume-sources';

const AZURE_DISK = "diskUri: '/subscriptions/0/resourceGroups/films/providers/Microsoft.Compute/disks/films'";
const AZURE_SHARE = "resourceGroup: 'films', storageAccount: 'films', shareName: 'films'";
const ISCSI = "targetPortal: '10.0.2.15', iqn: 'iqn.2001-04.com.example:films', lun: 0";
const CHAP = "chapSecret: { name: 'chap', namespace: 'kube-system' }";

/** What docs/volumes.md shows of volumes that are not of AWS. */
export const FOREIGN_SOURCE_PARAMETERS: { [name: string]: ParameterTable } = {
  'iSCSI source': source('iscsi', 'IscsiPersistentVolumeSource', ISCSI, [
    [['targetPortal'], 'targetPortal'],
    [['iqn'], 'iqn'],
    [['lun'], 'lun'],
    [['portals'], 'portals', "portals: ['10.0.3.15:3260']"],
    [['iscsiInterface'], 'iscsiInterface', "iscsiInterface: 'iser'"],
    [['initiatorName'], 'initiatorName', "initiatorName: 'iqn.2001-04.com.example:node'"],
    [['secretRef'], 'chapSecret', `chapAuthSession: true, ${CHAP}`],
    [['chapAuthDiscovery'], 'chapAuthDiscovery', `chapAuthDiscovery: true, ${CHAP}`],
    [['chapAuthSession'], 'chapAuthSession', `chapAuthSession: true, ${CHAP}`],
    [['fsType'], 'fsType', "fsType: 'xfs'"],
    [['readOnly'], 'readOnly', 'readOnly: true'],
  ]),
  'Fibre Channel source': source('fc', 'FcPersistentVolumeSource', '', [
    [['targetWWNs'], 'targetWwns', "targetWwns: ['50060e801049cfd1'], lun: 0"],
    [['lun'], 'lun', "targetWwns: ['50060e801049cfd1'], lun: 0"],
    [['wwids'], 'wwids', "wwids: ['3600508b400105e210000900000490000']"],
    [['fsType'], 'fsType', "wwids: ['3600508b400105e210000900000490000'], fsType: 'xfs'"],
    [['readOnly'], 'readOnly', "wwids: ['3600508b400105e210000900000490000'], readOnly: true"],
  ]),
  'local source': source('local', 'LocalPersistentVolumeSource', "path: '/mnt/disks/films', nodeAffinity: VolumeNodeAffinity.nodes('ip-10-0-2-5.ec2.internal')", [
    [['path'], 'path'],
    [['nodeAffinity'], 'nodeAffinity'],
    [['fsType'], 'fsType', "fsType: 'xfs'"],
  ]),
  'GCE disk source': source('gceDisk', 'GceDiskPersistentVolumeSource', "project: 'cinema', diskName: 'films', zones: ['us-central1-c']", [
    [['volumeHandle'], 'project'],
    [['volumeHandle'], 'diskName'],
    [['nodeAffinity'], 'zones', "zones: ['us-central1-c', 'us-central1-f']"],
    [['fsType'], 'fileSystem', 'fileSystem: FileSystem.xfs()'],
    [['readOnly'], 'readOnly', 'readOnly: true'],
  ]),
  'GCE disk source of old': source('gcePersistentDisk', 'GcePersistentDiskVolumeSource', "pdName: 'films'", [
    [['pdName'], 'pdName'],
    [['fsType'], 'fileSystem', 'fileSystem: FileSystem.xfs()'],
    [['partition'], 'partition', 'partition: 1'],
    [['readOnly'], 'readOnly', 'readOnly: true'],
  ]),
  'Azure disk source': source('azureDisk', 'AzureDiskPersistentVolumeSource', AZURE_DISK, [
    [['volumeHandle'], 'diskUri'],
    [['fsType'], 'fsType', "fsType: 'xfs'"],
    [['readOnly'], 'readOnly', 'readOnly: true'],
    [['volumeAttributes', 'cachingMode'], 'volumeAttributes', "volumeAttributes: { cachingMode: 'ReadOnly' }"],
  ]),
  'Azure file source': source('azureFile', 'AzureFilePersistentVolumeSource', AZURE_SHARE, [
    [['volumeAttributes', 'resourceGroup'], 'resourceGroup'],
    [['volumeAttributes', 'storageAccount'], 'storageAccount'],
    [['volumeAttributes', 'shareName'], 'shareName'],
    [['nodeStageSecretRef'], 'secret', "secret: { name: 'films', namespace: 'kube-system' }"],
    [['readOnly'], 'readOnly', 'readOnly: true'],
    [['volumeAttributes', 'protocol'], 'volumeAttributes', "volumeAttributes: { protocol: 'nfs' }"],
  ]),
};
