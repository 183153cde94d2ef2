import { attempt, refused, refusedValues } from './attempt';
import { DefaultFsType } from '../../../src/aws/configuration/default-fs-type';
import { MetadataSource } from '../../../src/aws/configuration/metadata-source';
import { TaintEffect, TolerationOperator } from '../../../src/aws/configuration/toleration';
import { UnsatisfiableConstraint } from '../../../src/aws/configuration/topology-spread-constraint';

test('fails with all mistakes together', () => {
  const attempted = () => attempt({
    configuration: { controller: { replicaCount: 0 } },
    configurationValues: { controller: { replicas: 3 }, node: { logLevel: '2' } },
  });
  expect(attempted).toThrow('Driver: 3 mistakes');
});

describe('keys', () => {
  refusedValues([
    [{ replicaCount: 3 }, "configurationValues 'replicaCount' is not a setting of the driver v1.64.0; name it in additionalConfigurationKeys if the driver you install has it"],
    [{ controller: { replicas: 3 } }, "configurationValues 'controller.replicas' is not a setting of the driver v1.64.0; write 'controller.replicaCount', or name it in additionalConfigurationKeys"],
    [{ controller: { replicacount: 3 } }, "configurationValues 'controller.replicacount' is not a setting of the driver v1.64.0; write 'controller.replicaCount', or"],
    [{ Controller: {} }, "configurationValues 'Controller' is not a setting of the driver v1.64.0; write 'controller', or"],
    [{ node: { tolerationss: [] } }, "configurationValues 'node.tolerationss' is not a setting of the driver v1.64.0; write 'node.tolerations', or"],
    [{ sidecars: { atacher: {} } }, "configurationValues 'sidecars.atacher' is not a setting of the driver v1.64.0; write 'sidecars.attacher', or"],
    [{ sidecars: { provisioner: { leaderElection: { leaseDuration: '15s' } } } }, "configurationValues 'sidecars.provisioner.leaderElection.leaseDuration' is not a setting of the driver v1.64.0; name it"],
    [{ additionalDaemonSets: { big: { volumeAttachLimits: 5 } } }, "configurationValues 'additionalDaemonSets.big.volumeAttachLimits' is not a setting of the driver v1.64.0; write 'additionalDaemonSets.big.volumeAttachLimit', or"],
    [{ 'controller.replicaCount': 3 }, "configurationValues 'controller.replicaCount' is not a setting of the driver v1.64.0; write one object in another, without dots"],
    [{ constructor: {} }, "configurationValues 'constructor' is not a setting of the driver v1.64.0; name it"],
  ]);
  refused([
    [{ additionalConfigurationKeys: ['controller.newSetting'] }, "additionalConfigurationKeys 'controller.newSetting' permits nothing that is in configurationValues; leave it out"],
    [{ additionalConfigurationKeys: ['controller.newSetting'], configurationValues: { controller: { newSetting: undefined } } }, "additionalConfigurationKeys 'controller.newSetting' permits nothing"],
    [{ additionalConfigurationKeys: ['node'], configurationValues: { node: { logLevel: 2 } } }, "additionalConfigurationKeys 'node' is known already; leave it out"],
    [{ additionalConfigurationKeys: ['node.logLevel'] }, "additionalConfigurationKeys 'node.logLevel' is known already; leave it out"],
    [{ additionalConfigurationKeys: ['node.affinity.nodeAffinity'] }, "additionalConfigurationKeys 'node.affinity.nodeAffinity' is known already"],
    [{ additionalConfigurationKeys: ['new', 'new.below'], configurationValues: { new: { below: 1 } } }, "additionalConfigurationKeys 'new.below' permits nothing"],
  ]);
  test('are not permitted by a name with dots', () => {
    expect(() => attempt({ configurationValues: { 'node.logLevel': 2 }, additionalConfigurationKeys: ['node.logLevel'] })).toThrow('Driver: 2 mistakes');
  });
});

