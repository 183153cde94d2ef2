import { ApiObject, JsonPatch, Size, Testing } from 'cdk8s';
import { Deployment, PersistentVolumeClaim as PlusClaim, Pod, Volume } from 'cdk8s-plus-27';
import { EmptyDirVolume, PersistentVolumeClaim, StatefulVolumeSet, VolumeMode } from '../../../src';
import { BlockDevice } from '../../../src/volumes/pods/block-device';
import { EphemeralVolume } from '../../../src/volumes/pods/ephemeral-volume';

const raw = (chart: ReturnType<typeof Testing.chart>, name = 'raw') =>
  new PersistentVolumeClaim(chart, `Claim-${name}`, { metadata: { name }, size: Size.gibibytes(1), volumeMode: VolumeMode.BLOCK });
const podSpec = (chart: ReturnType<typeof Testing.chart>) => {
  const { spec } = Testing.synth(chart).find(({ kind }) => ['Pod', 'Deployment', 'StatefulSet'].includes(kind));
  return spec.template?.spec ?? spec;
};

test('a device is handed over, beside what is mounted', () => {
  const chart = Testing.chart();
  const pod = new Pod(chart, 'Pod', { containers: [{ image: 'a' }] });
  BlockDevice.attach(pod.containers[0], '/dev/xvda', raw(chart));
  pod.containers[0].mount('/tmp', new EmptyDirVolume(chart, 'Tmp'));
  BlockDevice.attach(pod.containers[0], '/dev/xvdb', new EphemeralVolume(chart, 'Scratch', { size: Size.gibibytes(1), volumeMode: VolumeMode.BLOCK }));
  const { containers, volumes } = podSpec(chart);
  expect(containers[0].volumeDevices).toEqual([{ name: 'pvc-raw', devicePath: '/dev/xvda' }, { name: 'scratch', devicePath: '/dev/xvdb' }]);
  expect(containers[0].volumeMounts).toEqual([{ name: 'tmp', mountPath: '/tmp' }]);
  expect(volumes.map(({ name }: any) => name)).toEqual(['pvc-raw', 'tmp', 'scratch']);
});

test('only the containers that are handed the device have it, init containers included', () => {
  const chart = Testing.chart();
  const deployment = new Deployment(chart, 'Deployment', { containers: [{ name: 'a', image: 'a' }, { name: 'b', image: 'b' }] });
  const claim = raw(chart);
  BlockDevice.attach(deployment.addInitContainer({ image: 'format' }), '/dev/xvda', claim);
  BlockDevice.attach(deployment.containers[1], '/dev/xvda', claim);
  const { containers, initContainers, volumes } = podSpec(chart);
  expect(initContainers[0].volumeDevices).toEqual([{ name: 'pvc-raw', devicePath: '/dev/xvda' }]);
  expect(initContainers[0]).not.toHaveProperty('volumeMounts');
  expect(containers[0]).not.toHaveProperty('volumeDevices');
  expect(containers[1].volumeDevices).toEqual([{ name: 'pvc-raw', devicePath: '/dev/xvda' }]);
  expect(volumes).toEqual([{ name: 'pvc-raw', persistentVolumeClaim: { claimName: 'raw' } }]);
});

test('the devices of a StatefulVolumeSet and of a claim of cdk8s-plus are handed over too', () => {
  const chart = Testing.chart();
  const set = new StatefulVolumeSet(chart, 'Set', {
    containers: [{ image: 'c', portNumber: 80 }],
    volumeClaimTemplates: [{ name: 'data', size: Size.gibibytes(1), volumeMode: VolumeMode.BLOCK }],
  });
  BlockDevice.attach(set.containers[0], '/dev/xvda', set.claimVolume('data'));
  const { containers, volumes } = podSpec(chart);
  expect(containers[0].volumeDevices).toEqual([{ name: 'data', devicePath: '/dev/xvda' }]);
  expect(volumes).toBeUndefined();

  const other = Testing.chart();
  const pod = new Pod(other, 'Pod', { containers: [{ image: 'a' }] });
  const claim = PlusClaim.fromClaimName(other, 'Claim', 'plus');
  BlockDevice.attach(pod.containers[0], '/dev/xvda', Volume.fromPersistentVolumeClaim(other, 'Volume', claim));
  expect(podSpec(other).containers[0].volumeDevices).toEqual([{ name: 'pvc-plus', devicePath: '/dev/xvda' }]);
});

test('patches still apply', () => {
  const chart = Testing.chart();
  const pod = new Pod(chart, 'Pod', { containers: [{ image: 'a' }] });
  BlockDevice.attach(pod.containers[0], '/dev/xvda', raw(chart));
  ApiObject.of(pod).addJsonPatch(JsonPatch.replace('/spec/containers/0/volumeDevices/0/devicePath', '/dev/xvdz'));
  expect(podSpec(chart).containers[0].volumeDevices).toEqual([{ name: 'pvc-raw', devicePath: '/dev/xvdz' }]);
});

test('what is no device, or has no place in the container, is refused at once', () => {
  const chart = Testing.chart();
  const [container] = new Pod(chart, 'Pod', { containers: [{ image: 'a' }] }).containers;
  const directory = new PersistentVolumeClaim(chart, 'Directory', { metadata: { name: 'directory' }, size: Size.gibibytes(1) });
  expect(() => BlockDevice.attach(container, '/dev/xvda', directory)).toThrow(
    "test/Directory: container 'main' is handed volume 'pvc-directory', but it is a directory (volumeMode Filesystem); mount it, or claim a raw device with VolumeMode.BLOCK");
  expect(() => BlockDevice.attach(container, '/dev/xvda', new EmptyDirVolume(chart, 'Tmp'))).toThrow('it is a directory');
  expect(() => BlockDevice.attach(container, '/dev/xvda', Volume.fromEmptyDir(chart, 'Plus', 'plus'))).toThrow('it is a directory');
  expect(() => BlockDevice.attach(container, 'dev/xvda', raw(chart))).toThrow("device path 'dev/xvda' is not absolute; write '/dev/xvda'");
  expect(container.mounts).toEqual([]);
  container.mount('/data', directory);
  expect(() => BlockDevice.attach(container, '/data', raw(chart, 'other'))).toThrow("path '/data' has another volume already, which Kubernetes refuses; give each its own path");
});

test('a device is a plain object for containers that are written by hand', () => {
  expect(BlockDevice.toDevice('/dev/xvda', 'raw')).toEqual({ name: 'raw', devicePath: '/dev/xvda' });
  expect(() => BlockDevice.toDevice('xvda', 'raw')).toThrow("BlockDevice.toDevice: device path 'xvda' is not absolute; write '/xvda'");
});
