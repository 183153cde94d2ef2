import type { k8s } from 'cdk8s-plus-27';
import { isWholeNumber, LARGEST_INT32 } from '../../private/whole-numbers';

/** How evenly Pods are spread. */
export interface ZoneSpreadOptions {
  /**
   * How many Pods one zone may have more than another, at least 1.
   *
   * @default 1
   */
  readonly maxSkew?: number;
}

/**
 * How the Pods of a set are spread over the zones of the cluster.
 *
 * An EBS volume lives in one zone and holds its Pod there. So the spread counts when a Pod gets its volumes, and the class has to wait for the Pod
 * (`VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER`).
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export class ZoneSpread {
  /** A Pod that would make the zones too uneven stays Pending, also while a zone has no room. */
  public static required(options: ZoneSpreadOptions = {}): ZoneSpread {
    return new ZoneSpread('DoNotSchedule', options.maxSkew);
  }

  /** Zones are as even as there is room; a Pod that finds room in one zone only runs there. */
  public static preferred(options: ZoneSpreadOptions = {}): ZoneSpread {
    return new ZoneSpread('ScheduleAnyway', options.maxSkew);
  }

  private constructor(private readonly whenUnsatisfiable: string, private readonly maxSkew = 1) {}

  /** @internal */
  public _toKube(labelSelector: k8s.LabelSelector): k8s.TopologySpreadConstraint {
    return { maxSkew: this.maxSkew, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: this.whenUnsatisfiable, labelSelector };
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    if (isWholeNumber(this.maxSkew, 1, LARGEST_INT32)) return [];
    return [`zoneSpread has maxSkew ${this.maxSkew}, which Kubernetes refuses; give a whole number of at least 1`];
  }
}
