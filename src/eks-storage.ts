import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { CfnOutput, Stack } from 'aws-cdk-lib/core';
import { App, type Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { DriverIdentity } from './aws/access/driver-identity';
import { DriverConstruct, type IEbsCsiDriver } from './aws/driver-construct';
import { EbsCsiDriver } from './aws/ebs-csi-driver';
import { installationMistake, noteInstallation } from './aws/installations';
import { applyManifest, kubectlMistake, manifestSizeMistake } from './aws/kubectl';
import { SnapshotControllerAddon } from './aws/snapshot-controller-addon';
import { type ClusterFacts, clusterManifestMistakes } from './checks/cluster-manifests';
import { ClusterStorage, clusterStorageMistakes } from './cluster/cluster-storage';
import type { EksStorageProps } from './eks-storage-props';
import { EBS_CSI_DRIVER } from './private/ebs-csi-driver-name';
import { EksStorageOutput, outputName } from './private/eks-storage-outputs';
import { Mistakes } from './private/mistakes';

const WHAT = 'its storage';

/**
 * From a cluster to working storage, in the right order: a key, the snapshot kinds and their controller, the EBS CSI driver with its role and its rights, an
 * encrypted default class, a class for snapshots, and quotas. One key goes to the role, to its own policy and to the classes.
 *
 * Each part can be reached, and be replaced by one of your own. The outputs of the stack tell a cdk8s app what it needs to know: see `StackOutputs`.
 *
 * Refuses a second one for the same cluster, what excludes each other, a cluster to which nothing can be applied, an OIDC provider of another cluster, classes of
 * keys that the driver may not use and of drivers that are not installed, two defaults, snapshots where there are none, and all that its parts refuse.
 */
export class EksStorage extends Construct {
  /** The key that volumes are encrypted with, unless it is that of the account. */
  public readonly encryptionKey?: IKey;

  /** The EBS CSI driver. */
  public readonly driver: IEbsCsiDriver;

  /** The add-on that brings the snapshot kinds and their controller, if they come by it. */
  public readonly snapshotControllerAddon?: SnapshotControllerAddon;

  /** What the driver has to come after, if this construct brings the snapshot kinds. */
  public readonly snapshotKinds?: IConstruct;

  /** The manifests. What is added to their charts later is refused: add a chart of your own by `addChart`. */
  public readonly manifests: ClusterStorage;

  private readonly props: EksStorageProps;
  private readonly rendered = new Map<Chart, string>();
  private readonly before: IConstruct[];
  private readonly quotas?: Construct;

  public constructor(scope: Construct, id: string, props: EksStorageProps) {
    const { cluster, snapshots } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...eksStorageMistakes(scope, props));
    mistakes.throwIfAny();
    super(scope, id);
    this.props = props;
    noteInstallation(this, cluster, WHAT);
    try {
      this.encryptionKey = props.awsManagedKey ? undefined : props.encryptionKey ?? new Key(this, 'Key', {
        enableKeyRotation: true, description: `Encrypts the EBS volumes of the cluster ${cluster.clusterRef.clusterName}`,
      });
      this.manifests = new ClusterStorage(new App(), id, { ...props, kmsKeyArn: this.encryptionKey?.keyArn });
      if (snapshots === undefined) this.snapshotControllerAddon = new SnapshotControllerAddon(this, 'SnapshotController', { cluster, ...props.snapshotControllerAddon });

      const { snapshotCrds, snapshotController, classes, quotas } = this.manifests;
      const crds = this.ship('SnapshotCrds', snapshotCrds);
      this.ship('SnapshotControllerManifests', snapshotController, crds);
      this.snapshotKinds = this.snapshotControllerAddon ?? crds;
      this.driver = this.installedDriver();
      const applied = this.ship('Classes', classes, this.driver, this.snapshotKinds);
      this.before = [this.driver, this.snapshotKinds, applied].filter((construct) => construct !== undefined);
      this.quotas = this.ship('Quotas', quotas);
      this.refuseMistakes();
    } catch (error) {
      scope.node.tryRemoveChild(id); // what is refused leaves no trace
      throw error;
    }
    this.writeOutputs();
    this.node.addValidation({ validate: () => [...this.mistakes(), ...this.lateMistakes()] });
  }

  /**
   * Applies a chart of your own, once the storage works. The values of the CDK in it are filled in.
   *
   * Refuses a chart that is applied already or does not fit into one event, and what this construct refuses of its own.
   *
   * @param id Name of what applies it.
   * @param chart The chart, with everything in it.
   * @returns What applies it, for charts that come one after the other: `storage.addChart(…).node.addDependency(…)`. Quotas come after the chart
   * with the Namespace that they are for.
   */
  public addChart(id: string, chart: Chart): Construct {
    if (this.props.applyManifests === false) throw new Error(`${this.node.path}: applyManifests is false, so that no chart is applied here; ship the chart '${chart.node.path}' with the others`);
    if (this.rendered.has(chart)) throw new Error(`${this.node.path}: the chart '${chart.node.path}' is applied already; add it once`);
    const applied = this.ship(id, chart, ...this.before)!;
    this.refuseMistakes();
    if (this.quotas && chart.apiObjects.some(({ kind, name }) => kind === 'Namespace' && name in (this.props.quotas ?? {}))) {
      this.quotas.node.addDependency(applied);
    }
    return applied;
  }

  private get keys(): IKey[] {
    return [...this.encryptionKey ? [this.encryptionKey] : [], ...this.props.moreEncryptionKeys ?? []];
  }

  private installedDriver(): IEbsCsiDriver {
    const { cluster, driver, openIdConnectProvider, driverOptions } = this.props;
    if (driver) {
      this.keys.forEach((key) => driver.addEncryptionKey(key));
      return driver;
    }
    const identity = this.props.identity ?? (openIdConnectProvider ? DriverIdentity.irsa(openIdConnectProvider) : DriverIdentity.podIdentity());
    const installed = new EbsCsiDriver(this, 'Driver', {
      ...driverOptions, cluster, identity, encryptionKeys: this.keys, snapshotController: this.snapshotControllerAddon,
    });
    if (this.snapshotKinds) installed.node.defaultChild!.node.addDependency(this.snapshotKinds);
    return installed;
  }

  /** Renders a chart, and applies it where this is done here. */
  private ship(id: string, chart: Chart | undefined, ...after: (IConstruct | undefined)[]): Construct | undefined {
    if (chart === undefined) return undefined;
    const manifest = chart.toJson();
    this.rendered.set(chart, JSON.stringify(manifest));
    if (this.props.applyManifests === false) return undefined;
    const tooLarge = manifestSizeMistake(chart.node.path, manifest);
    if (tooLarge !== undefined) throw new Error(`${this.node.path}: ${tooLarge}`);
    const applied = applyManifest(this, id, this.props.cluster, manifest);
    applied.node.addDependency(...after.filter((construct) => construct !== undefined));
    return applied;
  }

  private refuseMistakes(): void {
    const mistakes = new Mistakes(this.node.scope!, this.node.id);
    mistakes.add(...this.mistakes());
    mistakes.throwIfAny();
  }

  private mistakes(): string[] {
    const { snapshots, otherDrivers = [] } = this.props;
    const stack = Stack.of(this);
    const facts: ClusterFacts = {
      drivers: [EBS_CSI_DRIVER, ...otherDrivers],
      keyArns: stack.resolve([...this.keys.map(({ keyArn }) => keyArn), ...this.driver instanceof DriverConstruct ? this.driver._keyArns : []]),
      hasSnapshots: snapshots?._hasSnapshots ?? true,
    };
    const manifests = [...this.rendered].map(([{ node }, text]) => [node.path, stack.resolve(JSON.parse(text))]);
    return clusterManifestMistakes(Object.fromEntries(manifests), facts);
  }

  /** What the charts have that they had not yet when they were rendered. */
  private lateMistakes(): string[] {
    return [...this.rendered].filter(([chart, text]) => JSON.stringify(chart.toJson()) !== text)
      .map(([{ node }]) => `the chart '${node.path}' was changed after it was applied, and the change would be lost; change it before addChart is called, or put objects into a chart of their own`);
  }

  private writeOutputs(): void {
    const { scopes } = this.node;
    const path = scopes.slice(scopes.indexOf(Stack.of(this)) + 1).map(({ node }) => node.id).join('/');
    const values = {
      [EksStorageOutput.KMS_KEY_ARN]: this.encryptionKey?.keyArn,
      [EksStorageOutput.DRIVER_ROLE_ARN]: this.driver instanceof EbsCsiDriver ? this.driver.roleArn : undefined,
      [EksStorageOutput.DEFAULT_STORAGE_CLASS_NAME]: this.manifests.defaultClass.storageClassName,
      [EksStorageOutput.VOLUME_SNAPSHOT_CLASS_NAME]: this.manifests.snapshotClass?.volumeSnapshotClassName,
    };
    for (const [output, value] of Object.entries(values)) {
      if (value !== undefined) new CfnOutput(this, output, { value }).overrideLogicalId(outputName(path, output as EksStorageOutput));
    }
  }
}

