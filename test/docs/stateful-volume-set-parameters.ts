import { construct, parameter, type ParameterTable } from './parameters';

const SET = construct('StatefulVolumeSet',
  "containers: [{ image: 'app', portNumber: 8080 }], volumeClaimTemplates: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }]");

const SPREAD = ['spec', 'template', 'spec', 'topologySpreadConstraints'];

const template = (more: string) => `volumeClaimTemplates: [{ name: 'data', mountPath: '/data', ${more} }]`;

/** What docs/volumes.md shows of workloads that keep their volumes. */
export const STATEFUL_VOLUME_SET_PARAMETERS: { [name: string]: ParameterTable } = {
  'StatefulSet': {
    kind: 'StatefulSet',
    below: [],
    ...SET,
    types: ['StatefulVolumeSetProps', 'StatefulVolumeSetStrategy', 'RollingUpdateOptions', 'ZoneSpread', 'ZoneSpreadOptions', 'ClaimRetentionPolicy'],
    unseen: ['StatefulVolumeSetProps.clusterDomain'],
    parameters: [
      parameter(['spec', 'replicas'], 'StatefulVolumeSetProps.replicas', 'replicas: 3'),
      parameter(['spec', 'ordinals', 'start'], 'StatefulVolumeSetProps.ordinalsStart', 'ordinalsStart: 3'),
      parameter(['spec', 'serviceName'], 'StatefulVolumeSetProps.serviceName', "serviceName: 'web'"),
      parameter(['spec', 'selector', 'matchLabels'], 'StatefulVolumeSetProps.labels', "labels: { app: 'web' }"),
      parameter(['spec', 'podManagementPolicy'], 'StatefulVolumeSetProps.podManagementPolicy', 'podManagementPolicy: PodManagementPolicy.PARALLEL'),
      parameter(['spec', 'updateStrategy'], 'StatefulVolumeSetProps.strategy', 'strategy: StatefulVolumeSetStrategy.onDelete()'),
      parameter(['spec', 'updateStrategy', 'type'], 'StatefulVolumeSetStrategy.onDelete', 'strategy: StatefulVolumeSetStrategy.onDelete()'),
      parameter(['spec', 'updateStrategy', 'rollingUpdate'], 'StatefulVolumeSetStrategy.rollingUpdate',
        'strategy: StatefulVolumeSetStrategy.rollingUpdate({ maxUnavailable: PercentOrAbsolute.percent(25) })'),
      parameter(['spec', 'updateStrategy', 'rollingUpdate', 'partition'], 'RollingUpdateOptions.partition',
        'strategy: StatefulVolumeSetStrategy.rollingUpdate({ partition: 2 })'),
      parameter(['spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable'], 'RollingUpdateOptions.maxUnavailable',
        'strategy: StatefulVolumeSetStrategy.rollingUpdate({ maxUnavailable: PercentOrAbsolute.absolute(2) })'),
      parameter(SPREAD, 'StatefulVolumeSetProps.zoneSpread', 'zoneSpread: ZoneSpread.required()'),
      parameter([...SPREAD, '0', 'whenUnsatisfiable'], 'ZoneSpread.required', 'zoneSpread: ZoneSpread.required()'),
      parameter([...SPREAD, '0', 'whenUnsatisfiable'], 'ZoneSpread.preferred', 'zoneSpread: ZoneSpread.preferred()'),
      parameter([...SPREAD, '0', 'maxSkew'], 'ZoneSpreadOptions.maxSkew', 'zoneSpread: ZoneSpread.preferred({ maxSkew: 2 })'),
      parameter(['spec', 'minReadySeconds'], 'StatefulVolumeSetProps.minReady', 'minReady: Duration.seconds(30)'),
      parameter(['spec', 'revisionHistoryLimit'], 'StatefulVolumeSetProps.revisionHistoryLimit', 'revisionHistoryLimit: 3'),
      parameter(['spec', 'persistentVolumeClaimRetentionPolicy'], 'StatefulVolumeSetProps.persistentVolumeClaimRetentionPolicy', 'persistentVolumeClaimRetentionPolicy: {}'),
      parameter(['spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted'], 'ClaimRetentionPolicy.whenDeleted',
        'persistentVolumeClaimRetentionPolicy: { whenDeleted: ClaimRetention.DELETE }'),
      parameter(['spec', 'persistentVolumeClaimRetentionPolicy', 'whenScaled'], 'ClaimRetentionPolicy.whenScaled',
        'persistentVolumeClaimRetentionPolicy: { whenScaled: ClaimRetention.DELETE }'),
      parameter(['spec', 'volumeClaimTemplates'], 'StatefulVolumeSetProps.volumeClaimTemplates', template('size: Size.gibibytes(20)')),
      parameter(['spec', 'template', 'spec', 'securityContext', 'fsGroup'], 'StatefulVolumeSet', 'securityContext: { fsGroup: 2000 }'),
      parameter(['spec', 'template', 'spec', 'terminationGracePeriodSeconds'], 'StatefulVolumeSetProps.noGracePeriodReason',
        "terminationGracePeriod: Duration.seconds(0), noGracePeriodReason: 'a cache that is filled again'"),
      parameter(['metadata', 'annotations', 'cdk8s-eks-storage/no-grace-period-reason'], 'StatefulVolumeSetProps.noGracePeriodReason',
        "terminationGracePeriod: Duration.seconds(0), noGracePeriodReason: 'a cache that is filled again'"),
    ],
  },
  'claim templates': {
    kind: 'StatefulSet',
    below: [],
    ...SET,
    types: ['VolumeClaimTemplate'],
    unseen: ['VolumeClaimTemplate.hasBeenRestored'],
    parameters: [
      parameter(['spec', 'volumeClaimTemplates', '0', 'metadata', 'name'], 'VolumeClaimTemplate.name',
        "volumeClaimTemplates: [{ name: 'www', mountPath: '/data', size: Size.gibibytes(1) }]"),
      parameter(['spec', 'template', 'spec', 'containers', '0', 'volumeMounts', '0', 'mountPath'], 'VolumeClaimTemplate.mountPath',
        "volumeClaimTemplates: [{ name: 'data', mountPath: '/var/lib/data', size: Size.gibibytes(1) }]"),
      parameter(['spec', 'volumeClaimTemplates', '0', 'spec', 'resources', 'requests', 'storage'], 'ClaimOptions.size', template('size: Size.gibibytes(20)')),
      parameter(['metadata', 'annotations', 'cdk8s-eks-storage/expand-claims'], 'PersistentClaimOptions.expandedFrom',
        template('size: Size.gibibytes(20), expandedFrom: Size.gibibytes(10)')),
    ],
  },
  'restored claims': {
    kind: 'PersistentVolumeClaim',
    below: [],
    ...construct('StatefulVolumeSet', `containers: [{ image: 'app', portNumber: 8080 }], ${template("size: Size.gibibytes(1), restoreFrom: [VolumeSnapshot.fromName('other')]")}`),
    types: [],
    parameters: [
      parameter(['spec', 'dataSource'], 'VolumeClaimTemplate.restoreFrom', template("size: Size.gibibytes(20), restoreFrom: [VolumeSnapshot.fromName('data-0')]")),
    ],
  },
  'headless Service': {
    kind: 'Service',
    below: ['spec'],
    ...SET,
    types: [],
    parameters: [parameter('publishNotReadyAddresses', 'StatefulVolumeSetProps.publishNotReadyAddresses', 'publishNotReadyAddresses: true')],
  },
};
