import { attempt } from './attempt';
import { configurationValues, makesUnencryptedDefaultClass } from '../../../src/aws/configuration/configuration-values';
import type { ContainerResources, ResourceQuantities } from '../../../src/aws/configuration/container-resources';
import type { ControllerConfiguration } from '../../../src/aws/configuration/controller-configuration';
import { DefaultFsType } from '../../../src/aws/configuration/default-fs-type';
import type { DriverConfiguration, DriverConfigurationOptions } from '../../../src/aws/configuration/driver-configuration';
import { MetadataSource } from '../../../src/aws/configuration/metadata-source';
import type { NodeConfiguration } from '../../../src/aws/configuration/node-configuration';
import { LoggingFormat } from '../../../src/aws/configuration/pod-configuration';
import type {
  LoggingSidecarConfiguration, MetadataLabelerConfiguration, SidecarConfiguration, SidecarsConfiguration, SnapshotterConfiguration,
} from '../../../src/aws/configuration/sidecar-configuration';
import { TaintEffect, type Toleration, TolerationOperator } from '../../../src/aws/configuration/toleration';
import { type TopologySpreadConstraint, UnsatisfiableConstraint } from '../../../src/aws/configuration/topology-spread-constraint';

test('every property reaches the values, under the name it has there', () => {
  const quantities: Required<ResourceQuantities> = { cpu: '100m', memory: '128Mi' };
  const resources: Required<ContainerResources> = { requests: quantities, limits: quantities };
  const noExecute: Required<Omit<Toleration, 'value'>> = {
    key: 'dedicated', operator: TolerationOperator.EXISTS, effect: TaintEffect.NO_EXECUTE, tolerationSeconds: 300,
  };
  const storage: Required<Omit<Toleration, 'tolerationSeconds'>> = {
    key: 'dedicated', operator: TolerationOperator.EQUAL, value: 'storage', effect: TaintEffect.NO_SCHEDULE,
  };
  const spread: Required<TopologySpreadConstraint> = {
    maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: UnsatisfiableConstraint.SCHEDULE_ANYWAY,
  };
  const controller: Required<ControllerConfiguration> = {
    additionalArgs: ['--warn-on-invalid-tag'],
    batching: false,
    defaultFsType: DefaultFsType.XFS,
    enableMetrics: true,
    extraCreateMetadata: false,
    extraVolumeTags: { team: 'storage' },
    loggingFormat: LoggingFormat.JSON,
    logLevel: 5,
    nodeSelector: { role: 'system' },
    podAnnotations: { note: 'one' },
    podLabels: { tier: 'two' },
    priorityClassName: 'high',
    region: 'eu-west-1',
    replicaCount: 3,
    resources,
    sdkDebugLog: true,
    tolerations: [noExecute],
    topologySpreadConstraints: [spread],
    volumeModificationFeature: { enabled: true },
  };
  const node: Required<Omit<NodeConfiguration, 'reservedVolumeAttachments'>> = {
    additionalArgs: ['--legacy-xfs=true'],
    enableLinux: true,
    enableMetrics: true,
    enableWindows: false,
    hostNetwork: true,
    loggingFormat: LoggingFormat.TEXT,
    logLevel: 0,
    metadataSources: [MetadataSource.METADATA_LABELER, MetadataSource.KUBERNETES, MetadataSource.IMDS],
    nodeSelector: { role: 'data' },
    podAnnotations: {},
    podLabels: {},
    priorityClassName: 'highest',
    resources,
    terminationGracePeriodSeconds: 0,
    tolerateAllTaints: false,
    tolerations: [storage, noExecute],
    volumeAttachLimit: 25,
  };
  const quiet: Required<SidecarConfiguration> = { additionalArgs: ['--probe-timeout=5s'], resources };
  const logging: Required<LoggingSidecarConfiguration> = { additionalArgs: ['--timeout=2m'], resources, logLevel: 4 };
  const snapshotter: Required<SnapshotterConfiguration> = { ...logging, forceEnable: true };
  const metadataLabeler: Required<MetadataLabelerConfiguration> = { ...logging, enabled: true };
  const sidecars: Required<SidecarsConfiguration> = {
    attacher: logging,
    livenessProbe: quiet,
    metadataLabeler,
    nodeDriverRegistrar: logging,
    provisioner: logging,
    resizer: logging,
    snapshotter,
    volumemodifier: logging,
  };
  const configuration: Required<DriverConfiguration> = {
    controller,
    node,
    sidecars,
    defaultStorageClass: { enabled: true },
    fips: true,
    nodeAllocatableUpdatePeriodSeconds: 60,
  };

  const amounts = { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '100m', memory: '128Mi' } };
  expect(attempt({ configuration })).toEqual({
    controller: {
      additionalArgs: ['--warn-on-invalid-tag'],
      batching: false,
      defaultFsType: 'xfs',
      enableMetrics: true,
      extraCreateMetadata: false,
      extraVolumeTags: { team: 'storage' },
      loggingFormat: 'json',
      logLevel: 5,
      nodeSelector: { role: 'system' },
      podAnnotations: { note: 'one' },
      podLabels: { tier: 'two' },
      priorityClassName: 'high',
      region: 'eu-west-1',
      replicaCount: 3,
      resources: amounts,
      sdkDebugLog: true,
      tolerations: [{ key: 'dedicated', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }],
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' }],
      volumeModificationFeature: { enabled: true },
    },
    node: {
      additionalArgs: ['--legacy-xfs=true'],
      enableLinux: true,
      enableMetrics: true,
      enableWindows: false,
      hostNetwork: true,
      loggingFormat: 'text',
      logLevel: 0,
      metadataSources: 'metadata-labeler,kubernetes,imds',
      nodeSelector: { role: 'data' },
      podAnnotations: {},
      podLabels: {},
      priorityClassName: 'highest',
      resources: amounts,
      terminationGracePeriodSeconds: 0,
      tolerateAllTaints: false,
      tolerations: [
        { key: 'dedicated', operator: 'Equal', value: 'storage', effect: 'NoSchedule' },
        { key: 'dedicated', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
      ],
      volumeAttachLimit: 25,
    },
    sidecars: {
      attacher: { additionalArgs: ['--timeout=2m'], resources: amounts, logLevel: 4 },
      livenessProbe: { additionalArgs: ['--probe-timeout=5s'], resources: amounts },
      metadataLabeler: { additionalArgs: ['--timeout=2m'], resources: amounts, logLevel: 4, enabled: true },
      nodeDriverRegistrar: { additionalArgs: ['--timeout=2m'], resources: amounts, logLevel: 4 },
      provisioner: { additionalArgs: ['--timeout=2m'], resources: amounts, logLevel: 4 },
      resizer: { additionalArgs: ['--timeout=2m'], resources: amounts, logLevel: 4 },
      snapshotter: { additionalArgs: ['--timeout=2m'], resources: amounts, logLevel: 4, forceEnable: true },
      volumemodifier: { additionalArgs: ['--timeout=2m'], resources: amounts, logLevel: 4 },
    },
    defaultStorageClass: { enabled: true },
    fips: true,
    nodeAllocatableUpdatePeriodSeconds: 60,
  });
});

