import { Size, Testing } from 'cdk8s';
import { AccessMode, FileSystem, PersistentVolume, StorageClass, VolumeMode } from '../../../src';
import { PersistentVolumeSource } from '../../../src/volumes/persistent-volumes/persistent-volume-source';
import { S3Cache } from '../../../src/volumes/persistent-volumes/sources/s3-cache';
import { S3AuthenticationSource } from '../../../src/volumes/persistent-volumes/sources/s3-source';
import { VolumeNodeAffinity } from '../../../src/volumes/persistent-volumes/volume-node-affinity';
import { refusals } from '../../refusals';

const {
  azureDisk, azureFile, csi, ebs, efs, fc, fsxLustre, fsxOpenZfs, gceDisk, gcePersistentDisk, hostPath, iscsi, local, nfs, nodeLocalEbs, of, s3,
} = PersistentVolumeSource;
const ID = 'fs-0123456789abcdef0';
const DNS = 'fs-0123456789abcdef0.fsx.eu-west-1.amazonaws.com';
const DISK = '/subscriptions/1/resourceGroups/group/providers/Microsoft.Compute/disks/data';
const TARGET = { targetPortal: '10.0.2.15:3260', iqn: 'iqn.2001-04.com.example:storage.disk1', lun: 0 };
const SECRET = { name: 'login', namespace: 'team' };
const TOKEN = '${Token[TOKEN.1]}';

function make(source: PersistentVolumeSource, accessModes?: AccessMode[]) {
  return new PersistentVolume(Testing.chart(), 'Volume', { metadata: { name: 'data' }, size: Size.gibibytes(1), source, accessModes }).toJson();
}

