import { KubectlV33Layer } from '@aws-cdk/lambda-layer-kubectl-v33';
import { App as CdkApp, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as v1 from 'aws-cdk-lib/aws-eks';
import * as v2 from 'aws-cdk-lib/aws-eks-v2';
import { OpenIdConnectProvider } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { ApiObject, App, Chart, Size } from 'cdk8s';
import {
  ClusterStorage, type ClusterStorageOptions, DeletionPolicy, DriverIdentity, EbsCsiDriver, EbsStorageClass, EbsVolumeType, EfsFileSystem,
  EfsStorageClass, EksStorage, type EksStorageProps, SelfManagedEbsCsiDriver, SnapshotInstallation, StackOutputs, StorageClass,
} from '../src';
import { clusterWithKubectl, ISSUER, newStack, provider } from './aws/stack';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555';

const CLUSTERS: { [kind: string]: (stack: Stack) => any } = {
  'imported, of aws-eks': (stack) => v1.Cluster.fromClusterAttributes(stack, 'Cluster', {
    clusterName: 'prod', kubectlRoleArn: 'arn:aws:iam::111122223333:role/kubectl', kubectlLayer: new KubectlV33Layer(stack, 'Kubectl'),
  }),
  'imported, of aws-eks-v2': (stack) => clusterWithKubectl(stack),
  'created, of aws-eks': (stack) => new v1.Cluster(stack, 'Cluster', { version: v1.KubernetesVersion.V1_33, kubectlLayer: new KubectlV33Layer(stack, 'Kubectl') }),
  'created, of aws-eks-v2': (stack) => new v2.Cluster(stack, 'Cluster', {
    version: v2.KubernetesVersion.V1_33,
    kubectlProviderOptions: { kubectlLayer: new KubectlV33Layer(stack, 'Kubectl') },
    defaultCapacityType: v2.DefaultCapacityType.NODEGROUP,
  }),
};

function storage(props: Partial<EksStorageProps> = {}, stack = newStack({ env: { account: '111122223333', region: 'eu-west-1' } })) {
  const cluster = props.cluster ?? clusterWithKubectl(stack);
  return { stack, cluster, storage: new EksStorage(stack, 'Storage', { cluster, ...props }) };
}

/** What is applied, by the logical ids of what applies it, with the values of the CDK as `*`. */
function applied(stack: Stack): { [id: string]: any[] } {
  const found = Template.fromStack(stack).findResources('Custom::AWSCDK-EKS-KubernetesResource');
  return Object.fromEntries(Object.entries(found).map(([id, { Properties }]) => [id.replace(/[0-9A-F]{8}$/, ''), JSON.parse(textOf(Properties.Manifest))]));
}

function textOf(value: any): string {
  if (typeof value === 'string') return value;
  return value['Fn::Join'][1].map((part: any) => typeof part === 'string' ? part : JSON.stringify(part).replace(/"/g, "'")).join('');
}

function dependenciesOf(stack: Stack, idPattern: RegExp): string[] {
  const resources: { [id: string]: any } = Template.fromStack(stack).toJSON().Resources;
  const [, resource] = Object.entries(resources).find(([id]) => idPattern.test(id))!;
  return [resource.DependsOn ?? []].flat();
}

describe.each(Object.entries(CLUSTERS))('a cluster %s', (_, make) => {
  test('gets working storage from four words', () => {
    const stack = newStack();
    const cluster = make(stack);
    new EksStorage(stack, 'Storage', { cluster });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::KMS::Key', 1);
    template.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
    template.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Retain' });
    template.hasResourceProperties('AWS::EKS::Addon', { AddonName: 'aws-ebs-csi-driver', PodIdentityAssociations: [{ ServiceAccount: 'ebs-csi-controller-sa' }] });
    template.hasResourceProperties('AWS::EKS::Addon', { AddonName: 'snapshot-controller' });
    const [classes] = Object.entries(applied(stack)).filter(([id]) => id.startsWith('StorageClasses')).map(([, objects]) => objects);
    expect(classes.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'StorageClass gp3-encrypted', 'ServiceAccount default-class-handover-gp3-encrypted', 'ClusterRole default-class-handover-gp3-encrypted',
      'ClusterRoleBinding default-class-handover-gp3-encrypted', expect.stringMatching(/^Job default-class-handover-/), 'VolumeSnapshotClass ebs-snapshots',
    ]);
  });
});

test('one key goes to the role, to its own policy and to the classes', () => {
  const { stack, storage: { encryptionKey } } = storage({ storageClasses: { fast: { volumeType: EbsVolumeType.gp3({ iops: 6000 }) } } });
  const arn = stack.resolve(encryptionKey!.keyArn);
  const classes = Object.values(applied(stack))[0].filter(({ kind }) => kind === 'StorageClass');
  expect(classes.map(({ metadata, parameters }) => [metadata.name, parameters.kmsKeyId])).toEqual([
    ['gp3-encrypted', JSON.stringify(arn).replace(/"/g, "'")], ['fast', JSON.stringify(arn).replace(/"/g, "'")],
  ]);
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::ManagedPolicy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: Match.arrayWith(['kms:CreateGrant']), Resource: [arn] })]) },
  });
});

