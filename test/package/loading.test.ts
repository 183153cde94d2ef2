import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Installation, LIBRARY, packagesOf } from './installation';

const all = new Installation('constructs', 'cdk8s', 'cdk8s-plus-27', 'aws-cdk-lib');

const ofKubernetes = (name: string) => ['cdk8s', 'cdk8s-plus-27', 'yaml'].includes(name);

/** What the other languages see: classes and enums of the assembly of jsii. */
function publicNames(): string[] {
  const assembly = gunzipSync(readFileSync(join(all.folder, 'node_modules', LIBRARY, '.jsii.gz'))).toString();
  const types: any[] = Object.values(JSON.parse(assembly).types);
  return types.filter(({ kind }) => kind !== 'interface').map(({ name }) => name).sort();
}

test('to require the library is to load one file', () => {
  expect(all.run(`require('${LIBRARY}');`).loaded).toEqual([`${LIBRARY}/lib/index.js`]);
});

test('it has every name before any is used, and no others', () => {
  const { output, loaded } = all.run(`console.log(JSON.stringify(Object.keys(require('${LIBRARY}'))));`);
  expect(JSON.parse(output).sort()).toEqual(publicNames());
  expect(loaded).toHaveLength(1);
});

test('every name has a value, which takes the place of the getter', () => {
  const { output } = all.run(`
    const library = require('${LIBRARY}');
    const state = (name) => 'get' in Object.getOwnPropertyDescriptor(library, name) ? 'getter' : typeof library[name];
    const names = Object.keys(library);
    const before = names.map(state);
    names.forEach((name) => library[name]);
    console.log(JSON.stringify({ before, after: names.map(state) }));`);
  const { before, after } = JSON.parse(output);
  expect(new Set(before)).toEqual(new Set(['getter']));
  expect([...new Set(after)].sort()).toEqual(['function', 'object']);
});

test('an ES module imports every name', () => {
  const { output, errors } = all.run(`import { ${publicNames().join(', ')} } from '${LIBRARY}';
    console.log([${publicNames().join(', ')}].filter((value) => value === undefined).length);`, 'mjs');
  expect({ output, errors }).toEqual({ output: '0\n', errors: '' });
});

describe.each(['cjs', 'mjs'] as const)('as %s', (format) => {
  const { output: kubernetes, loaded: byKubernetes } = all.runApp('classes-and-claims', format);
  const { output: pods, loaded: byPods } = all.runApp('pods', format);
  const { output: driver, loaded: byDriver } = all.runApp('driver', format, 'lib/aws.js');

  test('classes, claims, volumes, snapshots and quotas load nothing of aws-cdk-lib', () => {
    for (const kind of ['StorageClass', 'PersistentVolumeClaim', 'PersistentVolume', 'VolumeSnapshot', 'ResourceQuota', 'Deployment']) {
      expect(kubernetes).toContain(`\nkind: ${kind}\n`);
    }
    expect(packagesOf(byKubernetes)).toEqual(expect.arrayContaining(['cdk8s', 'constructs']));
    expect(packagesOf(byKubernetes)).not.toContain('aws-cdk-lib');
  });

  test('Pods load cdk8s-plus-27 and nothing of aws-cdk-lib', () => {
    expect(pods.match(/^kind: .*/gm)).toEqual(['kind: StorageClass', 'kind: Service', 'kind: StatefulSet']);
    expect(packagesOf(byPods)).toEqual(expect.arrayContaining(['cdk8s', 'cdk8s-plus-27']));
    expect(packagesOf(byPods)).not.toContain('aws-cdk-lib');
  });

  test("the driver, from 'lib/aws.js', loads nothing of cdk8s, cdk8s-plus-27 and yaml", () => {
    expect(Object.values<any>(JSON.parse(driver).Resources).map(({ Type }) => Type)).toContain('AWS::EKS::Addon');
    expect(packagesOf(byDriver)).toContain('aws-cdk-lib');
    expect(packagesOf(byDriver).filter(ofKubernetes)).toEqual([]);
  });
});

