import { NodeLabelQuery } from 'cdk8s-plus-27';
import fc from 'fast-check';
import { volumeModes } from './arbitraries-claims';
import { fileSystems } from './arbitraries-classes';
import { type Input, made } from './input';
import {
  among, call, clusterMetadata, flags, fsTypes, maybe, names, namespaces, paths, props, reasons, seldom, sizes, texts, value, wholeNumbers,
} from './values';
import { patientClasses } from './world';
import * as lib from '../../src';

const { PersistentVolumeSource: Source, VolumeNodeAffinity } = lib;

const fileSystemId = among(['fs-0123456789abcdef0', 'fs-01234567'], ['fs-1', 'vol-01234567', '']);
const dnsName = among(['fs-0123456789abcdef0.fsx.eu-west-1.amazonaws.com'], ['fsx', '', 'a b.c']);
const readOnly = maybe(flags);
const fileSystem = maybe(fileSystems);
const partition = seldom(wholeNumbers(1, 128));
const volumeAttributes = maybe(texts());
const secret = seldom(props<lib.VolumeSecretReference>({ name: names, namespace: namespaces }));
const zones = among(['eu-west-1a', 'us-west-2-lax-1a'], ['', 'eu-west-1']);

const affinities = fc.oneof(
  call('zones', VolumeNodeAffinity.zones, zones),
  call('nodes', VolumeNodeAffinity.nodes, among(['node-1'], ['', 'n'.repeat(64)])),
  call('labels', VolumeNodeAffinity.labels, fc.constantFrom(
    NodeLabelQuery.in('example.com/rack', ['7']), NodeLabelQuery.exists('example.com/disks'), NodeLabelQuery.gt('disks', ['5']), NodeLabelQuery.doesNotExist('old'),
  )),
  call('labels', VolumeNodeAffinity.labels, fc.constantFrom(NodeLabelQuery.in('a b', ['7']), NodeLabelQuery.in('rack', []), NodeLabelQuery.lt('disks', ['five']))),
  call('anyOf', VolumeNodeAffinity.anyOf, call('zones', VolumeNodeAffinity.zones, zones), call('nodes', VolumeNodeAffinity.nodes, fc.constant('node-1'))),
  call('anyOf', VolumeNodeAffinity.anyOf),
);

const caches = fc.oneof(
  call('onNode', lib.S3Cache.onNode, sizes),
  call('inMemory', lib.S3Cache.inMemory, sizes),
  call('onVolume', lib.S3Cache.onVolume, value(patientClasses, lib.StorageClass.none()), sizes),
);
const iqn = among(['iqn.2001-04.com.example:storage.disk1', 'eui.0123456789ABCDEF'], ['disk1', '']);
const azureNames = among(['group', 'a-1'], ['', 'a#b', 'a b']);