test('snapshot kinds come before the driver, and the driver before the classes', () => {
  const { stack } = storage();
  const [driver] = dependenciesOf(stack, /^StorageClasses/).filter((id) => id.startsWith('StorageDriver') && !/Policy|Role/.test(id));
  expect(driver).toBeDefined();
  expect(dependenciesOf(stack, new RegExp(`^${driver}$`))).toContainEqual(expect.stringMatching(/^StorageSnapshotController/));
});

test('as manifests they come before it as well', () => {
  const { stack } = storage({ snapshots: SnapshotInstallation.manifests() });
  Template.fromStack(stack).resourcePropertiesCountIs('AWS::EKS::Addon', { AddonName: 'snapshot-controller' }, 0);
  expect(Object.keys(applied(stack))).toEqual(['StorageSnapshotCrds', 'StorageSnapshotControllerManifests', 'StorageClasses'].map((id) => expect.stringContaining(id)));
  expect(dependenciesOf(stack, /^StorageSnapshotControllerManifests/)).toContainEqual(expect.stringMatching(/^StorageSnapshotCrds/));
  const [driver] = dependenciesOf(stack, /^StorageClasses/).filter((id) => id.startsWith('StorageDriver') && !/Policy|Role/.test(id));
  expect(dependenciesOf(stack, new RegExp(`^${driver}$`))).toContainEqual(expect.stringMatching(/^StorageSnapshotCrds/));
});

test('without snapshots there is nothing of them', () => {
  const { stack, storage: made } = storage({ snapshots: SnapshotInstallation.none() });
  expect(JSON.stringify(Template.fromStack(stack).toJSON()).toLowerCase()).not.toContain('snapshot-controller');
  expect(JSON.stringify(applied(stack))).not.toContain('VolumeSnapshotClass');
  expect([made.snapshotControllerAddon, made.snapshotKinds, made.manifests.snapshotClass]).toEqual([undefined, undefined, undefined]);
});

test('what is there already is not installed again', () => {
  const { stack } = storage({ snapshots: SnapshotInstallation.existing(), awsManagedKey: true, keepPreviousDefaults: true });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::EKS::Addon', 1);
  template.resourceCountIs('AWS::KMS::Key', 0);
  expect(Object.values(applied(stack))[0].map(({ kind }) => kind)).toEqual(['StorageClass', 'VolumeSnapshotClass']);
  expect(Object.values(applied(stack))[0][0].parameters).not.toHaveProperty('kmsKeyId');
  expect(Object.values(applied(stack))[0][0].parameters.encrypted).toBe('true');
});

