import { type Chart, Size } from 'cdk8s';
import * as lib from '../../src';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const SUBNET = 'subnet-0123456789abcdef0';
const FILE_SYSTEM = 'fs-0123456789abcdef0';

/** Classes of each kind. */
export function classes(chart: Chart) {
  const topologies = [lib.AllowedTopology.zones('eu-west-1a', 'eu-west-1b'), lib.AllowedTopology.label('example.com/rack', '7')];
  const common = {
    isDefault: false,
    reclaimPolicy: lib.ReclaimPolicy.RETAIN,
    volumeBindingMode: lib.VolumeBindingMode.IMMEDIATE,
    mountOptions: ['noatime'],
    allowedTopologies: topologies,
  };
  const extraParameters = { somethingNew: 'true' };
  const parameters = { type: 'pd-ssd' };
  new lib.StorageClass(chart, 'any', { ...common, nameWithHash: true, provisioner: 'pd.csi.storage.gke.io', parameters, allowVolumeExpansion: true });
  new lib.EncryptedStorageClass(chart, 'encrypted', { kmsKeyArn: KEY });
  const ebs = {
    ...common,
    volumeType: lib.EbsVolumeType.gp3({ iops: 6000, throughput: 500 }),
    fileSystem: lib.FileSystem.ext4({ blockSize: Size.kibibytes(4), bigAlloc: true, clusterSize: Size.kibibytes(16), numberOfInodes: 9 }),
    kmsKeyArn: KEY,
    allowVolumeExpansion: true,
    extraParameters,
    tags: { team: 'storage', claim: '{{ .PVCNamespace }}/{{ .PVCName }}' },
  };
  const to = new lib.EbsStorageClass(chart, 'ebs', {
    ...ebs, metadata: { name: 'ebs' }, isDefault: true, volumeInitializationRate: 300, blockAttachUntilInitialized: true,
  });
  new lib.DefaultClassHandover(chart, 'handover', { to });
  new lib.AutoModeStorageClass(chart, 'auto', ebs);
  new lib.EfsStorageClass(chart, 'efs', {
    ...common,
    fileSystem: lib.EfsFileSystem.fromId(FILE_SYSTEM),
    directoryPerms: '0750',
    uid: 0,
    gidRange: { start: 1000, end: 2000 },
    basePath: '/claims',
    subPathPattern: '${.PVC.namespace}/${.PVC.name}',
    sharedDirectoryReason: 'claims are made anew and find their files',
    reuseAccessPoint: true,
  });
  new lib.FsxLustreStorageClass(chart, 'lustre', {
    ...common,
    subnetId: SUBNET,
    securityGroupIds: ['sg-0123456789abcdef0'],
    deployment: lib.LustreDeployment.persistent2({ perUnitStorageThroughput: 1000, metadataIops: 24_000, efaEnabled: true }),
    kmsKeyArn: KEY,
    compressed: true,
    fileSystemTypeVersion: '2.15',
    extraParameters,
    tags: { team: 'a', cost: '' },
  });
  new lib.FsxOpenZfsStorageClass(chart, 'zfs', {
    resource: lib.OpenZfsResource.fileSystem({
      deploymentType: lib.OpenZfsDeploymentType.MULTI_AZ_1,
      throughputCapacity: 10_240,
      subnetIds: [SUBNET, 'subnet-0123456789abcdef1'],
      preferredSubnetId: SUBNET,
      skipFinalBackupOnDeletion: false,
      kmsKeyArn: KEY,
      diskIops: 300,
      tags: { team: 'a' },
    }),
    reclaimPolicy: lib.ReclaimPolicy.DELETE,
    mountOptions: ['nfsvers=4.1'],
  });
  new lib.VolumeAttributesClass(chart, 'attributes', { driverName: 'pd.csi.storage.gke.io', parameters: { Iops: '5' }, nameWithHash: true });
  new lib.EbsVolumeAttributesClass(chart, 'ebs-attributes', {
    volumeType: lib.EbsVolumeType.gp3({ iopsPerGiB: 10, allowAutoIopsIncreaseOnModify: true, throughput: 250 }),
    tags: { team: 'a', claim: '{{ .PVCName }}' },
    tagsToDelete: ['old'],
  });
}
