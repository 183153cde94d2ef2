import { Duration, Size, Testing } from 'cdk8s';
import { ConfigMap, type IStorage, Pod, Secret } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import {
  EmptyDirVolume, type EmptyDirVolumeProps, HostPathVolume, NfsVolume, type NfsVolumeProps, ProjectedSource, ProjectedVolume,
  type ProjectedVolumeProps,
} from '../../../src';
import { refusals } from '../../refusals';

/** The volumes of a Pod that mounts this one. */
function volumesOf(volume: (scope: Construct) => IStorage): any[] {
  const chart = Testing.chart();
  const pod = new Pod(chart, 'Pod', { containers: [{ image: 'image' }] });
  pod.containers[0].mount('/data', volume(chart));
  return Testing.synth(chart).find(({ kind }) => kind === 'Pod').spec.volumes;
}

const volumeOf = (volume: (scope: Construct) => IStorage) => volumesOf(volume)[0];

describe('EmptyDirVolume', () => {
  test('is named after its id and otherwise empty', () => {
    expect(volumeOf((scope) => new EmptyDirVolume(scope, 'Scratch'))).toEqual({ name: 'scratch', emptyDir: {} });
  });

  test('has every property', () => {
    const props: Required<Omit<EmptyDirVolumeProps, 'hugePages'>> = { name: 'cache', inMemory: true, sizeLimit: Size.kibibytes(100) };
    expect(volumeOf((scope) => new EmptyDirVolume(scope, 'Scratch', props))).toEqual({ name: 'cache', emptyDir: { medium: 'Memory', sizeLimit: '100Ki' } });
  });

  test('is in huge pages, with or without a limit', () => {
    expect(volumeOf((scope) => new EmptyDirVolume(scope, 'Pages', { hugePages: Size.mebibytes(2) })).emptyDir).toEqual({ medium: 'HugePages-2Mi' });
    expect(volumeOf((scope) => new EmptyDirVolume(scope, 'Pages', { hugePages: Size.gibibytes(1), sizeLimit: Size.gibibytes(4) })).emptyDir)
      .toEqual({ medium: 'HugePages-1Gi', sizeLimit: '4Gi' });
  });

  refusals((props: EmptyDirVolumeProps) => new EmptyDirVolume(Testing.chart(), 'Scratch', props), [
    [{ inMemory: true }, 'test/Scratch: inMemory true has no sizeLimit, and could take all the memory of the node; give one, for example Size.mebibytes(64)'],
    [{ inMemory: true, sizeLimit: Size.gibibytes(1), hugePages: Size.mebibytes(2) }, "hugePages '2Mi' are given together with inMemory; leave one of them out"],
    [{ hugePages: Size.mebibytes(0) }, "hugePages '0Mi' is not a size"],
  ]);

  test('fails with all that is wrong, at once', () => {
    expect(() => new EmptyDirVolume(Testing.chart(), 'Scratch', { name: 'A', sizeLimit: Size.gibibytes(0) })).toThrow(new Error([
      'test/Scratch: 2 mistakes',
      "sizeLimit '0Gi' is not a size; give more than zero, for example Size.gibibytes(10)",
      "name 'A' is not a name Kubernetes takes; use at most 63 lower case letters, digits and '-', with a letter or digit at both ends",
    ].join('\n  - ')));
  });

  test('fails with an id that makes no name', () => {
    expect(() => new EmptyDirVolume(Testing.chart(), 'Scratch space')).toThrow(
      "test/Scratch space: the id gives the volume its name, but 'scratch space' is not a name Kubernetes takes");
  });
});