test('every property has its effect', () => {
  const stack = newStack({ env: { account: '111122223333', region: 'eu-west-1' } });
  const [key, other] = ['Key', 'Other'].map((id) => new Key(stack, id));
  const all: Omit<Required<EksStorageProps>, 'openIdConnectProvider' | 'driver' | 'snapshots' | 'keepPreviousDefaults'> = {
    cluster: clusterWithKubectl(stack),
    identity: DriverIdentity.podIdentity({ installAgent: true }),
    driverOptions: { addonVersion: 'v1.66.0-eksbuild.1', namespace: 'storage' },
    encryptionKey: key,
    awsManagedKey: false,
    moreEncryptionKeys: [other],
    snapshotControllerAddon: { addonVersion: 'v8.3.0-eksbuild.1' },
    otherDrivers: ['efs.csi.aws.com'],
    applyManifests: true,
    defaultClass: { metadata: { name: 'standard' }, volumeType: EbsVolumeType.gp3({ iops: 4000 }) },
    storageClasses: { secret: { kmsKeyArn: other.keyArn } },
    snapshotClass: { metadata: { name: 'nightly' }, deletionPolicy: DeletionPolicy.DELETE },
    quotas: { shop: { claims: 5 } },
    defaultClassHandover: { previous: ['old'] },
  };
  const made = new EksStorage(stack, 'Storage', all);
  const { StorageClasses: classes, StorageQuotas: quotas } = Object.fromEntries(Object.entries(applied(stack)).map(([id, objects]) => [id.replace(/[0-9A-F]*$/, ''), objects]));
  expect(classes.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(expect.arrayContaining(['StorageClass standard', 'StorageClass secret', 'VolumeSnapshotClass nightly']));
  expect(classes.find(({ kind }) => kind === 'Job').spec.template.spec.containers[0].args).toEqual(['standard', 'old']);
  expect(quotas).toMatchObject([{ kind: 'ResourceQuota', metadata: { namespace: 'shop' }, spec: { hard: { persistentvolumeclaims: '5' } } }]);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::EKS::Addon', { AddonName: 'aws-ebs-csi-driver', AddonVersion: 'v1.66.0-eksbuild.1', NamespaceConfig: { Namespace: 'storage' } });
  template.hasResourceProperties('AWS::EKS::Addon', { AddonName: 'snapshot-controller', AddonVersion: 'v8.3.0-eksbuild.1' });
  template.hasResourceProperties('AWS::EKS::Addon', { AddonName: 'eks-pod-identity-agent' });
  expect(made.encryptionKey).toBe(key);
  expect(made.manifests.storageClass('secret').storageClassName).toBe('secret');
  expect(() => made.manifests.storageClass('secrets')).toThrow("there is no class 'secrets' in storageClasses; there are 'secret'");
});

test('with an OIDC provider the driver has a role by it', () => {
  const stack = newStack();
  storage({ openIdConnectProvider: provider(stack) }, stack);
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', { AssumeRolePolicyDocument: { Statement: [Match.objectLike({ Action: 'sts:AssumeRoleWithWebIdentity' })] } });
});

test('a driver of your own takes the place, and is let use the key', () => {
  const stack = newStack();
  const cluster = v1.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'prod', kubectlRoleArn: 'arn:aws:iam::111122223333:role/kubectl', kubectlLayer: new KubectlV33Layer(stack, 'Kubectl') });
  const driver = new SelfManagedEbsCsiDriver(stack, 'Driver', { cluster, chartVersion: '2.64.0', identity: DriverIdentity.irsa(provider(stack)) } as any);
  const made = storage({ cluster, driver }, stack).storage;
  expect(made.driver).toBe(driver);
  Template.fromStack(stack).resourcePropertiesCountIs('AWS::EKS::Addon', { AddonName: 'aws-ebs-csi-driver' }, 0);
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::ManagedPolicy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Resource: [stack.resolve(made.encryptionKey!.keyArn)] })]) },
  });
});