test('attachments can be reserved instead of limited', () => {
  const node: Pick<Required<NodeConfiguration>, 'reservedVolumeAttachments'> = { reservedVolumeAttachments: -1 };
  expect(attempt({ configuration: { node } })).toEqual({ node: { reservedVolumeAttachments: -1 } });
});

test.each<[string, DriverConfigurationOptions]>([
  ['no options', {}],
  ['options that are undefined', { configuration: undefined, configurationValues: undefined, additionalConfigurationKeys: undefined }],
  ['empty options', { configuration: {}, configurationValues: {}, additionalConfigurationKeys: [] }],
  ['properties that are undefined', {
    configuration: { fips: undefined, controller: { replicaCount: undefined, resources: { limits: undefined } }, node: undefined },
    configurationValues: { node: { volumeAttachLimit: undefined } },
  }],
])('there is nothing to say with %s', (_, options) => {
  expect(attempt(options)).toBeUndefined();
});

test('what is undefined is left out, however deep', () => {
  expect(attempt({
    configuration: { controller: { replicaCount: 3, logLevel: undefined, tolerations: [{ operator: TolerationOperator.EXISTS, key: undefined }] } },
    configurationValues: { controller: { env: [{ name: 'A', value: undefined }, undefined] }, proxy: undefined },
  })).toStrictEqual({ controller: { replicaCount: 3, tolerations: [{ operator: 'Exists' }], env: [{ name: 'A' }] } });
});

