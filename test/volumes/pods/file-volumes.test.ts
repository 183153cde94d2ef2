import { ApiObject, Cron, Duration, JsonPatch, Size, Testing } from 'cdk8s';
import { ConfigMap, CronJob, Deployment, type IStorage, Pod, ResourceFieldPaths, Secret } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ProjectedVolume } from '../../../src';
import {
  ConfigMapVolume, type ConfigMapVolumeProps, DownwardApiVolume, type DownwardApiVolumeProps, SecretVolume, type SecretVolumeProps,
} from '../../../src/volumes/pods/file-volumes';
import { PodCertificateKeyType } from '../../../src/volumes/pods/projected-certificates';
import { ProjectedSource } from '../../../src/volumes/pods/projected-source';
import { refusals } from '../../refusals';

function bothOf(volume: (scope: Construct) => IStorage & { toVolume(): any }): any {
  const chart = Testing.chart();
  const pod = new Pod(chart, 'Pod', { containers: [{ image: 'image' }] });
  const made = volume(chart);
  pod.containers[0].mount('/data', made);
  const [written] = Testing.synth(chart).find(({ kind }) => kind === 'Pod').spec.volumes;
  expect(made.toVolume()).toEqual(written);
  return written;
}

const settings = (scope: Construct) => ConfigMap.fromConfigMapName(scope, 'Settings', 'settings');
const login = (scope: Construct) => Secret.fromSecretName(scope, 'Login', 'login');

test('ConfigMapVolume has every property', () => {
  const props = (scope: Construct): Required<ConfigMapVolumeProps> =>
    ({ name: 'files', configMap: settings(scope), items: { a: 'b/c' }, modes: { 'b/c': 0o400 }, optional: true, defaultMode: 0o440 });
  expect(bothOf((scope) => new ConfigMapVolume(scope, 'X', props(scope)))).toEqual({
    name: 'files', configMap: { name: 'settings', items: [{ key: 'a', path: 'b/c', mode: 0o400 }], optional: true, defaultMode: 0o440 },
  });
  expect(bothOf((scope) => new ConfigMapVolume(scope, 'Files', { configMap: settings(scope) }))).toEqual({ name: 'files', configMap: { name: 'settings' } });
});

test('SecretVolume has every property', () => {
  const props = (scope: Construct): Required<SecretVolumeProps> =>
    ({ name: 'files', secret: login(scope), items: { a: 'b' }, modes: { b: 0o400 }, optional: false, defaultMode: 0o440 });
  expect(bothOf((scope) => new SecretVolume(scope, 'X', props(scope)))).toEqual({
    name: 'files', secret: { secretName: 'login', items: [{ key: 'a', path: 'b', mode: 0o400 }], optional: false, defaultMode: 0o440 },
  });
});

