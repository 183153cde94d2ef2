import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { SnapshotSchedule } from '../../../../src/volumes/snapshots/schedule/snapshot-schedule';
import type { SnapshotScheduleProps } from '../../../../src/volumes/snapshots/schedule/snapshot-schedule-props';
import { CLAIM_LINES, SCHEDULE_LABEL, SNAPSHOT_LINES, SNAPSHOTS } from '../../../../src/volumes/snapshots/schedule/snapshot-schedule-script';

export interface Snapshot {
  readonly name: string;

  /** None of a pre-provisioned one. */
  readonly claim?: string;
  readonly labels: Record<string, string>;

  /** RFC 3339, as the API server writes it. */
  readonly created: string;
  readonly state: 'waiting' | 'taken' | 'ready';
  readonly error?: string;
  readonly isBeingDeleted?: boolean;
}

/** What is in the namespace, and how the API server behaves. */
export interface Namespace {
  readonly snapshots: Snapshot[];
  readonly claims?: { readonly name: string; readonly phase: string; readonly labels: string; readonly isBeingDeleted?: boolean }[];

  /** How far new snapshots are, listing by listing; the last stays. */
  readonly progress?: Snapshot['state'][];

  /** Of new snapshots. */
  readonly error?: string;

  /** Claims of which a snapshot is refused. */
  readonly refused?: string[];

  /** Snapshots that may not be deleted. */
  readonly locked?: string[];
  readonly cannotList?: boolean;
}

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
  readonly snapshots: Snapshot[];

  /** Names of what was made and what was deleted. */
  readonly created: string[];
  readonly deleted: string[];

  /** Verb and resource of each call. */
  readonly calls: string[];

  /** What was sent to be made. */
  readonly manifests: any[];
}

/** Stands in for kubectl and the API server, and fails wherever the script asks for anything but what it is known to ask for. */
const KUBECTL = `#!${process.execPath}
const fs = require('fs');
const file = process.env.NAMESPACE_FILE;
const state = JSON.parse(fs.readFileSync(file, 'utf8'));
const args = process.argv.slice(2);
const end = (status, message) => {
  if (message) console.error(message);
  fs.writeFileSync(file, JSON.stringify(state));
  process.exit(status);
};
const isCall = (...expected) => JSON.stringify(args.slice(0, expected.length)) === JSON.stringify(expected);
const [SNAPSHOTS, SNAPSHOT_LINES, CLAIM_LINES, LABEL] = ${JSON.stringify([SNAPSHOTS, SNAPSHOT_LINES, CLAIM_LINES, SCHEDULE_LABEL])};

if (isCall('create', '--validate=false', '--filename=-') && args.length === 3) {
  state.calls.push('create volumesnapshots');
  const manifest = JSON.parse(fs.readFileSync(0, 'utf8'));
  state.manifests.push(manifest);
  const { metadata: { name, labels }, spec: { source: { persistentVolumeClaimName: claim } } } = manifest;
  const isName = name.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(name);
  const areLabels = Object.values(labels).every((value) => value.length <= 63 && /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/.test(value));
  if (!isName || !areLabels) end(1, 'The VolumeSnapshot is invalid: ' + name);
  if ((state.refused || []).includes(claim)) end(1, 'Error from server (Forbidden): exceeded quota');
  if (state.snapshots.some((snapshot) => snapshot.name === name)) end(1, 'Error from server (AlreadyExists): ' + name);
  state.snapshots.push({ name, claim, labels, created: new Date().toISOString().replace(/[.]\\d+/, ''), state: 'new' });
  end(0);
}
if (args.length === 4 && isCall('get', SNAPSHOTS) && args[3] === '--output=go-template=' + SNAPSHOT_LINES) {
  state.calls.push('list volumesnapshots');
  if (state.cannotList) end(1, 'Error from server (InternalError)');
  const [, label] = args[2].match(/^--selector=(.*)$/);
  const progress = state.progress || ['taken'];
  const stateOfNew = progress[Math.min(state.listings++, progress.length - 1)];
  for (const { name, claim, labels, created, state: s, error, isBeingDeleted } of state.snapshots) {
    if (isBeingDeleted || LABEL + '=' + labels[LABEL] !== label) continue;
    const problem = s === 'new' ? state.error : error;
    console.log([created, name, claim || '-', s === 'new' ? stateOfNew : s, ...(problem ? [JSON.stringify(problem)] : [])].join(' '));
  }
  end(0);
}
if (args.length === 4 && isCall('get', 'persistentvolumeclaims') && args[3] === '--output=go-template=' + CLAIM_LINES) {
  state.calls.push('list persistentvolumeclaims');
  for (const { name, phase, labels, isBeingDeleted } of state.claims || []) {
    if (args[2] === '--selector=' + labels) console.log(name, isBeingDeleted ? 'Terminating' : phase);
  }
  end(0);
}
if (isCall('delete', SNAPSHOTS, '--ignore-not-found', '--wait=false') && args.length > 4) {
  const names = args.slice(4);
  let status = 0;
  for (const name of names) {
    state.calls.push('delete volumesnapshots');
    if ((state.locked || []).includes(name)) { status = 1; console.error('Error from server (Forbidden): ' + name); continue; }
    if (state.snapshots.some((snapshot) => snapshot.name === name)) state.deleted.push(name);
    state.snapshots = state.snapshots.filter((snapshot) => snapshot.name !== name);
  }
  end(status);
}
state.calls.push('unexpected ' + args.join(' '));
end(9, 'unexpected call');
`;

