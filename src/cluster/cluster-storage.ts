import { type ApiObjectMetadata, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { DefaultClassHandover } from './classes/default-class-handover';
import { EncryptedStorageClass, type EncryptedStorageClassProps } from './classes/ebs/encrypted-storage-class';
import type { ClusterStorageProps } from './cluster-storage-props';
import { StorageQuota } from './quotas/storage-quota';
import { EbsVolumeSnapshotClass } from './snapshots/ebs-volume-snapshot-class';
import { SnapshotController } from './snapshots/snapshot-controller';
import { SnapshotCrds } from './snapshots/snapshot-crds/snapshot-crds';
import { SnapshotInstallation } from './snapshots/snapshot-installation';
import { DeletionPolicy } from './snapshots/volume-snapshot-class';
import { Mistakes } from '../private/mistakes';

const DEFAULT_CLASS = 'gp3-encrypted';

/**
 * What a cluster's owner sets up once, as manifests: an encrypted default class and further ones, a class for snapshots (with their kinds and controller, where
 * asked), and quotas. It is the Kubernetes half of `EksStorage`, for a cdk8s app whose files are applied by somebody else.
 *
 * Each part is a chart, and so a file, of its own; the names of the files are in the order in which they are to be applied.
 *
 * Refuses a name that is given twice, a second default, a snapshot class without snapshots, and all that its parts refuse.
 */
export class ClusterStorage extends Construct {
  /** The class that claims get when they name none. */
  public readonly defaultClass: EncryptedStorageClass;

  /** The class that snapshots of EBS volumes get when they name none, if the cluster has snapshots. */
  public readonly snapshotClass?: EbsVolumeSnapshotClass;

  /** The chart with the snapshot kinds, if they are among the manifests. */
  public readonly snapshotCrds?: Chart;

  /** The chart with the snapshot controller, if it is among the manifests. */
  public readonly snapshotController?: Chart;

  /** The chart with the classes. */
  public readonly classes: Chart;

  /** The chart with the quotas, if there are any. */
  public readonly quotas?: Chart;

  private readonly further = new Map<string, EncryptedStorageClass>();

  public constructor(scope: Construct, id: string, props: ClusterStorageProps = {}) {
    const { storageClasses = {}, snapshots = SnapshotInstallation.existing(), quotas = {}, kmsKeyArn } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...clusterStorageMistakes(props));
    mistakes.throwIfAny();
    super(scope, id);

    try {
      if (snapshots._controller) {
        this.snapshotCrds = new Chart(this, '0-snapshot-crds');
        new SnapshotCrds(this.snapshotCrds, 'Crds');
        this.snapshotController = new Chart(this, '1-snapshot-controller');
        new SnapshotController(this.snapshotController, 'Controller', snapshots._controller);
      }

      this.classes = new Chart(this, '2-classes');
      this.defaultClass = new EncryptedStorageClass(this.classes, 'Default', {
        isDefault: true, kmsKeyArn, ...props.defaultClass, metadata: named(DEFAULT_CLASS, props.defaultClass?.metadata),
      });
      for (const [name, options] of Object.entries(storageClasses)) {
        this.further.set(name, new EncryptedStorageClass(this.classes, name, { kmsKeyArn, ...options, metadata: named(name, options.metadata) }));
      }
      if (!props.keepPreviousDefaults) new DefaultClassHandover(this.classes, 'Handover', { ...props.defaultClassHandover, to: this.defaultClass });
      if (snapshots._hasSnapshots) {
        const { metadata, ...options } = props.snapshotClass ?? { deletionPolicy: DeletionPolicy.RETAIN };
        this.snapshotClass = new EbsVolumeSnapshotClass(this.classes, 'Snapshots', { isDefault: true, ...options, metadata: named('ebs-snapshots', metadata) });
      }

      if (Object.keys(quotas).length > 0) {
        this.quotas = new Chart(this, '3-quotas');
        for (const [namespace, options] of Object.entries(quotas)) {
          new StorageQuota(this.quotas, namespace, { ...options, metadata: { ...options.metadata, namespace } });
        }
      }
    } catch (error) {
      scope.node.tryRemoveChild(id); // what a part refuses leaves no other part behind
      throw error;
    }
  }

  /**
   * One of the further classes.
   *
   * @param name Its name in `storageClasses`; an error if there is none of it.
   */
  public storageClass(name: string): EncryptedStorageClass {
    const found = this.further.get(name);
    if (found !== undefined) return found;
    throw new Error(`${this.node.path}: there is no class '${name}' in storageClasses; there are ${[...this.further.keys()].map((each) => `'${each}'`).join(', ') || 'none'}`);
  }
}

/** What is wrong with the whole; the parts say what is wrong with them. */
export function clusterStorageMistakes(props: ClusterStorageProps): (string | undefined)[] {
  const { defaultClass, storageClasses = {}, snapshots, snapshotClass, quotas = {}, defaultClassHandover, keepPreviousDefaults } = props;
  const defaultName = defaultClass?.metadata?.name ?? DEFAULT_CLASS;
  return [
    defaultClass?.isDefault === false ? 'defaultClass says isDefault false, and is what claims get that name no class; leave isDefault out' : undefined,
    ...Object.entries<EncryptedStorageClassProps>(storageClasses).flatMap(([name, { metadata, isDefault }]) => [
      name === defaultName ? `storageClasses has the name '${name}', which is that of defaultClass; give one of them another` : undefined,
      otherName('storageClasses', name, metadata?.name),
      isDefault === true ? `storageClasses says isDefault true of '${name}', and a cluster needs one default; give that class as defaultClass` : undefined,
    ]),
    ...Object.entries(quotas).map(([namespace, { metadata }]) => otherName('quotas', namespace, metadata?.namespace)),
    snapshots?._hasSnapshots === false && snapshotClass !== undefined
      ? 'snapshotClass is given, and snapshots is SnapshotInstallation.none(), so that no cluster would know its kind; leave one of them out' : undefined,
    keepPreviousDefaults && defaultClassHandover !== undefined
      ? 'defaultClassHandover is given together with keepPreviousDefaults, by which nothing is handed over; leave one of them out' : undefined,
  ];
}

function otherName(property: string, key: string, name: string | undefined): string | undefined {
  return name === undefined || name === key ? undefined : `${property} calls '${key}' what its metadata calls '${name}'; leave the metadata's name out`;
}

function named(name: string, metadata: ApiObjectMetadata | undefined): ApiObjectMetadata {
  return { ...metadata, name: metadata?.name ?? name };
}