function eksStorageMistakes(scope: Construct, props: EksStorageProps): (string | undefined)[] {
  const { cluster, openIdConnectProvider, identity, driver, driverOptions, encryptionKey, awsManagedKey, snapshots, snapshotControllerAddon } = props;
  const ofOwnDriver = Object.entries({ openIdConnectProvider, identity, driverOptions })
    .filter(([, value]) => value !== undefined).map(([name]) => name);
  return [
    installationMistake(scope, cluster, WHAT),
    props.applyManifests === false ? undefined : kubectlMistake(cluster),
    openIdConnectProvider && identity ? 'openIdConnectProvider is given together with identity; leave one of them out' : undefined,
    driver && ofOwnDriver.length > 0 ? `${ofOwnDriver.join(' and ')} is of the driver that this construct installs, and driver is one of your own; say it there` : undefined,
    driver instanceof DriverConstruct && driver._clusterName !== cluster.clusterRef.clusterName
      ? `driver '${driver.node.path}' is of the cluster '${driver._clusterName}'; give that of the cluster '${cluster.node.path}'` : undefined,
    encryptionKey && awsManagedKey ? 'encryptionKey is given together with awsManagedKey; leave one of them out' : undefined,
    snapshots && snapshotControllerAddon ? 'snapshotControllerAddon is given together with snapshots, by which no add-on is installed; leave one of them out' : undefined,
    ...clusterStorageMistakes(props),
  ];
}