const TOOLS = ['awk', 'cut', 'date', 'printf', 'sed', 'sha256sum', 'sort', 'tr'];

/** Shells that are on this machine. busybox brings its own tools, as in the image. */
export const SHELLS = ['sh', 'bash', 'busybox'].filter((shell) => spawnSync(shell, shell === 'busybox' ? ['sh', '-c', 'true'] : ['-c', 'true']).status === 0);

/** The container of a schedule's Pods, which runs here. */
export class FakeApi {
  private readonly directory = mkdtempSync(join(tmpdir(), 'snapshot-schedule-'));

  public constructor(private readonly shell: string) {
    this.program('kubectl', KUBECTL);
    this.program('sleep', '#!/bin/sh\nexec /bin/sleep 0.2\n');
    if (shell === 'busybox') {
      const busybox = process.env.PATH!.split(':').map((folder) => join(folder, 'busybox')).find(existsSync)!;
      for (const tool of TOOLS) symlinkSync(busybox, join(this.directory, tool));
    }
  }

  private program(name: string, text: string): void {
    writeFileSync(join(this.directory, name), text);
    chmodSync(join(this.directory, name), 0o755);
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true });
  }

  /** Runs the Pod of a Job that is called `<schedule>-29384640` unless it is said otherwise. */
  public run(props: SnapshotScheduleProps, namespace: Namespace, job = `${props.metadata!.name}-29384640`, uid = '1a2b3c4d-0000'): Outcome {
    const chart = new Chart(Testing.app(), 'chart', { namespace: 'shop' });
    new SnapshotSchedule(chart, 'Schedule', props);
    const objects = Testing.synth(chart);
    const [container] = objects.find(({ kind }) => kind === 'CronJob').spec.jobTemplate.spec.template.spec.containers;
    const file = join(this.directory, 'namespace.json');
    writeFileSync(file, JSON.stringify({ ...namespace, calls: [], manifests: [], deleted: [], listings: 0 }));
    const labels: Record<string, string> = { "metadata.labels['batch.kubernetes.io/job-name']": job, "metadata.labels['batch.kubernetes.io/controller-uid']": uid };
    const env = Object.fromEntries(container.env.map(({ name, value, valueFrom }: any) => [name, value ?? labels[valueFrom.fieldRef.fieldPath]]));
    const [, ...command] = [...container.command, ...container.args];
    const [program, ...first] = this.shell === 'busybox' ? ['busybox', 'sh'] : [this.shell];
    const { status, stdout, stderr } = spawnSync(program, [...first, ...command], {
      encoding: 'utf8', env: { ...env, PATH: `${this.directory}:${process.env.PATH}`, NAMESPACE_FILE: file },
    });
    const { snapshots, calls, manifests, deleted } = JSON.parse(readFileSync(file, 'utf8'));
    const allowed = objects.find(({ kind }) => kind === 'Role').rules
      .flatMap(({ verbs, resources }: any) => verbs.flatMap((verb: string) => resources.map((resource: string) => `${verb} ${resource}`)));
    expect(calls.filter((call: string) => !allowed.includes(call))).toEqual([]);
    const before = namespace.snapshots.map(({ name }) => name);
    const created = snapshots.map(({ name }: Snapshot) => name).filter((name: string) => !before.includes(name));
    return { status, output: stdout + stderr, snapshots, calls, manifests, deleted, created };
  }
}
