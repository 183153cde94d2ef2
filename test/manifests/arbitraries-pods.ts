import { Duration, Size } from 'cdk8s';
import { Deployment, type IStorage, type MountOptions, MountPropagation, ResourceFieldPaths } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import fc from 'fast-check';
import { claim } from './arbitraries-claims';
import { type Input, made } from './input';
import {
  among, annotations, call, durations, flags, fsTypes, labels, maybe, names, NO_SIZES, ofWorld, paths, props, reasons, seldom, sizes, texts, value,
  wholeNumbers,
} from './values';
import { claims, dataSources, type World } from './world';
import * as lib from '../../src';

const secret = ofWorld(['a Secret', (world) => world.secret()]);
const configMap = ofWorld(['a ConfigMap', (world) => world.configMap()]);
const name = seldom(names);
const modes = maybe(wholeNumbers(0, 0o777));
const files = {
  items: maybe(among([{}, { a: 'b' }, { a: 'b/c', d: 'e' }], [{ a: '/b' }, { a: '../b' }, { 'a/b': 'c' }, { a: 'x', b: 'x' }])),
  modes: seldom(among([{}], [{ nothing: 0o400 }, { b: 0o1000 }])),
  optional: maybe(flags),
};
const fields = among(
  [{ labels: 'metadata.labels', app: "metadata.labels['app']" }, { 'a/b': "metadata.annotations['example.com/why']" }],
  [{}, { a: 'spec.nodeName' }, { a: "metadata.labels['a b']" }, { '/a': 'metadata.name' }],
);
const resources = maybe(among(
  [
    [],
    [{ path: 'memory', containerName: 'main', resource: ResourceFieldPaths.MEMORY_LIMIT, unit: Size.mebibytes(1) }],
    [{ path: 'cpu', containerName: 'main', resource: ResourceFieldPaths.CPU_LIMIT }],
  ],
  [
    [{ path: 'cpu', containerName: 'main', resource: ResourceFieldPaths.CPU_LIMIT, unit: Size.mebibytes(1) }],
    [{ path: 'labels', containerName: '', resource: ResourceFieldPaths.MEMORY_LIMIT }],
    [{ path: 'memory', containerName: 'main', resource: ResourceFieldPaths.MEMORY_LIMIT, unit: Size.gibibytes(0) }],
    [{ path: 'memory', containerName: 'main', resource: ResourceFieldPaths.MEMORY_LIMIT, unit: Size.mebibytes(3) }],
  ],
));
const signerName = among(['example.com/signer'], ['signer', 'example/a', 'example.com/']);
const { ProjectedSource } = lib;
const projections = fc.oneof(
  call('secret', ProjectedSource.secret, secret, props<lib.ProjectedKeysOptions>(files)),
  call('configMap', ProjectedSource.configMap, configMap, props<lib.ProjectedKeysOptions>(files)),
  call('downwardApi', ProjectedSource.downwardApi, fields, props<lib.DownwardApiOptions>({ resources, modes: files.modes })),
  call('serviceAccountToken', ProjectedSource.serviceAccountToken, props<lib.ServiceAccountTokenOptions>({
    path: maybe(fc.constantFrom('token', 'tokens/vault')), audience: maybe(fc.constant('vault')), expiration: maybe(durations(Duration.minutes(10), Duration.hours(1))),
  })),
  call('clusterTrustBundle', ProjectedSource.clusterTrustBundle, fc.oneof(
    fc.record({ path: among(['ca.pem'], ['/ca.pem']), name: among(['example.com:signer:bundle'], ['A B']), optional: maybe(flags) }),
    fc.record({ path: fc.constant('ca.pem'), signerName, matchLabels: value(labels, undefined) }),
    props<lib.ClusterTrustBundleOptions>({ path: fc.constant('ca'), name: maybe(fc.constant('a')), signerName: maybe(signerName), matchLabels: maybe(labels), optional: maybe(flags) }),
  )),
  call('podCertificate', ProjectedSource.podCertificate, props<lib.PodCertificateOptions>({
    signerName,
    keyType: fc.constantFrom(...Object.values(lib.PodCertificateKeyType)),
    maxExpiration: maybe(durations(Duration.hours(1), Duration.days(91))),
    credentialBundlePath: value(fc.constant('bundle.pem'), undefined, '/bundle.pem'),
    keyPath: seldom(seldom(fc.constant('key.pem'))),
    certificateChainPath: seldom(seldom(fc.constant('chain.pem'))),
  })),
);

const mountOptions = {
  readOnly: maybe(flags),
  subPath: seldom(among(['a', 'a/b'], ['/a', '', 'a/../b'])),
  subPathExpr: seldom(seldom(among(['$(NAME)'], ['/a']))),
  propagation: seldom(among([MountPropagation.NONE, MountPropagation.HOST_TO_CONTAINER], [MountPropagation.BIDIRECTIONAL])),
};