describe('given twice', () => {
  refused([
    [{ configuration: { controller: { replicaCount: 3 } }, configurationValues: { controller: { replicaCount: 3 } } }, 'configuration.controller.replicaCount 3 is also given as configurationValues.controller.replicaCount 3; give it once'],
    [{ configuration: { fips: false }, configurationValues: { fips: true } }, 'configuration.fips false is also given as configurationValues.fips true; give it once'],
    [{ configuration: { node: { metadataSources: [MetadataSource.IMDS] } }, configurationValues: { node: { metadataSources: 'kubernetes' } } }, "configuration.node.metadataSources 'imds' is also given as configurationValues.node.metadataSources 'kubernetes'; give it once"],
    [{ configuration: { controller: { extraVolumeTags: { team: 'a', stage: 'b' } } }, configurationValues: { controller: { extraVolumeTags: { team: 'c' } } } }, "configuration.controller.extraVolumeTags.team 'a' is also given"],
    [{ configuration: { controller: { tolerations: [] } }, configurationValues: { controller: { tolerations: [] } } }, 'configuration.controller.tolerations [] is also given'],
    [{ configuration: { controller: { resources: {} } }, configurationValues: { controller: { resources: null } } }, 'configuration.controller.resources {} is also given as configurationValues.controller.resources null'],
  ]);
});

describe('decided elsewhere', () => {
  refusedValues([
    [{ awsAccessSecret: { name: 'aws-secret' } }, "configurationValues 'awsAccessSecret' is decided by the identity; give SelfManagedEbsCsiDriver the identity DriverIdentity.secret"],
    [{ controller: { serviceAccount: { annotations: {} } } }, "configurationValues 'controller.serviceAccount.annotations' is decided by the identity; give that"],
    [{ controller: { k8sTagClusterId: 'prod' } }, "configurationValues 'controller.k8sTagClusterId' is set to the name of the cluster, by EKS or by the construct; leave it out"],
    [{ node: { serviceAccount: { name: 'mine' } } }, "configurationValues 'node.serviceAccount.name' is decided by the identity; give that"],
    [{ node: { serviceAccount: { create: false } } }, "configurationValues 'node.serviceAccount.create' is decided by the identity"],
    [{ node: { serviceAccount: { annotations: {} } } }, "configurationValues 'node.serviceAccount.annotations' is decided by the identity"],
    [{ node: { namespaceOverride: 'storage' } }, "configurationValues 'node.namespaceOverride' is decided by the namespace; give that"],
    [{ additionalDaemonSets: { big: { namespaceOverride: 'storage' } } }, "configurationValues 'additionalDaemonSets.big.namespaceOverride' is decided by the namespace"],
  ]);
});

describe('types', () => {
  refusedValues([
    [{ controller: { replicaCount: '3' } }, "controller.replicaCount '3' is not a whole number of at least 1; give one"],
    [{ controller: { batching: 'yes' } }, "controller.batching 'yes' is not a boolean; give true or false"],
    [{ controller: { region: 1 } }, 'controller.region 1 is not a string; give one'],
    [{ controller: { additionalArgs: '--v=5' } }, "controller.additionalArgs '--v=5' is not a list of strings; give one"],
    [{ controller: { additionalArgs: [5] } }, 'controller.additionalArgs [5] is not a list of strings; give one'],
    [{ controller: { nodeSelector: { system: true } } }, 'controller.nodeSelector {"system":true} is not an object with strings as its values; give one'],
    [{ controller: { affinity: [] } }, 'controller.affinity [] is not an object; give one'],
    [{ controller: { env: {} } }, 'controller.env {} is not a list; give one'],
    [{ controller: { podDisruptionBudget: { maxUnavailable: 'half' } } }, "controller.podDisruptionBudget.maxUnavailable 'half' is not a whole number or a percentage; give one as in 1 or '25%'"],
    [{ controller: { podDisruptionBudget: { minAvailable: true } } }, 'controller.podDisruptionBudget.minAvailable true is not a whole number or a percentage'],
    [{ controller: 'x' }, "controller 'x' is not an object; give one"],
    [{ controller: null }, 'controller null is not an object; give one'],
    [{ sidecars: { attacher: [] } }, 'sidecars.attacher [] is not an object; give one'],
    [{ node: { tolerations: {} } }, 'node.tolerations {} is not a list; give one'],
    [{ node: { additionalArgs: null } }, 'node.additionalArgs null is not a list of strings; give one'],
    [{ additionalDaemonSets: { big: 5 } }, 'additionalDaemonSets.big 5 is not an object; give one'],
    [{ additionalDaemonSets: { big: { logLevel: 'loud' } } }, "additionalDaemonSets.big.logLevel 'loud' is not a whole number of at least 0; give one"],
  ]);
});

