import { construct, parameter, type ParameterTable } from './parameters';

const CLAIM = 'new PersistentVolumeClaim(chart, \'Sample\', { size, storageClass: new EbsStorageClass(chart, \'Class\', { volumeType }) });';
const TYPES = ['EbsVolumeTypeOptions', 'EbsVolumeLimits'];

/** What docs/storage-classes.md shows of limits that the library does not know, each by what is taken because of it. */
export const EBS_LIMIT_PARAMETERS: { [name: string]: ParameterTable } = {
  'EBS limits': {
    kind: 'StorageClass',
    below: ['parameters'],
    ...construct('EbsStorageClass'),
    types: TYPES,
    parameters: [
      parameter('iops', 'EbsVolumeTypeOptions.limits', 'volumeType: EbsVolumeType.gp3({ iops: 100000, limits: { maxIops: 100000 } })'),
      parameter('iops', 'EbsVolumeLimits.minIops', 'volumeType: EbsVolumeType.gp3({ iops: 1000, limits: { minIops: 1000 } })'),
      parameter('iops', 'EbsVolumeLimits.maxIops', 'volumeType: EbsVolumeType.io2({ iops: 400000, limits: { maxIops: 400000 } })'),
      parameter('iopsPerGB', 'EbsVolumeLimits.maxIopsPerGiB', 'volumeType: EbsVolumeType.io2({ iopsPerGiB: 2000, limits: { maxIopsPerGiB: 2000 } })'),
      parameter('throughput', 'EbsVolumeLimits.maxThroughput', 'volumeType: EbsVolumeType.gp3({ iops: 16000, throughput: 4000, limits: { maxThroughput: 4000 } })'),
      parameter('volumeInitializationRate', 'EbsVolumeLimits.maxInitializationRate',
        'volumeInitializationRate: 500, volumeType: EbsVolumeType.gp3({ limits: { maxInitializationRate: 500 } })'),
    ],
  },
  'EBS size limits': {
    kind: 'PersistentVolumeClaim',
    below: ['spec', 'resources', 'requests'],
    app: (code) => `const [size, volumeType] = [${code}];\n${CLAIM}`,
    without: 'Size.gibibytes(10), EbsVolumeType.gp3()',
    types: TYPES,
    parameters: [
      parameter('storage', 'EbsVolumeLimits.minSize', 'Size.gibibytes(100), EbsVolumeType.st1({ limits: { minSize: Size.gibibytes(100) } })'),
      parameter('storage', 'EbsVolumeLimits.maxSize', 'Size.tebibytes(100), EbsVolumeType.gp3({ limits: { maxSize: Size.tebibytes(100) } })'),
    ],
  },
};
