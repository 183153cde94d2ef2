import { type Chart, Duration, Size } from 'cdk8s';
import { ConfigMap, Cpu, type IStorage, Pod, ResourceFieldPaths, Secret } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import * as lib from '../../src';

const GIBIBYTE = Size.gibibytes(1);

/** A Pod for each kind of volume. */
export function podVolumes(chart: Chart) {
  const secret = new Secret(chart, 'login', { metadata: { name: 'login' }, stringData: { user: 'a' } });
  const configMap = new ConfigMap(chart, 'settings', { metadata: { name: 'settings' }, data: { a: 'b' } });
  const resources = { cpu: { limit: Cpu.millis(100) }, memory: { limit: Size.mebibytes(64) } };
  const add = (id: string, make: (scope: Construct) => IStorage) => {
    const pod = new Pod(chart, id, { containers: [{ name: 'main', image: 'image', resources }] });
    pod.containers[0].mount('/data', make(pod));
    return pod;
  };
  const files = { items: { a: 'b/c' }, modes: { 'b/c': 0o400 }, optional: true, defaultMode: 0o440 };
  add('empty-dir', (scope) => new lib.EmptyDirVolume(scope, 'volume', { inMemory: true, sizeLimit: Size.kibibytes(100) }));
  add('huge-pages', (scope) => new lib.EmptyDirVolume(scope, 'volume', { hugePages: Size.mebibytes(2), sizeLimit: Size.mebibytes(4) }));
  add('host-path', (scope) => new lib.HostPathVolume(scope, 'volume', { path: '/run/x.sock', type: lib.HostPathType.SOCKET, writableReason: 'the agent answers there' }));
  add('nfs', (scope) => new lib.NfsVolume(scope, 'volume', { server: '10.0.2.5', path: '/home/nfs', readOnly: true }));
  add('config-map', (scope) => new lib.ConfigMapVolume(scope, 'volume', { configMap, ...files }));
  add('secret', (scope) => new lib.SecretVolume(scope, 'volume', { secret, ...files }));
  const downward = {
    resources: [
      { path: 'memory', containerName: 'main', resource: ResourceFieldPaths.MEMORY_LIMIT, unit: Size.mebibytes(1) },
      { path: 'cpu', containerName: 'main', resource: ResourceFieldPaths.CPU_LIMIT },
    ],
    modes: { labels: 0o400 },
  };
  const fields = { labels: 'metadata.labels', app: "metadata.labels['app']", why: "metadata.annotations['example.com/why']" };
  add('downward-api', (scope) => new lib.DownwardApiVolume(scope, 'volume', { fields, ...downward, defaultMode: 0o440 }));
  add('projected', (scope) => new lib.ProjectedVolume(scope, 'volume', {
    defaultMode: 0o440,
    sources: [
      lib.ProjectedSource.secret(secret, { items: { user: 'login/user' }, modes: { 'login/user': 0o400 }, optional: true }),
      lib.ProjectedSource.configMap(configMap),
      lib.ProjectedSource.downwardApi(fields, downward),
      lib.ProjectedSource.serviceAccountToken({ path: 'token', audience: 'vault', expiration: Duration.minutes(10) }),
    ],
  }));
  add('trust-bundle', (scope) => new lib.ProjectedVolume(scope, 'volume', {
    sources: [
      lib.ProjectedSource.clusterTrustBundle({ path: 'ca.pem', signerName: 'example.com/signer', matchLabels: { live: 'yes' }, optional: true }),
      lib.ProjectedSource.clusterTrustBundle({ path: 'other.pem', name: 'example.com:signer:bundle' }),
    ],
  }));
  add('pod-certificate', (scope) => new lib.ProjectedVolume(scope, 'volume', {
    sources: [
      lib.ProjectedSource.podCertificate({
        signerName: 'example.com/signer', keyType: lib.PodCertificateKeyType.ED25519, maxExpiration: Duration.hours(1), credentialBundlePath: 'bundle.pem',
      }),
    ],
  }));
  const claim = { size: GIBIBYTE, storageClass: lib.StorageClass.fromName('fast') };
  add('ephemeral', (scope) => new lib.EphemeralVolume(scope, 'volume', {
    ...claim,
    labels: { team: 'a' },
    annotations: { 'example.com/why': 'scratch' },
    accessModes: [lib.AccessMode.READ_WRITE_ONCE_POD],
    dataSource: lib.VolumeSnapshot.fromName('yesterday'),
  }));
  add('csi', (scope) => new lib.CsiEphemeralVolume(scope, 'volume', {
    driver: 'secrets-store.csi.k8s.io', fsType: 'ext4', readOnly: true, volumeAttributes: { a: 'b' }, nodePublishSecret: secret,
  }));
  const raw = add('raw', (scope) => new lib.EmptyDirVolume(scope, 'volume'));
  lib.BlockDevice.attach(raw.containers[0], '/dev/xvda', new lib.EphemeralVolume(raw, 'device', { ...claim, volumeMode: lib.VolumeMode.BLOCK }));
  lib.BlockDevice.attach(raw.containers[0], '/dev/xvdb', new lib.PersistentVolumeClaim(raw, 'claim', { ...claim, volumeMode: lib.VolumeMode.BLOCK }));
}