describe('numbers and names', () => {
  refused([
    [{ configuration: { controller: { replicaCount: 0 } } }, 'controller.replicaCount 0 is not a whole number of at least 1; give one'],
    [{ configuration: { controller: { replicaCount: 1.5 } } }, 'controller.replicaCount 1.5 is not a whole number of at least 1'],
    [{ configuration: { controller: { replicaCount: NaN } } }, 'controller.replicaCount NaN is not a whole number of at least 1'],
    [{ configuration: { controller: { logLevel: -1 } } }, 'controller.logLevel -1 is not a whole number of at least 0'],
    [{ configuration: { sidecars: { resizer: { logLevel: 0.5 } } } }, 'sidecars.resizer.logLevel 0.5 is not a whole number of at least 0'],
    [{ configuration: { node: { terminationGracePeriodSeconds: -1 } } }, 'node.terminationGracePeriodSeconds -1 is not a whole number of at least 0'],
    [{ configuration: { node: { volumeAttachLimit: -1 } } }, 'node.volumeAttachLimit -1 is not a whole number of at least 0'],
    [{ configuration: { node: { volumeAttachLimit: 0 } } }, "node.volumeAttachLimit 0 is not passed on to the driver by its chart; give additionalArgs ['--volume-attach-limit=0'] instead"],
    [{ configuration: { node: { reservedVolumeAttachments: -2 } } }, 'node.reservedVolumeAttachments -2 is not a whole number of at least -1'],
    [{ configuration: { node: { reservedVolumeAttachments: 0 } } }, "node.reservedVolumeAttachments 0 is not passed on to the driver by its chart; give additionalArgs ['--reserved-volume-attachments=0'] instead"],
    [{ configuration: { nodeAllocatableUpdatePeriodSeconds: 5 } }, 'nodeAllocatableUpdatePeriodSeconds 5 is not a period Kubernetes takes; give a whole number of at least 10, 0 for never, or -1 for what the chart chooses'],
    [{ configurationValues: { controller: { loggingFormat: 'xml' } } }, "controller.loggingFormat 'xml' is not known; give one of text, json"],
    [{ configurationValues: { controller: { defaultFsType: 'btrfs' } } }, "controller.defaultFsType 'btrfs' is not known; give one of ext4, ext3, xfs, ntfs"],
    [{ configuration: { controller: { defaultFsType: 'zfs' as DefaultFsType } } }, "controller.defaultFsType 'zfs' is not known"],
    [{ configuration: { controller: { topologySpreadConstraints: [{ maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: UnsatisfiableConstraint.DO_NOT_SCHEDULE }] } } }, 'controller.topologySpreadConstraints[0].maxSkew 0 is not a whole number of at least 1'],
    [{ configurationValues: { controller: { topologySpreadConstraints: [{ whenUnsatisfiable: 'Ignore' }] } } }, "controller.topologySpreadConstraints[0].whenUnsatisfiable 'Ignore' is not known; give one of DoNotSchedule, ScheduleAnyway"],
    [{ configurationValues: { controller: { topologySpreadConstraints: ['zone'] } } }, "controller.topologySpreadConstraints[0] 'zone' is not an object"],
  ]);
});

describe('attachments', () => {
  refused([
    [{ configuration: { node: { volumeAttachLimit: 20, reservedVolumeAttachments: 2 } } }, 'node.volumeAttachLimit 20 and node.reservedVolumeAttachments 2 are given together, and the driver takes one of the two; leave one out'],
    [{ configuration: { node: { volumeAttachLimit: 20 } }, configurationValues: { node: { reservedVolumeAttachments: 2 } } }, 'node.volumeAttachLimit 20 and node.reservedVolumeAttachments 2 are given together'],
    [{ configuration: { node: { reservedVolumeAttachments: 2 } }, configurationValues: { additionalDaemonSets: { big: { volumeAttachLimit: 100 } } } }, 'additionalDaemonSets.big.volumeAttachLimit 100 and additionalDaemonSets.big.reservedVolumeAttachments 2 are given together'],
    // The chart lets `node` win over a null.
    [{ configurationValues: { node: { reservedVolumeAttachments: 2 }, additionalDaemonSets: { big: { volumeAttachLimit: 100, reservedVolumeAttachments: null } } } }, 'additionalDaemonSets.big.volumeAttachLimit 100 and'],
    [{ configurationValues: { node: { volumeAttachLimit: 20, reservedVolumeAttachments: 2 }, additionalDaemonSets: { big: { logLevel: 2 } } } }, 'node.volumeAttachLimit 20 and'],
  ]);
});

