import { Fn, Lazy, Stack, type StackProps } from 'aws-cdk-lib';
import * as v1 from 'aws-cdk-lib/aws-eks';
import * as v2 from 'aws-cdk-lib/aws-eks-v2';
import { ManagedPolicy, OpenIdConnectProvider, PolicyDocument, Role, ServicePrincipal, User } from 'aws-cdk-lib/aws-iam';
import { Alias, CfnKey, type IKey, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { LayerVersion } from 'aws-cdk-lib/aws-lambda';
import fc from 'fast-check';
import { ISSUER, newStack } from './stack';
import {
  AutoModeBlockStorage, DriverIdentity, DriverPolicy, type DriverRoleOptions, EbsCsiDriver, type EbsCsiDriverProps, KeyAccess, MetadataSource,
  PodIdentityAgent, ResolveConflicts, SelfManagedEbsCsiDriver, SnapshotControllerAddon,
} from '../../src';

const ACCOUNT = '111122223333';
const UUID = '1234abcd-12ab-34cd-56ef-1234567890ab';

/** For each choice how often it is made, and what it comes to. */
interface Choices<T> {
  readonly [name: string]: [weight: number, made: T];
}

/** How often what is refused wherever it is chosen: one of these is enough for a whole combination. */
const RARE = 0.2;

function choice(choices: Choices<unknown>): fc.Arbitrary<string> {
  return fc.oneof(...Object.entries(choices).map(([name, [weight]]) => ({ weight: weight / RARE, arbitrary: fc.constant(name) })));
}

/** Where a combination is put together: the stack, and the ARNs that it is given from outside. */
class World {
  public readonly stack: Stack;
  public readonly brought: string[] = [];
  private readonly env: StackProps['env'];

  public constructor(private readonly partition: string, private readonly region: string, isKnown: boolean) {
    this.env = isKnown ? { account: ACCOUNT, region } : undefined;
    this.stack = newStack({ env: this.env });
    this.stack.node.setContext('aws:cdk:disable-asset-staging', true);
  }

  public arn(service: string, rest: string, { region = this.region, account = ACCOUNT } = {}): string {
    const arn = `arn:${this.partition}:${service}:${service === 'iam' ? '' : region}:${account}:${rest}`;
    this.brought.push(arn);
    return arn;
  }

  /** A text that is known at deployment only. */
  public text(id: string): string {
    return Fn.importValue(id);
  }

  /** A stack beside the driver's: elsewhere, if it is known where the driver's is. */
  public besides(id: string, elsewhere: { account?: string; region?: string } = {}): Stack {
    const { root } = this.stack.node;
    return root.node.tryFindChild(id) as Stack | undefined ?? new Stack(root, id, { env: this.env && { ...this.env, ...elsewhere } });
  }
}

const ENVIRONMENTS: Choices<() => World> = {
  'no known region': [4, () => new World('aws', 'eu-west-1', false)],
  'eu-west-1': [4, () => new World('aws', 'eu-west-1', true)],
  'us-gov-west-1': [2, () => new World('aws-us-gov', 'us-gov-west-1', true)],
  'cn-north-1': [2, () => new World('aws-cn', 'cn-north-1', true)],
};


const NO_NODES = { version: v2.KubernetesVersion.V1_33, defaultCapacityType: v2.DefaultCapacityType.NODEGROUP, defaultCapacity: 0 };

const CLUSTERS: Choices<(world: World) => any> = {
  'imported into aws-eks': [5, (world) => v1.Cluster.fromClusterAttributes(world.stack, 'Cluster', {
    clusterName: 'prod',
    kubectlProvider: v1.KubectlProvider.fromKubectlProviderAttributes(world.stack, 'Kubectl', {
      functionArn: world.arn('lambda', 'function:kubectl'), kubectlRoleArn: world.arn('iam', 'role/kubectl'), handlerRole: Role.fromRoleArn(world.stack, 'KubectlRole', world.arn('iam', 'role/handler')),
    }),
  })],
  'imported into aws-eks-v2': [9, (world) => v2.Cluster.fromClusterAttributes(world.stack, 'Cluster', {
    clusterName: 'prod',
    kubectlProvider: v2.KubectlProvider.fromKubectlProviderAttributes(world.stack, 'Kubectl', {
      serviceToken: world.arn('lambda', 'function:kubectl'), role: Role.fromRoleArn(world.stack, 'KubectlRole', world.arn('iam', 'role/kubectl')),
    }),
  })],
  'imported into aws-eks without kubectl': [1, (world) => v1.Cluster.fromClusterAttributes(world.stack, 'Cluster', { clusterName: 'prod' })],
  'imported into aws-eks-v2 without kubectl': [1, (world) => v2.Cluster.fromClusterAttributes(world.stack, 'Cluster', { clusterName: 'prod' })],
  'created with a node group': [2, (world) => {
    const kubectlLayer = LayerVersion.fromLayerVersionArn(world.stack, 'Layer', world.arn('lambda', 'layer:kubectl:1'));
    const cluster = new v2.Cluster(world.stack, 'Cluster', { ...NO_NODES, kubectlProviderOptions: { kubectlLayer } });
    cluster.addNodegroupCapacity('Nodes');
    return cluster;
  }],
  'created in Auto Mode': [2, (world) => new v2.Cluster(world.stack, 'Cluster', { version: v2.KubernetesVersion.V1_33 })],
  'a CfnCluster': [2, (world) => new v1.CfnCluster(world.stack, 'Cluster', { roleArn: world.arn('iam', 'role/cluster'), resourcesVpcConfig: { subnetIds: ['subnet-1', 'subnet-2'] } })],
};

const ROLE_NAMES: Choices<string | undefined> = { 'none': [20, undefined], 'one': [8, 'the-driver'], 'with a space': [RARE, 'the driver'], 'too long': [RARE, 'r'.repeat(65)] };
const PATHS: Choices<string | undefined> = { 'none': [20, undefined], 'one': [8, '/storage/'], 'without slashes': [RARE, 'storage'] };
const BOUNDARIES: Choices<(world: World) => DriverRoleOptions['permissionsBoundary']> = {
  'none': [20, () => undefined],
  'imported': [5, (world) => ManagedPolicy.fromManagedPolicyArn(world.stack, 'Boundary', world.arn('iam', 'policy/boundary'))],
  'of AWS': [2, () => ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess')],
  'a role': [RARE, (world) => ManagedPolicy.fromManagedPolicyArn(world.stack, 'Boundary', world.arn('iam', 'role/boundary'))],
};

const TAGS: Choices<{ [key: string]: string } | undefined> = {
  'none': [20, undefined],
  'no tags': [2, {}],
  'a few': [8, { 'team': 'platform', 'cost-centre': '42', 'über:all': 'ja' }],
  'with an empty value': [1, { team: '' }],
  'as many as AWS takes': [2, Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`tag${n}`, `${n}`]))],
  'one too many': [RARE, Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`tag${n}`, `${n}`]))],
  'of AWS': [RARE, { 'aws:team': 'platform' }],
  'with a wildcard': [RARE, { team: '*' }],
};

