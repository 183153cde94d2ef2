import { construct, parameter, type ParameterTable } from './parameters';

const PER_CLASS = "perClass: [{ storageClass: StorageClass.fromName('fast')";
const PER_ATTRIBUTES_CLASS = "perAttributesClass: [{ volumeAttributesClass: VolumeAttributesClass.fromName('gold')";
const OF_CLASS = 'fast.storageclass.storage.k8s.io';

/** What docs/volumes.md shows of the limits of a namespace. */
export const QUOTA_PARAMETERS: { [name: string]: ParameterTable } = {
  ResourceQuota: {
    kind: 'ResourceQuota',
    below: ['spec'],
    ...construct('StorageQuota'),
    without: 'objectCounts: { pods: 1 }',
    types: ['StorageQuotaProps', 'StorageClassQuota', 'VolumeAttributesClassQuota', 'EphemeralStorageQuota'],
    unseen: ['StorageQuotaProps.metadata', 'StorageQuotaProps.perClass', 'StorageQuotaProps.ephemeralStorage', 'StorageQuotaProps.ephemeralStoragePerPod',
      'StorageQuotaProps.ephemeralStoragePerContainer', 'VolumeAttributesClassQuota.volumeAttributesClass', 'StorageClassQuota.storageClass'],
    parameters: [
      parameter(['hard', 'requests.storage'], 'StorageQuotaProps.total', 'total: Size.tebibytes(1)'),
      parameter(['hard', 'persistentvolumeclaims'], 'StorageQuotaProps.claims', 'claims: 20'),
      parameter(['hard', 'count/volumesnapshots.snapshot.storage.k8s.io'], 'StorageQuotaProps.snapshots', 'snapshots: 50'),
      parameter(['hard', `${OF_CLASS}/requests.storage`], 'StorageClassQuota.total', `${PER_CLASS}, total: Size.gibibytes(200) }]`),
      parameter(['hard', `${OF_CLASS}/persistentvolumeclaims`], 'StorageClassQuota.claims', `${PER_CLASS}, claims: 2 }]`),
      parameter(['scopeSelector'], 'StorageQuotaProps.perAttributesClass', `${PER_ATTRIBUTES_CLASS}, claims: 2 }]`),
      parameter(['hard', 'requests.storage'], 'VolumeAttributesClassQuota.total', `${PER_ATTRIBUTES_CLASS}, total: Size.gibibytes(200) }]`),
      parameter(['hard', 'persistentvolumeclaims'], 'VolumeAttributesClassQuota.claims', `${PER_ATTRIBUTES_CLASS}, claims: 2 }]`),
      parameter(['hard', 'count/configmaps'], 'StorageQuotaProps.objectCounts', 'objectCounts: { configmaps: 100 }'),
      parameter(['hard', 'requests.ephemeral-storage'], 'EphemeralStorageQuota.requests', 'ephemeralStorage: { requests: Size.gibibytes(100) }'),
      parameter(['hard', 'limits.ephemeral-storage'], 'EphemeralStorageQuota.limits', 'ephemeralStorage: { limits: Size.gibibytes(200) }'),
    ],
  },
  LimitRange: {
    kind: 'LimitRange',
    below: ['spec', 'limits', '0'],
    ...construct('StorageQuota'),
    without: 'maxPerClaim: Size.tebibytes(2)',
    types: ['PodEphemeralStorage', 'ContainerEphemeralStorage'],
    parameters: [
      parameter(['min', 'storage'], 'StorageQuotaProps.minPerClaim', 'minPerClaim: Size.gibibytes(1)'),
      parameter(['max', 'storage'], 'StorageQuotaProps.maxPerClaim', 'maxPerClaim: Size.gibibytes(500)'),
      ...(['min', 'max'] as const).map((key) =>
        parameter([key, 'ephemeral-storage'], `PodEphemeralStorage.${key}`, `ephemeralStoragePerPod: { ${key}: Size.gibibytes(10) }`)),
      ...([['min', 'min'], ['max', 'max'], ['default', 'defaultLimit'], ['defaultRequest', 'defaultRequest']] as const).map(([key, property]) =>
        parameter([key, 'ephemeral-storage'], `ContainerEphemeralStorage.${property}`, `ephemeralStoragePerContainer: { ${property}: Size.gibibytes(2) }`)),
    ],
  },
};