test('the cluster may be of another stack', () => {
  const app = new CdkApp();
  const stack = new Stack(app, 'cluster');
  const cluster = CLUSTERS['created, of aws-eks-v2'](stack);
  const other = new Stack(app, 'storage');
  new EksStorage(other, 'Storage', { cluster });
  expect(Object.keys(applied(other))).toEqual([expect.stringContaining('StorageClasses')]);
  app.synth();
});

describe('outputs', () => {
  const outputsOf = (stack: Stack) => Object.fromEntries(Object.entries<any>(Template.fromStack(stack).findOutputs('*')).map(([name, { Value }]) => [name, typeof Value === 'string' ? Value : 'later']));

  test('tell what a cdk8s app needs, and it reads them by path', () => {
    const { stack } = storage();
    expect(outputsOf(stack)).toEqual({
      StorageKmsKeyArn: 'later', StorageDriverRoleArn: 'later', StorageDefaultStorageClassName: 'gp3-encrypted', StorageVolumeSnapshotClassName: 'ebs-snapshots',
    });
    expect(StackOutputs.fromMap({ stack: outputsOf(stack) }).stack('stack').eksStorage('Storage')).toEqual({
      kmsKeyArn: 'later', driverRoleArn: 'later', defaultStorageClassName: 'gp3-encrypted', volumeSnapshotClassName: 'ebs-snapshots',
    });
  });

  test('leave out what is not there', () => {
    const { stack } = storage({ awsManagedKey: true, snapshots: SnapshotInstallation.none() });
    expect(Object.keys(outputsOf(stack))).toEqual(['StorageDriverRoleArn', 'StorageDefaultStorageClassName']);
  });
});

describe('both ways of shipping', () => {
  const options: ClusterStorageOptions = {
    storageClasses: { fast: { volumeType: EbsVolumeType.gp3({ iops: 6000 }) } },
    snapshots: SnapshotInstallation.manifests({ replicas: 1 }),
    quotas: { shop: { claims: 5, maxPerClaim: Size.gibibytes(100) } },
  };
  test('make the same objects, one by one', () => {
    const stack = newStack();
    storage({ ...options, encryptionKey: Key.fromKeyArn(stack, 'Key', KEY) }, stack);
    const app = new App();
    const { kmsKeyArn } = StackOutputs.fromMap({ stack: { StorageKmsKeyArn: KEY, StorageDefaultStorageClassName: 'x' } }).stack('stack').eksStorage('Storage');
    new ClusterStorage(app, 'Storage', { ...options, kmsKeyArn });
    const inFiles = app.charts.flatMap((chart) => chart.toJson());
    const byStack = Object.values(applied(stack)).flat();
    expect(byStack).toHaveLength(inFiles.length);
    expect(inFiles.length).toBeGreaterThan(15);
    const nameOf = ({ kind, metadata }: any) => `${kind} ${metadata.namespace}/${metadata.name}`;
    for (const object of inFiles) expect(byStack.find((other) => nameOf(other) === nameOf(object))).toEqual(object);
  });

  test('without applyManifests the stack applies nothing and tells the rest', () => {
    const stack = newStack();
    const cluster = new v1.CfnCluster(stack, 'Cluster', { roleArn: 'arn:aws:iam::111122223333:role/x', resourcesVpcConfig: { subnetIds: ['subnet-1'] } });
    const made = new EksStorage(stack, 'Storage', { cluster, ...options, applyManifests: false });
    expect(applied(stack)).toEqual({});
    expect(Object.keys(Template.fromStack(stack).findOutputs('*'))).toContain('StorageKmsKeyArn');
    expect(() => made.addChart('More', new Chart(new App(), 'more'))).toThrow('stack/Storage: applyManifests is false');
  });

  test('the order of the files is that in which they are applied', () => {
    const app = new App();
    new ClusterStorage(app, 'Storage', options);
    expect(app.charts.map(({ node }) => node.path)).toEqual(['Storage/0-snapshot-crds', 'Storage/1-snapshot-controller', 'Storage/2-classes', 'Storage/3-quotas']);
  });
});

