import { Testing } from 'cdk8s';
import { AllowedTopology, ReclaimPolicy, VolumeBindingMode } from '../../../../src';
import { EfsFileSystem } from '../../../../src/cluster/classes/efs/efs-file-system';
import { EfsProvisioningMode, EfsStorageClass, type EfsStorageClassProps } from '../../../../src/cluster/classes/efs/efs-storage-class';
import { refusals } from '../../../refusals';

const fileSystem = EfsFileSystem.fromId('fs-0123456789abcdef0');
const make = (props: Partial<EfsStorageClassProps> = {}) => new EfsStorageClass(Testing.chart(), 'Class', { fileSystem, ...props }).toJson();
const secret = { 'csi.storage.k8s.io/provisioner-secret-name': 'x-account', 'csi.storage.k8s.io/provisioner-secret-namespace': 'kube-system' };

test('without a word each claim gets an access point that only its owner enters', () => {
  expect(make()).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: expect.any(String) },
    provisioner: 'efs.csi.aws.com',
    parameters: { provisioningMode: 'efs-ap', fileSystemId: 'fs-0123456789abcdef0', directoryPerms: '700' },
  });
});

test('every property reaches the object', () => {
  const props: Required<Omit<EfsStorageClassProps, 'gid'>> = {
    metadata: { name: 'efs' },
    nameWithHash: false,
    isDefault: false,
    fileSystem,
    provisioningMode: EfsProvisioningMode.EFS_ACCESS_POINT,
    directoryPerms: '0750',
    uid: 0,
    gidRange: { start: 1000, end: 2000 },
    basePath: '/claims',
    subPathPattern: '${.PVC.namespace}/${.PVC.name}',
    sharedDirectoryReason: 'claims are made anew and find their files',
    az: 'eu-west-1a',
    enforceZoneAffinity: true,
    reuseAccessPoint: true,
    enableTagging: false,
    reclaimPolicy: ReclaimPolicy.RETAIN,
    volumeBindingMode: VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER,
    mountOptions: ['iam'],
    allowedTopologies: [AllowedTopology.zones('eu-west-1a')],
    extraParameters: secret,
  };
  expect(make(props)).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name: 'efs',
      annotations: {
        'storageclass.kubernetes.io/is-default-class': 'false',
        'cdk8s-eks-storage/shared-directory-reason': 'claims are made anew and find their files',
      },
    },
    provisioner: 'efs.csi.aws.com',
    parameters: {
      provisioningMode: 'efs-ap',
      fileSystemId: 'fs-0123456789abcdef0',
      directoryPerms: '0750',
      uid: '0',
      gidRangeStart: '1000',
      gidRangeEnd: '2000',
      basePath: '/claims',
      subPathPattern: '${.PVC.namespace}/${.PVC.name}',
      ensureUniqueDirectory: 'false',
      az: 'eu-west-1a',
      enforceZoneAffinity: 'true',
      reuseAccessPoint: 'true',
      enableTagging: 'false',
      ...secret,
    },
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'WaitForFirstConsumer',
    mountOptions: ['iam'],
    allowedTopologies: [{ matchLabelExpressions: [{ key: 'topology.kubernetes.io/zone', values: ['eu-west-1a'] }] }],
  });
});

test.each([
  [EfsFileSystem.fromConfigMap('kube-system', 'efs', 'fileSystemId'), { fileSystemIdConfigRef: 'kube-system/efs/fileSystemId' }],
  [EfsFileSystem.fromSecret('kube-system', 'efs', 'id'), { fileSystemIdSecretRef: 'kube-system/efs/id' }],
  [EfsFileSystem.fromId('${Token[EFS.1]}'), { fileSystemId: '${Token[EFS.1]}' }],
])('the file system may be found elsewhere: %#', (found, parameters) => {
  expect(make({ fileSystem: found }).parameters).toEqual({ provisioningMode: 'efs-ap', directoryPerms: '700', ...parameters });
});

test('S3 Files is another mode', () => {
  expect(make({ provisioningMode: EfsProvisioningMode.S3_FILES_ACCESS_POINT, gid: 5, uid: 5 }).parameters).toMatchObject({ provisioningMode: 's3files-ap', uid: '5', gid: '5' });
});