test('DownwardApiVolume has every property', () => {
  const props: Required<DownwardApiVolumeProps> = {
    name: 'pod',
    fields: { labels: 'metadata.labels', app: "metadata.labels['app']", why: "metadata.annotations['example.com/why']" },
    resources: [
      { path: 'memory', containerName: 'main', resource: ResourceFieldPaths.MEMORY_LIMIT, unit: Size.mebibytes(1) },
      { path: 'cpu', containerName: 'main', resource: ResourceFieldPaths.CPU_LIMIT },
    ],
    modes: { labels: 0o400 },
    defaultMode: 0o440,
  };
  expect(bothOf((scope) => new DownwardApiVolume(scope, 'X', props))).toEqual({
    name: 'pod',
    downwardAPI: {
      defaultMode: 0o440,
      items: [
        { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' }, mode: 0o400 },
        { path: 'app', fieldRef: { fieldPath: "metadata.labels['app']" } },
        { path: 'why', fieldRef: { fieldPath: "metadata.annotations['example.com/why']" } },
        { path: 'memory', resourceFieldRef: { containerName: 'main', resource: 'limits.memory', divisor: '1Mi' } },
        { path: 'cpu', resourceFieldRef: { containerName: 'main', resource: 'limits.cpu' } },
      ],
    },
  });
});

describe('sources that are newer than cdk8s-plus', () => {
  const SOURCES = [
    ProjectedSource.downwardApi({ name: 'metadata.name' }),
    ProjectedSource.clusterTrustBundle({ path: 'ca.pem', signerName: 'example.com/signer', matchLabels: { live: 'yes' }, optional: true }),
    ProjectedSource.clusterTrustBundle({ path: 'other.pem', name: 'example.com:signer:bundle' }),
    ProjectedSource.podCertificate({
      signerName: 'example.com/signer',
      keyType: PodCertificateKeyType.ED25519,
      maxExpiration: Duration.hours(2),
      credentialBundlePath: 'credentials.pem',
      keyPath: 'key.pem',
      certificateChainPath: 'chain.pem',
    }),
  ];
  const WRITTEN = [
    { downwardAPI: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] } },
    { clusterTrustBundle: { path: 'ca.pem', signerName: 'example.com/signer', labelSelector: { matchLabels: { live: 'yes' } }, optional: true } },
    { clusterTrustBundle: { path: 'other.pem', name: 'example.com:signer:bundle' } },
    {
      podCertificate: {
        signerName: 'example.com/signer',
        keyType: 'ED25519',
        maxExpirationSeconds: 7200,
        credentialBundlePath: 'credentials.pem',
        keyPath: 'key.pem',
        certificateChainPath: 'chain.pem',
      },
    },
  ];

  test('reach the Pod, also when it is synthesized twice', () => {
    const chart = Testing.chart();
    const pod = new Pod(chart, 'Pod', { containers: [{ image: 'image' }] });
    pod.containers[0].mount('/data', new ProjectedVolume(chart, 'All', { sources: SOURCES }));
    const [written] = Testing.synth(chart);
    expect(written.spec.volumes).toEqual([{ name: 'all', projected: { sources: WRITTEN } }]);
    expect(Testing.synth(chart)).toEqual([written]);
  });

  test('stay away with a volume that a patch removes', () => {
    const chart = Testing.chart();
    const pod = new Pod(chart, 'Pod', { containers: [{ image: 'image' }] });
    pod.containers[0].mount('/data', new ProjectedVolume(chart, 'All', { sources: SOURCES }));
    ApiObject.of(pod).addJsonPatch(JsonPatch.remove('/spec/volumes'));
    expect(Testing.synth(chart)[0].spec).not.toHaveProperty('volumes');
  });

  test('reach what makes Pods, of which everything else stays, patches too', () => {
    const chart = Testing.chart();
    const volume = new ProjectedVolume(chart, 'All', { sources: SOURCES });
    const deployment = new Deployment(chart, 'Deployment', { containers: [{ image: 'image' }] });
    const job = new CronJob(chart, 'Job', { schedule: Cron.daily(), containers: [{ image: 'image' }] });
    for (const { containers: [container] } of [deployment, job]) container.mount('/data', volume);
    ApiObject.of(deployment).addJsonPatch(JsonPatch.replace('/spec/template/spec/volumes/0/projected/sources/3/podCertificate/keyType', 'RSA4096'));
    const { spec } = Testing.synth(chart).find(({ kind }) => kind === 'Deployment');
    expect(spec.template.spec.volumes[0].projected.sources.slice(0, 3)).toEqual(WRITTEN.slice(0, 3));
    expect(spec.template.spec.containers).toHaveLength(1);
    const cron = Testing.synth(chart).find(({ kind }) => kind === 'CronJob').spec;
    expect(cron.jobTemplate.spec.template.spec.volumes).toEqual([{ name: 'all', projected: { sources: WRITTEN } }]);
  });
});

