import type { SnapshotScheduleProps } from './snapshot-schedule-props';
import { CLAIM_LABEL, SCHEDULE_LABEL, SCHEDULE_SCRIPT } from './snapshot-schedule-script';
import { SNAPSHOT_API_VERSION } from '../../../private/snapshot-api';

export const NAME = 'snapshot-schedule';

const DEFAULT_IMAGE = 'docker.io/alpine/kubectl:1.34.1';
const DEFAULT_TIMEOUT = 600;

/** How often a Job is tried. What is made already is found again. */
const ATTEMPTS = 3;

export function imageOf(props: SnapshotScheduleProps): string {
  return props.image ?? DEFAULT_IMAGE;
}

/** What a CronJob says of its Jobs. */
export function jobSpec(schedule: string, serviceAccountName: string, props: SnapshotScheduleProps) {
  return {
    backoffLimit: ATTEMPTS - 1,
    // A Job that hangs would keep all later ones from starting. The rest is for Pods to start, and for the pauses between attempts.
    activeDeadlineSeconds: ATTEMPTS * timeoutOf(props) + 900,
    template: {
      metadata: { labels: { 'app.kubernetes.io/name': NAME, 'app.kubernetes.io/instance': schedule } },
      spec: {
        serviceAccountName,
        restartPolicy: 'Never',
        securityContext: { runAsNonRoot: true, runAsUser: 65532, runAsGroup: 65532, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{
          name: NAME,
          image: imageOf(props),
          imagePullPolicy: 'IfNotPresent',
          command: ['/bin/sh', '-c', SCHEDULE_SCRIPT, NAME],
          args: props.claims._names(),
          env: env(schedule, props),
          volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
          resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
          securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
          terminationMessagePolicy: 'FallbackToLogsOnError', // the Pod says what went wrong, also when its log is gone
        }],
        volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
      },
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
    HOME: '/tmp', // kubectl keeps what it learns of the server under it
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