describe('metadata sources', () => {
  refused([
    [{ configuration: { node: { metadataSources: [] } } }, "node.metadataSources '' names no source; give at least one, or leave it out"],
    [{ configuration: { node: { metadataSources: [MetadataSource.IMDS, MetadataSource.KUBERNETES, MetadataSource.IMDS] } } }, "node.metadataSources 'imds,kubernetes,imds' has the source 'imds' more than once; give it once"],
    [{ configurationValues: { node: { metadataSources: 'imds,k8s' } } }, "node.metadataSources 'imds,k8s' has the source 'k8s', which the driver does not know; give any of imds, kubernetes, metadata-labeler"],
    [{ configurationValues: { node: { metadataSources: ['imds'] } } }, 'node.metadataSources ["imds"] is not a string; give one'],
    [{ configuration: { node: { metadataSources: [MetadataSource.METADATA_LABELER] } } }, "node.metadataSources 'metadata-labeler' has the source 'metadata-labeler', which needs its sidecar; give sidecars.metadataLabeler.enabled true"],
    [{ configurationValues: { node: { metadataSources: 'imds, Metadata-Labeler' }, sidecars: { metadataLabeler: { enabled: false } } } }, "node.metadataSources 'imds, Metadata-Labeler' has the source 'metadata-labeler', which needs its sidecar"],
    [{ configurationValues: { additionalDaemonSets: { big: { metadataSources: 'metadata-labeler' } } } }, "additionalDaemonSets.big.metadataSources 'metadata-labeler' has the source 'metadata-labeler', which needs its sidecar"],
  ]);
});

describe('resources', () => {
  refused([
    [{ configuration: { controller: { resources: { requests: { cpu: '0,5' } } } } }, "controller.resources.requests.cpu '0,5' is not a quantity; give one as in '500m' CPUs or '128Mi' memory"],
    [{ configuration: { node: { resources: { limits: { memory: '128 Mi' } } } } }, "node.resources.limits.memory '128 Mi' is not a quantity"],
    [{ configuration: { sidecars: { livenessProbe: { resources: { limits: { memory: '-1' } } } } } }, "sidecars.livenessProbe.resources.limits.memory '-1' is not a quantity"],
    [{ configuration: { sidecars: { attacher: { resources: { limits: { memory: '128MB' } } } } } }, "sidecars.attacher.resources.limits.memory '128MB' is not a quantity"],
    [{ configurationValues: { controller: { resources: { limits: { cpu: true } } } } }, 'controller.resources.limits.cpu true is not a quantity'],
    [{ configurationValues: { controller: { resources: { limits: '1Gi' } } } }, "controller.resources.limits '1Gi' is not an object; give one"],
    [{ configurationValues: { controller: { resources: 'large' } } }, "controller.resources 'large' is not an object; give one"],
  ]);
});

describe('tolerations', () => {
  refused([
    [{ configuration: { controller: { tolerations: [{ key: 'a', operator: TolerationOperator.EXISTS, value: 'b' }] } } }, "controller.tolerations[0].value 'b' is given with the operator 'Exists', which looks at the key alone; leave one of the two out"],
    [{ configuration: { controller: { tolerations: [{ effect: TaintEffect.NO_SCHEDULE }] } } }, "controller.tolerations[0].operator '' compares a key, and there is none; give a key, or the operator 'Exists' for every taint"],
    [{ configuration: { controller: { tolerations: [{ operator: TolerationOperator.EQUAL, value: 'a' }] } } }, "controller.tolerations[0].operator 'Equal' compares a key, and there is none"],
    [{ configuration: { controller: { tolerations: [{ key: 'a' }, { key: 'a', tolerationSeconds: 5 }] } } }, "controller.tolerations[1].tolerationSeconds 5 goes with the effect 'NoExecute' alone; give that effect, or leave the seconds out"],
    [{ configuration: { controller: { tolerations: [{ key: 'a', effect: TaintEffect.NO_SCHEDULE, tolerationSeconds: 5 }] } } }, "controller.tolerations[0].tolerationSeconds 5 goes with the effect 'NoExecute' alone"],
    [{ configuration: { controller: { tolerations: [{ key: 'a', effect: TaintEffect.NO_EXECUTE, tolerationSeconds: 0.5 }] } } }, 'controller.tolerations[0].tolerationSeconds 0.5 is not a whole number of at least 0'],
    [{ configurationValues: { controller: { tolerations: [{ key: 'a', operator: 'exists' }] } } }, "controller.tolerations[0].operator 'exists' is not known; give one of"],
    [{ configurationValues: { controller: { tolerations: [{ key: 'a', effect: 'NoExec' }] } } }, "controller.tolerations[0].effect 'NoExec' is not known; give one of"],
    [{ configurationValues: { controller: { tolerations: ['all'] } } }, "controller.tolerations[0] 'all' is not an object; give one"],
    [{ configuration: { node: { tolerations: [{ key: 'a' }] } } }, 'node.tolerations are passed over while node.tolerateAllTaints is true, as it is by default; give node.tolerateAllTaints false, or leave the tolerations out'],
    [{ configuration: { node: { tolerations: [{ key: 'a' }], tolerateAllTaints: true } } }, 'node.tolerations are passed over'],
    // The chart lets `node` win over a false.
    [{ configurationValues: { additionalDaemonSets: { big: { tolerations: [{ key: 'a' }], tolerateAllTaints: false } } } }, 'additionalDaemonSets.big.tolerations are passed over'],
  ]);
});