describe('NfsVolume', () => {
  test('has every property', () => {
    const props: Required<NfsVolumeProps> = { name: 'shared', server: '10.0.2.5', path: '/home/nfs', readOnly: true };
    expect(volumeOf((scope) => new NfsVolume(scope, 'X', props))).toEqual({ name: 'shared', nfs: { server: '10.0.2.5', path: '/home/nfs', readOnly: true } });
  });

  test('says nothing of reading only unless asked', () => {
    expect(volumeOf((scope) => new NfsVolume(scope, 'Nfs', { server: 'a', path: '/' })).nfs).toEqual({ server: 'a', path: '/' });
  });

  test('fails without a server and with a relative path', () => {
    expect(() => new NfsVolume(Testing.chart(), 'Nfs', { server: ' ', path: 'home' })).toThrow(new Error([
      'test/Nfs: 2 mistakes',
      "server ' ' is empty; give the host name or IP address of the NFS server",
      "path 'home' is not absolute; write '/home'",
    ].join('\n  - ')));
  });
});

describe('ProjectedVolume', () => {
  test('has every source and every property', () => {
    expect(volumeOf((scope) => {
      const props: Required<ProjectedVolumeProps> = {
        name: 'all',
        defaultMode: 0o440,
        sources: [
          ProjectedSource.secret(new Secret(scope, 'Secret', { metadata: { name: 'login' } }), { items: { user: 'login/user' }, optional: true }),
          ProjectedSource.configMap(new ConfigMap(scope, 'ConfigMap', { metadata: { name: 'settings' } })),
          ProjectedSource.downwardApi({ labels: 'metadata.labels' }),
          ProjectedSource.serviceAccountToken({ path: 'token', audience: 'vault', expiration: Duration.minutes(10) }),
        ],
      };
      return new ProjectedVolume(scope, 'X', props);
    })).toEqual({
      name: 'all',
      projected: {
        defaultMode: 0o440,
        sources: [
          { secret: { name: 'login', items: [{ key: 'user', path: 'login/user' }], optional: true } },
          { configMap: { name: 'settings' } },
          { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
          { serviceAccountToken: { path: 'token', audience: 'vault', expirationSeconds: 600 } },
        ],
      },
    });
  });

  refusals((props) => new ProjectedVolume(Testing.chart(), 'All', props), [
    [{ sources: [] }, 'test/All: sources [] is empty'],
    [{ sources: [ProjectedSource.downwardApi({})] }, 'downwardApi names no field'],
    [{ sources: [ProjectedSource.serviceAccountToken({ expiration: Duration.millis(600_500) })] }, 'serviceAccountToken expires after 600.5 s, which Kubernetes refuses'],
    [{ sources: [ProjectedSource.serviceAccountToken({ expiration: Duration.minutes(9) })] }, 'serviceAccountToken expires after 540 s, which Kubernetes refuses; give at least Duration.minutes(10)'],
    [{ sources: [ProjectedSource.serviceAccountToken({ path: '/token' })] }, "path '/token' is not inside the volume"],
    [{ sources: [ProjectedSource.downwardApi({ '../labels': 'metadata.labels' })] }, "path '../labels' is not inside the volume"],
    [{ sources: [ProjectedSource.serviceAccountToken(), ProjectedSource.serviceAccountToken()] }, "path 'token' is written by more than one source; give each its own path"],
    [{ sources: [ProjectedSource.serviceAccountToken()], defaultMode: 0o1000 }, 'defaultMode 512 is not a file mode'],
  ]);
});

test('a volume that two containers mount is one volume of the Pod', () => {
  const chart = Testing.chart();
  const shared = new EmptyDirVolume(chart, 'Shared');
  const pod = new Pod(chart, 'Pod', { containers: [{ name: 'a', image: 'a' }, { name: 'b', image: 'b' }] });
  for (const container of pod.containers) container.mount('/data', shared);
  expect(Testing.synth(chart)[0].spec.volumes).toEqual([{ name: 'shared', emptyDir: {} }]);
});

test('what is refused leaves nothing in the chart', () => {
  const chart = Testing.chart();
  expect(() => new HostPathVolume(chart, 'Logs', { path: '' })).toThrow();
  expect(chart.node.children).toEqual([]);
});
