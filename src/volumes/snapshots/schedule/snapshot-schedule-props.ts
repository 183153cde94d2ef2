import type { ApiObjectMetadata, Cron, Duration } from 'cdk8s';
import type { SnapshotRetention } from './snapshot-retention';
import type { SnapshotSelection } from './snapshot-selection';
import type { IVolumeSnapshotClass } from '../../../cluster/snapshots/volume-snapshot-class';

/** Properties of `SnapshotSchedule`. */
export interface SnapshotScheduleProps {
  /**
   * Name, namespace, labels and annotations of the CronJob. The name, at most 52 characters and without dots, is how the schedule knows its snapshots: one of
   * another name leaves them alone for good.
   *
   * @default - a name made from the construct's path, in the chart's namespace; an error if the chart has none
   */
  readonly metadata?: ApiObjectMetadata;

  /** When snapshots are taken. A run that is due while the one before is at work is left out. */
  readonly schedule: Cron;

  /**
   * Time zone of the schedule, as the IANA database calls it, such as `Europe/Berlin`.
   *
   * @default - that of the cluster's controller manager, usually UTC
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones
   */
  readonly timeZone?: string;

  /** The claims that snapshots are taken of. */
  readonly claims: SnapshotSelection;

  /** Which snapshots stay. */
  readonly retention: SnapshotRetention;

  /**
   * How the snapshots are taken. It has to delete what is deleted, with `DeletionPolicy.DELETE`, or AWS goes on keeping and billing every snapshot.
   *
   * @default - the default class of the driver that made the volume
   */
  readonly snapshotClass?: IVolumeSnapshotClass;

  /**
   * Labels of the snapshots, beside those by which the schedule knows them.
   *
   * @default - only `cdk8s-eks-storage/schedule` and `cdk8s-eks-storage/claim`
   */
  readonly snapshotLabels?: { [key: string]: string };

  /**
   * Whether a Job waits until volumes can be made of its snapshots: for EBS until all data is in S3, which may take hours. Else it waits until the driver has
   * taken them, which is when later writes are no longer in them.
   *
   * @default false
   */
  readonly waitUntilReady?: boolean;

  /**
   * How long a Job waits for its snapshots. Then it fails and deletes nothing for them; they may still come.
   *
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;

  /**
   * How late a run may start, such as after an outage, before it is left out: at least 10 seconds.
   *
   * @default - any time later
   */
  readonly startingDeadline?: Duration;

  /**
   * Whether no further runs start.
   *
   * @default false
   */
  readonly suspend?: boolean;

  /**
   * Container image with `sh`, `kubectl` and the usual tools, which busybox has. kubectl works with servers one minor version older or newer; this use of it
   * has not changed for years.
   *
   * @default 'docker.io/alpine/kubectl:1.34.1'
   */
  readonly image?: string;
}
