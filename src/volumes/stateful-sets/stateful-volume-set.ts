import { ApiObject, Chart, JsonPatch, Lazy } from 'cdk8s';
import { type IScalable, LabelSelector, type ScalingTarget, Service, type Volume, Workload } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { nameMistakes, statefulVolumeSetMistakes } from './stateful-volume-set-mistakes';
import { hiddenVolumeMistakes, unusedTemplateMistakes } from './stateful-volume-set-mounts';
import type { StatefulVolumeSetProps } from './stateful-volume-set-props';
import { statefulSetSpec, withFsGroup } from './stateful-volume-set-spec';
import { annotated, definedOnly, KubernetesObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { isWholeNumber } from '../../private/whole-numbers';
import { expansionRecipe } from '../claims/claim-expansion';
import { VolumeMode } from '../claims/volume-mode';
import { podVolume } from '../pods/pod-volume';

const EXPAND_CLAIMS = 'cdk8s-eks-storage/expand-claims';

/**
 * Pods that keep their volumes: a StatefulSet with its claim templates and its headless Service, used like any other workload of cdk8s-plus.
 *
 * A new EBS volume belongs to root, and the Pods of cdk8s-plus do not run as root. So the volumes are given to a group that the Pods are in:
 * `securityContext.fsGroup`, by default that of the Pods, or else 1000; `ensureNonRoot: false` leaves it out. It is done once for each volume
 * (`fsGroupChangePolicy` OnRootMismatch) instead of at every start.
 *
 * Refuses names and labels Kubernetes refuses, names of more than 52 characters (which get no Pods), no template, two templates of one name, templates that
 * no container uses, what a `PersistentVolumeClaim` refuses, relative mount paths, empty images, containers without a port, which the Service needs, numbers and
 * strategies Kubernetes refuses, and no grace period without a reason.
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
    mistakes.add(...statefulVolumeSetMistakes(props, props.metadata?.namespace ?? Chart.of(scope).namespace));
    mistakes.throwIfAny();

    const { labels, podMetadata, metadata } = props;
    super(scope, id, {
      ...props,
      spread: false,
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
    if (props.publishNotReadyAddresses !== undefined) {
      ApiObject.of(this.service).addJsonPatch(JsonPatch.add('/spec/publishNotReadyAddresses', props.publishNotReadyAddresses));
    }
    // Not of cdk8s-plus, which leaves out of claims what Kubernetes 1.27 did not have.
    this.apiObject = new KubernetesObject(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: annotated({ ...metadata, labels: { ...metadata?.labels, ...labels } }, 'cdk8s-eks-storage/no-grace-period-reason', props.noGracePeriodReason),
      spec: Lazy.any({ produce: () => statefulSetSpec(this, props) }),
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
    this.annotateExpansion();
    this.node.addValidation({ validate: () => this.useMistakes() });
  }

  /**
   * The commands that make the claims larger, if a template has `expandedFrom` and a larger size. Kubernetes does not change templates in place, so they
   * are run before the set is applied. The set carries them as its annotation `cdk8s-eks-storage/expand-claims`.
   *
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims
   */
  public get expansionRecipe(): string | undefined {
    const { replicas = 1, ordinalsStart = 0, volumeClaimTemplates: templates } = this.settings;
    const ordinals = Array.from({ length: replicas }, (_, index) => ordinalsStart + index);
    return expansionRecipe({
      name: this.name, namespace: this.metadata.namespace, templates, ordinals, labels: this.hasAutoscaler ? this.matchLabels : undefined,
    });
  }

  /** The name under which the Service, and with it all Pods that are ready, are found in the cluster. An error if the namespace is not known. */
  public get serviceDnsName(): string {
    const { namespace } = this.metadata;
    if (namespace === undefined) {
      throw new Error(`${this.node.path}: DNS names have the namespace in them, and neither metadata nor the chart gives one; give metadata.namespace`);
    }
    return `${this.service.name}.${namespace}.svc.${this.settings.clusterDomain ?? 'cluster.local'}`;
  }

  /**
   * The name under which one of the Pods is found in the cluster: `web-0.web.team.svc.cluster.local`. An error if the namespace is not known.
   *
   * @param ordinal Number of the Pod, from `ordinalsStart` on.
   */
  public podDnsName(ordinal: number): string {
    return `${this.name}-${this.checked(ordinal, this.settings.ordinalsStart)}.${this.serviceDnsName}`;
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
   * The claim that one of the Pods has of a template, for example to take a snapshot of it by `PersistentVolumeClaim.fromClaimName`.
   *
   * @param name Name of the template; an error if there is none of it.
   * @param ordinal Number of the Pod, from 0.
   */
  public claimName(name: string, ordinal: number): string {
    return `${this.claimVolume(name).name}-${this.name}-${this.checked(ordinal)}`;
  }

  /** Leaves the number of Pods to an autoscaler. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
    this.annotateExpansion();
  }

  /** What an autoscaler scales. */
  public toScalingTarget(): ScalingTarget {
    const { kind, apiVersion, name } = this.apiObject;
    return { kind, apiVersion, name, containers: this.containers, replicas: this.settings.replicas };
  }

  private annotateExpansion(): void {
    const recipe = this.expansionRecipe;
    if (recipe !== undefined) this.apiObject.metadata.addAnnotation(EXPAND_CLAIMS, recipe);
  }

  private useMistakes(): string[] {
    const volumes = [...this.volumes, ...[...this.containers, ...this.initContainers].flatMap(({ mounts }) => mounts.map(({ volume }) => volume))];
    const others = volumes.filter((volume) => this.claimVolumes.get(volume.name) !== volume);
    const hidden = hiddenVolumeMistakes(this.settings.volumeClaimTemplates, others);
    // cdk8s-plus does not render Pods with two volumes of one name.
    return hidden.length > 0 ? hidden : unusedTemplateMistakes(this.settings.volumeClaimTemplates, this.apiObject.toJson().spec.template.spec);
  }

  private checked(ordinal: number, least = 0): number {
    if (isWholeNumber(ordinal, least)) return ordinal;
    throw new Error(`${this.node.path}: ordinal ${ordinal} is not the number of a Pod; give a whole number of at least ${least}`);
  }
}
