import type { Duration } from 'cdk8s';
import type { PodManagementPolicy, StatefulSetUpdateStrategy, WorkloadProps } from 'cdk8s-plus-27';
import type { ClaimRetentionPolicy, VolumeClaimTemplate } from './volume-claim-template';

/** Properties of `StatefulVolumeSet`. */
export interface StatefulVolumeSetProps extends WorkloadProps {
  /**
   * The claims that every Pod has of its own. Kubernetes does not let them change later: a larger size needs the claims resized and the set replaced.
   */
  readonly volumeClaimTemplates: VolumeClaimTemplate[];

  /**
   * Number of Pods.
   *
   * @default 1
   */
  readonly replicas?: number;

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
   * What becomes of the claims when the set shrinks or goes.
   *
   * @default - both kept
   */
  readonly persistentVolumeClaimRetentionPolicy?: ClaimRetentionPolicy;

  /**
   * How a change of the Pods is rolled out.
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
   * How long a Pod must be ready before the next one is touched.
   *
   * @default Duration.seconds(0)
   */
  readonly minReady?: Duration;
}