describe('charts of your own', () => {
  const chart = (add: (chart: Chart) => void = () => {}) => {
    const made = new Chart(new App(), 'mine');
    add(made);
    return made;
  };

  test('are applied once the storage works, with values of the CDK in them', () => {
    const { stack, storage: made } = storage();
    made.addChart('Mine', chart((mine) => new ApiObject(mine, 'Config', { apiVersion: 'v1', kind: 'ConfigMap', data: { key: made.encryptionKey!.keyArn } })));
    const manifest = Object.entries(applied(stack)).find(([id]) => id.startsWith('StorageMine'))![1];
    expect(manifest).toMatchObject([{ kind: 'ConfigMap', data: { key: expect.stringContaining('Fn::GetAtt') } }]);
    expect(dependenciesOf(stack, /^StorageMine/)).toEqual(expect.arrayContaining([expect.stringMatching(/^StorageClasses/), expect.stringMatching(/^StorageDriver/)]));
  });

  test('can be put in an order, and come before the quotas of a Namespace in them', () => {
    const { stack, storage: made } = storage({ quotas: { shop: { claims: 5 } } });
    const namespaces = made.addChart('Namespaces', chart((mine) => new ApiObject(mine, 'Shop', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } })));
    const other = made.addChart('Other', chart((mine) => new ApiObject(mine, 'Config', { apiVersion: 'v1', kind: 'ConfigMap' })));
    other.node.addDependency(namespaces);
    expect(dependenciesOf(stack, /^StorageQuotas/)).toEqual([expect.stringMatching(/^StorageNamespaces/)]);
    expect(dependenciesOf(stack, /^StorageOther/)).toContainEqual(expect.stringMatching(/^StorageNamespaces/));
  });

  test.each<[string, (mine: Chart) => void, Partial<EksStorageProps>, string]>([
    ['a second default', (mine) => new EbsStorageClass(mine, 'A', { metadata: { name: 'a' }, isDefault: true }), {},
      "the StorageClass 'gp3-encrypted' of 'Storage/2-classes' and the StorageClass 'a' of 'mine' are both the default, and a cluster needs one; say isDefault false of one of them"],
    ['a key that the driver may not use', (mine) => new EbsStorageClass(mine, 'A', { metadata: { name: 'a' }, kmsKeyArn: KEY }), {},
      `the StorageClass 'a' of 'mine' is encrypted with the key '${KEY}', which the driver may not use; give that key in moreEncryptionKeys too`],
    ['a class of a driver that is not there', (mine) => new EfsStorageClass(mine, 'A', { metadata: { name: 'a' }, fileSystem: EfsFileSystem.fromId('fs-0123456789abcdef0') }), {},
      "the StorageClass 'a' of 'mine' is of the driver 'efs.csi.aws.com', which is not installed by this construct; name it in otherDrivers if somebody else installs it, or use one of 'ebs.csi.aws.com'"],
    ['a snapshot where there are none', (mine) => new ApiObject(mine, 'A', { apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshot', metadata: { name: 'a' } }),
      { snapshots: SnapshotInstallation.none() },
      "the VolumeSnapshot 'a' of 'mine' needs the kind VolumeSnapshot, which the cluster does not know, for snapshots is SnapshotInstallation.none(); choose another of its ways"],
    ['what does not fit into an event', (mine) => new ApiObject(mine, 'A', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'x'.repeat(140_000) } }), {},
      "the chart 'mine' makes an event of"],
  ])('are refused with %s', (_, add, props, message) => {
    const { storage: made } = storage(props);
    expect(() => made.addChart('Mine', chart(add))).toThrow(message);
  });

  test('of a key that another construct has made, which the driver may not use, are refused', () => {
    const { stack, storage: made } = storage();
    const key = new Key(stack, 'Other');
    expect(() => made.addChart('Mine', chart((mine) => new EbsStorageClass(mine, 'A', { metadata: { name: 'a' }, kmsKeyArn: key.keyArn }))))
      .toThrow("the StorageClass 'a' of 'mine' is encrypted with the key of another construct, which the driver may not use");
  });

  test('are refused the second time', () => {
    const { storage: made } = storage();
    const mine = chart();
    made.addChart('Mine', mine);
    expect(() => made.addChart('Again', mine)).toThrow("stack/Storage: the chart 'mine' is applied already; add it once");
  });

  test('and those of the storage may not be changed once they were applied', () => {
    const { stack, storage: made } = storage();
    new StorageClass(made.manifests.classes, 'Late', { provisioner: 'ebs.csi.aws.com' });
    expect(() => Template.fromStack(stack)).toThrow("the chart 'Storage/2-classes' was changed after it was applied, and the change would be lost");
  });
});