const roleOptions = fc.record({ roleName: choice(ROLE_NAMES), path: choice(PATHS), permissionsBoundary: choice(BOUNDARIES), tags: choice(TAGS) });

function madeRoleOptions(world: World, { roleName, path, permissionsBoundary, tags }: Combination['role']): DriverRoleOptions {
  const boundary = BOUNDARIES[permissionsBoundary][1](world);
  return { roleName: ROLE_NAMES[roleName][1], path: PATHS[path][1], permissionsBoundary: boundary, tags: TAGS[tags][1] };
}

const existingRole = (world: World) => Role.fromRoleArn(world.stack, 'Existing', world.arn('iam', 'role/path/existing'));
const role = (world: World, id: string) => new Role(world.stack, id, { assumedBy: new ServicePrincipal('ec2.amazonaws.com') });

const IDENTITIES: Choices<(world: World, options: DriverRoleOptions) => DriverIdentity> = {
  'irsa, with a provider of this app': [6, ({ stack }, options) => DriverIdentity.irsa(new v2.OidcProviderNative(stack, 'Provider', { url: `https://${ISSUER}` }), options)],
  'irsa, with an imported provider': [6, (world, options) => DriverIdentity.irsa(OpenIdConnectProvider.fromOpenIdConnectProviderArn(world.stack, 'Provider', world.arn('iam', `oidc-provider/${ISSUER}`)), options)],
  'irsa, with a provider that is known later': [3, (world, options) => DriverIdentity.irsa(OpenIdConnectProvider.fromOpenIdConnectProviderArn(world.stack, 'Provider', world.text('ProviderArn')), options)],
  'podIdentity': [8, (_world, options) => DriverIdentity.podIdentity(options)],
  'podIdentity, with its agent': [6, (_world, options) => DriverIdentity.podIdentity({ ...options, installAgent: true })],
  'existingRole': [2, (world) => DriverIdentity.existingRole(existingRole(world))],
  'existingRole, of this app': [2, (world) => DriverIdentity.existingRole(role(world, 'Existing'))],
  'existingRole, by Pod Identity': [2, (world) => DriverIdentity.existingRole(existingRole(world), { podIdentity: true })],
  'existingRole, of another account': [1, (world) => DriverIdentity.existingRole(Role.fromRoleArn(world.stack, 'Existing', world.arn('iam', 'role/existing', { account: '444455556666' })))],
  'existingRole, which is a policy': [RARE, (world) => DriverIdentity.existingRole(Role.fromRoleArn(world.stack, 'Existing', world.arn('iam', 'policy/existing')))],
  'nodeRole': [2, (world) => DriverIdentity.nodeRole(role(world, 'NodeRole'), { reason: 'no OIDC provider here' })],
  'nodeRole, imported': [RARE, (world) => DriverIdentity.nodeRole(existingRole(world), { reason: 'no OIDC provider here' })],
  'nodeRole, without a reason': [RARE, (world) => DriverIdentity.nodeRole(role(world, 'NodeRole'), { reason: ' ' })],
  'secret': [2, ({ stack }) => DriverIdentity.secret({ user: new User(stack, 'User'), secretName: 'aws-secret', reason: 'no IAM roles here' })],
  'secret, of an imported user': [RARE, ({ stack }) => DriverIdentity.secret({ user: User.fromUserName(stack, 'User', 'driver'), secretName: '', reason: 'no IAM roles here' })],
};

