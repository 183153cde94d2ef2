import { Chart, Cron, Size, Testing } from 'cdk8s';
import { CronJob, Deployment, Pod, type Workload } from 'cdk8s-plus-27';
import { HostPathType, HostPathVolume, type HostPathVolumeProps, PersistentVolumeClaim } from '../../../src';
import { refusals } from '../../refusals';

const ANNOTATION = 'cdk8s-eks-storage/writable-host-path-reason';

function podWith(props: HostPathVolumeProps, readOnly?: boolean): any {
  const chart = Testing.chart();
  const pod = new Pod(chart, 'Pod', { containers: [{ image: 'image' }] });
  pod.containers[0].mount('/data', new HostPathVolume(chart, 'Logs', props), { readOnly });
  return Testing.synth(chart)[0];
}

test('looks at nothing by default, and is read only', () => {
  const { metadata, spec } = podWith({ path: '/var/log' }, true);
  expect(spec.volumes).toEqual([{ name: 'logs', hostPath: { path: '/var/log', type: '' } }]);
  expect(metadata).not.toHaveProperty('annotations');
});

test('has every property, and the Pod says why it may write', () => {
  const props: Required<HostPathVolumeProps> = { name: 'socket', path: '/run/x.sock', type: HostPathType.SOCKET, writableReason: 'the agent answers there' };
  const { metadata, spec } = podWith(props);
  expect(spec.volumes).toEqual([{ name: 'socket', hostPath: { path: '/run/x.sock', type: 'Socket' } }]);
  expect(metadata.annotations).toEqual({ [ANNOTATION]: 'socket: the agent answers there' });
});

test('is written to by no container without a reason, init containers included', () => {
  const chart = new Chart(Testing.app(), 'chart');
  const deployment = new Deployment(chart, 'Agent', { containers: [{ image: 'a' }] });
  const logs = new HostPathVolume(chart, 'Logs', { path: '/var/log' });
  deployment.containers[0].mount('/logs', logs, { readOnly: true });
  expect(() => Testing.synth(chart)).not.toThrow();
  deployment.addInitContainer({ image: 'b' }).mount('/logs', logs);
  expect(() => Testing.synth(chart)).toThrow(
    "chart/Agent: container 'init-0' mounts volume 'logs', but hostPath '/var/log' is a path of the node, and who can write there can take the node over; mount it with { readOnly: true }, or write why it must be writable in writableReason");
});

test.each<[string, (chart: Chart) => Workload]>([
  ['Deployment', (chart) => new Deployment(chart, 'Agent', { containers: [{ image: 'a' }] })],
  ['CronJob', (chart) => new CronJob(chart, 'Agent', { schedule: Cron.daily(), containers: [{ image: 'a' }] })],
])('the %s itself carries the reasons of all its volumes, not its Pods', (kind, workload) => {
  const chart = Testing.chart();
  const agent = workload(chart);
  agent.containers[0].mount('/logs', new HostPathVolume(chart, 'Logs', { path: '/var/log', writableReason: 'rotates them' }));
  agent.containers[0].mount('/run', new HostPathVolume(chart, 'Run', { path: '/run', writableReason: 'answers there' }), { readOnly: true });
  agent.containers[0].mount('/data', new PersistentVolumeClaim(chart, 'Claim', { size: Size.gibibytes(1) }));
  const written = Testing.synth(chart).find((object) => object.kind === kind);
  expect(written.metadata.annotations).toEqual({ [ANNOTATION]: 'logs: rotates them; run: answers there' });
  expect(JSON.stringify(written.spec)).not.toContain(ANNOTATION);
  expect(Testing.synth(chart).find((object) => object.kind === kind)).toEqual(written);
});

test('is a plain object for Pods that are written by hand, with the reason beside it', () => {
  const logs = new HostPathVolume(Testing.chart(), 'Logs', { path: '/var/log' });
  expect(logs.toVolume()).toEqual({ name: 'logs', hostPath: { path: '/var/log', type: '' } });
  expect(logs.toMount('/logs', { readOnly: true })).toEqual({ name: 'logs', mountPath: '/logs', readOnly: true });
  expect(logs.annotations).toEqual({});
  expect(() => logs.toMount('/logs')).toThrow("test/Logs/mount at '/logs': hostPath '/var/log' is a path of the node");
  const writable = new HostPathVolume(Testing.chart(), 'Logs', { path: '/var/log', writableReason: 'rotates them' });
  expect(writable.toMount('/logs')).toEqual({ name: 'logs', mountPath: '/logs' });
  expect(writable.annotations).toEqual({ [ANNOTATION]: 'logs: rotates them' });
});

refusals((props: HostPathVolumeProps) => new HostPathVolume(Testing.chart(), 'Logs', props), [
  [{ path: 'var/log' }, "test/Logs: path 'var/log' is not absolute; write '/var/log'"],
  [{ path: '/var/../etc' }, "path '/var/../etc' contains '..', which Kubernetes refuses"],
  [{ path: '/a', name: 'A' }, "name 'A' is not a name Kubernetes takes"],
  [{ path: '/a', writableReason: ' ' }, "writableReason '' says nothing; write why Pods must write to the node, or leave it out and mount the volume read-only"],
  [{ path: '/run/x.sock', type: HostPathType.SOCKET }, "type Socket is as good as writable, however it is mounted; write why Pods need '/run/x.sock' in writableReason"],
  [{ path: '/dev/kmsg', type: HostPathType.CHAR_DEVICE }, 'type CharDevice is as good as writable'],
  [{ path: '/dev/sda', type: HostPathType.BLOCK_DEVICE }, 'type BlockDevice is as good as writable'],
]);