describe('every property of a source reaches the object', () => {
  test.each<[string, PersistentVolumeSource, object]>([
    ['ebs', ebs({ volumeId: 'vol-0123456789abcdef0', availabilityZone: 'eu-west-1a', fileSystem: FileSystem.xfs({ inodeSize: 1024 }), partition: 2, readOnly: true }),
      { csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-0123456789abcdef0', fsType: 'xfs', readOnly: true, volumeAttributes: { partition: '2', inodesize: '1024' } } }],
    ['nodeLocalEbs', nodeLocalEbs({ device: '/dev/xvdbz', fileSystem: FileSystem.xfs() }),
      { csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'local-ebs://dev/xvdbz', fsType: 'xfs' } }],
    ['efs', efs({ fileSystemId: ID, path: '/a/b', encryptInTransit: false, unencryptedInTransitReason: 'a private network', crossAccount: true, readOnly: true }),
      { csi: { driver: 'efs.csi.aws.com', volumeHandle: `${ID}:/a/b`, readOnly: true, volumeAttributes: { encryptInTransit: 'false', crossaccount: 'true' } } }],
    ['efs through an access point', efs({ fileSystemId: ID, accessPointId: 'fsap-0123456789abcdef0', mountTargetIp: '10.0.2.5' }),
      { csi: { driver: 'efs.csi.aws.com', volumeHandle: `${ID}::fsap-0123456789abcdef0`, volumeAttributes: { mounttargetip: '10.0.2.5' } } }],
    ['efs below an access point', efs({ fileSystemId: ID, path: '/a', accessPointId: 'fsap-0123456789abcdef0' }),
      { csi: { driver: 'efs.csi.aws.com', volumeHandle: `${ID}:/a:fsap-0123456789abcdef0` } }],
    ['fsxLustre', fsxLustre({ fileSystemId: ID, dnsName: DNS, mountName: 'abcdef1v', readOnly: true }),
      { csi: { driver: 'fsx.csi.aws.com', volumeHandle: ID, readOnly: true, volumeAttributes: { dnsname: DNS, mountname: 'abcdef1v' } } }],
    ['fsxOpenZfs, whole', fsxOpenZfs({ dnsName: DNS, fileSystemId: ID, readOnly: true }),
      { csi: { driver: 'fsx.openzfs.csi.aws.com', volumeHandle: ID, readOnly: true, volumeAttributes: { DNSName: DNS, ResourceType: 'filesystem' } } }],
    ['fsxOpenZfs, one volume', fsxOpenZfs({ dnsName: DNS, volumeId: 'fsvol-0123456789abcdef0', volumePath: 'fsx/vol1' }),
      { csi: { driver: 'fsx.openzfs.csi.aws.com', volumeHandle: 'fsvol-0123456789abcdef0', volumeAttributes: { DNSName: DNS, ResourceType: 'volume', VolumePath: 'fsx/vol1' } } }],
    ['csi', csi({
      driver: 'example.com',
      volumeHandle: 'a',
      fsType: 'x',
      readOnly: true,
      volumeAttributes: { b: 'c' },
      controllerPublishSecret: SECRET,
      controllerExpandSecret: SECRET,
      nodeStageSecret: SECRET,
      nodePublishSecret: SECRET,
      nodeExpandSecret: SECRET,
    }), {
      csi: {
        driver: 'example.com',
        volumeHandle: 'a',
        fsType: 'x',
        readOnly: true,
        volumeAttributes: { b: 'c' },
        controllerPublishSecretRef: SECRET,
        controllerExpandSecretRef: SECRET,
        nodeStageSecretRef: SECRET,
        nodePublishSecretRef: SECRET,
        nodeExpandSecretRef: SECRET,
      },
    }],
    ['nfs', nfs({ server: 'a', path: '/b', readOnly: true }), { nfs: { server: 'a', path: '/b', readOnly: true } }],
    ['iscsi', iscsi({
      ...TARGET,
      portals: ['10.0.2.16'],
      iscsiInterface: 'eth1',
      initiatorName: 'iqn.2001-04.com.example:node',
      chapSecret: SECRET,
      chapAuthDiscovery: true,
      chapAuthSession: true,
      fsType: 'xfs',
      readOnly: true,
    }), {
      iscsi: {
        ...TARGET,
        portals: ['10.0.2.16'],
        iscsiInterface: 'eth1',
        initiatorName: 'iqn.2001-04.com.example:node',
        secretRef: SECRET,
        chapAuthDiscovery: true,
        chapAuthSession: true,
        fsType: 'xfs',
        readOnly: true,
      },
    }],
    ['fc by target', fc({ targetWwns: ['50060e801049cfd1'], lun: 0, fsType: 'ext4', readOnly: true }),
      { fc: { targetWWNs: ['50060e801049cfd1'], lun: 0, fsType: 'ext4', readOnly: true } }],
    ['fc by identifier', fc({ wwids: ['3600508b400105e210000900000490000'] }), { fc: { wwids: ['3600508b400105e210000900000490000'] } }],
    ['local', local({ path: '/dev/sdb', nodeAffinity: VolumeNodeAffinity.nodes('a'), fsType: 'xfs' }), { local: { path: '/dev/sdb', fsType: 'xfs' } }],
    ['hostPath', hostPath('/mnt'), { hostPath: { path: '/mnt' } }],
    ['gceDisk', gceDisk({ project: 'my-project', diskName: 'data', zones: ['us-central1-c'], fileSystem: FileSystem.ext4(), readOnly: true }),
      { csi: { driver: 'pd.csi.storage.gke.io', volumeHandle: 'projects/my-project/zones/us-central1-c/disks/data', fsType: 'ext4', readOnly: true } }],
    ['gceDisk, regional', gceDisk({ project: 'my-project', diskName: 'data', zones: ['us-central1-c', 'us-central1-f'] }),
      { csi: { driver: 'pd.csi.storage.gke.io', volumeHandle: 'projects/my-project/regions/us-central1/disks/data' } }],
    ['gcePersistentDisk', gcePersistentDisk({ pdName: 'mongodb', fileSystem: FileSystem.ext4(), partition: 1, readOnly: true }),
      { gcePersistentDisk: { pdName: 'mongodb', fsType: 'ext4', partition: 1, readOnly: true } }],
    ['azureDisk', azureDisk({ diskUri: DISK, fsType: 'ext4', readOnly: true, volumeAttributes: { cachingMode: 'ReadOnly' } }),
      { csi: { driver: 'disk.csi.azure.com', volumeHandle: DISK, fsType: 'ext4', readOnly: true, volumeAttributes: { cachingMode: 'ReadOnly' } } }],
    ['azureFile', azureFile({ resourceGroup: 'group', storageAccount: 'account', shareName: 'share', secret: SECRET, readOnly: true, volumeAttributes: { protocol: 'smb' } }),
      {
        csi: {
          driver: 'file.csi.azure.com',
          volumeHandle: 'group#account#share',
          readOnly: true,
          nodeStageSecretRef: SECRET,
          volumeAttributes: { resourceGroup: 'group', storageAccount: 'account', shareName: 'share', protocol: 'smb' },
        },
      }],
    ['of', of('iscsi', TARGET), { iscsi: TARGET }],
  ])('%s', (_, source, fields) => {
    const { capacity, accessModes, volumeMode, persistentVolumeReclaimPolicy, storageClassName, nodeAffinity, ...rest } = make(source).spec;
    expect(rest).toEqual(fields);
  });

  test.each([
    ['all of it, cached on a volume', {
      bucketName: 'my-bucket',
      volumeHandle: 'photos',
      authenticationSource: S3AuthenticationSource.POD,
      stsRegion: 'eu-west-1',
      cache: S3Cache.onVolume(StorageClass.fromName('fast'), Size.gibibytes(4)),
      extraAttributes: { 'mountpointEnv.NO_PROXY': 'x' },
    }, 'photos', {
      'bucketName': 'my-bucket',
      'authenticationSource': 'pod',
      'stsRegion': 'eu-west-1',
      'cache': 'ephemeral',
      'cacheEphemeralStorageClassName': 'fast',
      'cacheEphemeralStorageResourceRequest': '4Gi',
      'mountpointEnv.NO_PROXY': 'x',
    }],
    ['cached on the node', { bucketName: 'my-bucket', cache: S3Cache.onNode(Size.gibibytes(1)) }, 'data',
      { bucketName: 'my-bucket', cache: 'emptyDir', cacheEmptyDirSizeLimit: '1Gi' }],
    ['cached in memory', { bucketName: 'my-bucket', cache: S3Cache.inMemory(Size.mebibytes(100)) }, 'data',
      { bucketName: 'my-bucket', cache: 'emptyDir', cacheEmptyDirSizeLimit: '100Mi', cacheEmptyDirMedium: 'Memory' }],
    ['of Outposts', { bucketName: 'arn:aws:s3-outposts:eu-west-1:111122223333:outpost/op-1/accesspoint/a' }, 'data',
      { bucketName: 'arn:aws:s3-outposts:eu-west-1:111122223333:outpost/op-1/accesspoint/a' }],
  ])('s3, %s', (_, bucket, volumeHandle, volumeAttributes) => {
    expect(make(s3(bucket), [AccessMode.READ_WRITE_MANY]).spec.csi).toEqual({ driver: 's3.csi.aws.com', volumeHandle, volumeAttributes });
  });
});

test('storage that is in one place is used there, other storage everywhere', () => {
  const nodesOf = (source: PersistentVolumeSource) => make(source).spec.nodeAffinity?.required.nodeSelectorTerms[0].matchExpressions[0];
  expect(nodesOf(ebs({ volumeId: 'vol-01234567', availabilityZone: 'eu-west-1a' }))).toEqual({ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['eu-west-1a'] });
  expect(nodesOf(gceDisk({ project: 'p', diskName: 'd', zones: ['us-central1-c'] }))).toEqual({ key: 'topology.gke.io/zone', operator: 'In', values: ['us-central1-c'] });
  expect(nodesOf(local({ path: '/a', nodeAffinity: VolumeNodeAffinity.nodes('a', 'b') }))).toEqual({ key: 'kubernetes.io/hostname', operator: 'In', values: ['a', 'b'] });
  for (const source of [efs({ fileSystemId: ID }), nfs({ server: 'a', path: '/' }), hostPath('/a'), csi({ driver: 'a', volumeHandle: 'b' }), nodeLocalEbs({ device: '/dev/xvdb' })]) {
    expect(nodesOf(source)).toBeUndefined();
  }
});

test('files that go over the network unencrypted carry the reason, others none', () => {
  const source = efs({ fileSystemId: ID, encryptInTransit: false, unencryptedInTransitReason: 'a private network' });
  expect(make(source).metadata.annotations).toEqual({ 'cdk8s-eks-storage/unencrypted-in-transit-reason': 'a private network' });
  expect(make(efs({ fileSystemId: ID, encryptInTransit: true })).metadata).not.toHaveProperty('annotations');
});

test('a raw device of an io2 volume is for several nodes', () => {
  const source = ebs({ volumeId: 'vol-01234567', availabilityZone: 'eu-west-1a' });
  const volume = new PersistentVolume(Testing.chart(), 'Volume', {
    size: Size.gibibytes(1), source, volumeMode: VolumeMode.BLOCK, accessModes: [AccessMode.READ_WRITE_MANY],
  });
  expect(volume.toJson().spec).toMatchObject({ volumeMode: 'Block', accessModes: ['ReadWriteMany'] });
});

test.each(['us-east-1a', 'us-west-2-lax-1a', 'us-gov-west-1b', 'eu-isoe-west-1a', 'us-east-1-wl1-bos-wlz-1'])('%s is a zone', (availabilityZone) => {
  expect(() => make(ebs({ volumeId: 'vol-01234567', availabilityZone }))).not.toThrow();
});

test.each(['iqn.2001-04.com.Example:storage:disk1', 'eui.02004567A425678D', 'naa.52004567BA64678D0123456789ABCDEF'])('%s is an iSCSI name', (iqn) => {
  expect(() => make(iscsi({ ...TARGET, iqn }))).not.toThrow();
});

test('what the CDK fills in later is not judged', () => {
  for (const source of [
    ebs({ volumeId: TOKEN, availabilityZone: TOKEN }), efs({ fileSystemId: TOKEN, accessPointId: TOKEN, path: TOKEN, mountTargetIp: TOKEN }),
    fsxLustre({ fileSystemId: TOKEN, dnsName: TOKEN, mountName: TOKEN }), fsxOpenZfs({ volumeId: TOKEN, dnsName: TOKEN, volumePath: TOKEN }),
    nodeLocalEbs({ device: TOKEN }), csi({ driver: TOKEN, volumeHandle: TOKEN }), azureDisk({ diskUri: TOKEN }),
    azureFile({ resourceGroup: TOKEN, storageAccount: TOKEN, shareName: TOKEN }), gceDisk({ project: TOKEN, diskName: TOKEN, zones: [TOKEN] }),
    iscsi({ targetPortal: TOKEN, iqn: TOKEN, lun: -1.888e289 }),
  ]) {
    expect(() => make(source)).not.toThrow();
  }
  expect(() => make(s3({ bucketName: TOKEN }), [AccessMode.READ_ONLY_MANY])).not.toThrow();
});

describe('a source that Kubernetes no longer has is refused with what took its place', () => {
  refusals((field: string) => make(of(field, { a: 'b' })), [
    ['glusterfs', "test/Volume: source 'glusterfs' was removed in Kubernetes 1.26 and has no maintained driver; export the directory by NFS and use PersistentVolumeSource.nfs"],
    ['cephfs', "source 'cephfs' was removed in Kubernetes 1.31; use PersistentVolumeSource.csi with driver 'cephfs.csi.ceph.com'"],
    ['rbd', "source 'rbd' was removed in Kubernetes 1.31; use PersistentVolumeSource.csi with driver 'rbd.csi.ceph.com'"],
    ['flocker', "source 'flocker' was removed in Kubernetes 1.25 and has no successor"],
    ['quobyte', "source 'quobyte' was removed in Kubernetes 1.25; use PersistentVolumeSource.csi with driver 'csi.quobyte.com'"],
    ['storageos', "source 'storageos' was removed in Kubernetes 1.25"],
    ['scaleIO', "source 'scaleIO' was removed in Kubernetes 1.21; use PersistentVolumeSource.csi with driver 'csi-vxflexos.dellemc.com'"],
    ['photonPersistentDisk', "source 'photonPersistentDisk' was removed in Kubernetes 1.15 and has no successor"],
    ['awsElasticBlockStore', "source 'awsElasticBlockStore' only leads to driver ebs.csi.aws.com any more; use PersistentVolumeSource.ebs"],
    ['azureDisk', 'use PersistentVolumeSource.azureDisk'],
    ['azureFile', 'use PersistentVolumeSource.azureFile'],
    ['gcePersistentDisk', 'use PersistentVolumeSource.gceDisk, or gcePersistentDisk for the form of old'],
    ['cinder', "source 'cinder' only leads to driver cinder.csi.openstack.org any more"],
    ['vsphereVolume', "source 'vsphereVolume' only leads to driver csi.vsphere.vmware.com any more"],
    ['portworxVolume', "source 'portworxVolume' only leads to driver pxd.portworx.com any more"],
    ['gitRepo', "source 'gitRepo' is no source of a PersistentVolume"],
    ['tape', "source 'tape' is unknown to Kubernetes; give one of 'csi', 'fc', 'flexVolume', 'hostPath', 'iscsi', 'local', 'nfs'"],
    ['toString', "source 'toString' is unknown to Kubernetes"],
    ['NFS', "source 'NFS' is unknown to Kubernetes; write 'nfs'"],
  ]);

  test.each([{}, undefined, null, [], 'x'])('a source without fields is refused (%p)', (value) => {
    expect(() => make(of('nfs', value))).toThrow("source 'nfs' has no fields; give them as Kubernetes names them");
  });
});

refusals((source: PersistentVolumeSource) => make(source, source._definition.filesystemModes?.slice(0, 1)), [
  [ebs({ volumeId: 'snap-0123456789abcdef0', availabilityZone: 'ap-northeast-2a' }), "test/Volume: volumeId 'snap-0123456789abcdef0' is not the id of an EBS volume; give one as in 'vol-0123456789abcdef0'"],
  [ebs({ volumeId: 'vol-01234567', availabilityZone: 'ap-northeast-2' }), "availabilityZone 'ap-northeast-2' is not a zone; give one as in 'ap-northeast-2a'"],
  [ebs({ volumeId: 'vol-01234567', availabilityZone: 'eu-west-1a', partition: 0 }), 'partition 0 is not the number of a partition; give a whole number from 1, or leave it out for the whole volume'],
  [ebs({ volumeId: 'vol-01234567', availabilityZone: 'eu-west-1a', fileSystem: FileSystem.xfs({ inodeSize: 3 }) }), 'inodeSize'],
  [nodeLocalEbs({ device: 'xvdbz' }), "device 'xvdbz' is not the name of a device; give one as in '/dev/xvdbz'"],
  [efs({ fileSystemId: 'efs' }), "fileSystemId 'efs' is not an id; give one as in 'fs-0123456789abcdef0'"],
  [efs({ fileSystemId: ID, accessPointId: ID }), `accessPointId '${ID}' is not an id; give one as in 'fsap-0123456789abcdef0'`],
  [efs({ fileSystemId: ID, path: 'a' }), "path 'a' is not a directory of the file system; give an absolute path without ':' and '..', for example '/projects'"],
  [efs({ fileSystemId: ID, path: '/a:b' }), "path '/a:b' is not a directory of the file system"],
  [efs({ fileSystemId: ID, path: '/../a' }), "path '/../a' is not a directory of the file system"],
  [efs({ fileSystemId: ID, encryptInTransit: false }), 'encryptInTransit false sends the files over the network as they are; write why that is safe in unencryptedInTransitReason'],
  [efs({ fileSystemId: ID, encryptInTransit: false, unencryptedInTransitReason: ' ' }), "unencryptedInTransitReason '' says nothing"],
  [efs({ fileSystemId: ID, unencryptedInTransitReason: 'why not' }), 'unencryptedInTransitReason is given, but the network is encrypted'],
  [efs({ fileSystemId: ID, accessPointId: 'fsap-01234567', encryptInTransit: false, unencryptedInTransitReason: 'x' }), "encryptInTransit false does not go with accessPointId 'fsap-01234567', which is mounted over TLS only"],
  [efs({ fileSystemId: ID, mountTargetIp: 'eu-west-1a' }), "mountTargetIp 'eu-west-1a' is not an IP address"],
  [efs({ fileSystemId: ID, mountTargetIp: '10.0.2.5', crossAccount: true }), "mountTargetIp '10.0.2.5' is given together with crossAccount"],
  [fsxLustre({ fileSystemId: 'lustre', dnsName: 'x' }), 'test/Volume: 2 mistakes'],
  [fsxLustre({ fileSystemId: ID, dnsName: DNS, mountName: '/fsx' }), "mountName '/fsx' is not a mount name"],
  [fsxOpenZfs({ dnsName: DNS }), 'neither fileSystemId nor volumeId is given; give fileSystemId for the whole file system or volumeId for one volume of it'],
  [fsxOpenZfs({ dnsName: DNS, fileSystemId: ID, volumeId: 'fsvol-01234567', volumePath: 'fsx/a' }), 'fileSystemId and volumeId are both given'],
  [fsxOpenZfs({ dnsName: DNS, volumeId: 'fsvol-01234567' }), "volumePath is missing beside volumeId 'fsvol-01234567'; give the path of the volume, as in 'fsx/vol1'"],
  [fsxOpenZfs({ dnsName: DNS, fileSystemId: ID, volumePath: 'fsx/a' }), "volumePath 'fsx/a' is given without volumeId"],
  [fsxOpenZfs({ dnsName: DNS, volumeId: 'fsvol-01234567', volumePath: '/fsx/a' }), "volumePath '/fsx/a' is not the path of a volume"],
  [s3({ bucketName: 's3://my-bucket/prefix' }), "bucketName 's3://my-bucket/prefix' is not the name of a bucket; give 3 to 63 lower case letters, digits, '.' and '-', without 's3://' and path (a prefix is a mount option)"],
  [s3({ bucketName: 'my-bucket', volumeHandle: '' }), "volumeHandle '' is empty; give each volume its own, or leave it out for the name of the PersistentVolume"],
  [s3({ bucketName: 'my-bucket', stsRegion: 'eu-west-1' }), "stsRegion 'eu-west-1' is given, but the driver's rights are used"],
  [s3({ bucketName: 'my-bucket', cache: S3Cache.onNode(Size.gibibytes(0)) }), "cache size limit '0Gi' is not a size"],
  [s3({ bucketName: 'my-bucket', cache: S3Cache.onVolume(StorageClass.none(), Size.gibibytes(1)) }), "cache storageClass '' creates no volumes; name a class"],
  [s3({ bucketName: 'my-bucket', extraAttributes: { cacheEmptyDirMedium: 'Memory' } }), "extraAttributes contains 'cacheEmptyDirMedium', which has a property of its own; use cache"],
  [s3({ bucketName: 'my-bucket', extraAttributes: { bucketName: 'other' } }), "extraAttributes contains 'bucketName', which has a property of its own; use bucketName"],
  [csi({ driver: '', volumeHandle: '' }), 'test/Volume: 2 mistakes'],
  [csi({ driver: 'example.com/disk', volumeHandle: 'a' }), "driver 'example.com/disk' is not the name of a CSI driver"],
  [csi({ driver: 'a', volumeHandle: 'a', volumeAttributes: { fast: true as unknown as string } }), "volumeAttributes gives 'fast' the boolean true, but Kubernetes takes text only; write 'true'"],
  [csi({ driver: 'a', volumeHandle: 'a', nodeStageSecret: { name: 'A', namespace: 'team' } }), "nodeStageSecret.name 'A' is not a name Kubernetes takes"],
  [csi({ driver: 'a', volumeHandle: 'a', nodePublishSecret: { name: 'a', namespace: '' } }), "nodePublishSecret.namespace '' is not a name Kubernetes takes"],
  [nfs({ server: '', path: 'home' }), 'test/Volume: 2 mistakes'],
  [iscsi({ ...TARGET, targetPortal: ' ' }), "targetPortal ' ' is empty"],
  [iscsi({ ...TARGET, iqn: 'disk1' }), "iqn 'disk1' is not an iSCSI name; give one as in 'iqn.2001-04.com.example:storage.disk1'"],
  [iscsi({ ...TARGET, initiatorName: 'node' }), "initiatorName 'node' is not an iSCSI name"],
  [iscsi({ ...TARGET, lun: 256 }), 'lun 256 is not the number of a disk; give a whole number from 0 to 255'],
  [iscsi({ ...TARGET, portals: [TARGET.targetPortal] }), "portals has '10.0.2.15:3260', which is there already; give each way once"],
  [iscsi({ ...TARGET, chapAuthSession: true }), 'chapSecret is missing, and CHAP authenticates with it'],
  [iscsi({ ...TARGET, chapSecret: SECRET }), "chapSecret 'login' is given, but nothing authenticates with it"],
  [fc({}), 'neither wwids nor targetWwns with lun are given; name the disk in one of the two ways'],
  [fc({ wwids: ['a'], targetWwns: ['b'], lun: 0 }), 'targetWwns with lun and wwids are both given; name the disk in one of the two ways'],
  [fc({ targetWwns: ['b'] }), 'lun is missing; a disk is named by targetWwns and lun together'],
  [fc({ lun: 1 }), 'targetWwns is missing; a disk is named by targetWwns and lun together'],
  [fc({ targetWwns: [], lun: -1 }), 'test/Volume: 2 mistakes'],
  [fc({ wwids: [] }), 'wwids [] is empty; give at least one identifier'],
  [local({ path: 'mnt', nodeAffinity: VolumeNodeAffinity.nodes('a') }), "path 'mnt' is not absolute; write '/mnt'"],
  [local({ path: '/mnt', nodeAffinity: VolumeNodeAffinity.nodes() }), "nodeAffinity asks for no value of 'kubernetes.io/hostname'; give at least one"],
  [local({ path: '/mnt' } as any), 'nodeAffinity is missing, and a local volume is on certain nodes only; give it, for example VolumeNodeAffinity.nodes(…)'],
  [hostPath('mnt'), "hostPath 'mnt' is not absolute; write '/mnt'"],
  [gcePersistentDisk({ pdName: '' }), "pdName '' is empty"],
  [gcePersistentDisk({ pdName: 'a', fileSystem: FileSystem.ext4({ inodeSize: 256 }) }), 'fileSystem chooses inodeSize, which only the EBS CSI driver takes; give FileSystem.ext4() alone'],
  [gceDisk({ project: 'my project', diskName: 'data', zones: ['us-central1-c'] }), "project 'my project' is not the id of a project"],
  [gceDisk({ project: 'p', diskName: 'disks/data', zones: ['us-central1-c'] }), "diskName 'disks/data' is not the name of a disk"],
  [gceDisk({ project: 'p', diskName: 'data', zones: ['us-central1'] }), "zone 'us-central1' is not a zone; give one as in 'us-central1-c'"],
  [gceDisk({ project: 'p', diskName: 'data', zones: ['us-central1-a', 'us-central1-b', 'us-central1-c'] }), 'are 3; give the one of a zonal disk or the two of a regional one'],
  [azureDisk({ diskUri: 'data' }), "diskUri 'data' is not the resource id of a disk"],
  [azureFile({ resourceGroup: 'a#b', storageAccount: 'account', shareName: '' }), 'test/Volume: 2 mistakes'],
  [azureFile({ resourceGroup: 'a', storageAccount: 'b', shareName: 'c', volumeAttributes: { shareName: 'd' } }), "volumeAttributes contains 'shareName', which has a property of its own; use shareName"],
  [azureFile({ resourceGroup: 'a', storageAccount: 'b', shareName: 'c', secret: { name: 'A', namespace: 'team' } }), "secret.name 'A' is not a name Kubernetes takes"],
]);