const MIGRATED = ['CopyCSIMigratedVolumes', 'ManageCSIMigratedVolumes'];

const POLICIES: Choices<(world: World) => DriverPolicy | undefined> = {
  'none': [8, () => undefined],
  'managedV2': [3, () => DriverPolicy.managedV2()],
  'managedV1': [3, () => DriverPolicy.managedV1()],
  'clusterScoped': [3, () => DriverPolicy.clusterScoped()],
  'managedPolicy': [2, (world) => DriverPolicy.managedPolicy(ManagedPolicy.fromManagedPolicyArn(world.stack, 'Own', world.arn('iam', 'policy/own')))],
  'managedPolicy, which is a role': [RARE, (world) => DriverPolicy.managedPolicy(ManagedPolicy.fromManagedPolicyArn(world.stack, 'Own', world.arn('iam', 'role/own')))],
  'customerManagedV2': [3, () => DriverPolicy.customerManagedV2({ policyName: 'the-driver' })],
  'customerManagedV2, with a name that is too long': [RARE, () => DriverPolicy.customerManagedV2({ policyName: 'p'.repeat(129) })],
  'customerManagedV2, with fewer statements': [3, () => DriverPolicy.customerManagedV2({ omitStatements: MIGRATED })],
  'customerManagedClusterScoped': [3, () => DriverPolicy.customerManagedClusterScoped()],
  'customerManagedClusterScoped, with fewer statements': [2, () => DriverPolicy.customerManagedClusterScoped({ omitStatements: ['DeleteAndLockClusterSnapshots'] })],
  'customerManagedClusterScoped, without what it does not have': [RARE, () => DriverPolicy.customerManagedClusterScoped({ omitStatements: MIGRATED })],
};