/** Sources, and the access modes that they have. */
const sources: [source: fc.Arbitrary<unknown>, ...right: lib.AccessMode[]][] = [
  [call('ebs', Source.ebs, props<lib.EbsPersistentVolumeSource>({
    volumeId: among(['vol-0123456789abcdef0'], ['vol-1', 'snap-01234567']), availabilityZone: among(['eu-west-1a'], ['euw1-az1', '']), fileSystem, partition, readOnly,
  })), lib.AccessMode.READ_WRITE_ONCE, lib.AccessMode.READ_WRITE_ONCE_POD],
  [call('nodeLocalEbs', Source.nodeLocalEbs, props<lib.NodeLocalEbsPersistentVolumeSource>({ device: among(['/dev/xvdbz'], ['xvdbz', '']), fileSystem })), lib.AccessMode.READ_WRITE_MANY],
  [call('efs', Source.efs, props<lib.EfsPersistentVolumeSource>({
    fileSystemId,
    accessPointId: maybe(among(['fsap-0123456789abcdef0'], ['fs-01234567'])),
    path: maybe(among(['/', '/a'], ['a', '/a:b', '/..'])),
    encryptInTransit: value(fc.constantFrom(true, undefined), false),
    unencryptedInTransitReason: seldom(seldom(reasons)),
    crossAccount: seldom(flags),
    mountTargetIp: seldom(among(['10.0.2.5', '::1'], ['mount.example.com'])),
    readOnly,
  })), lib.AccessMode.READ_WRITE_MANY],
  [call('efs, as it is', Source.efs, fc.record({ fileSystemId, encryptInTransit: fc.constant(false), unencryptedInTransitReason: reasons })), lib.AccessMode.READ_WRITE_MANY],
  [call('fsxLustre', Source.fsxLustre, props<lib.FsxLustrePersistentVolumeSource>({
    fileSystemId, dnsName, mountName: maybe(among(['abcdef1v'], ['abcdef1vwx', ''])), readOnly,
  })), lib.AccessMode.READ_WRITE_MANY],
  [call('fsxOpenZfs', Source.fsxOpenZfs, fc.oneof(
    fc.record({ dnsName, fileSystemId, readOnly }),
    fc.record({ dnsName, volumeId: among(['fsvol-0123456789abcdef0'], ['fs-01234567']), volumePath: among(['fsx/vol1'], ['/fsx', '', undefined]), readOnly }),
    props<lib.FsxOpenZfsPersistentVolumeSource>({
      dnsName, fileSystemId: maybe(fileSystemId), volumeId: seldom(fc.constant('fsvol-01234567')), volumePath: seldom(fc.constant('fsx')), readOnly,
    }),
  )), lib.AccessMode.READ_WRITE_MANY],
  [call('s3', Source.s3, props<lib.S3PersistentVolumeSource>({
    bucketName: among(['my-bucket', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a'], ['s3://bucket', 'B']),
    volumeHandle: maybe(among(['a'], [''])),
    authenticationSource: maybe(fc.constantFrom(...Object.values(lib.S3AuthenticationSource))),
    stsRegion: seldom(fc.constant('eu-west-1')),
    cache: maybe(caches),
    extraAttributes: maybe(value(texts(), { cacheSize: '1' }, { bucketName: 'a' })),
  })), lib.AccessMode.READ_WRITE_MANY, lib.AccessMode.READ_ONLY_MANY],
  [call('csi', Source.csi, props<lib.CsiPersistentVolumeSource>({
    driver: among(['example.com', 'EX-ample'], ['', '-a', 'a/b', 'd'.repeat(64)]),
    volumeHandle: among(['a', 'a:b/c'], ['']),
    fsType: seldom(fsTypes),
    readOnly,
    volumeAttributes,
    controllerPublishSecret: secret,
    controllerExpandSecret: secret,
    nodeStageSecret: secret,
    nodePublishSecret: secret,
    nodeExpandSecret: secret,
  })), ...Object.values(lib.AccessMode)],
  [call('nfs', Source.nfs, props<lib.NfsVolumeSource>({ server: among(['10.0.2.5', 'nfs.example.com'], ['', ' ']), path: paths, readOnly })), lib.AccessMode.READ_WRITE_MANY],
  [call('iscsi', Source.iscsi, props<lib.IscsiPersistentVolumeSource>({
    targetPortal: among(['10.0.2.15:3260'], ['', ' ']),
    iqn,
    lun: wholeNumbers(0, 255),
    portals: maybe(among([[], ['10.0.2.16']], [['10.0.2.15:3260'], ['a', 'a']])),
    iscsiInterface: maybe(fc.constantFrom('default', 'eth1')),
    initiatorName: seldom(iqn),
    chapSecret: seldom(secret),
    chapAuthDiscovery: seldom(seldom(flags)),
    chapAuthSession: seldom(seldom(flags)),
    fsType: seldom(fsTypes),
    readOnly,
  })), lib.AccessMode.READ_WRITE_ONCE, lib.AccessMode.READ_ONLY_MANY],
  [call('fc', Source.fc, fc.oneof(
    fc.record({ wwids: among([['3600508b400105e210000900000490000']], [[]]), fsType: seldom(fsTypes), readOnly }),
    fc.record({ targetWwns: among([['50060e801049cfd1']], [[], undefined]), lun: wholeNumbers(0, 255), fsType: seldom(fsTypes), readOnly }),
    props<lib.FcPersistentVolumeSource>({
      targetWwns: maybe(fc.constant(['a'])), lun: maybe(fc.constant(0)), wwids: seldom(fc.constant(['a'])), fsType: seldom(fsTypes), readOnly,
    }),
  )), lib.AccessMode.READ_WRITE_ONCE, lib.AccessMode.READ_ONLY_MANY],
  [call('local', Source.local, props<lib.LocalPersistentVolumeSource>({ path: paths, nodeAffinity: value(affinities, undefined), fsType: seldom(fsTypes) })), lib.AccessMode.READ_WRITE_ONCE],
  [call('hostPath', Source.hostPath, paths, maybe(fc.constantFrom(...Object.values(lib.HostPathType)))), lib.AccessMode.READ_WRITE_ONCE],
  [call('gceDisk', Source.gceDisk, props<lib.GceDiskPersistentVolumeSource>({
    project: among(['my-project'], ['', 'My Project']),
    diskName: among(['data'], ['Data', 'projects/a/data']),
    zones: among([['us-central1-c'], ['us-central1-c', 'us-central1-f']], [[], ['eu-west-1a'], ['us-central1-a', 'us-central1-b', 'us-central1-c']]),
    fileSystem: seldom(fileSystems),
    readOnly,
  })), lib.AccessMode.READ_WRITE_ONCE],
  [call('gcePersistentDisk', Source.gcePersistentDisk, props<lib.GcePersistentDiskVolumeSource>({
    pdName: among(['mongodb'], ['']), fileSystem: seldom(fileSystems), partition, readOnly,
  })), lib.AccessMode.READ_WRITE_ONCE, lib.AccessMode.READ_ONLY_MANY],
  [call('azureDisk', Source.azureDisk, props<lib.AzureDiskPersistentVolumeSource>({
    diskUri: among(['/subscriptions/1/resourceGroups/group/providers/Microsoft.Compute/disks/data'], ['data', '']), fsType: seldom(fsTypes), readOnly, volumeAttributes,
  })), lib.AccessMode.READ_WRITE_ONCE],
  [call('azureFile', Source.azureFile, props<lib.AzureFilePersistentVolumeSource>({
    resourceGroup: azureNames, storageAccount: azureNames, shareName: azureNames, secret, readOnly, volumeAttributes: maybe(value(texts(), { shareName: 'a' })),
  })), lib.AccessMode.READ_WRITE_MANY],
  [call('of', Source.of, fc.constant('flexVolume'), among([{ driver: 'example.com/lvm' }], [{}, null, 'a'])), ...Object.values(lib.AccessMode)],
  [call('of', Source.of, fc.constantFrom('glusterfs', 'awsElasticBlockStore', 'cephfs', 'NFS', 'unknown'), fc.constant({ a: 'b' })), lib.AccessMode.READ_WRITE_ONCE],
];

const volumes = fc.constantFrom(...sources).chain(([source, ...right]) => fc.tuple(props<Omit<lib.PersistentVolumeProps, 'recycleReason'>>({
  metadata: maybe(clusterMetadata),
  source,
  size: sizes,
  accessModes: value(
    fc.constantFrom(...right.map((mode) => [mode])),
    undefined, [], [lib.AccessMode.READ_ONLY_MANY, lib.AccessMode.READ_WRITE_ONCE_POD],
  ),
  volumeMode: seldom(volumeModes),
  reclaimPolicy: seldom(fc.constantFrom(...Object.values(lib.ReclaimPolicy), 'Recycle')),
  storageClass: maybe(patientClasses),
  mountOptions: seldom(among([[], ['noatime']], [['']])),
  nodeAffinity: seldom(affinities),
}), fc.record({
  recycleReason: seldom(seldom(reasons)),
  reserved: seldom(props<lib.ReserveOptions>({ name: maybe(names), namespace: maybe(namespaces) })),
  twice: value(fc.constant(false), true),
}))).map(([volume, more]) => ({ ...volume as object, ...more }));

/** Volumes that are there already, of every source, some of them reserved for a claim. */
export const persistentVolumes: fc.Arbitrary<Input> = made('PersistentVolume', (scope, id, given) => new lib.PersistentVolume(scope, id, given), volumes, (volume, given) => {
  if (given.reserved !== undefined) volume.reserve(given.reserved);
  if (given.reserved !== undefined && given.twice) volume.reserve(given.reserved);
});