describe('refused is', () => {
  test.each<[string, (stack: Stack) => Partial<EksStorageProps>, string]>([
    ['a cluster of which only the name is known', (stack) => ({ cluster: v1.Cluster.fromClusterAttributes(stack, 'C', { clusterName: 'c' }) }),
      "stack/Storage: the cluster 'stack/C' is imported without kubectl; give kubectlRoleArn and kubectlLayer where it is imported, or give applyManifests false"],
    ['one of aws-eks-v2', (stack) => ({ cluster: v2.Cluster.fromClusterAttributes(stack, 'C', { clusterName: 'c' }) }),
      "stack/Storage: the cluster 'stack/C' has no kubectl; give kubectlProviderOptions where it is created, or kubectlProvider where it is imported"],
    ['a CfnCluster', (stack) => ({ cluster: new v1.CfnCluster(stack, 'C', { roleArn: 'r', resourcesVpcConfig: { subnetIds: [] } }) }),
      "stack/Storage: the cluster 'stack/C' is one to which the CDK cannot apply manifests"],
    ['an identity beside an OIDC provider', (stack) => ({ identity: DriverIdentity.podIdentity(), openIdConnectProvider: provider(stack) }),
      'stack/Storage: openIdConnectProvider is given together with identity; leave one of them out'],
    ['a key beside that of the account', (stack) => ({ encryptionKey: new Key(stack, 'K'), awsManagedKey: true }), 'encryptionKey is given together with awsManagedKey'],
    ['an add-on for snapshots that come otherwise', () => ({ snapshots: SnapshotInstallation.none(), snapshotControllerAddon: {} }), 'snapshotControllerAddon is given together with snapshots'],
    ['a snapshot class without snapshots', () => ({ snapshots: SnapshotInstallation.none(), snapshotClass: { deletionPolicy: DeletionPolicy.DELETE } }),
      'snapshotClass is given, and snapshots is SnapshotInstallation.none()'],
    ['a default that is none', () => ({ defaultClass: { isDefault: false } }), 'defaultClass says isDefault false'],
    ['two defaults', () => ({ storageClasses: { fast: { isDefault: true } } }), "storageClasses says isDefault true of 'fast', and a cluster needs one default"],
    ['a name for two classes', () => ({ storageClasses: { 'gp3-encrypted': {} } }), "storageClasses has the name 'gp3-encrypted', which is that of defaultClass"],
    ['two names for one class', () => ({ storageClasses: { fast: { metadata: { name: 'slow' } } } }), "storageClasses calls 'fast' what its metadata calls 'slow'"],
    ['two namespaces for one quota', () => ({ quotas: { shop: { claims: 1, metadata: { namespace: 'bar' } } } }), "quotas calls 'shop' what its metadata calls 'bar'"],
    ['a handover that hands nothing over', () => ({ keepPreviousDefaults: true, defaultClassHandover: {} }), 'defaultClassHandover is given together with keepPreviousDefaults'],
    ['a class of a key that the driver may not use', () => ({ storageClasses: { fast: { kmsKeyArn: KEY } } }), `the StorageClass 'fast' of 'Storage/2-classes' is encrypted with the key '${KEY}'`],
    ['what a part refuses', () => ({ storageClasses: { fast: { volumeType: EbsVolumeType.gp3({ iops: 1 }) } } }), 'Storage/2-classes/fast: '],
  ])('%s', (_, props, message) => {
    const stack = newStack({ env: { account: '111122223333', region: 'eu-west-1' } });
    expect(() => storage(props(stack), stack)).toThrow(message);
    expect(stack.node.tryFindChild('Storage')).toBeUndefined();
  });

  test('options of a driver that is not installed here', () => {
    const stack = newStack();
    const cluster = CLUSTERS['imported, of aws-eks'](stack);
    const driver = new SelfManagedEbsCsiDriver(stack, 'Driver', { cluster, chartVersion: '2.64.0', identity: DriverIdentity.irsa(provider(stack)) } as any);
    expect(() => storage({ cluster, driver, driverOptions: {}, identity: DriverIdentity.podIdentity() }, stack))
      .toThrow('identity and driverOptions is of the driver that this construct installs, and driver is one of your own; say it there');
  });

  test('a driver of another cluster', () => {
    const stack = newStack();
    const driver = new EbsCsiDriver(stack, 'Driver', { cluster: clusterWithKubectl(stack, 'Other', 'other'), identity: DriverIdentity.podIdentity() });
    expect(() => storage({ driver }, stack)).toThrow("driver 'stack/Driver' is of the cluster 'other'; give that of the cluster 'stack/Cluster'");
  });

  test('a second one for the same cluster', () => {
    const { stack, cluster } = storage();
    expect(() => new EksStorage(stack, 'Again', { cluster })).toThrow("stack/Again: the cluster 'stack/Cluster' has its storage already, from 'stack/Storage'; a cluster takes it once");
    expect(() => new EksStorage(stack, 'Twice', { cluster: clusterWithKubectl(stack, 'SameName') })).toThrow("has its storage already, from 'stack/Storage'");
    expect(() => new EksStorage(stack, 'Other', { cluster: clusterWithKubectl(stack, 'OtherCluster', 'other') })).not.toThrow();
  });
});