/** Leaves nothing to IAM. */
const OWN_KEY_POLICY = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'kms:PutKeyPolicy', Resource: '*', Principal: { Service: 'backup.amazonaws.com' } }] };

/** Leaves everything to IAM, but to that of somebody else. */
const KEY_POLICY_FOR_OTHERS = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: 'arn:aws:iam::999999999999:root' } }] };

const newKey = (scope: Stack, id: string, policy?: object) => new Key(scope, id, { policy: policy && PolicyDocument.fromJson(policy) });

const KEYS: Choices<(world: World, id: string) => IKey> = {
  'new': [6, ({ stack }, id) => newKey(stack, id)],
  'new, with a policy of its own': [4, ({ stack }, id) => newKey(stack, id, OWN_KEY_POLICY)],
  'new, with a policy for others': [1, (world, id) => {
    world.brought.push('arn:aws:iam::999999999999:root');
    return newKey(world.stack, id, KEY_POLICY_FOR_OTHERS);
  }],
  'new, a CfnKey with a policy of its own': [1, ({ stack }, id) => Key.fromCfnKey(new CfnKey(stack, id, { keyPolicy: OWN_KEY_POLICY }))],
  'new, in another stack': [3, (world, id) => newKey(world.besides('keys'), id)],
  'new, in another stack, with a policy of its own': [3, (world, id) => newKey(world.besides('keys'), id, OWN_KEY_POLICY)],
  'new, in another account': [1, (world, id) => newKey(world.besides('foreign', { account: '444455556666' }), id)],
  'new, in another region': [RARE, (world, id) => newKey(world.besides('distant', { region: 'ap-south-1' }), id)],
  'imported, always the same': [6, (world, id) => Key.fromKeyArn(world.stack, id, world.arn('kms', `key/${UUID}`))],
  'imported': [6, (world, id) => Key.fromKeyArn(world.stack, id, world.arn('kms', `key/${UUID.slice(0, -12)}${Buffer.from(id).toString('hex').slice(-12)}`))],
  'imported, of many regions': [2, (world, id) => Key.fromKeyArn(world.stack, id, world.arn('kms', `key/mrk-${UUID.replaceAll('-', '')}`))],
  'of another account': [4, (world, id) => Key.fromKeyArn(world.stack, id, world.arn('kms', `key/${UUID}`, { account: '444455556666' }))],
  'of another region': [RARE, (world, id) => Key.fromKeyArn(world.stack, id, world.arn('kms', `key/${UUID}`, { region: 'ap-south-1' }))],
  'known later': [4, (world, id) => Key.fromKeyArn(world.stack, id, world.text(`${id}Arn`))],
  'known later in part': [2, (world, id) => Key.fromKeyArn(world.stack, id, `${world.arn('kms', 'key/')}${world.text(`${id}Id`)}`)],
  'an alias': [RARE, ({ stack }, id) => Alias.fromAliasName(stack, id, 'alias/storage')],
  'a new alias': [RARE, ({ stack }, id) => newKey(stack, id).addAlias(`alias/${id}`)],
  'every key': [RARE, (world, id) => Key.fromKeyArn(world.stack, id, world.arn('kms', 'key/*'))],
  'asymmetric': [RARE, ({ stack }, id) => new Key(stack, id, { keySpec: KeySpec.RSA_2048, keyUsage: KeyUsage.SIGN_VERIFY })],
  'garbage': [RARE, ({ stack }, id) => Key.fromKeyArn(stack, id, 'arn:aws:kms:eu-west-1:1:key/a')],
};

