import { parameter, type ParameterTable } from './parameters';
import { source } from './volume-sources';

const S3 = "bucketName: 'data'";
const INSECURE = "encryptInTransit: false, unencryptedInTransitReason: 'peered VPC, public data'";

const attribute = (name: string) => ['volumeAttributes', name];

/** What docs/volumes.md shows of volumes that exist already. */
export const PERSISTENT_VOLUME_PARAMETERS: { [name: string]: ParameterTable } = {
  'PersistentVolume': {
    kind: 'PersistentVolume',
    below: [],
    app: (code) => `new PersistentVolume(chart, 'Sample', {
      ...{ size: Size.gibibytes(1), source: PersistentVolumeSource.nfs({ server: 'nfs.example.com', path: '/data' }) }, ${code} });`,
    without: '',
    types: ['PersistentVolumeProps', 'VolumeNodeAffinity'],
    parameters: [
      parameter(['metadata', 'name'], 'PersistentVolumeProps.metadata', "metadata: { name: 'films' }"),
      parameter(['spec', 'csi', 'driver'], 'PersistentVolumeProps.source', "source: PersistentVolumeSource.efs({ fileSystemId: 'fs-0123456789abcdef0' })"),
      parameter(['spec', 'capacity', 'storage'], 'PersistentVolumeProps.size', 'size: Size.gibibytes(100)'),
      parameter(['spec', 'accessModes'], 'PersistentVolumeProps.accessModes', 'accessModes: [AccessMode.READ_WRITE_MANY]'),
      parameter(['spec', 'volumeMode'], 'PersistentVolumeProps.volumeMode',
        "source: PersistentVolumeSource.ebs({ volumeId: 'vol-0123456789abcdef0', availabilityZone: 'eu-west-1a' }), volumeMode: VolumeMode.BLOCK"),
      parameter(['spec', 'persistentVolumeReclaimPolicy'], 'PersistentVolumeProps.reclaimPolicy',
        "source: PersistentVolumeSource.ebs({ volumeId: 'vol-0123456789abcdef0', availabilityZone: 'eu-west-1a' }), reclaimPolicy: ReclaimPolicy.DELETE"),
      parameter(['spec', 'persistentVolumeReclaimPolicy'], 'PersistentVolumeProps.recycleReason', "recycleReason: 'a cache that is filled again'"),
      parameter(['spec', 'storageClassName'], 'PersistentVolumeProps.storageClass', "storageClass: StorageClass.fromName('films')"),
      parameter(['spec', 'mountOptions'], 'PersistentVolumeProps.mountOptions', "mountOptions: ['nfsvers=4.1', 'hard']"),
      parameter(['spec', 'nodeAffinity'], 'PersistentVolumeProps.nodeAffinity', "nodeAffinity: VolumeNodeAffinity.zones('eu-west-1a')"),
      ...([
        ['zones', "VolumeNodeAffinity.zones('eu-west-1a')"],
        ['nodes', "VolumeNodeAffinity.nodes('ip-10-0-2-5.ec2.internal')"],
        ['labels', "VolumeNodeAffinity.labels(NodeLabelQuery.in('topology.gke.io/zone', ['us-central1-c']))"],
        ['anyOf', "VolumeNodeAffinity.anyOf(VolumeNodeAffinity.zones('eu-west-1a'), VolumeNodeAffinity.nodes('a'))"],
      ] as const).map(([name, code]) => parameter(['spec', 'nodeAffinity'], `VolumeNodeAffinity.${name}`, `nodeAffinity: ${code}`)),
    ],
  },
  'reserve': {
    kind: 'PersistentVolume',
    below: ['spec'],
    app: (code) => `const films = new PersistentVolume(chart, 'Films', {
      size: Size.gibibytes(1), source: PersistentVolumeSource.nfs({ server: 'nfs.example.com', path: '/films' }) });\n${code};`,
    without: '',
    types: ['ReserveOptions'],
    parameters: [
      parameter('claimRef', 'PersistentVolume.reserve', 'films.reserve()'),
      parameter(['claimRef', 'name'], 'ReserveOptions.name', "films.reserve({ name: 'films' })"),
      parameter(['claimRef', 'namespace'], 'ReserveOptions.namespace', "films.reserve({ namespace: 'cinema' })"),
    ],
  },
  'EBS source': source('ebs', 'EbsPersistentVolumeSource', "volumeId: 'vol-0123456789abcdef0', availabilityZone: 'eu-west-1a'", [
    [['volumeHandle'], 'volumeId'],
    [['nodeAffinity'], 'availabilityZone'],
    [['fsType'], 'fileSystem', 'fileSystem: FileSystem.xfs()'],
    [attribute('partition'), 'partition', 'partition: 1'],
    [['readOnly'], 'readOnly', 'readOnly: true'],
  ]),
  'node-local EBS source': source('nodeLocalEbs', 'NodeLocalEbsPersistentVolumeSource', "device: '/dev/xvdbz'", [
    [['volumeHandle'], 'device'],
    [['fsType'], 'fileSystem', 'fileSystem: FileSystem.xfs()'],
  ]),
  'EFS source': source('efs', 'EfsPersistentVolumeSource', "fileSystemId: 'fs-0123456789abcdef0'", [
    [['volumeHandle'], 'fileSystemId'],
    [['volumeHandle'], 'accessPointId', "accessPointId: 'fsap-0123456789abcdef0'"],
    [['volumeHandle'], 'path', "path: '/projects'"],
    [attribute('encryptInTransit'), 'encryptInTransit', INSECURE],
    [attribute('encryptInTransit'), 'unencryptedInTransitReason', INSECURE],
    [attribute('crossaccount'), 'crossAccount', 'crossAccount: true'],
    [attribute('mounttargetip'), 'mountTargetIp', "mountTargetIp: '10.0.2.5'"],
    [['readOnly'], 'readOnly', 'readOnly: true'],
  ]),
  'Lustre source': source('fsxLustre', 'FsxLustrePersistentVolumeSource', "fileSystemId: 'fs-0123456789abcdef0', dnsName: 'fs-0123456789abcdef0.fsx.eu-west-1.amazonaws.com'", [
    [['volumeHandle'], 'fileSystemId'],
    [attribute('dnsname'), 'dnsName'],
    [attribute('mountname'), 'mountName', "mountName: 'fsxabcde'"],
    [['readOnly'], 'readOnly', 'readOnly: true'],
  ]),
  'OpenZFS source': source('fsxOpenZfs', 'FsxOpenZfsPersistentVolumeSource', "dnsName: 'fs-0123456789abcdef0.fsx.eu-west-1.amazonaws.com'", [
    [attribute('DNSName'), 'dnsName', "fileSystemId: 'fs-0123456789abcdef0'"],
    [attribute('ResourceType'), 'fileSystemId', "fileSystemId: 'fs-0123456789abcdef0'"],
    [attribute('ResourceType'), 'volumeId', "volumeId: 'fsvol-0123456789abcdef0', volumePath: 'fsx/vol1'"],
    [attribute('VolumePath'), 'volumePath', "volumeId: 'fsvol-0123456789abcdef0', volumePath: 'fsx/vol1'"],
    [['readOnly'], 'readOnly', "fileSystemId: 'fs-0123456789abcdef0', readOnly: true"],
  ]),
  'S3 source': source('s3', 'S3PersistentVolumeSource', S3, [
    [attribute('bucketName'), 'bucketName'],
    [['volumeHandle'], 'volumeHandle', "volumeHandle: 'data-of-web'"],
    [attribute('authenticationSource'), 'authenticationSource', 'authenticationSource: S3AuthenticationSource.POD'],
    [attribute('authenticationSource'), 'S3AuthenticationSource.DRIVER', 'authenticationSource: S3AuthenticationSource.DRIVER'],
    [attribute('authenticationSource'), 'S3AuthenticationSource.POD', 'authenticationSource: S3AuthenticationSource.POD'],
    [attribute('stsRegion'), 'stsRegion', "authenticationSource: S3AuthenticationSource.POD, stsRegion: 'eu-west-1'"],
    [attribute('cache'), 'cache', 'cache: S3Cache.onNode(Size.gibibytes(10))'],
    [attribute('cacheEmptyDirSizeLimit'), 'S3Cache.onNode', 'cache: S3Cache.onNode(Size.gibibytes(10))'],
    [attribute('cacheEmptyDirMedium'), 'S3Cache.inMemory', 'cache: S3Cache.inMemory(Size.gibibytes(1))'],
    [attribute('cacheEphemeralStorageClassName'), 'S3Cache.onVolume', "cache: S3Cache.onVolume(StorageClass.fromName('scratch'), Size.gibibytes(50))"],
    [attribute('cacheEphemeralStorageResourceRequest'), 'S3Cache.onVolume', "cache: S3Cache.onVolume(StorageClass.fromName('scratch'), Size.gibibytes(50))"],
    ...['RequestsCpu', 'RequestsMemory', 'LimitsCpu', 'LimitsMemory'].map((key): [string[], string, string] => [attribute(`mountpointContainerResources${key}`),
      'extraAttributes', `extraAttributes: { mountpointContainerResources${key}: '${key.endsWith('Cpu') ? '1' : '1Gi'}' }`]),
    [attribute('mountpointEnv.HTTPS_PROXY'), 'extraAttributes', "extraAttributes: { 'mountpointEnv.HTTPS_PROXY': 'http://proxy:3128' }"],
  ], ['S3Cache', 'S3AuthenticationSource']),
  'any CSI source': source('csi', 'CsiPersistentVolumeSource', "driver: 'csi.example.com', volumeHandle: 'vol1'", [
    [['driver'], 'driver'],
    [['volumeHandle'], 'volumeHandle'],
    [['fsType'], 'fsType', "fsType: 'ext4'"],
    [['readOnly'], 'readOnly', 'readOnly: true'],
    [['volumeAttributes'], 'volumeAttributes', "volumeAttributes: { tier: 'gold' }"],
    ...['controllerPublish', 'controllerExpand', 'nodeStage', 'nodePublish', 'nodeExpand'].map((purpose): [string[], string, string] =>
      [[`${purpose}SecretRef`], `${purpose}Secret`, `${purpose}Secret: { name: 'access', namespace: 'kube-system' }`]),
    [['nodeStageSecretRef', 'name'], 'VolumeSecretReference.name', "nodeStageSecret: { name: 'access', namespace: 'kube-system' }"],
    [['nodeStageSecretRef', 'namespace'], 'VolumeSecretReference.namespace', "nodeStageSecret: { name: 'access', namespace: 'kube-system' }"],
  ], ['VolumeSecretReference']),
  'NFS': source('nfs', 'NfsVolumeSource', "server: 'nfs.example.com', path: '/data'", [
    [['server'], 'server'],
    [['path'], 'path'],
    [['readOnly'], 'readOnly', 'readOnly: true'],
  ]),
};