test('different settings of one object are merged, typed ones first, in the order they are given in', () => {
  const values = attempt({
    configuration: { node: { logLevel: 3, resources: { limits: { memory: '1Gi' } } }, controller: { extraVolumeTags: { team: 'storage' } } },
    configurationValues: {
      proxy: { http_proxy: 'http://proxy:3128' },
      controller: { extraVolumeTags: { stage: 'prod' }, affinity: null },
      node: { kubeletPath: '/data/kubelet', resources: { limits: { cpu: 1 } } },
    },
  });
  expect(JSON.stringify(values)).toBe(JSON.stringify({
    node: { logLevel: 3, resources: { limits: { memory: '1Gi', cpu: 1 } }, kubeletPath: '/data/kubelet' },
    controller: { extraVolumeTags: { team: 'storage', stage: 'prod' }, affinity: null },
    proxy: { http_proxy: 'http://proxy:3128' },
  }));
});

test('an empty object that says something is kept', () => {
  const values = { controller: { socketDirVolume: { emptyDir: {} }, replicaCount: 2 } };
  expect(attempt({ configurationValues: values })).toEqual(values);
});

test('what was given is not changed', () => {
  const options = { configuration: { controller: { logLevel: 3 } }, configurationValues: { controller: { env: [{ name: 'A' }] } } };
  const before = JSON.stringify(options);
  configurationValues(options);
  expect(JSON.stringify(options)).toBe(before);
});

test('a key of a newer driver is taken with all that is below it', () => {
  const values = { controller: { newSetting: { replicas: 3 } }, sidecars: { newSidecar: { enabled: true } } };
  expect(attempt({ configurationValues: values, additionalConfigurationKeys: ['controller.newSetting', 'sidecars.newSidecar'] })).toEqual(values);
});

test.each([
  [{ useOldCSIDriver: true, nodeComponentOnly: true, debugLogs: true }],
  [{ node: { serviceAccount: { disableMutation: true, automountServiceAccountToken: false } } }],
  [{ node: { metadataSources: 'IMDS, kubernetes' } }],
  [{ node: { volumeAttachLimit: 20, reservedVolumeAttachments: -1 } }],
  [{ node: { volumeAttachLimit: null, reservedVolumeAttachments: 2, metadataSources: null }, nodeAllocatableUpdatePeriodSeconds: null }],
  [{ nodeAllocatableUpdatePeriodSeconds: 0 }],
  [{ nodeAllocatableUpdatePeriodSeconds: -1 }],
  [{ controller: { tolerations: [{ key: 'size', operator: 'Gt', value: '5' }, { key: 'a', value: '' }, { operator: 'Exists', value: '', effect: '' }] } }],
  [{ controller: { defaultFsType: null, otelTracing: null, resources: null, podDisruptionBudget: { maxUnavailable: '50%', minAvailable: null } } }],
  [{ controller: { resources: { limits: { 'cpu': 2, 'memory': '1.5Gi', 'ephemeral-storage': '1e9' }, requests: { cpu: '+.5', memory: '129e6' } } } }],
  [{ additionalDaemonSets: { big: { volumeAttachLimit: 100, nodeSelector: { size: 'big' } } }, node: { volumeAttachLimit: 25 } }],
  [{ additionalDaemonSets: { big: { volumeAttachLimit: 100, reservedVolumeAttachments: -1 } }, node: { reservedVolumeAttachments: 2 } }],
  [{ additionalDaemonSets: { tainted: { tolerations: [{ operator: 'Exists' }] } }, node: { tolerateAllTaints: false } }],
  [{ additionalDaemonSets: null, global: { anything: { at: 'all' } } }],
])('the driver takes %j', (values) => {
  expect(attempt({ configurationValues: values })).toEqual(values);
});

test.each<[boolean, DriverConfigurationOptions]>([
  [true, { configuration: { defaultStorageClass: { enabled: true } } }],
  [true, { configurationValues: { defaultStorageClass: { enabled: true } } }],
  [false, { configuration: { defaultStorageClass: { enabled: false } } }],
  [false, { configurationValues: { defaultStorageClass: {} } }],
  [false, {}],
])('whether there is an unencrypted default class is %s for %j', (expected, options) => {
  expect(makesUnencryptedDefaultClass(options)).toBe(expected);
});
