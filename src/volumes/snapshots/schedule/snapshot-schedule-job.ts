import type { SnapshotScheduleProps } from './snapshot-schedule-props';
import { CLAIM_LABEL, SCHEDULE_LABEL, SCHEDULE_SCRIPT } from './snapshot-schedule-script';
import { KUBECTL_IMAGE, kubectlPod } from '../../../private/kubectl-pod';
import { SNAPSHOT_API_VERSION } from '../../../private/snapshot-api';

export const NAME = 'snapshot-schedule';

const DEFAULT_TIMEOUT = 600;

/** How often a Job is tried. What is made already is found again. */
const ATTEMPTS = 3;

export function imageOf(props: SnapshotScheduleProps): string {
  return props.image ?? KUBECTL_IMAGE;
}

/** What a CronJob says of its Jobs. */
export function jobSpec(schedule: string, serviceAccountName: string, props: SnapshotScheduleProps) {
  return {
    backoffLimit: ATTEMPTS - 1,
    // A Job that hangs would keep all later ones from starting. The rest is for Pods to start, and for the pauses between attempts.
    activeDeadlineSeconds: ATTEMPTS * timeoutOf(props) + 900,
    template: {
      metadata: { labels: { 'app.kubernetes.io/name': NAME, 'app.kubernetes.io/instance': schedule } },
      spec: kubectlPod({
        name: NAME, image: imageOf(props), serviceAccountName, script: SCHEDULE_SCRIPT, args: props.claims._names(), env: env(schedule, props),
      }),
    },
  };
}

function env(schedule: string, props: SnapshotScheduleProps) {
  const values = {
    SCHEDULE: schedule,
    CLAIM_LABELS: props.claims._labelSelector() ?? '',
    SNAPSHOT: snapshotFormat(schedule, props),
    ...props.retention._env(),
    WAIT_FOR: props.waitUntilReady ? 'ready' : 'taken',
    TIMEOUT: String(timeoutOf(props)),
  };
  return [
    ...Object.entries(values).map(([name, value]) => ({ name, value })),
    ofPod('JOB', 'batch.kubernetes.io/job-name'),
    ofPod('JOB_UID', 'batch.kubernetes.io/controller-uid'),
  ];
}

/** The job controller labels Pods like this since 1.27. */
function ofPod(name: string, label: string) {
  return { name, valueFrom: { fieldRef: { fieldPath: `metadata.labels['${label}']` } } };
}

/** A snapshot, with a `%s` each for its name, the claim as a label has it, and the claim. */
function snapshotFormat(schedule: string, { snapshotClass, snapshotLabels }: SnapshotScheduleProps): string {
  return JSON.stringify({
    apiVersion: SNAPSHOT_API_VERSION,
    kind: 'VolumeSnapshot',
    metadata: { name: '%s', labels: { ...snapshotLabels, [SCHEDULE_LABEL]: schedule, [CLAIM_LABEL]: '%s' } },
    spec: { volumeSnapshotClassName: snapshotClass?.volumeSnapshotClassName, source: { persistentVolumeClaimName: '%s' } },
  });
}

function timeoutOf({ timeout }: SnapshotScheduleProps): number {
  return timeout?.toSeconds() ?? DEFAULT_TIMEOUT;
}