function mounts(readOnly = mountOptions.readOnly) {
  const rarely = value(fc.constant(false), true);
  return fc.record({ path: paths, options: props<MountOptions>({ ...mountOptions, readOnly }), again: rarely, isDevice: rarely });
}

/** A Deployment that uses the volume: as a directory, or as a device. */
function mount(storage: IStorage, { mounted: { path, options, again, isDevice } }: any, { chart }: World): void {
  const resource = { cpu: {}, memory: { limit: Size.mebibytes(64) } };
  const deployment = new Deployment(chart, 'deployment', { replicas: 1, containers: [{ name: 'main', image: 'image', resources: resource }] });
  const [container] = deployment.containers;
  if (isDevice) lib.BlockDevice.attach(container, path, storage);
  else container.mount(path, storage, options);
  if (again) container.mount(path, new lib.EmptyDirVolume(deployment, 'again'));
}

function volume(
  of: string, make: (scope: Construct, id: string, given: any) => IStorage, given: fc.Arbitrary<unknown>, mounted = mounts(),
): fc.Arbitrary<Input> {
  return made(of, make, fc.tuple(given, mounted).map(([own, where]) => ({ ...own as object, mounted: where })), mount);
}

export const projectedVolumes = volume('ProjectedVolume', (scope, id, { mounted, ...given }) => new lib.ProjectedVolume(scope, id, given), props<lib.ProjectedVolumeProps>({
  name,
  sources: fc.oneof({ weight: 14, arbitrary: projections.map((one) => [one]) }, { weight: 3, arbitrary: fc.array(projections, { maxLength: 2 }) }),
  defaultMode: modes,
}));

/** Volumes inside a Pod, each used by a Deployment of cdk8s-plus. */
export const podVolumes: fc.Arbitrary<Input>[] = [
  volume('EmptyDirVolume', (scope, id, { mounted, ...given }) => new lib.EmptyDirVolume(scope, id, given), fc.oneof(
    props<lib.EmptyDirVolumeProps>({ name, inMemory: seldom(flags), sizeLimit: maybe(sizes), hugePages: fc.constant(undefined) }),
    props<lib.EmptyDirVolumeProps>({
      name, inMemory: seldom(flags), sizeLimit: maybe(sizes), hugePages: among([Size.mebibytes(2), Size.gibibytes(1)], NO_SIZES),
    }),
  )),
  volume('HostPathVolume', (scope, id, { mounted, ...given }) => new lib.HostPathVolume(scope, id, given), props<lib.HostPathVolumeProps>({
    name, path: paths, type: maybe(fc.constantFrom(...Object.values(lib.HostPathType))), writableReason: maybe(reasons),
  }), mounts(value(fc.constant(true), false))),
  volume('NfsVolume', (scope, id, { mounted, ...given }) => new lib.NfsVolume(scope, id, given), props<lib.NfsVolumeProps>({
    name, server: among(['10.0.2.5'], ['']), path: paths, readOnly: maybe(flags),
  })),
  volume('ConfigMapVolume', (scope, id, { mounted, ...given }) => new lib.ConfigMapVolume(scope, id, given), props<lib.ConfigMapVolumeProps>({ name, configMap, ...files, defaultMode: modes })),
  volume('SecretVolume', (scope, id, { mounted, ...given }) => new lib.SecretVolume(scope, id, given), props<lib.SecretVolumeProps>({ name, secret, ...files, defaultMode: modes })),
  volume('DownwardApiVolume', (scope, id, { mounted, ...given }) => new lib.DownwardApiVolume(scope, id, given), props<lib.DownwardApiVolumeProps>({
    name, fields: value(fields, undefined), resources, modes: files.modes, defaultMode: modes,
  })),
  volume('EphemeralVolume', (scope, id, { mounted, ...given }) => new lib.EphemeralVolume(scope, id, given), fc.tuple(claim, fc.record({
    name, labels: maybe(labels), annotations: maybe(annotations), dataSource: seldom(dataSources),
  })).map(([common, more]) => ({ ...common as object, ...more }))),
  volume('CsiEphemeralVolume', (scope, id, { mounted, ...given }) => new lib.CsiEphemeralVolume(scope, id, given), props<lib.CsiEphemeralVolumeProps>({
    name,
    driver: among(['secrets-store.csi.k8s.io'], ['ebs.csi.aws.com', '', 'a b']),
    fsType: maybe(fsTypes),
    readOnly: maybe(flags),
    volumeAttributes: maybe(texts()),
    nodePublishSecret: maybe(secret),
  })),
  volume('a claim that is mounted', (_scope, _id, given) => given.claim, fc.record({ claim: claims })),
];