const keys: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 10, arbitrary: fc.constant<string[]>([]) },
  { weight: 30, arbitrary: fc.array(choice(KEYS), { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(30, 31, 60).map((count) => Array<string>(count).fill('imported')) },
);

const KEY_ACCESS: Choices<KeyAccess | undefined> = {
  none: [10, undefined],
  minimal: [4, KeyAccess.minimal()],
  eksUserGuide: [4, KeyAccess.eksUserGuide()],
};
const KEY_POLICY_NAMES: Choices<string | undefined> = { 'none': [10, undefined], 'one': [3, 'the-keys'], 'with a space': [RARE, 'the keys'] };

const VERSIONS: Choices<(world: World) => string | undefined> = {
  'none': [10, () => undefined],
  'a new one': [8, () => 'v1.66.0-eksbuild.1'],
  'the oldest that names the cluster': [2, () => 'v1.58.0-eksbuild.1'],
  'an old one': [1, () => 'v1.57.1-eksbuild.1'],
  'known later': [3, (world) => world.text('Version')],
  'garbage': [RARE, () => 'latest'],
};

const CHART_VERSIONS: Choices<(world: World) => string | undefined> = {
  'none': [10, () => undefined],
  'a new one': [8, () => '2.65.0'],
  'the oldest that names the cluster': [2, () => '2.58.0'],
  'an old one': [1, () => '2.57.1'],
  'known later': [3, (world) => world.text('ChartVersion')],
};

const CONFLICTS: Choices<ResolveConflicts | undefined> = {
  none: [5, undefined],
  NONE: [2, ResolveConflicts.NONE],
  OVERWRITE: [2, ResolveConflicts.OVERWRITE],
  PRESERVE: [2, ResolveConflicts.PRESERVE],
};
const FLAGS: Choices<boolean | undefined> = { none: [4, undefined], true: [2, true], false: [1, false] };

const NAMESPACES: Choices<(world: World) => string | undefined> = {
  'none': [10, () => undefined],
  'the default one': [2, () => 'kube-system'],
  'another one': [6, () => 'storage'],
  'one that is known later': [2, (world) => world.text('Namespace')],
  'a wildcard': [RARE, () => '*'],
  'empty': [RARE, () => ''],
};

const CONFIGURATIONS: Choices<EbsCsiDriverProps['configuration']> = {
  'none': [8, undefined],
  'nothing': [2, { controller: {}, node: { metadataSources: undefined } }],
  'a little': [6, { controller: { replicaCount: 3, extraVolumeTags: { team: 'platform' } }, node: { metadataSources: [MetadataSource.IMDS], tolerateAllTaints: false, tolerations: [] } }],
  'the default class': [2, { defaultStorageClass: { enabled: true } }],
  'no replicas': [RARE, { controller: { replicaCount: 0 } }],
  'attachments said in two ways, and a reserved tag': [RARE, { controller: { extraVolumeTags: { 'ebs.csi.aws.com/cluster': 'false' } }, node: { volumeAttachLimit: 5, reservedVolumeAttachments: 2 } }],
};

const CONFIGURATION_VALUES: Choices<(world: World) => Pick<EbsCsiDriverProps, 'configurationValues' | 'additionalConfigurationKeys'>> = {
  'none': [8, () => ({})],
  'nothing': [2, () => ({ configurationValues: {} })],
  'a little': [6, (world) => ({ configurationValues: { controller: { region: world.text('Region'), userAgentExtra: 'a "b" \\ c' }, sidecars: { resizer: { logLevel: 5 } } } })],
  'something new': [2, () => ({ configurationValues: { controller: { newSetting: [1, { two: null }] } }, additionalConfigurationKeys: ['controller.newSetting'] })],
  'a section that is known later': [2, () => ({ configurationValues: { node: Fn.ref('AWS::NoValue') } })],
  'another section that is known later': [1, () => ({ configurationValues: { controller: Lazy.any({ produce: () => ({ replicaCount: 3 }) }) } })],
  'nothing that is known': [RARE, () => ({ configurationValues: { controllers: { replicas: 3 } } })],
  'what a property says too': [RARE, () => ({ configurationValues: { controller: { replicaCount: '3' }, awsAccessSecret: { name: 'a' } } })],
};

const KINDS: Choices<undefined> = { EbsCsiDriver: [6, undefined], SelfManagedEbsCsiDriver: [5, undefined], AutoModeBlockStorage: [2, undefined] };

export interface Combination {
  readonly kind: string;
  readonly environment: string;
  readonly cluster: string;
  readonly identity: string;
  readonly role: { readonly roleName: string; readonly path: string; readonly permissionsBoundary: string; readonly tags: string };
  readonly policy: string;
  readonly encryptionKeys: string[];
  readonly furtherKeys: string[];
  readonly keyAccess: string;
  readonly keyPolicyName: string;
  readonly addonVersion: string;
  readonly chartVersion: string;
  readonly resolveConflicts: string;
  readonly preserveOnDelete: string;
  readonly tags: string;
  readonly namespace: string;
  readonly configuration: string;
  readonly configurationValues: string;
  readonly ec2Nodes: string;
  readonly snapshotController: boolean;
  readonly agentIsThere: boolean;
  readonly volumeTags: string;
}

/** What somebody might write, by the names of the choices, so that a combination that fails can be read. */
export const combinations: fc.Arbitrary<Combination> = fc.record({
  kind: choice(KINDS),
  environment: choice(ENVIRONMENTS),
  cluster: choice(CLUSTERS),
  identity: choice(IDENTITIES),
  role: roleOptions,
  policy: choice(POLICIES),
  encryptionKeys: keys,
  furtherKeys: keys,
  keyAccess: choice(KEY_ACCESS),
  keyPolicyName: choice(KEY_POLICY_NAMES),
  addonVersion: choice(VERSIONS),
  chartVersion: choice(CHART_VERSIONS),
  resolveConflicts: choice(CONFLICTS),
  preserveOnDelete: choice(FLAGS),
  tags: choice(TAGS),
  namespace: choice(NAMESPACES),
  configuration: choice(CONFIGURATIONS),
  configurationValues: choice(CONFIGURATION_VALUES),
  ec2Nodes: choice(FLAGS),
  snapshotController: fc.boolean(),
  agentIsThere: fc.boolean(),
  volumeTags: choice(FLAGS),
});

/** A combination before the construct is made: what it is given, and how to make it. */
export interface Prepared {
  readonly stack: Stack;

  /** Not of this library, and not of the CDK either. */
  readonly brought: string[];

  readonly construct: () => { addEncryptionKey: (key: IKey) => void };
  readonly furtherKeys: IKey[];
}

export function prepared(combination: Combination): Prepared {
  const world = ENVIRONMENTS[combination.environment][1]();
  const { stack, brought } = world;
  const cluster = CLUSTERS[combination.cluster][1](world);
  const made = (list: 'encryptionKeys' | 'furtherKeys') => combination[list].map((name, index) => KEYS[name][1](world, `${list}${index}`));
  const [encryptionKeys, furtherKeys] = [made('encryptionKeys'), made('furtherKeys')];
  const keyOptions = {
    encryptionKeys,
    keyAccess: KEY_ACCESS[combination.keyAccess][1],
    keyPolicyName: KEY_POLICY_NAMES[combination.keyPolicyName][1],
  };

  if (combination.kind === 'AutoModeBlockStorage') {
    const props = { cluster, clusterRole: role(world, 'ClusterRole'), ...keyOptions, volumeTags: FLAGS[combination.volumeTags][1] };
    return { stack, brought, furtherKeys, construct: () => new AutoModeBlockStorage(stack, 'Driver', props) };
  }

  if (combination.agentIsThere) new PodIdentityAgent(stack, 'Agent', { cluster });
  const common = {
    cluster,
    identity: IDENTITIES[combination.identity][1](world, madeRoleOptions(world, combination.role)),
    policy: POLICIES[combination.policy][1](world),
    ...keyOptions,
    namespace: NAMESPACES[combination.namespace][1](world),
    configuration: CONFIGURATIONS[combination.configuration][1],
    ...CONFIGURATION_VALUES[combination.configurationValues][1](world),
    ec2Nodes: FLAGS[combination.ec2Nodes][1],
  };
  if (combination.kind === 'SelfManagedEbsCsiDriver') {
    const props = { ...common, chartVersion: CHART_VERSIONS[combination.chartVersion][1](world) };
    return { stack, brought, furtherKeys, construct: () => new SelfManagedEbsCsiDriver(stack, 'Driver', props) };
  }

  const props = {
    ...common,
    addonVersion: VERSIONS[combination.addonVersion][1](world),
    resolveConflicts: CONFLICTS[combination.resolveConflicts][1],
    preserveOnDelete: FLAGS[combination.preserveOnDelete][1],
    tags: TAGS[combination.tags][1],
    snapshotController: combination.snapshotController ? new SnapshotControllerAddon(stack, 'SnapshotController', { cluster }) : undefined,
  };
  return { stack, brought, furtherKeys, construct: () => new EbsCsiDriver(stack, 'Driver', props) };
}

/** What a combination has to be refused for, and that of its further keys. There may be more: what the choices are to each other is not looked at here. */
export function flawsOf(combination: Combination): { all: string[]; furtherKeys: string[] } {
  const { kind, environment, cluster, identity, role: { roleName, path, permissionsBoundary, tags } } = combination;
  const among = (choices: Choices<unknown>, ...names: string[]) => names.filter((name) => choices[name][0] === RARE);
  const keysAmong = (names: string[]) => among(KEYS, ...names).filter((name) => !(environment === 'no known region' && / another region$/.test(name)));
  const has = (name: string, holds: boolean) => holds ? [name] : [];

  const ofKeys = [...keysAmong(combination.encryptionKeys), ...among(KEY_POLICY_NAMES, combination.keyPolicyName)];
  const ofRole = [...among(ROLE_NAMES, roleName), ...among(PATHS, path), ...among(BOUNDARIES, permissionsBoundary), ...among(TAGS, tags)];
  const ofDrivers = [
    ...among(IDENTITIES, identity),
    ...(/^(irsa|podIdentity)/.test(identity) ? ofRole : []),
    ...among(POLICIES, combination.policy),
    ...among(NAMESPACES, combination.namespace),
    ...among(CONFIGURATIONS, combination.configuration),
    ...among(CONFIGURATION_VALUES, combination.configurationValues),
    ...has('a second agent', combination.agentIsThere && identity === 'podIdentity, with its agent'),
    ...has('no node in Auto Mode', cluster === 'created in Auto Mode' && combination.ec2Nodes !== 'true'),
  ];
  const ofKind: { [kind: string]: string[] } = {
    AutoModeBlockStorage: has('no Auto Mode', cluster === 'created with a node group'),
    SelfManagedEbsCsiDriver: [...ofDrivers, ...has('no kubectl', /without kubectl|Auto Mode|CfnCluster/.test(cluster))],
    EbsCsiDriver: [...ofDrivers, ...among(VERSIONS, combination.addonVersion), ...among(TAGS, combination.tags), ...has('an identity of the chart alone', /^(nodeRole|secret)/.test(identity))],
  };
  return { all: [...ofKeys, ...ofKind[kind]], furtherKeys: keysAmong(combination.furtherKeys) };
}
