import { type ApiObject, Chart, Lazy } from 'cdk8s';
import { type IScalable, LabelSelector, type ScalingTarget, type Service, type Volume, Workload } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { headlessService } from './headless-service';
import { sourceCountMistakes } from './restored-claims';
import { ordinalOf, SetClaims } from './set-claims';
import { nameMistakes, statefulVolumeSetMistakes } from './stateful-volume-set-mistakes';
import { hiddenVolumeMistakes, unusedTemplateMistakes } from './stateful-volume-set-mounts';
import type { StatefulVolumeSetProps } from './stateful-volume-set-props';
import { statefulSetSpec, withFsGroup } from './stateful-volume-set-spec';
import { annotated, KubernetesObject, mayBePatched } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { expansionRecipe } from '../claims/claim-expansion';
import type { IVolumeClaim } from '../claims/existing-volume-claim';

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
 * strategies Kubernetes refuses, no grace period without a reason, and sources to restore from that do not fit their claims or are not as many as the Pods.
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
  private readonly claims: SetClaims;

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

    this.service = headlessService(this, props);
    this.claims = new SetClaims(this, props.volumeClaimTemplates);
    // Not of cdk8s-plus, which leaves out of claims what Kubernetes 1.27 did not have.
    this.apiObject = new KubernetesObject(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: annotated({ ...metadata, labels: { ...metadata?.labels, ...labels } }, 'cdk8s-eks-storage/no-grace-period-reason', props.noGracePeriodReason),
      spec: Lazy.any({ produce: () => statefulSetSpec(this, props) }),
    });
    for (const [key, value] of Object.entries(this.matchLabels)) this.service.selectLabel(key, value);

    for (const { name, mountPath } of props.volumeClaimTemplates) {
      if (mountPath !== undefined) this.containers[0].mount(mountPath, this.claimVolume(name));
    }
    if (this.isolate) this.connections.isolate();

    // Names made from the path are known only now.
    mistakes.add(...nameMistakes(this.name, this.service.name));
    mistakes.throwIfAny();
    this.claims.restore(props.ordinalsStart);
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
    if (templates.every(({ expandedFrom }) => expandedFrom === undefined)) return undefined;
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
    return `${this.name}-${ordinalOf(this, ordinal, this.settings.ordinalsStart)}.${this.serviceDnsName}`;
  }

  /**
   * The volume of a claim template, for mounting it in further containers or at further paths.
   *
   * @param name Name of the template; an error if there is none of it.
   */
  public claimVolume(name: string): Volume {
    return this.claims.volumeOf(name);
  }

  /**
   * The claim that one of the Pods has of a template: to take a snapshot of it, to clone it, to restore another set from it, or to mount it in a Job. What is
   * known of the template is known of the claim, so that what is made of it is judged.
   *
   * @param name Name of the template; an error if there is none of it.
   * @param ordinal Number of the Pod, from 0.
   */
  public claim(name: string, ordinal: number): IVolumeClaim {
    return this.claims.claimOf(name, ordinal);
  }

  /**
   * The name of that claim.
   *
   * @param name Name of the template; an error if there is none of it.
   * @param ordinal Number of the Pod, from 0.
   */
  public claimName(name: string, ordinal: number): string {
    return this.claims.nameOf(name, ordinal);
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
    const { replicas, volumeClaimTemplates: templates } = this.settings;
    const mounted = [...this.containers, ...this.initContainers].flatMap(({ mounts }) => mounts.map(({ volume }) => volume));
    const others = this.claims.othersAmong([...this.volumes, ...mounted]);
    const hidden = others.length === 0 ? [] : hiddenVolumeMistakes(templates, others);
    // A number of Pods that is given was judged before.
    const counts = replicas === undefined && !this.hasAutoscaler ? sourceCountMistakes(this.settings, 1) : [];
    // cdk8s-plus does not render Pods with two volumes of one name.
    if (hidden.length > 0) return [...counts, ...hidden];
    const areUsed = !mayBePatched(this.apiObject) && templates.every(({ name }) => mounted.includes(this.claimVolume(name)));
    return [...counts, ...areUsed ? [] : unusedTemplateMistakes(templates, this.apiObject.toJson().spec.template.spec)];
  }
}