type Make = (scope: Construct) => unknown;
refusals((make: Make) => make(Testing.chart()), [
  [(scope) => new ConfigMapVolume(scope, 'A', { configMap: settings(scope), items: { a: '/b' } }), "test/A: path '/b' is not inside the volume; give a relative path without '..'"],
  [(scope) => new ConfigMapVolume(scope, 'A', { configMap: settings(scope), items: { a: '..b' } }), "path '..b' is not inside the volume"],
  [(scope) => new ConfigMapVolume(scope, 'A', { configMap: settings(scope), items: { 'a b': 'c' } }), "items has the key 'a b', which no object can have"],
  [(scope) => new ConfigMapVolume(scope, 'A', { configMap: settings(scope), items: { a: 'c', b: 'c' } }), "path 'c' is given to more than one key; give each its own path"],
  [(scope) => new SecretVolume(scope, 'A', { secret: login(scope), modes: { b: 0o400 } }), "modes names the file 'b', which items does not make; give the path of one of its files"],
  [(scope) => new SecretVolume(scope, 'A', { secret: login(scope), items: { a: 'b' }, modes: { b: 0o1000 } }), "modes of 'b' 512 is not a file mode; give 0 to 0o777, for example 0o440"],
  [(scope) => new SecretVolume(scope, 'A', { secret: login(scope), defaultMode: -1 }), 'defaultMode -1 is not a file mode'],
  [(scope) => new DownwardApiVolume(scope, 'A', {}), 'test/A: downwardApi names no field'],
  [(scope) => new DownwardApiVolume(scope, 'A', { fields: { ip: 'status.podIP' } }), 'field \'status.podIP\' cannot be a file; give one of metadata.name, metadata.namespace, metadata.uid, metadata.labels, metadata.annotations, or one label or annotation as in "metadata.labels[\'app\']"'],
  [(scope) => new DownwardApiVolume(scope, 'A', { fields: { a: "metadata.labels['a b']" } }), "field has the key 'a b', which is not a label name"],
  [(scope) => new DownwardApiVolume(scope, 'A', { fields: { a: 'metadata.uid' }, resources: [{ path: 'a', containerName: 'x', resource: ResourceFieldPaths.CPU_LIMIT }] }), "path 'a' is given to a field and to a resource"],
  [(scope) => new DownwardApiVolume(scope, 'A', { resources: [{ path: 'a', containerName: '', resource: ResourceFieldPaths.CPU_LIMIT }] }), "containerName '' of 'a' is empty"],
  [(scope) => new DownwardApiVolume(scope, 'A', { resources: [{ path: 'a', containerName: 'x', resource: ResourceFieldPaths.CPU_LIMIT, unit: Size.mebibytes(1) }] }), "unit '1Mi' of 'a' counts bytes, but limits.cpu is in cores; leave it out"],
  [(scope) => new DownwardApiVolume(scope, 'A', { fields: { a: 'metadata.uid' }, defaultMode: 0o1000 }), 'defaultMode 512 is not a file mode'],
]);

refusals((source: ProjectedSource) => new ProjectedVolume(Testing.chart(), 'All', { sources: [source] }), [
  [ProjectedSource.clusterTrustBundle({ path: '/ca.pem', name: 'a' }), "test/All: path '/ca.pem' is not inside the volume"],
  [ProjectedSource.clusterTrustBundle({ path: 'ca.pem' }), 'clusterTrustBundle has neither name nor signerName; name one bundle, or a signer'],
  [ProjectedSource.clusterTrustBundle({ path: 'ca.pem', name: 'a', signerName: 'example.com/a', matchLabels: {} }), 'test/All: 2 mistakes'],
  [ProjectedSource.clusterTrustBundle({ path: 'ca.pem', signerName: 'example.com/a' }), "clusterTrustBundle of signer 'example.com/a' has no matchLabels, which Kubernetes takes for no bundle at all; give {} for all of them"],
  [ProjectedSource.clusterTrustBundle({ path: 'ca.pem', name: 'A' }), "clusterTrustBundle name 'A' is not a name Kubernetes takes"],
  [ProjectedSource.clusterTrustBundle({ path: 'ca.pem', name: 'a', matchLabels: {} }), "clusterTrustBundle 'a' has matchLabels, which go with signerName; leave them out"],
  [ProjectedSource.clusterTrustBundle({ path: 'ca.pem', signerName: 'signer', matchLabels: {} }), "signerName 'signer' is not the name of a signer; write it as 'example.com/my-signer'"],
  [ProjectedSource.podCertificate({ signerName: 'example.com/a', keyType: PodCertificateKeyType.RSA3072 }), 'podCertificate is in no file; give credentialBundlePath, or keyPath and certificateChainPath'],
  [ProjectedSource.podCertificate({ signerName: 'example.com/a', keyType: PodCertificateKeyType.RSA3072, keyPath: 'a' }), 'podCertificate has keyPath without certificateChainPath; give both, or credentialBundlePath'],
  [ProjectedSource.podCertificate({ signerName: 'example.com/a', keyType: PodCertificateKeyType.RSA3072, certificateChainPath: 'a' }), 'podCertificate has certificateChainPath without keyPath'],
  [ProjectedSource.podCertificate({ signerName: 'example.com/a', keyType: PodCertificateKeyType.RSA3072, credentialBundlePath: 'a', maxExpiration: Duration.minutes(59) }), 'podCertificate maxExpiration is 3540 s, which Kubernetes refuses; give Duration.hours(1) to Duration.days(91)'],
  [ProjectedSource.podCertificate({ signerName: 'example.com/a', keyType: PodCertificateKeyType.RSA3072, credentialBundlePath: 'a', maxExpiration: Duration.millis(3_600_500) }), 'podCertificate maxExpiration is 3600.5 s'],
  [ProjectedSource.podCertificate({ signerName: 'example.com/a', keyType: PodCertificateKeyType.RSA3072, credentialBundlePath: 'a', maxExpiration: Duration.days(92) }), 'podCertificate maxExpiration is 7948800 s'],
]);