describe('tags of volumes', () => {
  const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, '']));
  const given = (extraVolumeTags: { [key: string]: string }, extraCreateMetadata = true) => ({
    configuration: { controller: { extraVolumeTags, extraCreateMetadata } },
  });
  const withKey = (key: string) => given({ [key]: 'value' });
  refused([
    ...['CSIVolumeName', 'CSIVolumeSnapshotName', 'kubernetes.io/created-for/pvc/name', 'kubernetes.io', 'kubernetes.iox', 'ebs.csi.aws.com/cluster', 'ebs.csi.aws.com/cluster-name']
      .map((key): [any, string] => [withKey(key), `controller.extraVolumeTags has the key '${key}', which the driver keeps for itself; choose another key`]),
    [withKey('AWS:team'), "controller.extraVolumeTags has the key 'AWS:team', and AWS keeps the prefix 'aws:' for itself; choose another key"],
    [withKey(''), "controller.extraVolumeTags has the key '', which is not one EC2 takes; use 1 to 128 characters"],
    [withKey('a'.repeat(129)), `controller.extraVolumeTags has the key '${'a'.repeat(129)}', which is not one EC2 takes`],
    ...['a,b', 'a=b', 'a"b', 'a\\b', ' a', 'a ', 'a\nb']
      .map((key): [any, string] => [withKey(key), `controller.extraVolumeTags has the key '${key}', which does not reach the driver whole; use no comma, equals sign,`]),
    [given({ team: 'a'.repeat(257) }), `controller.extraVolumeTags has at 'team' the value '${'a'.repeat(257)}', which is not one EC2 takes; use up to 256 characters`],
    ...['a,b', 'a"b', 'a\\b', ' a', 'a ', 'a\tb']
      .map((value): [any, string] => [given({ team: value }), `controller.extraVolumeTags has at 'team' the value '${value}', which does not reach the driver whole; use no comma,`]),
    [{ configurationValues: { controller: { extraVolumeTags: { cost: 5 } } } }, 'controller.extraVolumeTags {"cost":5} is not an object with strings as its values; give one'],
    [{ configurationValues: { controller: { extraVolumeTags: 'team=storage' } } }, "controller.extraVolumeTags 'team=storage' is not an object with strings as its values"],
    [given(tags(42)), 'controller.extraVolumeTags has 42 tags, which with the 9 of the driver are 51 on a volume, and EC2 takes 50; leave some out'],
    [given(tags(45), false), 'controller.extraVolumeTags has 45 tags, which with the 6 of the driver are 51 on a volume'],
  ]);

  test.each([
    given(tags(41)),
    given(tags(44), false),
    given({ ...tags(41), Name: 'mine' }),
    given({ ['a'.repeat(128)]: '🙂'.repeat(256), ['my.kubernetes.io/x']: '', csivolumename: 'kubernetes.io/x=1 {{ .PVCNamespace | contains `prod` }}' }),
  ])('are taken as far as EC2 goes', (options) => {
    expect(attempt(options)).toEqual(options.configuration);
  });
});
