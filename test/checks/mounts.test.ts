import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart, Size, Testing } from 'cdk8s';
import { Deployment, MountPropagation, Pod, Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { EmptyDirVolume, PersistentVolumeClaim, StatefulVolumeSet, VolumeMode } from '../../src';

test('a relative mount path is refused when the app is synthesized', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const pod = new Pod(chart, 'Pod', { containers: [{ name: 'web', image: 'httpd' }] });
  pod.containers[0].mount('data', new EmptyDirVolume(chart, 'Scratch'));
  expect(() => Testing.synth(chart)).toThrow(
    "chart/Pod: container 'web' mounts volume 'scratch', but mount path 'data' is not absolute; write '/data'");
});

test('every such path of every kind of Pod is named, init containers included', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'chart');
  const claim = new PersistentVolumeClaim(chart, 'Claim', { metadata: { name: 'data' }, size: Size.gibibytes(1) });
  const deployment = new Deployment(chart, 'Deployment', { containers: [{ image: 'a' }] });
  deployment.addInitContainer({ image: 'b' }).mount('../data', claim);
  const set = new StatefulVolumeSet(chart, 'Set', {
    containers: [{ image: 'c', portNumber: 80 }],
    volumeClaimTemplates: [{ name: 'www', size: Size.gibibytes(1) }],
  });
  set.containers[0].mount('www', set.claimVolume('www'));
  expect(() => app.synthYaml()).toThrow(new RegExp([
    "chart/Deployment: container 'init-0' mounts volume 'pvc-data', but mount path '../data' is not absolute",
    "chart/Set: container 'main' mounts volume 'www', but mount path 'www' is not absolute",
  ].join('[^]*')));
});

test('nothing is written when a mount is refused', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'mounts-'));
  const app = new App({ outdir });
  new Chart(app, 'first');
  const chart = new Chart(app, 'second');
  new Pod(chart, 'Pod', { containers: [{ image: 'httpd' }] }).containers[0].mount('data', new EmptyDirVolume(chart, 'Scratch'));
  expect(() => app.synth()).toThrow('second/Pod');
  expect(existsSync(outdir) ? readdirSync(outdir) : []).toEqual([]);
  rmSync(outdir, { recursive: true });
});

test('a raw device is not mounted', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const device = new PersistentVolumeClaim(chart, 'Claim', { metadata: { name: 'raw' }, size: Size.gibibytes(1), volumeMode: VolumeMode.BLOCK });
  const pod = new Pod(chart, 'Pod', { containers: [{ image: 'database' }], volumes: [device.asVolume()] });
  expect(() => Testing.synth(chart)).not.toThrow();
  pod.containers[0].mount('/dev/xvda', device);
  expect(() => Testing.synth(chart)).toThrow("chart/Pod: container 'main' mounts volume 'pvc-raw', but its claim is for a raw device (volumeMode Block)");
});

test('constructs that have something else by the name of containers are left alone', () => {
  const chart = Testing.chart();
  new EmptyDirVolume(chart, 'Scratch').asVolume();
  Object.assign(new Construct(chart, 'Ship'), { containers: 40_000, initContainers: { none: true } });
  expect(() => Testing.synth(chart)).not.toThrow();
});

test('absolute paths, and the volumes of others, are left alone', () => {
  const chart = Testing.chart();
  const pod = new Pod(chart, 'Pod', { containers: [{ image: 'httpd' }] });
  pod.containers[0].mount('/data', new EmptyDirVolume(chart, 'Scratch'));
  pod.containers[0].mount('relative', Volume.fromEmptyDir(chart, 'Plus', 'of-cdk8s-plus'));
  expect(Testing.synth(chart)[0].spec.containers[0].volumeMounts).toHaveLength(2);
});

test('an app is looked at once, however many volumes it has', () => {
  const chart = Testing.chart();
  for (const id of ['a', 'b', 'c']) new EmptyDirVolume(chart, id).asVolume();
  const root = chart.node.root;
  const pod = new Pod(chart, 'Pod', { containers: [{ image: 'httpd' }] });
  pod.containers[0].mount('data', new EmptyDirVolume(chart, 'd'));
  expect(root.node.validate()).toHaveLength(1);
});

describe('what Kubernetes refuses of a mount', () => {
  const attempt = (mount: (pod: Pod, chart: Chart) => void, privileged = false) => {
    const chart = new Chart(Testing.app(), 'chart');
    const securityContext = privileged ? { privileged, allowPrivilegeEscalation: true } : undefined;
    const pod = new Pod(chart, 'Pod', { containers: [{ name: 'web', image: 'httpd', securityContext }] });
    mount(pod, chart);
    return () => Testing.synth(chart);
  };
  const scratch = (chart: Chart, id = 'Scratch') => new EmptyDirVolume(chart, id);

  test.each<[string, (pod: Pod, chart: Chart) => void]>([
    ["subPath 'a' and subPathExpr 'b' are both given, which Kubernetes refuses; leave one of them out",
      ({ containers: [web] }, chart) => web.mount('/data', scratch(chart), { subPath: 'a', subPathExpr: 'b' })],
    ["subPath '/a' is not inside the volume; give a relative path without '..'", ({ containers: [web] }, chart) => web.mount('/data', scratch(chart), { subPath: '/a' })],
    ["subPathExpr 'a/../b' is not inside the volume", ({ containers: [web] }, chart) => web.mount('/data', scratch(chart), { subPathExpr: 'a/../b' })],
    ["path '/data' has another volume already, which Kubernetes refuses; give each its own path", ({ containers: [web] }, chart) => {
      web.mount('/data', scratch(chart, 'A'));
      web.mount('/data', scratch(chart, 'B'));
    }],
    ["path '/data' has another volume already", ({ containers: [web] }, chart) => {
      web.mount('/data', scratch(chart));
      web.mount('/data', Volume.fromEmptyDir(chart, 'Plus', 'of-cdk8s-plus'));
    }],
    ['propagation Bidirectional is for privileged containers only; leave it out, or make the container privileged',
      ({ containers: [web] }, chart) => web.mount('/data', scratch(chart), { propagation: MountPropagation.BIDIRECTIONAL })],
  ])('%s', (message, mount) => {
    expect(attempt(mount)).toThrow(message);
    expect(attempt((pod, chart) => mount(pod, chart))).toThrow(/^Validation failed[^\n]*\n {2}[^\n]*$/);
  });

  test('every option that Kubernetes takes reaches the container', () => {
    const synth = attempt(({ containers: [web] }, chart) => {
      const volume = scratch(chart);
      web.mount('/a', volume, { subPath: 'a', readOnly: true });
      web.mount('/b', volume, { subPathExpr: '$(POD_NAME)', propagation: MountPropagation.HOST_TO_CONTAINER });
      web.mount('/c', volume, { propagation: MountPropagation.BIDIRECTIONAL });
    }, true);
    expect(synth()[0].spec.containers[0].volumeMounts).toEqual([
      { name: 'scratch', mountPath: '/a', subPath: 'a', readOnly: true },
      { name: 'scratch', mountPath: '/b', subPathExpr: '$(POD_NAME)', mountPropagation: 'HostToContainer' },
      { name: 'scratch', mountPath: '/c', mountPropagation: 'Bidirectional' },
    ]);
  });
});
