import { type ApiObjectMetadata, Chart, type Size } from 'cdk8s';
import { Construct } from 'constructs';
import { contentMistakes, handleMistake } from './pre-provisioned-volume-snapshot-rules';
import { VolumeSnapshot } from './volume-snapshot';
import { DeletionPolicy, type IVolumeSnapshotClass } from '../../cluster/snapshots/volume-snapshot-class';
import { EBS_CSI_DRIVER } from '../../private/ebs-csi-driver-name';
import { annotated, ClusterScopedObject, KubernetesObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { metadataMistakes } from '../../private/names';
import { SNAPSHOT_API_VERSION } from '../../private/snapshot-api';
import type { ClaimFacts } from '../claims/claim-facts';
import type { IVolumeDataSource, VolumeDataSource } from '../claims/volume-data-source';
import type { VolumeMode } from '../claims/volume-mode';
import type { VolumeSecretReference } from '../persistent-volumes/sources/csi-source';

/** Properties of `PreProvisionedVolumeSnapshot`. */
export interface PreProvisionedVolumeSnapshotProps {
  /**
   * Name, namespace, labels and annotations of the VolumeSnapshot. The VolumeSnapshotContent takes the name too.
   *
   * @default - a name made from the construct's path, in the chart's namespace; an error if the chart has none
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Name, labels and annotations of the VolumeSnapshotContent. It belongs to the whole cluster, so two snapshots of the same name in two namespaces need
   * contents of two names.
   *
   * @default - the name of the VolumeSnapshot, as far as `metadata` gives one
   */
  readonly contentMetadata?: ApiObjectMetadata;

  /**
   * What the driver calls the snapshot: for EBS its id, as in `snap-0123456789abcdef0`.
   *
   * Under the driver policy `AmazonEBSCSIDriverPolicyV2` the snapshot must be tagged `ebs.csi.aws.com/cluster=true` before it can be restored, and under
   * `AmazonEBSCSIDriverEKSClusterScopedPolicy` also `ebs.csi.aws.com/cluster-name` with the name of the cluster.
   *
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md
   */
  readonly snapshotHandle: string;

  /**
   * CSI driver whose snapshot it is.
   *
   * @default 'ebs.csi.aws.com'
   */
  readonly driver?: string;

  /**
   * What happens to the snapshot when its VolumeSnapshot is deleted, whatever the class says. AWS's policies let the driver delete an EBS
   * snapshot only if it is tagged as its own: see `snapshotHandle`.
   *
   * @default DeletionPolicy.RETAIN
   */
  readonly deletionPolicy?: DeletionPolicy;

  /**
   * Class that both objects name. Its driver has to be that of the snapshot.
   *
   * @default - none
   */
  readonly snapshotClass?: IVolumeSnapshotClass;

  /**
   * Whether the snapshot is of a volume with a file system or of a raw device. Claims that start from it have to be of the same mode then, which keeps those who
   * may not from having a node mount what was written as raw blocks.
   *
   * @default - not known, so that claims may be of either
   * @see https://kubernetes.io/docs/concepts/storage/volume-snapshots/#convert-volume-mode
   */
  readonly sourceVolumeMode?: VolumeMode;

  /**
   * Why claims that start from the snapshot may be of another mode than `sourceVolumeMode`. Giving a reason is what allows it: nodes will mount whatever
   * file system was written into a raw device, and one that was made to do harm can. The VolumeSnapshotContent carries the reason as an annotation.
   *
   * @default - they may not
   * @see https://kubernetes.io/docs/concepts/storage/volume-snapshots/#convert-volume-mode
   */
  readonly volumeModeChangeReason?: string;

  /**
   * Size of the volume that the snapshot was taken of. It serves to refuse claims that are too small to start from it; nothing of it is written.
   *
   * @default - not known, so not compared
   */
  readonly restoreSize?: Size;

  /**
   * Secret that the driver deletes the snapshot with, for `DeletionPolicy.DELETE`. A Secret that it looks the snapshot up with belongs to the class. The EBS driver
   * needs none.
   *
   * @default - none
   * @see https://kubernetes-csi.github.io/docs/secrets-and-credentials-volume-snapshot-class.html
   */
  readonly deletionSecret?: VolumeSecretReference;
}

/**
 * A snapshot that exists already in the storage system, made known to Kubernetes: a VolumeSnapshotContent and a VolumeSnapshot that name each other.
 * A claim starts from it with `dataSource: snapshot`.
 *
 * Refuses names that Kubernetes refuses, an unknown namespace, for EBS a handle that is not the id of a snapshot, a class of another driver, a reason to change a
 * mode that is not given and a secret to delete with where nothing is deleted.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshots/#static
 */
export class PreProvisionedVolumeSnapshot extends Construct implements IVolumeDataSource {
  /** Name of the VolumeSnapshot. */
  public readonly name: string;

  private readonly facts: ClaimFacts;

  public constructor(scope: Construct, id: string, props: PreProvisionedVolumeSnapshotProps) {
    const { metadata, snapshotHandle, driver = EBS_CSI_DRIVER, deletionPolicy = DeletionPolicy.RETAIN, sourceVolumeMode, restoreSize } = props;
    const namespace = metadata?.namespace ?? Chart.of(scope).namespace;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...metadataMistakes(metadata),
      handleMistake(driver, snapshotHandle),
      namespace === undefined ? 'the VolumeSnapshotContent has to name the namespace of its VolumeSnapshot, and neither metadata nor the chart gives one; give metadata.namespace' : undefined,
      ...contentMistakes(props, driver, deletionPolicy),
    );
    mistakes.throwIfAny();
    super(scope, id);

    const volumeSnapshotClassName = props.snapshotClass?.volumeSnapshotClassName;
    const volumeSnapshotRef = { name: metadata?.name, namespace };
    const content = new ClusterScopedObject(this, 'Content', {
      apiVersion: SNAPSHOT_API_VERSION,
      kind: 'VolumeSnapshotContent',
      metadata: contentMetadata(props),
      spec: { driver, deletionPolicy, source: { snapshotHandle }, sourceVolumeMode, volumeSnapshotClassName, volumeSnapshotRef },
    });
    const snapshot = new KubernetesObject(this, 'Resource', {
      apiVersion: SNAPSHOT_API_VERSION,
      kind: 'VolumeSnapshot',
      metadata,
      spec: { source: { volumeSnapshotContentName: content.name }, volumeSnapshotClassName },
    });
    // The two name each other, so one of them learns the other's name only now.
    volumeSnapshotRef.name = snapshot.name;
    this.name = snapshot.name;
    this.facts = {
      namespace,
      size: restoreSize,
      storageClass: { storageClassName: '', provisioner: driver },
      volumeMode: props.volumeModeChangeReason === undefined ? sourceVolumeMode : undefined,
    };
  }

  /** Makes the snapshot something that a claim can start from. */
  public toDataSource(): VolumeDataSource {
    return VolumeSnapshot.fromName(this.name).toDataSource();
  }

  /**
   * What those have to fit to that are made from it.
   *
   * @internal
   */
  public _claimFacts(): ClaimFacts {
    return this.facts;
  }
}

/** Annotations of pkg/utils/util.go of external-snapshotter v8.6.0, and one of pkg/controller/controller.go of the external-provisioner. */
function contentMetadata({ metadata, contentMetadata: given, volumeModeChangeReason, deletionSecret }: PreProvisionedVolumeSnapshotProps) {
  return Object.entries({
    'snapshot.storage.kubernetes.io/allow-volume-mode-change': volumeModeChangeReason === undefined ? undefined : 'true',
    'cdk8s-eks-storage/volume-mode-change-reason': volumeModeChangeReason,
    'snapshot.storage.kubernetes.io/deletion-secret-name': deletionSecret?.name,
    'snapshot.storage.kubernetes.io/deletion-secret-namespace': deletionSecret?.namespace,
  }).reduce<ApiObjectMetadata | undefined>((all, [key, value]) => annotated(all, key, value), { ...given, name: given?.name ?? metadata?.name });
}