describe('an OIDC provider of another cluster is refused', () => {
  test('where both issuers are known', () => {
    const stack = newStack();
    const other = OpenIdConnectProvider.fromOpenIdConnectProviderArn(stack, 'Other', 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/XYZ');
    const cluster = v1.Cluster.fromClusterAttributes(stack, 'Cluster', {
      clusterName: 'prod', openIdConnectProvider: provider(stack), kubectlRoleArn: 'arn:aws:iam::111122223333:role/kubectl', kubectlLayer: new KubectlV33Layer(stack, 'Kubectl'),
    });
    expect(() => storage({ cluster, openIdConnectProvider: other }, stack)).toThrow(
      `the OIDC provider 'stack/Other' is of another issuer than the cluster 'stack/Cluster' (the one is 'oidc.eks.eu-west-1.amazonaws.com/id/XYZ', the other '${ISSUER}'); give the provider of this cluster's issuer`);
    expect(() => storage({ cluster, openIdConnectProvider: cluster.openIdConnectProvider }, stack)).not.toThrow();
  });

  test('where both clusters are made here', () => {
    const stack = newStack();
    const [cluster, other] = ['A', 'B'].map((id) => new v2.Cluster(stack, id, {
      version: v2.KubernetesVersion.V1_33, defaultCapacityType: v2.DefaultCapacityType.NODEGROUP, kubectlProviderOptions: { kubectlLayer: new KubectlV33Layer(stack, `Kubectl${id}`) },
    }));
    expect(() => storage({ cluster, openIdConnectProvider: other.openIdConnectProvider }, stack)).toThrow(/the OIDC provider 'stack\/B\/.*' is of another issuer than the cluster 'stack\/A'; give/);
    expect(() => storage({ cluster, openIdConnectProvider: cluster.openIdConnectProvider }, stack)).not.toThrow();
  });
});

test('there is no warning that is not one of the parts', () => {
  const { stack } = storage();
  expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
});
