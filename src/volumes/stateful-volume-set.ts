import { type ApiObject, Lazy } from 'cdk8s';
import {
  FsGroupChangePolicy, type IScalable, k8s, LabelSelector, PodManagementPolicy, type ScalingTarget, Service, StatefulSetUpdateStrategy, type Volume,
  Workload,
} from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { claimSpec } from './claim-spec';
import { podVolume } from './pod-volume';
import { nameMistakes, statefulVolumeSetMistakes } from './stateful-volume-set-mistakes';
import type { StatefulVolumeSetProps } from './stateful-volume-set-props';
import { ClaimRetention } from './volume-claim-template';
import { VolumeMode } from './volume-mode';
import { definedOnly } from '../private/kubernetes-object';
import { Mistakes } from '../private/mistakes';

/** The group that owns the volumes of Pods that run as some user other than root, unless the Pod names one. */
const DEFAULT_FS_GROUP = 1000;

/**
 * Pods that keep their volumes: a StatefulSet with its claim templates and its headless Service, used like any other workload of cdk8s-plus.
 *
 * A new EBS volume belongs to root, and the Pods of cdk8s-plus do not run as root. So the volumes are given to a group that the Pods are in:
 * `securityContext.fsGroup`, by default that of the Pods, or else 1000.
 *
 * Refuses names and labels Kubernetes refuses, names of more than 52 characters (which get no Pods), no template, two templates of one name, sizes of
 * zero, relative mount paths, empty images, and containers without a port, which the Service needs.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export class StatefulVolumeSet extends Workload implements IScalable {
  /** How RBAC rules call stateful sets. */
  public readonly resourceType: string = 'statefulsets';

  /** The headless Service. */
  public readonly service: Service;

  /** Whether an autoscaler decides on the number of Pods. */
  public hasAutoscaler = false;

  protected readonly apiObject: ApiObject;

  private readonly settings: StatefulVolumeSetProps;
  private readonly claimVolumes: Map<string, Volume>;

  public constructor(scope: Construct, id: string, props: StatefulVolumeSetProps) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...statefulVolumeSetMistakes(props));
    mistakes.throwIfAny();

    const { labels, podMetadata, metadata } = props;
    super(scope, id, {
      ...props,
      select: labels === undefined ? props.select : false,
      podMetadata: { ...podMetadata, labels: { ...podMetadata?.labels, ...labels } },
      securityContext: withFsGroup(props.securityContext),
    });
    this.settings = props;
    if (labels) this.select(LabelSelector.of({ labels }));

    this.service = new Service(this, 'Service', {
      metadata: definedOnly({ name: props.serviceName, namespace: metadata?.namespace, labels }),
      clusterIP: 'None',
      ports: this.containers.flatMap(({ ports }) => ports)
        .map(({ number, name, protocol }) => ({ port: number, targetPort: number, name, protocol })),
    });
    this.apiObject = new k8s.KubeStatefulSet(this, 'Resource', {
      metadata: definedOnly({ ...metadata, labels: { ...metadata?.labels, ...labels } }),
      spec: Lazy.any({ produce: () => this._toKube() }),
    });
    for (const [key, value] of Object.entries(this.matchLabels)) this.service.selectLabel(key, value);

    this.claimVolumes = new Map(props.volumeClaimTemplates.map(({ name, volumeMode }) =>
      [name, podVolume(this, `Volume-${name}`, name, { persistentVolumeClaim: { claimName: name } }, { isRawDevice: volumeMode === VolumeMode.BLOCK })]));
    for (const { name, mountPath } of props.volumeClaimTemplates) {
      if (mountPath !== undefined) this.containers[0].mount(mountPath, this.claimVolume(name));
    }
    if (this.isolate) this.connections.isolate();

    // Names made from the path are known only now.
    mistakes.add(...nameMistakes(this.name, this.service.name));
    mistakes.throwIfAny();
  }

  /**
   * The volume of a claim template, for mounting it in further containers or at further paths.
   *
   * @param name Name of the template; an error if there is none of it.
   */
  public claimVolume(name: string): Volume {
    const volume = this.claimVolumes.get(name);
    if (volume === undefined) {
      throw new Error(`${this.node.path}: there is no volumeClaimTemplate '${name}'; give one of '${[...this.claimVolumes.keys()].join("', '")}'`);
    }
    return volume;
  }

  /**
   * The claim that one of the Pods has of a template, for example to take a snapshot of it.
   *
   * @param name Name of the template; an error if there is none of it.
   * @param ordinal Number of the Pod, from 0.
   */
  public claimName(name: string, ordinal: number): string {
    return `${this.claimVolume(name).name}-${this.name}-${ordinal}`;
  }

  /** Leaves the number of Pods to an autoscaler. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** What an autoscaler scales. */
  public toScalingTarget(): ScalingTarget {
    const { kind, apiVersion, name } = this.apiObject;
    return { kind, apiVersion, name, containers: this.containers, replicas: this.settings.replicas };
  }

  /** @internal */
  public _toKube(): k8s.StatefulSetSpec {
    const { replicas = 1, minReady, podManagementPolicy, strategy, persistentVolumeClaimRetentionPolicy: retention } = this.settings;
    const { volumes, ...podSpec } = this._toPodSpec();
    // Kubernetes puts the claims' volumes in place of these, which stand only for the mounts.
    const ownVolumes = volumes?.filter((volume) => !this.claimVolumes.has(volume.name));
    return {
      replicas: this.hasAutoscaler ? undefined : replicas,
      serviceName: this.service.name,
      selector: this._toLabelSelector(),
      podManagementPolicy: podManagementPolicy ?? PodManagementPolicy.ORDERED_READY,
      updateStrategy: (strategy ?? StatefulSetUpdateStrategy.rollingUpdate())._toKube(),
      minReadySeconds: minReady?.toSeconds(),
      persistentVolumeClaimRetentionPolicy: retention && {
        whenDeleted: retention.whenDeleted ?? ClaimRetention.RETAIN,
        whenScaled: retention.whenScaled ?? ClaimRetention.RETAIN,
      },
      template: { metadata: this.podMetadata.toJson(), spec: { ...podSpec, volumes: ownVolumes?.length ? ownVolumes : undefined } },
      volumeClaimTemplates: this.settings.volumeClaimTemplates.map((template) => ({
        metadata: { name: template.name },
        spec: { ...claimSpec(template), resources: { requests: { storage: k8s.Quantity.fromString(template.size.asString()) } } },
      })),
    };
  }
}

function withFsGroup(context: StatefulVolumeSetProps['securityContext'] = {}): StatefulVolumeSetProps['securityContext'] {
  const fsGroup = context.fsGroup ?? context.group ?? (context.ensureNonRoot === false ? undefined : DEFAULT_FS_GROUP);
  return { ...context, fsGroup, fsGroupChangePolicy: context.fsGroupChangePolicy ?? FsGroupChangePolicy.ON_ROOT_MISMATCH };
}
