import { construct, parameter, type ParameterTable } from './parameters';

/** What docs/storage-classes.md shows of classes whoever makes the volumes. */
export const CLASS_PARAMETERS: { [name: string]: ParameterTable } = {
  'every StorageClass': {
    kind: 'StorageClass',
    below: [],
    ...construct('StorageClass', "provisioner: 'some.csi.driver'"),
    types: ['StorageClassOptions', 'StorageClassProps'],
    parameters: [
      parameter(['metadata', 'name'], 'StorageClassOptions.metadata', "metadata: { name: 'fast' }"),
      parameter(['metadata', 'name'], 'StorageClassOptions.nameWithHash', 'nameWithHash: true'),
      parameter(['metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class'], 'StorageClassOptions.isDefault', 'isDefault: true'),
      parameter('provisioner', 'StorageClassProps.provisioner', "provisioner: 'csi.example.com'"),
      parameter('parameters', 'StorageClassProps.parameters', "parameters: { tier: 'gold' }"),
      parameter('reclaimPolicy', 'StorageClassOptions.reclaimPolicy', 'reclaimPolicy: ReclaimPolicy.RETAIN'),
      parameter('volumeBindingMode', 'StorageClassProps.volumeBindingMode', 'volumeBindingMode: VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER'),
      parameter('allowVolumeExpansion', 'StorageClassProps.allowVolumeExpansion', 'allowVolumeExpansion: true'),
      parameter('mountOptions', 'StorageClassOptions.mountOptions', "mountOptions: ['noatime']"),
      parameter('allowedTopologies', 'StorageClassOptions.allowedTopologies', "allowedTopologies: [AllowedTopology.zones('ap-northeast-2a')]"),
    ],
  },
  'other defaults': {
    kind: 'StorageClass',
    below: [],
    app: (code) => `const fileSystem = EfsFileSystem.fromId('fs-0123456789abcdef0');
      const subnets = { subnetId: 'subnet-0123456789abcdef0', securityGroupIds: ['sg-0123456789abcdef0'] };
      const resource = OpenZfsResource.volume({ parentVolumeId: 'fsvol-0123456789abcdef0' });
      ${code};`,
    without: "new StorageClass(chart, 'Other', { provisioner: 'some.csi.driver' })",
    types: [],
    parameters: [
      parameter('volumeBindingMode', 'EbsClassOptions.volumeBindingMode', "new EbsStorageClass(chart, 'Ebs', { volumeBindingMode: VolumeBindingMode.IMMEDIATE })"),
      parameter('volumeBindingMode', 'EfsStorageClassProps.volumeBindingMode',
        "new EfsStorageClass(chart, 'Efs', { fileSystem, volumeBindingMode: VolumeBindingMode.IMMEDIATE })"),
      parameter('volumeBindingMode', 'FsxLustreStorageClassProps.volumeBindingMode',
        "new FsxLustreStorageClass(chart, 'Lustre', { ...subnets, volumeBindingMode: VolumeBindingMode.IMMEDIATE })"),
      parameter('volumeBindingMode', 'FsxOpenZfsStorageClassProps.volumeBindingMode',
        "new FsxOpenZfsStorageClass(chart, 'Zfs', { resource, volumeBindingMode: VolumeBindingMode.IMMEDIATE })"),
      parameter('allowVolumeExpansion', 'EbsClassOptions.allowVolumeExpansion', "new EbsStorageClass(chart, 'Ebs', { allowVolumeExpansion: false })"),
      parameter('allowVolumeExpansion', 'FsxLustreStorageClassProps.allowVolumeExpansion',
        "new FsxLustreStorageClass(chart, 'Lustre', { ...subnets, allowVolumeExpansion: true })"),
      parameter('allowVolumeExpansion', 'FsxOpenZfsStorageClassProps.allowVolumeExpansion',
        "new FsxOpenZfsStorageClass(chart, 'Zfs', { resource, allowVolumeExpansion: false })"),
    ],
  },
  'handover': {
    kind: 'Job',
    below: [],
    ...construct('DefaultClassHandover', "to: StorageClass.fromName('standard')"),
    types: ['DefaultClassHandoverProps', 'DefaultClassHandoverOptions'],
    parameters: [
      parameter(['spec', 'template', 'spec', 'containers', '0', 'args', '0'], 'DefaultClassHandoverProps.to', "to: StorageClass.fromName('fast')"),
      parameter(['spec', 'template', 'spec', 'containers', '0', 'args'], 'DefaultClassHandoverOptions.previous', "previous: ['slow']"),
      parameter(['metadata', 'namespace'], 'DefaultClassHandoverOptions.namespace', "namespace: 'storage'"),
      parameter(['spec', 'template', 'spec', 'containers', '0', 'image'], 'DefaultClassHandoverOptions.image', "image: 'registry.example.com/kubectl:1.36.0'"),
    ],
  },
  'topology': {
    kind: 'StorageClass',
    below: ['allowedTopologies', '0', 'matchLabelExpressions'],
    ...construct('EbsStorageClass'),
    types: ['AllowedTopology'],
    parameters: [
      parameter(['0', 'key'], 'AllowedTopology.zones', "allowedTopologies: [AllowedTopology.zones('ap-northeast-2a', 'ap-northeast-2c')]"),
      parameter(['0', 'key'], 'AllowedTopology.zoneIds', "allowedTopologies: [AllowedTopology.zoneIds('apne2-az1')]"),
      ...['outpost-id', 'region', 'partition', 'account-id'].map((_part, index) => parameter([String(index), 'key'], 'AllowedTopology.outpost',
        "allowedTopologies: [AllowedTopology.outpost('arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0')]")),
      parameter(['0', 'key'], 'AllowedTopology.label', "allowedTopologies: [AllowedTopology.label('topology.ebs.csi.aws.com/zone', 'ap-northeast-2a')]"),
    ],
  },
  'any VolumeAttributesClass': {
    kind: 'VolumeAttributesClass',
    below: [],
    ...construct('VolumeAttributesClass', "driverName: 'some.csi.driver', parameters: { tier: 'silver' }"),
    types: ['VolumeAttributesClassOptions', 'VolumeAttributesClassProps'],
    parameters: [
      parameter(['metadata', 'name'], 'VolumeAttributesClassOptions.metadata', "metadata: { name: 'gold' }"),
      parameter(['metadata', 'name'], 'VolumeAttributesClassOptions.nameWithHash', 'nameWithHash: true'),
      parameter('driverName', 'VolumeAttributesClassProps.driverName', "driverName: 'csi.example.com'"),
      parameter('parameters', 'VolumeAttributesClassProps.parameters', "parameters: { tier: 'gold' }"),
    ],
  },
};
