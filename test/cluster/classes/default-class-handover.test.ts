import { spawnSync } from 'child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Testing } from 'cdk8s';
import { StorageClass } from '../../../src';
import { DefaultClassHandover, type DefaultClassHandoverProps } from '../../../src/cluster/classes/default-class-handover';
import { HANDOVER_SCRIPT } from '../../../src/cluster/classes/default-class-handover-script';
import { refusals } from '../../refusals';

function synth(props: DefaultClassHandoverProps): any[] {
  const chart = Testing.chart();
  new DefaultClassHandover(chart, 'Handover', props);
  return Testing.synth(chart);
}
const to = StorageClass.fromName('fast');
const one = (props: DefaultClassHandoverProps, kind: string) => synth(props).find((object) => object.kind === kind);

test('it is a Job with an identity of its own', () => {
  const all: Required<DefaultClassHandoverProps> = { to, previous: ['old'], namespace: 'storage', image: 'registry.example.com/kubectl:1.34.1' };
  const [serviceAccount, clusterRole, binding, job] = synth(all);
  expect(serviceAccount).toEqual({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default-class-handover-fast', namespace: 'storage' } });
  expect(clusterRole).toMatchObject({ kind: 'ClusterRole', metadata: { name: 'default-class-handover-fast' } });
  expect(binding).toEqual({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'default-class-handover-fast' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'default-class-handover-fast' },
    subjects: [{ kind: 'ServiceAccount', name: 'default-class-handover-fast', namespace: 'storage' }],
  });
  expect(job).toMatchObject({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { namespace: 'storage' },
    spec: { template: { spec: { serviceAccountName: 'default-class-handover-fast', restartPolicy: 'Never', containers: [{ image: all.image, args: ['fast', 'old'] }] } } },
  });
});

test('it may read the new default, read and change the old, and nothing else', () => {
  const storageclasses = { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'] };
  expect(one({ to }, 'ClusterRole').rules).toEqual([
    { ...storageclasses, resourceNames: ['fast'], verbs: ['get'] },
    { ...storageclasses, resourceNames: ['gp2', 'ebs-csi-default-sc'], verbs: ['get', 'patch'] },
  ]);
});

test('its Pod is one that the restricted Pod Security Standard admits', () => {
  const { spec } = one({ to }, 'Job').spec.template;
  expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
  expect(spec.containers[0].securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  expect(spec.containers[0].image).toMatch(/:\d+\.\d+\.\d+$/);
});

test('a Job that would be another has another name', () => {
  const name = (props: DefaultClassHandoverProps) => one(props, 'Job').metadata.name;
  expect(name({ to })).toMatch(/^default-class-handover-[0-9a-f]{8}$/);
  expect(name({ to })).toBe(name({ to }));
  expect(new Set([{ to }, { to, previous: ['gp2'] }, { to, image: 'x:1' }, { to: StorageClass.fromName('other') }].map(name)).size).toBe(4);
});

test('a class of this app has to say that it is the default', () => {
  const chart = Testing.chart();
  const fast = (isDefault?: boolean) => new StorageClass(chart, `Fast${isDefault}`, { provisioner: 'x', isDefault, metadata: { name: 'fast' } });
  expect(() => synth({ to: fast(true) })).not.toThrow();
  expect(() => synth({ to: fast() })).toThrow("to is the class 'fast', which does not say that it is the default; give it isDefault true");
  expect(() => synth({ to: fast(false) })).toThrow('which does not say that it is the default');
});

refusals(synth, [
  [{ to: StorageClass.none() }, "to is the class '', which is no class"],
  [{ to, previous: [] }, 'previous is empty, so nothing is handed over; name the classes that were the default, or leave it out'],
  [{ to, previous: ['gp2', 'gp2'] }, "previous has 'gp2' twice; leave one out"],
  [{ to, previous: ['fast'] }, "previous has 'fast', which is the class that gets the default; leave it out"],
  [{ to, previous: ['GP2'] }, "previous 'GP2' is not a name Kubernetes takes"],
  [{ to, namespace: 'Kube' }, "namespace 'Kube' is not a name Kubernetes takes"],
  [{ to, image: 'docker.io/alpine/kubectl' }, "image 'docker.io/alpine/kubectl' names no version; write it as in"],
  [{ to, image: 'registry.example.com:5000/kubectl' }, 'names no version'],
  [{ to: StorageClass.fromName('x'.repeat(253)) }, 'is not a name Kubernetes takes'],
]);

test('an image may be named by its digest', () => {
  expect(() => synth({ to, image: `example/kubectl@sha256:${'0'.repeat(64)}` })).not.toThrow();
});

/** Stands in for kubectl and the API server: classes are lines of `name annotation value`. It fails wherever the script asks for more than that. */
const KUBECTL = `#!/usr/bin/env node
const fs = require('fs');
const file = process.env.CLASSES;
const classes = JSON.parse(fs.readFileSync(file, 'utf8'));
const [verb, kind, name, ...flags] = process.argv.slice(2);
fs.appendFileSync(file + '.log', verb + ' ' + name + '\\n');
if (kind !== 'storageclass') process.exit(9);
if (name === 'broken') { console.error('Error from server (Forbidden)'); process.exit(1); }
const found = classes[name];
if (verb === 'get') {
  if (!flags.includes('--ignore-not-found') || flags[1] !== '-o') process.exit(9);
  const [, annotation] = /^go-template={{with .metadata.annotations}}{{index . "([^"]+)"}}{{end}}$/.exec(flags[2]);
  if (found) process.stdout.write(Object.keys(found).length === 0 ? '' : found[annotation] ?? '<no value>');
} else if (verb === 'patch') {
  const [test, replace] = JSON.parse(flags.find((flag) => flag.startsWith('--patch=')).slice(8));
  if (!flags.includes('--type=json') || test.op !== 'test' || replace.op !== 'replace' || test.path !== replace.path) process.exit(9);
  const annotation = test.path.replace('/metadata/annotations/', '').replace('~1', '/');
  if (!found || found[annotation] !== test.value) { console.error('the server rejected our request'); process.exit(1); }
  found[annotation] = replace.value;
  fs.writeFileSync(file, JSON.stringify(classes));
} else process.exit(9);
`;

const DEFAULT = 'storageclass.kubernetes.io/is-default-class';
const BETA = 'storageclass.beta.kubernetes.io/is-default-class';
type Classes = Record<string, Record<string, string>>;

describe.each(['sh', 'bash'].filter((shell) => spawnSync(shell, ['-c', 'true']).status === 0))('the script, run by %s', (shell) => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'handover-'));
    writeFileSync(join(directory, 'kubectl'), KUBECTL);
    chmodSync(join(directory, 'kubectl'), 0o755);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  function run(classes: Classes, ...names: string[]) {
    const file = join(directory, 'classes.json');
    writeFileSync(file, JSON.stringify(classes));
    const { status, stdout } = spawnSync(shell, ['-c', HANDOVER_SCRIPT, 'default-class-handover', ...names], {
      encoding: 'utf8', env: { ...process.env, PATH: `${directory}:${process.env.PATH}`, CLASSES: file },
    });
    return { status, stdout, classes: JSON.parse(readFileSync(file, 'utf8')) as Classes, calls: readFileSync(`${file}.log`, 'utf8') };
  }

  test('takes the default from the one that had it', () => {
    const { status, classes } = run({ fast: { [DEFAULT]: 'true' }, gp2: { [DEFAULT]: 'true', note: 'kept' } }, 'fast', 'gp2', 'ebs-csi-default-sc');
    expect(status).toBe(0);
    expect(classes).toEqual({ fast: { [DEFAULT]: 'true' }, gp2: { [DEFAULT]: 'false', note: 'kept' } });
  });

  test('also where it was the default by the older name, or by both', () => {
    const { status, classes } = run({ fast: { [DEFAULT]: 'true' }, gp2: { [BETA]: 'true' }, old: { [DEFAULT]: 'true', [BETA]: 'true' } }, 'fast', 'gp2', 'old');
    expect(status).toBe(0);
    expect(classes).toMatchObject({ gp2: { [BETA]: 'false' }, old: { [DEFAULT]: 'false', [BETA]: 'false' } });
    expect(classes.gp2).not.toHaveProperty([DEFAULT]);
  });

  test.each<[string, Classes]>([
    ['is not there', {}],
    ['has no annotations', { gp2: {} }],
    ['has other annotations', { gp2: { note: 'x' } }],
    ['says no already', { gp2: { [DEFAULT]: 'false' } }],
    ['says something else', { gp2: { [DEFAULT]: 'True' } }],
  ])('leaves a class alone that %s', (_, others) => {
    const before = { fast: { [DEFAULT]: 'true' }, ...others };
    const { status, classes, calls } = run(before, 'fast', 'gp2');
    expect(status).toBe(0);
    expect(classes).toEqual(before);
    expect(calls).not.toContain('patch');
  });

  test.each<[string, Classes]>([['is not there', {}], ['is not the default', { fast: { [DEFAULT]: 'false' } }]])('fails and changes nothing while the new class %s', (_, others) => {
    const before = { gp2: { [DEFAULT]: 'true' }, ...others };
    const { status, stdout, classes } = run(before, 'fast', 'gp2');
    expect(status).toBe(1);
    expect(stdout).toContain('fast is not the default yet; nothing is changed');
    expect(classes).toEqual(before);
  });

  test('fails where the server does, for the Job to try again', () => {
    expect(run({ fast: { [DEFAULT]: 'true' } }, 'fast', 'broken').status).toBe(1);
    expect(run({}, 'broken', 'gp2').status).toBe(1);
  });

  test('has nothing to do the second time', () => {
    const { classes } = run({ fast: { [DEFAULT]: 'true' }, gp2: { [DEFAULT]: 'true' } }, 'fast', 'gp2');
    expect(run(classes, 'fast', 'gp2')).toMatchObject({ status: 0, classes });
  });
});
