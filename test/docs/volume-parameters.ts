import { construct, parameter, type ParameterTable } from './parameters';

/** What docs/volumes.md shows of claims. */
export const VOLUME_PARAMETERS: { [name: string]: ParameterTable } = {
  'claim': {
    kind: 'PersistentVolumeClaim',
    below: [],
    ...construct('PersistentVolumeClaim', 'size: Size.gibibytes(1)'),
    types: ['PersistentVolumeClaimProps', 'ClaimOptions', 'PersistentClaimOptions'],
    parameters: [
      parameter(['metadata', 'name'], 'PersistentVolumeClaimProps.metadata', "metadata: { name: 'uploads', namespace: 'shop' }"),
      parameter(['spec', 'resources', 'requests', 'storage'], 'ClaimOptions.size', 'size: Size.gibibytes(20)'),
      parameter(['spec', 'storageClassName'], 'ClaimOptions.storageClass', "storageClass: StorageClass.fromName('ebs-encrypted')"),
      parameter(['spec', 'storageClassName'], 'StorageClass.none', 'storageClass: StorageClass.none()'),
      parameter(['spec', 'accessModes'], 'ClaimOptions.accessModes', 'accessModes: [AccessMode.READ_WRITE_ONCE_POD]'),
      parameter(['spec', 'volumeMode'], 'ClaimOptions.volumeMode', 'volumeMode: VolumeMode.BLOCK'),
      parameter(['spec', 'volumeAttributesClassName'], 'ClaimOptions.volumeAttributesClass', "volumeAttributesClass: VolumeAttributesClass.fromName('gold')"),
      parameter(['spec', 'selector'], 'PersistentClaimOptions.selector', "storageClass: StorageClass.none(), selector: LabelSelector.of({ labels: { of: 'films' } })"),
      parameter(['spec', 'dataSource'], 'PersistentClaimOptions.dataSource', "dataSource: VolumeSnapshot.fromName('before')"),
      parameter(['spec', 'volumeName'], 'PersistentVolumeClaimProps.volumeName', "storageClass: StorageClass.none(), volumeName: 'films'"),
      ...['volumeType', 'iops', 'throughput'].map((key, index) => parameter(['metadata', 'annotations', `ebs.csi.aws.com/${key}`],
        'PersistentVolumeClaimProps.metadata', `metadata: { annotations: { 'ebs.csi.aws.com/${key}': '${['gp3', '6000', '500'][index]}' } }`)),
    ],
  },
  'access modes': {
    kind: 'PersistentVolumeClaim',
    below: ['spec'],
    ...construct('PersistentVolumeClaim', 'size: Size.gibibytes(1)'),
    without: 'accessModes: [AccessMode.READ_WRITE_ONCE, AccessMode.READ_ONLY_MANY]',
    types: ['AccessMode'],
    parameters: ['READ_WRITE_ONCE', 'READ_WRITE_ONCE_POD', 'READ_WRITE_MANY', 'READ_ONLY_MANY'].map((mode) =>
      parameter('accessModes', `AccessMode.${mode}`, `accessModes: [AccessMode.${mode}]`)),
  },
  'raw device': {
    kind: 'Pod',
    below: ['spec', 'containers', '0'],
    app: (code) => `const claim = new PersistentVolumeClaim(chart, 'Claim', { size: Size.gibibytes(1), volumeMode: VolumeMode.BLOCK });
      const container = new Pod(chart, 'Pod').addContainer({ image: 'app' });\n${code};`,
    without: '',
    types: ['BlockDevice'],
    unseen: ['BlockDevice.toDevice'],
    parameters: [parameter(['volumeDevices', '0', 'devicePath'], 'BlockDevice.attach', "BlockDevice.attach(container, '/dev/xvda', claim)")],
  },
};
