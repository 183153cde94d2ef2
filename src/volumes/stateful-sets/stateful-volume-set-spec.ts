import { FsGroupChangePolicy, k8s, PodManagementPolicy, StatefulSetUpdateStrategy, Topology } from 'cdk8s-plus-27';
import type { StatefulVolumeSet } from './stateful-volume-set';
import type { StatefulVolumeSetProps } from './stateful-volume-set-props';
import { ClaimRetention } from './volume-claim-template';
import { claimSpec } from '../claims/claim-spec';

/** The group that owns the volumes of Pods that run as some user other than root, unless the Pod names one. */
const DEFAULT_FS_GROUP = 1000;

const spread = new WeakSet<StatefulVolumeSet>();

/** The specification of the StatefulSet as it is written. */
export function statefulSetSpec(set: StatefulVolumeSet, props: StatefulVolumeSetProps): any {
  const { persistentVolumeClaimRetentionPolicy: retention, zoneSpread, volumeClaimTemplates: templates } = props;
  if (props.spread) spreadOnce(set);
  const { volumes, ...podSpec } = set._toPodSpec();
  // Kubernetes puts the claims' volumes in place of these, which stand only for the mounts.
  const ownVolumes = volumes?.filter((volume) => !templates.some(({ name }) => name === volume.name));
  const spec: k8s.StatefulSetSpec = {
    replicas: set.hasAutoscaler ? undefined : props.replicas ?? 1,
    ordinals: props.ordinalsStart === undefined ? undefined : { start: props.ordinalsStart },
    serviceName: set.service.name,
    selector: set._toLabelSelector(),
    podManagementPolicy: props.podManagementPolicy ?? PodManagementPolicy.ORDERED_READY,
    updateStrategy: (props.strategy ?? StatefulSetUpdateStrategy.rollingUpdate())._toKube(),
    minReadySeconds: props.minReady?.toSeconds(),
    revisionHistoryLimit: props.revisionHistoryLimit,
    persistentVolumeClaimRetentionPolicy: retention && {
      whenDeleted: retention.whenDeleted ?? ClaimRetention.RETAIN,
      whenScaled: retention.whenScaled ?? ClaimRetention.RETAIN,
    },
    template: {
      metadata: set.podMetadata.toJson(),
      spec: {
        ...podSpec,
        topologySpreadConstraints: zoneSpread && [zoneSpread._toKube(set._toLabelSelector())],
        volumes: ownVolumes?.length ? ownVolumes : undefined,
      },
    },
  };
  return {
    ...k8s.toJson_StatefulSetSpec(spec),
    volumeClaimTemplates: templates.map((template) => ({ metadata: { name: template.name }, spec: claimSpec(template) })),
  };
}

/** Gives the volumes to a group the Pods are in, once for each volume. */
export function withFsGroup(context: StatefulVolumeSetProps['securityContext'] = {}): StatefulVolumeSetProps['securityContext'] {
  const fsGroup = context.fsGroup ?? context.group ?? (context.ensureNonRoot === false ? undefined : DEFAULT_FS_GROUP);
  return { ...context, fsGroup, fsGroupChangePolicy: context.fsGroupChangePolicy ?? FsGroupChangePolicy.ON_ROOT_MISMATCH };
}

/** cdk8s-plus would do it again whenever the Pods are rendered. */
function spreadOnce(set: StatefulVolumeSet): void {
  if (spread.has(set)) return;
  spread.add(set);
  set.scheduling.spread({ topology: Topology.HOSTNAME });
  set.scheduling.spread({ topology: Topology.ZONE });
}
