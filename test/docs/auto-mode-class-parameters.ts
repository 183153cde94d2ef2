import { EBS_CLASS_PARAMETERS } from './ebs-class-parameters';
import { construct, type Parameter, parameter, type ParameterTable } from './parameters';
import { AUTO_MODE_PARAMETERS } from '../../src/cluster/classes/ebs/auto-mode-storage-class';

const TAGS = 'tagSpecification_1';

/** Rows of the EBS CSI driver whose parameters Auto Mode takes, too. */
const SHARED = ['EBS parameters', 'volume types', 'file systems'].flatMap((name) => EBS_CLASS_PARAMETERS[name].parameters)
  .filter(({ at: [key], code }) => (key in AUTO_MODE_PARAMETERS || key === TAGS) && !code.includes('ntfs'))
  .map(({ at, member, code }): Parameter => ({ at: ['parameters', ...at], member, code }));

/** What docs/storage-classes.md shows of classes for EKS Auto Mode. */
export const AUTO_MODE_CLASS_PARAMETERS: { [name: string]: ParameterTable } = {
  'Auto Mode': {
    kind: 'StorageClass',
    below: [],
    ...construct('AutoModeStorageClass'),
    without: "volumeType: EbsVolumeType.of('none')",
    types: ['AutoModeStorageClassProps'],
    parameters: [
      ...SHARED,
      parameter(['parameters', 'volumeInitializationRate'], 'EbsClassOptions.extraParameters', "extraParameters: { volumeInitializationRate: '200' }"),
      parameter(['metadata', 'name'], 'StorageClassOptions.metadata', "metadata: { name: 'fast' }"),
      parameter(['metadata', 'name'], 'StorageClassOptions.nameWithHash', 'nameWithHash: true'),
      parameter(['metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class'], 'StorageClassOptions.isDefault', 'isDefault: true'),
      parameter('reclaimPolicy', 'StorageClassOptions.reclaimPolicy', 'reclaimPolicy: ReclaimPolicy.RETAIN'),
      parameter('volumeBindingMode', 'EbsClassOptions.volumeBindingMode', 'volumeBindingMode: VolumeBindingMode.IMMEDIATE'),
      parameter('allowVolumeExpansion', 'EbsClassOptions.allowVolumeExpansion', 'allowVolumeExpansion: false'),
      parameter('mountOptions', 'StorageClassOptions.mountOptions', "mountOptions: ['noatime']"),
      parameter('allowedTopologies', 'StorageClassOptions.allowedTopologies', "allowedTopologies: [AllowedTopology.zones('ap-northeast-2a')]"),
    ],
  },
};
