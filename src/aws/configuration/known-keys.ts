import { resources } from './container-resources';
import { metadataSources } from './metadata-source';
import { attachments, updatePeriod } from './node-rules';
import { toleration } from './toleration';
import { spreadConstraint } from './topology-spread-constraint';
import { count, flag, list, listOf, object, oneOf, orNull, type Rule, text, textMap, texts, wholeNumber } from './value-rules';
import { volumeTags } from './volume-tags';

/** An object of the driver's configuration that has these keys and no others; `*` stands for any. */
export interface Section {
  readonly [key: string]: Rule | Section;
  readonly [NULL_TOO]?: true;
}

/** Marks a section that may be null instead. */
export const NULL_TOO: unique symbol = Symbol('null too');

export function knownKey(section: Section, key: string): Rule | Section | undefined {
  return Object.hasOwn(section, key) ? section[key] : section['*'];
}

const switched: Section = { enabled: flag };
const image: Section = { pullPolicy: text, repository: text, tag: text };
const serviceAccount: Section = { annotations: orNull(textMap), automountServiceAccountToken: flag, create: flag, name: text };

/** What the Pods of controller and nodes have in common. */
const pod: Section = {
  additionalArgs: texts,
  affinity: orNull(object),
  containerSecurityContext: object,
  dnsConfig: orNull(object),
  enableMetrics: flag,
  enablePrometheusAnnotations: flag,
  env: list,
  envFrom: list,
  initContainers: list,
  loggingFormat: oneOf('text', 'json'),
  logLevel: wholeNumber(0),
  nodeSelector: orNull(textMap),
  otelTracing: { otelServiceName: text, otelExporterEndpoint: text, [NULL_TOO]: true },
  podAnnotations: orNull(textMap),
  podLabels: orNull(textMap),
  resources: orNull(resources),
  revisionHistoryLimit: wholeNumber(0),
  securityContext: object,
  serviceMonitor: { forceEnable: flag, interval: text, labels: textMap, relabelings: listOf(object) },
  tolerations: listOf(toleration),
  updateStrategy: object,
  volumeMounts: list,
  volumes: list,
};

const controller: Section = {
  ...pod,
  batching: flag,
  defaultFsType: orNull(oneOf('ext4', 'ext3', 'xfs', 'ntfs')),
  deploymentAnnotations: orNull(textMap),
  enableNodeLocalVolumes: flag,
  extraCreateMetadata: flag,
  extraVolumeTags: volumeTags,
  httpEndpoint: orNull(text),
  k8sTagClusterId: orNull(text),
  nameOverride: orNull(text),
  podDisruptionBudget: { enabled: flag, maxUnavailable: orNull(count), minAvailable: orNull(count), unhealthyPodEvictionPolicy: orNull(text) },
  priorityClassName: text,
  region: orNull(text),
  replicaCount: wholeNumber(1),
  sdkDebugLog: flag,
  serviceAccount,
  socketDirVolume: object,
  topologySpreadConstraints: listOf(spreadConstraint),
  userAgentExtra: text,
  volumeModificationFeature: switched,
};

const node: Section = {
  ...pod,
  daemonSetAnnotations: orNull(textMap),
  enableLinux: flag,
  enableWindows: flag,
  hostNetwork: flag,
  kubeletPath: text,
  legacyXFS: flag,
  metadataSources: orNull(metadataSources),
  namespaceOverride: orNull(text),
  priorityClassName: orNull(text),
  probeDirVolume: object,
  reservedVolumeAttachments: orNull(attachments('--reserved-volume-attachments', -1)),
  selinux: flag,
  serviceAccount: { ...serviceAccount, disableMutation: orNull(flag) },
  terminationGracePeriodSeconds: wholeNumber(0),
  tolerateAllTaints: flag,
  volumeAttachLimit: orNull(attachments('--volume-attach-limit', 0)),
  windowsHostProcess: flag,
};

const sidecar: Section = { additionalArgs: texts, resources: orNull(resources), securityContext: object };
const loggingSidecar: Section = { ...sidecar, env: list, image, logLevel: wholeNumber(0) };
const asker: Section = { ...loggingSidecar, additionalClusterRoleRules: orNull(list) };
const leadingAsker: Section = { ...asker, leaderElection: switched };

const sidecars: Section = {
  attacher: leadingAsker,
  livenessProbe: { ...sidecar, image },
  metadataLabeler: { ...sidecar, enabled: flag, env: list, logLevel: wholeNumber(0) },
  nodeDriverRegistrar: { ...loggingSidecar, healthPort: wholeNumber(1), livenessProbe: object },
  provisioner: leadingAsker,
  resizer: leadingAsker,
  snapshotter: { ...asker, forceEnable: flag },
  volumemodifier: { ...loggingSidecar, leaderElection: switched, volumeMounts: list },
};

/** The version of the driver whose settings these are. */
export const KNOWN_DRIVER = 'v1.64.0';

/**
 * Every setting of the driver and what it takes: those of values.schema.json of the chart 2.64.0, published on 2026-08-19.
 * Where the schema is open and Kubernetes or the driver is not, the rule is theirs.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/charts/aws-ebs-csi-driver/values.schema.json
 */
export const KNOWN_KEYS: Section = {
  additionalDaemonSets: { '*': node, [NULL_TOO]: true },
  awsAccessSecret: { accessKey: text, keyId: text, name: text },
  controller,
  customLabels: orNull(textMap),
  debugLogs: flag,
  defaultStorageClass: switched,
  enabled: orNull(flag),
  fips: flag,
  fullnameOverride: orNull(text),
  global: object,
  helmTester: { enabled: flag, image: text },
  image: { ...image, containerRegistry: text },
  imagePullSecrets: list,
  nameOverride: orNull(text),
  node,
  nodeAllocatableUpdatePeriodSeconds: orNull(updatePeriod),
  nodeComponentOnly: flag,
  proxy: { http_proxy: orNull(text), no_proxy: orNull(text) },
  sidecars,
  storageClasses: list,
  useOldCSIDriver: flag,
  volumeSnapshotClasses: list,
};
