import type { Duration } from 'cdk8s';
import type { PodManagementPolicy, StatefulSetUpdateStrategy, WorkloadProps } from 'cdk8s-plus-27';
import type { ClaimRetentionPolicy, VolumeClaimTemplate } from './volume-claim-template';
import type { ZoneSpread } from './zone-spread';

/** Properties of `StatefulVolumeSet`. */
export interface StatefulVolumeSetProps extends WorkloadProps {
  /**
   * The claims that every Pod has of its own, each used by a container. Kubernetes does not let them change later: of one that grows, say `expandedFrom`.
   */
  readonly volumeClaimTemplates: VolumeClaimTemplate[];

  /**
   * Number of Pods.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Number of the first Pod, at least 0; the others count on from there. For moving a set from one cluster or namespace to another Pod by Pod.
   *
   * In Kubernetes 1.27 to 1.30 it is a beta feature that is on (`StatefulSetStartOrdinal`), from 1.31 on it is stable.
   *
   * @default - not said, which Kubernetes takes as 0
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#start-ordinal
   */
  readonly ordinalsStart?: number;

  /**
   * Labels that hold the set together: its selector, its Pods, its Service and itself have them.
   *
   * @default - one label that cdk8s makes from the construct's path
   */
  readonly labels?: { [key: string]: string };

  /**
   * Name of the headless Service, under which the Pods find each other: `<set>-<ordinal>.<service>`.
   *
   * @default - a name made from the construct's path
   */
  readonly serviceName?: string;

  /**
   * Whether Pods have their DNS names before they are ready, as members of a cluster need that wait for each other to become so.
   *
   * @default - not said, which Kubernetes takes as no
   * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#a-aaaa-records-1
   */
  readonly publishNotReadyAddresses?: boolean;

  /**
   * Domain of the cluster, in which `podDnsName` names the Pods.
   *
   * @default 'cluster.local'
   */
  readonly clusterDomain?: string;

  /**
   * What becomes of the claims when the set shrinks or goes. In Kubernetes 1.27 to 1.31 it is a beta feature that is on, from 1.32 on it is stable.
   *
   * @default - both kept
   */
  readonly persistentVolumeClaimRetentionPolicy?: ClaimRetentionPolicy;

  /**
   * How a change of the Pods is rolled out: what `StatefulVolumeSetStrategy` makes, or `StatefulSetUpdateStrategy` of cdk8s-plus.
   *
   * @default - one Pod after the other, from the highest ordinal down
   */
  readonly strategy?: StatefulSetUpdateStrategy;

  /**
   * Whether Pods are started and stopped one by one or all at once.
   *
   * @default PodManagementPolicy.ORDERED_READY
   */
  readonly podManagementPolicy?: PodManagementPolicy;

  /**
   * How long a Pod must be ready before the next one is touched, in whole seconds.
   *
   * @default Duration.seconds(0)
   */
  readonly minReady?: Duration;

  /**
   * How many former versions of the Pods are kept to go back to, at least 0.
   *
   * @default - not said, which Kubernetes takes as 10
   */
  readonly revisionHistoryLimit?: number;

  /**
   * How the Pods are spread over zones. `spread` of cdk8s-plus goes further and lets no two Pods be in one zone or on one node: only one of the two is taken.
   *
   * @default - as the scheduler finds it best
   */
  readonly zoneSpread?: ZoneSpread;

  /**
   * Why Pods may be killed without any time to finish: only with this reason is a `terminationGracePeriod` of 0 taken, and the set carries it as an annotation.
   * A Pod of such a set that loses its node may still write to its volume while the next one starts.
   *
   * @default - Pods have time to finish: `terminationGracePeriod`, or else 30 seconds
   * @see https://kubernetes.io/docs/tasks/run-application/force-delete-stateful-set-pod/
   */
  readonly noGracePeriodReason?: string;
}