// An ES module reads every name it could import, used or not: from the index it loads what each class is derived from.
describe('as cjs, from the index', () => {
  test('without Pods, nothing of cdk8s-plus-27 is loaded', () => {
    expect(packagesOf(all.runApp('classes-and-claims').loaded)).not.toContain('cdk8s-plus-27');
  });

  test('the driver loads nothing of cdk8s, cdk8s-plus-27 and yaml, and no other room', () => {
    const { loaded } = all.runApp('driver');
    expect(packagesOf(loaded)).toContain('aws-cdk-lib');
    expect(packagesOf(loaded).filter(ofKubernetes)).toEqual([]);
    expect(loaded.filter((file) => /^cdk8s-eks-storage\/lib\/(cluster|volumes|checks)\//.test(file))).toEqual([]);
  });
});

// What is not asked for is not judged, and the file with its rules is not read.
test.each([
  ['a class', 18, "new library.EncryptedStorageClass(chart, 'Class', { volumeType: library.EbsVolumeType.gp3({ iops: 6000 }), kmsKeyArn: KEY });"],
  ['a claim', 16, "new library.PersistentVolumeClaim(chart, 'Claim', { size, storageClass: library.StorageClass.fromName('ebs') });"],
  ['a volume', 20, `new library.PersistentVolume(chart, 'Volume', {
    size, source: library.PersistentVolumeSource.ebs({ volumeId: 'vol-0123456789abcdef0', availabilityZone: 'eu-west-1a' }) });`],
  ['a snapshot', 15, `new library.VolumeSnapshot(chart, 'Snapshot', {
    claim: library.PersistentVolumeClaim.fromClaimName(chart, 'Data', 'data'), snapshotClass: library.VolumeSnapshotClass.fromName('ebs') });`],
  ['a stateful set', 25, `new library.StatefulVolumeSet(chart, 'Web', {
    replicas: 3, containers: [{ image: 'nginx', portNumber: 8080 }],
    volumeClaimTemplates: [{ name: 'www', mountPath: '/www', size, storageClass: library.StorageClass.fromName('ebs') }] });`],
])('an app with %s reads %i files of the library and no more', (_, most, make) => {
  const { loaded, errors } = all.run(`
    const { App, Chart, Size } = require('cdk8s');
    const library = require('${LIBRARY}');
    const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const app = new App();
    const chart = new Chart(app, 'chart');
    const size = Size.gibibytes(20);
    ${make}
    app.synthYaml();`);
  expect(errors).toBe('');
  expect(loaded.filter((file) => file.startsWith(`${LIBRARY}/`)).length).toBeLessThanOrEqual(most);
});

test('a driver of an imported cluster, with an imported key, loads 16 files of the library and of the CDK what CloudFormation resources alone would', () => {
  const app = (...made: string[]) => all.run(`
    const { App, Stack } = require('aws-cdk-lib');
    const { CfnAddon, CfnCluster } = require('aws-cdk-lib/aws-eks');
    const { CfnManagedPolicy, CfnRole, OpenIdConnectProvider } = require('aws-cdk-lib/aws-iam');
    const { Key } = require('aws-cdk-lib/aws-kms');
    const app = new App({ outdir: 'cdk.out' });
    const stack = new Stack(app, 'stack', { env: { account: '111122223333', region: 'eu-west-1' } });
    const key = Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab');
    const cluster = CfnCluster.fromClusterName(stack, 'Cluster', 'cluster');
    const issuer = 'oidc.eks.eu-west-1.amazonaws.com/id/0';
    const provider = OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'Provider', 'arn:aws:iam::111122223333:oidc-provider/' + issuer);
    ${made.join('\n')}
    app.synth();`).loaded;
  const driver = app(`
    const { DriverIdentity, EbsCsiDriver } = require('${LIBRARY}');
    new EbsCsiDriver(stack, 'Driver', { cluster, identity: DriverIdentity.irsa(provider), encryptionKeys: [key] });`);
  const resources = app(`
    const { Construct } = require('constructs');
    const scope = new Construct(stack, 'Driver');
    const role = new CfnRole(scope, 'Role', { assumeRolePolicyDocument: {} });
    const policy = new CfnManagedPolicy(scope, 'Policy', { policyDocument: {}, roles: [role.ref] });
    new CfnAddon(scope, 'Addon', { addonName: 'aws-ebs-csi-driver', clusterName: cluster.clusterRef.clusterName }).node.addDependency(policy);`);
  const isOfLibrary = (file: string) => file.startsWith(`${LIBRARY}/`);
  expect(driver.filter(isOfLibrary).length).toBeLessThanOrEqual(16);
  expect(driver.filter((file) => !isOfLibrary(file)).sort()).toEqual(resources.sort());
});
