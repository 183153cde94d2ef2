import { Size, Testing } from 'cdk8s';
import { type IStorage, MountPropagation, Pod, Secret } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { AccessMode, PersistentVolumeClaim, StorageClass, VolumeMode } from '../../../src';
import { CsiEphemeralVolume, type CsiEphemeralVolumeProps } from '../../../src/volumes/pods/csi-ephemeral-volume';
import { EphemeralVolume, type EphemeralVolumeProps } from '../../../src/volumes/pods/ephemeral-volume';
import { refusals } from '../../refusals';

function volumeOf(volume: (scope: Construct) => IStorage): any {
  const chart = Testing.chart();
  const pod = new Pod(chart, 'Pod', { containers: [{ image: 'image' }] });
  pod.containers[0].mount('/data', volume(chart));
  return Testing.synth(chart).find(({ kind }) => kind === 'Pod').spec.volumes[0];
}

describe('EphemeralVolume', () => {
  test('asks for little unless told', () => {
    expect(volumeOf((scope) => new EphemeralVolume(scope, 'Scratch', { size: Size.mebibytes(500) }))).toEqual({
      name: 'scratch',
      ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem', resources: { requests: { storage: '500Mi' } } } } },
    });
  });

  test('has what its claim has', () => {
    const props = (scope: Construct) => ({
      name: 'work',
      labels: { team: 'a' },
      annotations: { 'example.com/why': 'scratch' },
      dataSource: new PersistentVolumeClaim(scope, 'Template', { metadata: { name: 'template' }, size: Size.gibibytes(1) }),
      size: Size.gibibytes(1),
      storageClass: StorageClass.fromName('fast'),
      accessModes: [AccessMode.READ_WRITE_ONCE_POD],
      volumeMode: VolumeMode.FILESYSTEM,
    } satisfies EphemeralVolumeProps);
    const written = {
      name: 'work',
      ephemeral: {
        volumeClaimTemplate: {
          metadata: { labels: { team: 'a' }, annotations: { 'example.com/why': 'scratch' } },
          spec: {
            accessModes: ['ReadWriteOncePod'],
            storageClassName: 'fast',
            volumeMode: 'Filesystem',
            resources: { requests: { storage: '1Gi' } },
            dataSource: { kind: 'PersistentVolumeClaim', name: 'template' },
          },
        },
      },
    };
    expect(volumeOf((scope) => new EphemeralVolume(scope, 'Scratch', props(scope)))).toEqual(written);
    const chart = Testing.chart();
    expect(new EphemeralVolume(chart, 'Scratch', props(chart)).toVolume()).toEqual(written);
  });

  refusals((props: Partial<EphemeralVolumeProps>) => new EphemeralVolume(Testing.chart(), 'Scratch', { size: Size.gibibytes(1), ...props }), [
    [{ dataSource: new PersistentVolumeClaim(Testing.chart(), 'Source', { size: Size.gibibytes(2) }) }, "size '1Gi' is below the '2Gi' of its dataSource"],
    [{ size: Size.gibibytes(0) }, "test/Scratch: size '0Gi' is not a size"],
    [{ accessModes: [] }, 'accessModes [] is empty'],
    [{ labels: { 'a b': 'c' } }, "labels has the key 'a b', which is not a label name"],
    [{ storageClass: StorageClass.none() }, "storageClass '' creates no volumes; name a class"],
    [{ name: 'A' }, "name 'A' is not a name Kubernetes takes"],
  ]);

  test('a raw device is not mounted', () => {
    const device = (scope: Construct) => new EphemeralVolume(scope, 'Raw', { size: Size.gibibytes(1), volumeMode: VolumeMode.BLOCK });
    expect(() => volumeOf(device)).toThrow("test/Pod: container 'main' mounts volume 'raw', but its claim is for a raw device (volumeMode Block)");
    expect(() => device(Testing.chart()).toMount('/data')).toThrow('its claim is for a raw device');
  });
});

describe('CsiEphemeralVolume', () => {
  const DRIVER = 'secrets-store.csi.k8s.io';

  test('has every property, and no other', () => {
    const props = (scope: Construct): Required<CsiEphemeralVolumeProps> => ({
      name: 'vault',
      driver: DRIVER,
      fsType: 'ext4',
      readOnly: true,
      volumeAttributes: { sizeLimit: 'a', divisor: 'b' },
      nodePublishSecret: Secret.fromSecretName(scope, 'Login', 'login'),
    });
    expect(volumeOf((scope) => new CsiEphemeralVolume(scope, 'X', props(scope)))).toEqual({
      name: 'vault',
      csi: { driver: DRIVER, fsType: 'ext4', readOnly: true, volumeAttributes: { sizeLimit: 'a', divisor: 'b' }, nodePublishSecretRef: { name: 'login' } },
    });
    expect(volumeOf((scope) => new CsiEphemeralVolume(scope, 'Secrets', { driver: DRIVER }))).toEqual({ name: 'secrets', csi: { driver: DRIVER } });
  });

  refusals((props: CsiEphemeralVolumeProps) => new CsiEphemeralVolume(Testing.chart(), 'Secrets', props), [
    [{ driver: '' }, "test/Secrets: driver '' is empty"],
    [{ driver: 'a_b' }, "driver 'a_b' is not the name of a CSI driver"],
    [{ driver: 'ebs.csi.aws.com' }, "driver 'ebs.csi.aws.com' makes no volumes without a claim; use an EphemeralVolume of its StorageClass, or a PersistentVolumeClaim"],
    [{ driver: 's3.csi.aws.com' }, "driver 's3.csi.aws.com' makes no volumes without a claim"],
    [{ driver: DRIVER, volumeAttributes: { a: 1 as unknown as string } }, "volumeAttributes gives 'a' the number 1, but Kubernetes takes text only; write '1'"],
  ]);
});

test('a mount is a plain object with every option of cdk8s-plus', () => {
  const volume = new EphemeralVolume(Testing.chart(), 'Scratch', { size: Size.gibibytes(1) });
  expect(volume.toMount('/data')).toEqual({ name: 'scratch', mountPath: '/data' });
  expect(volume.toMount('/data', { readOnly: true, subPath: 'a/b', propagation: MountPropagation.HOST_TO_CONTAINER }))
    .toEqual({ name: 'scratch', mountPath: '/data', readOnly: true, subPath: 'a/b', mountPropagation: 'HostToContainer' });
  expect(volume.toMount('/data', { subPathExpr: '$(POD_NAME)' })).toEqual({ name: 'scratch', mountPath: '/data', subPathExpr: '$(POD_NAME)' });
  expect(() => volume.toMount('data', { subPath: '/a', subPathExpr: 'b' })).toThrow("test/Scratch/mount at 'data': 3 mistakes");
});
