import { type ApiObject, Chart, Names } from 'cdk8s';
import { Construct } from 'constructs';
import { jobSpec, NAME } from './snapshot-schedule-job';
import type { SnapshotScheduleProps } from './snapshot-schedule-props';
import { defaultClassMistakes, LONGEST_NAME, scheduleMistakes } from './snapshot-schedule-rules';
import { KubernetesObject } from '../../../private/kubernetes-object';
import { Mistakes } from '../../../private/mistakes';
import { RBAC_API_VERSION, roleBinding } from '../../../private/rbac';
import { SNAPSHOT_API_GROUP } from '../../../private/snapshot-api';

/**
 * Takes snapshots of claims again and again, and deletes those that are old: a CronJob with an identity of its own, which may create, list and delete the
 * snapshots of its namespace and nothing else. Where labels select the claims, it may also list the claims.
 *
 * Only snapshots that the schedule made are deleted: they have its label, a name as it gives them, and are of the claim. Nothing is deleted for a claim before
 * its new snapshot is taken, and of those that are ready to use at least as many stay as the retention says. An attempt that the driver did not take within an
 * hour holds nothing and is deleted by a later run. Snapshots of claims that the schedule no longer has are left alone.
 *
 * Snapshots are called `<schedule>.<claim>.<run>`. A Job that is tried again, up to twice, makes none that is there already. What goes wrong with one claim
 * leaves the others alone, and the Job fails at the end: watch for failed Jobs. `kubectl create job --from=cronjob/<schedule> <name>` takes snapshots at once.
 *
 * Needs what `SnapshotSupport` brings. A quota of snapshots has to leave room for one more of each claim than the retention keeps.
 *
 * Refuses what Kubernetes refuses of names, labels, the schedule and its time zone, a schedule that never runs, claims of another namespace, a class (given, or
 * the default of the app) whose snapshots stay in AWS when they are deleted here, times of less than a second or, for the deadline, 10, and an image without
 * a version.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
 */
export class SnapshotSchedule extends Construct {
  /** Name of the CronJob, and value of the label `cdk8s-eks-storage/schedule` of its snapshots. */
  public readonly name: string;

  public constructor(scope: Construct, id: string, props: SnapshotScheduleProps) {
    const { metadata, schedule, timeZone, suspend, startingDeadline } = props;
    const namespace = metadata?.namespace ?? Chart.of(scope).namespace;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...scheduleMistakes(props, namespace));
    mistakes.throwIfAny();
    super(scope, id);
    this.name = metadata?.name ?? Names.toDnsLabel(scope, { extra: [id], maxLen: LONGEST_NAME });
    if (props.snapshotClass === undefined) this.node.addValidation({ validate: () => defaultClassMistakes(this) });

    const serviceAccount = this.identity(namespace!, props);
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { ...metadata, name: this.name, namespace },
      spec: {
        schedule: schedule.expressionString,
        timeZone,
        suspend,
        startingDeadlineSeconds: startingDeadline?.toSeconds(),
        concurrencyPolicy: 'Forbid',
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 3,
        jobTemplate: { spec: jobSpec(this.name, serviceAccount.name, props) },
      },
    });
  }

  private identity(namespace: string, { claims }: SnapshotScheduleProps): ApiObject {
    const metadata = { name: `${NAME}-${this.name}`, namespace };
    const serviceAccount = new KubernetesObject(this, 'ServiceAccount', { apiVersion: 'v1', kind: 'ServiceAccount', metadata });
    const role = new KubernetesObject(this, 'Role', {
      apiVersion: RBAC_API_VERSION,
      kind: 'Role',
      metadata,
      rules: [
        { apiGroups: [SNAPSHOT_API_GROUP], resources: ['volumesnapshots'], verbs: ['create', 'list', 'delete'] },
        ...(claims._labelSelector() === undefined ? [] : [{ apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['list'] }]),
      ],
    });
    new KubernetesObject(this, 'RoleBinding', { ...roleBinding(role, serviceAccount), metadata });
    return serviceAccount;
  }
}
