import { type Chart, Size } from 'cdk8s';
import { NodeLabelQuery } from 'cdk8s-plus-27';
import * as lib from '../../src';

const { PersistentVolumeSource: Source } = lib;
const GIBIBYTE = Size.gibibytes(1);
const FILE_SYSTEM = 'fs-0123456789abcdef0';
const DNS = `${FILE_SYSTEM}.fsx.eu-west-1.amazonaws.com`;
const ONE_OF_MANY = [lib.AccessMode.READ_WRITE_MANY];

/** A volume of each source, reserved for a claim. */
export function volumes(chart: Chart) {
  const secret = { name: 'login', namespace: 'claims' };
  const target = { targetPortal: '10.0.2.15:3260', iqn: 'iqn.2001-04.com.example:storage.disk1', lun: 0 };
  const disk = '/subscriptions/1/resourceGroups/group/providers/Microsoft.Compute/disks/data';
  const add = (id: string, source: lib.PersistentVolumeSource, more: Partial<lib.PersistentVolumeProps> = {}) =>
    new lib.PersistentVolume(chart, id, { source, size: GIBIBYTE, ...more }).reserve();

  const ebs = { volumeId: 'vol-0123456789abcdef0', availabilityZone: 'eu-west-1a' };
  add('ebs', Source.ebs({ ...ebs, fileSystem: lib.FileSystem.xfs({ inodeSize: 1024 }), partition: 2 }), { storageClass: lib.StorageClass.fromName('fast') });
  add('ebs-raw', Source.ebs(ebs), { volumeMode: lib.VolumeMode.BLOCK, accessModes: ONE_OF_MANY });
  add('ebs-node-local', Source.nodeLocalEbs({ device: '/dev/xvdbz', fileSystem: lib.FileSystem.xfs() }), { accessModes: ONE_OF_MANY });
  add('ebs-deleted', Source.ebs(ebs), { reclaimPolicy: lib.ReclaimPolicy.DELETE, mountOptions: ['noatime'] });
  add('efs', Source.efs({ fileSystemId: FILE_SYSTEM, path: '/a', accessPointId: 'fsap-0123456789abcdef0', crossAccount: true }), {
    accessModes: ONE_OF_MANY, mountOptions: ['noresvport'], nodeAffinity: lib.VolumeNodeAffinity.zones('eu-west-1a', 'eu-west-1b'),
  });
  add('lustre', Source.fsxLustre({ fileSystemId: FILE_SYSTEM, dnsName: DNS, mountName: 'abcdef1v' }), { accessModes: ONE_OF_MANY });
  add('zfs', Source.fsxOpenZfs({ dnsName: DNS, volumeId: 'fsvol-0123456789abcdef0', volumePath: 'fsx/vol1' }), { accessModes: ONE_OF_MANY });
  add('s3', Source.s3({
    bucketName: 'my-bucket',
    authenticationSource: lib.S3AuthenticationSource.POD,
    stsRegion: 'eu-west-1',
    cache: lib.S3Cache.onVolume(lib.StorageClass.fromName('fast'), Size.gibibytes(4)),
  }), { accessModes: ONE_OF_MANY });
  add('csi', Source.csi({
    driver: 'example.com',
    volumeHandle: 'a',
    fsType: 'xfs',
    readOnly: true,
    volumeAttributes: { b: 'c' },
    controllerPublishSecret: secret,
    controllerExpandSecret: secret,
    nodeStageSecret: secret,
    nodePublishSecret: secret,
    nodeExpandSecret: secret,
  }), { nodeAffinity: lib.VolumeNodeAffinity.labels(NodeLabelQuery.in('example.com/rack', ['7']), NodeLabelQuery.exists('example.com/disks')) });
  add('nfs', Source.nfs({ server: '10.0.2.5', path: '/b', readOnly: true }), { accessModes: ONE_OF_MANY });
  add('recycled', Source.nfs({ server: '10.0.2.5', path: '/b' }), { recycleReason: 'a demonstration' });
  add('iscsi', Source.iscsi({
    ...target, portals: ['10.0.2.16'], iscsiInterface: 'eth1', chapSecret: secret, chapAuthDiscovery: true, chapAuthSession: true, fsType: 'xfs',
  }));
  add('fc', Source.fc({ targetWwns: ['50060e801049cfd1'], lun: 0, fsType: 'ext4' }));
  add('fc-wwids', Source.fc({ wwids: ['3600508b400105e210000900000490000'] }), { volumeMode: lib.VolumeMode.BLOCK });
  add('local', Source.local({ path: '/dev/sdb', nodeAffinity: lib.VolumeNodeAffinity.nodes('node-1'), fsType: 'xfs' }));
  add('host-path', Source.hostPath('/mnt', lib.HostPathType.DIRECTORY_OR_CREATE));
  add('gce', Source.gceDisk({ project: 'my-project', diskName: 'data', zones: ['us-central1-c', 'us-central1-f'], fileSystem: lib.FileSystem.ext4() }));
  add('gce-of-old', Source.gcePersistentDisk({ pdName: 'mongodb', fileSystem: lib.FileSystem.ext4(), partition: 1 }));
  add('azure-disk', Source.azureDisk({ diskUri: disk, fsType: 'ext4', volumeAttributes: { cachingMode: 'ReadOnly' } }));
  add('azure-file', Source.azureFile({ resourceGroup: 'group', storageAccount: 'account', shareName: 'share', secret }), { accessModes: ONE_OF_MANY });
}