const S3 = EfsProvisioningMode.S3_FILES_ACCESS_POINT;
refusals(make, [
  [{ fileSystem: EfsFileSystem.fromId('arn:aws:elasticfilesystem:x') }, "fileSystem 'arn:aws:elasticfilesystem:x' is not the id of a file system; write it as in 'fs-0123456789abcdef0'"],
  [{ fileSystem: EfsFileSystem.fromConfigMap('Kube', 'efs', 'id') }, "fileSystem namespace 'Kube' is not a name Kubernetes takes"],
  [{ fileSystem: EfsFileSystem.fromConfigMap('a', '', 'id') }, "fileSystem name '' is not a name Kubernetes takes"],
  [{ fileSystem: EfsFileSystem.fromSecret('a', 'b', 'c/d') }, "fileSystem key 'c/d' is not a key of a ConfigMap or Secret"],
  [{ directoryPerms: 'rwx' }, "directoryPerms 'rwx' are no permissions; give three or four octal digits, for example '750'"],
  [{ directoryPerms: '800' }, "directoryPerms '800' are no permissions"],
  [{ uid: -1 }, 'uid -1 is not an id EFS takes; give a whole number from 0 to 4294967295'],
  [{ gid: 4_294_967_296 }, 'gid 4294967296 is not an id EFS takes'],
  [{ gidRange: { start: 0, end: 5 } }, 'gidRange.start 0 is not an id EFS takes; give a whole number from 1'],
  [{ gidRange: { start: 5, end: 5 } }, 'gidRange from 5 to 5 has no room, and the driver refuses it; end it above its start'],
  [{ gidRange: { start: 5, end: 9 }, uid: 1, gid: 1 }, 'gidRange from 5 to 9 does nothing beside uid 1 and gid 1; leave it out'],
  [{ sharedDirectoryReason: ' ', subPathPattern: 'x' }, "sharedDirectoryReason '' says nothing"],
  [{ sharedDirectoryReason: 'shared' }, 'sharedDirectoryReason does nothing without subPathPattern'],
  [{ az: 'eu-west-1' }, "az has the zone 'eu-west-1', which is not the name of one"],
  [{ provisioningMode: S3, az: 'eu-west-1a' }, "az 'eu-west-1a' is given for an S3 Files file system, and the driver takes it for EFS only; leave it out"],
  [{ provisioningMode: S3, reuseAccessPoint: true }, 'reuseAccessPoint true is given for an S3 Files file system'],
  [{ subPathPattern: '${.PVC.uid}' }, "subPathPattern '${.PVC.uid}' has a field that is none; use ${.PVC.name}, ${.PVC.namespace}, ${.PV.name}"],
  [{ subPathPattern: '${.PVC.name' }, 'has a field that is none'],
  [{ basePath: '/a*' }, "basePath '/a*' with subPathPattern '${.PV.name}' is no path EFS takes"],
  [{ basePath: '/a/../b' }, "goes by '.' or '..'; write the path it leads to"],
  [{ basePath: '/a/b', subPathPattern: 'c/d/${.PVC.name}' }, 'is 5 directories deep, and EFS takes 4; leave some out'],
  [{ basePath: `/${'x'.repeat(62)}`, subPathPattern: '${.PVC.name}' }, 'makes paths of 102 characters or more, and EFS takes 100; shorten them'],
  [{ extraParameters: { gidrangestart: '5' } }, "extraParameters contains 'gidrangestart', which has a property of its own; use gidRange"],
  [{ extraParameters: { basepath: '/x' } }, "extraParameters contains 'basepath', which has a property of its own; use basePath"],
]);

test('a path as long as EFS takes is taken', () => {
  expect(() => make({ basePath: `/${'x'.repeat(60)}`, subPathPattern: '${.PVC.name}' })).not.toThrow();
  expect(() => make({ basePath: `/${'x'.repeat(97)}`, subPathPattern: '${.PVC.name}', sharedDirectoryReason: 'x' })).not.toThrow();
});
