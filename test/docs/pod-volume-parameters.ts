import { inPod, parameter, type ParameterTable, volumeInPod } from './parameters';

const VOLUME = ['spec', 'volumes', '0'];
const HOST_PATH_TYPES: [name: string, path: string, reason?: string][] = [
  ['UNCHECKED', '/var/log'], ['DIRECTORY_OR_CREATE', '/var/cache/agent'], ['DIRECTORY', '/var/log'], ['FILE_OR_CREATE', '/var/lib/agent.db'], ['FILE', '/etc/hostname'],
  ['SOCKET', '/run/containerd/containerd.sock', 'the agent asks containerd'], ['CHAR_DEVICE', '/dev/fuse', 'mounts with FUSE'], ['BLOCK_DEVICE', '/dev/xvdb', 'checks the disk'],
];

/** What docs/volumes.md shows of volumes in a Pod. */
export const POD_VOLUME_PARAMETERS: { [name: string]: ParameterTable } = {
  'emptyDir': {
    kind: 'Pod',
    below: VOLUME,
    ...volumeInPod('EmptyDirVolume'),
    types: ['EmptyDirVolumeProps'],
    parameters: [
      parameter('name', 'EmptyDirVolumeProps.name', "name: 'tmp'"),
      parameter(['emptyDir', 'sizeLimit'], 'EmptyDirVolumeProps.sizeLimit', 'sizeLimit: Size.gibibytes(2)'),
      parameter(['emptyDir', 'medium'], 'EmptyDirVolumeProps.inMemory', 'inMemory: true, sizeLimit: Size.mebibytes(64)'),
      parameter(['emptyDir', 'medium'], 'EmptyDirVolumeProps.hugePages', 'hugePages: Size.mebibytes(2)'),
    ],
  },
  'hostPath': {
    kind: 'Pod',
    below: [],
    app: (code) => `const container = new Pod(chart, 'Pod').addContainer({ image: 'app' });
      container.mount('/node', new HostPathVolume(chart, 'Sample', { ...{ path: '/var/lib' }, ${code} }), { readOnly: true });`,
    without: '',
    types: ['HostPathVolumeProps'],
    parameters: [
      parameter([...VOLUME, 'name'], 'HostPathVolumeProps.name', "name: 'logs'"),
      parameter([...VOLUME, 'hostPath', 'path'], 'HostPathVolumeProps.path', "path: '/var/log'"),
      parameter([...VOLUME, 'hostPath', 'type'], 'HostPathVolumeProps.type', 'type: HostPathType.DIRECTORY'),
      parameter(['metadata', 'annotations', 'cdk8s-eks-storage/writable-host-path-reason'], 'HostPathVolumeProps.writableReason',
        "writableReason: 'the agent keeps its state here'"),
    ],
  },
  'hostPath types': {
    kind: 'Pod',
    below: [...VOLUME, 'hostPath'],
    app: inPod,
    without: "new NfsVolume(chart, 'None', { server: 'nfs.example.com', path: '/' })",
    types: ['HostPathType'],
    parameters: HOST_PATH_TYPES.map(([name, path, reason]) => parameter('type', `HostPathType.${name}`,
      `new HostPathVolume(chart, 'Sample', { path: '${path}', type: HostPathType.${name}${reason ? `, writableReason: '${reason}'` : ''} })`)),
  },
  'NFS in a Pod': {
    kind: 'Pod',
    below: VOLUME,
    ...volumeInPod('NfsVolume', "server: 'some', path: '/'"),
    types: ['NfsVolumeProps'],
    parameters: [
      parameter('name', 'NfsVolumeProps.name', "name: 'films'"),
      parameter(['nfs', 'server'], 'NfsVolumeSource.server', "server: 'nfs.example.com'"),
      parameter(['nfs', 'path'], 'NfsVolumeSource.path', "path: '/films'"),
      parameter(['nfs', 'readOnly'], 'NfsVolumeSource.readOnly', 'readOnly: true'),
    ],
  },
  'projected': {
    kind: 'Pod',
    below: VOLUME,
    ...volumeInPod('ProjectedVolume', 'sources: [ProjectedSource.serviceAccountToken()]'),
    types: ['ProjectedVolumeProps'],
    parameters: [
      parameter('name', 'ProjectedVolumeProps.name', "name: 'identity'"),
      parameter(['projected', 'sources'], 'ProjectedVolumeProps.sources', "sources: [ProjectedSource.downwardApi({ labels: 'metadata.labels' })]"),
      parameter(['projected', 'defaultMode'], 'ProjectedVolumeProps.defaultMode', 'defaultMode: 0o440'),
    ],
  },
  'projected sources': {
    kind: 'Pod',
    below: [...VOLUME, 'projected', 'sources', '0'],
    app: (code) => `const configMap = new ConfigMap(chart, 'ConfigMap', { data: { 'app.ini': '' } });
      const secret = new Secret(chart, 'Secret', { stringData: { 'tls.key': '' } });
      ${inPod(`new ProjectedVolume(chart, 'Sample', { sources: [${code}] })`)}`,
    without: "ProjectedSource.downwardApi({ 'some-file': 'metadata.name' })",
    types: ['ProjectedSource', 'ProjectedKeysOptions', 'ServiceAccountTokenOptions', 'ContainerResourceFile', 'DownwardApiOptions', 'ClusterTrustBundleOptions', 'PodCertificateOptions'],
    parameters: [
      ...projected('secret', 'ProjectedSource', [[[], 'secret', 'secret']]),
      ...projected('secret', 'ProjectedKeysOptions', [
        [['items', '0', 'path'], 'items', "secret, { items: { 'tls.key': 'certs/server.key' } }"],
        [['items', '0', 'mode'], 'modes', "secret, { items: { 'tls.key': 'server.key' }, modes: { 'server.key': 0o400 } }"],
        [['optional'], 'optional', 'secret, { optional: true }'],
      ]),
      ...projected('configMap', 'ProjectedSource', [[[], 'configMap', 'configMap']]),
      ...projected('downwardApi', 'ProjectedSource', [[['items'], 'downwardApi', "{ labels: 'metadata.labels' }"]]),
      ...projected('downwardApi', 'DownwardApiOptions', [
        [['items', '0', 'resourceFieldRef'], 'resources', "{}, { resources: [{ path: 'cpu', containerName: 'main', resource: ResourceFieldPaths.CPU_LIMIT }] }"],
        [['items', '0', 'mode'], 'modes', "{ labels: 'metadata.labels' }, { modes: { labels: 0o440 } }"],
      ]),
      ...projected('downwardApi', 'ContainerResourceFile', ([
        [['path'], 'path'], [['resourceFieldRef', 'containerName'], 'containerName'], [['resourceFieldRef', 'resource'], 'resource'], [['resourceFieldRef', 'divisor'], 'unit'],
      ] as const).map(([at, property]) => [['items', '0', ...at], property,
        "{}, { resources: [{ path: 'memory', containerName: 'main', resource: ResourceFieldPaths.MEMORY_LIMIT, unit: Size.mebibytes(1) }] }"])),
      ...projected('serviceAccountToken', 'ProjectedSource', [[[], 'serviceAccountToken', '']]),
      ...projected('serviceAccountToken', 'ServiceAccountTokenOptions', [
        [['path'], 'path', "{ path: 'vault-token' }"],
        [['audience'], 'audience', "{ audience: 'vault' }"],
        [['expirationSeconds'], 'expiration', '{ expiration: Duration.minutes(10) }'],
      ]),
      ...projected('clusterTrustBundle', 'ProjectedSource', [[[], 'clusterTrustBundle', "{ name: 'ca', path: 'ca.pem' }"]]),
      ...projected('clusterTrustBundle', 'ClusterTrustBundleOptions', [
        [['path'], 'path', "{ name: 'ca', path: 'ca.pem' }"],
        [['name'], 'name', "{ name: 'ca', path: 'ca.pem' }"],
        [['signerName'], 'signerName', "{ signerName: 'example.com/signer', matchLabels: {}, path: 'ca.pem' }"],
        [['labelSelector'], 'matchLabels', "{ signerName: 'example.com/signer', matchLabels: { live: 'true' }, path: 'ca.pem' }"],
        [['optional'], 'optional', "{ name: 'ca', path: 'ca.pem', optional: true }"],
      ]),
      ...projected('podCertificate', 'ProjectedSource', [[[], 'podCertificate', certificate("credentialBundlePath: 'bundle.pem'")]]),
      ...projected('podCertificate', 'PodCertificateOptions', [
        [['signerName'], 'signerName', certificate("credentialBundlePath: 'bundle.pem'")],
        [['keyType'], 'keyType', certificate("credentialBundlePath: 'bundle.pem'")],
        [['maxExpirationSeconds'], 'maxExpiration', certificate("credentialBundlePath: 'bundle.pem', maxExpiration: Duration.hours(1)")],
        [['credentialBundlePath'], 'credentialBundlePath', certificate("credentialBundlePath: 'bundle.pem'")],
        [['keyPath'], 'keyPath', certificate("keyPath: 'key.pem', certificateChainPath: 'chain.pem'")],
        [['certificateChainPath'], 'certificateChainPath', certificate("keyPath: 'key.pem', certificateChainPath: 'chain.pem'")],
      ]),
    ],
  },
  'ephemeral': {
    kind: 'Pod',
    below: VOLUME,
    ...volumeInPod('EphemeralVolume', 'size: Size.gibibytes(1)'),
    types: ['EphemeralVolumeProps'],
    parameters: [
      parameter('name', 'EphemeralVolumeProps.name', "name: 'scratch'"),
      ...([
        [['metadata', 'labels'], 'EphemeralVolumeProps.labels', "labels: { app: 'web' }"],
        [['metadata', 'annotations'], 'EphemeralVolumeProps.annotations', "annotations: { team: 'web' }"],
        [['spec', 'resources', 'requests', 'storage'], 'ClaimOptions.size', 'size: Size.gibibytes(100)'],
        [['spec', 'storageClassName'], 'ClaimOptions.storageClass', "storageClass: StorageClass.fromName('scratch')"],
        [['spec', 'accessModes'], 'ClaimOptions.accessModes', 'accessModes: [AccessMode.READ_WRITE_ONCE_POD]'],
        [['spec', 'dataSource'], 'EphemeralVolumeProps.dataSource', "dataSource: VolumeSnapshot.fromName('models')"],
      ] as const).map(([at, member, code]) => parameter(['ephemeral', 'volumeClaimTemplate', ...at], member, code)),
    ],
  },
  'CSI in a Pod': {
    kind: 'Pod',
    below: VOLUME,
    ...volumeInPod('CsiEphemeralVolume', "driver: 'some.csi.driver'"),
    types: ['CsiEphemeralVolumeProps'],
    parameters: [
      parameter('name', 'CsiEphemeralVolumeProps.name', "name: 'secrets'"),
      parameter(['csi', 'driver'], 'CsiEphemeralVolumeProps.driver', "driver: 'secrets-store.csi.k8s.io'"),
      parameter(['csi', 'fsType'], 'CsiEphemeralVolumeProps.fsType', "fsType: 'ext4'"),
      parameter(['csi', 'readOnly'], 'CsiEphemeralVolumeProps.readOnly', 'readOnly: true'),
      parameter(['csi', 'volumeAttributes'], 'CsiEphemeralVolumeProps.volumeAttributes', "volumeAttributes: { secretProviderClass: 'db' }"),
      parameter(['csi', 'nodePublishSecretRef'], 'CsiEphemeralVolumeProps.nodePublishSecret', "nodePublishSecret: Secret.fromSecretName(chart, 'Access', 'access')"),
    ],
  },
};

function projected(factory: string, type: string, rows: [at: string[], property: string, args: string][]) {
  const field = factory === 'downwardApi' ? 'downwardAPI' : factory;
  return rows.map(([at, property, args]) => parameter([field, ...at], `${type}.${property}`, `ProjectedSource.${factory}(${args})`));
}

function certificate(files: string): string {
  return `{ signerName: 'example.com/signer', keyType: PodCertificateKeyType.ED25519, ${files} }`;
}
