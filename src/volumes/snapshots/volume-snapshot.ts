import { type ApiObjectMetadata, Chart } from 'cdk8s';
import type { IPersistentVolumeClaim } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { IVolumeSnapshotClass } from '../../cluster/snapshots/volume-snapshot-class';
import { KubernetesObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { metadataMistakes, objectName } from '../../private/names';
import { SNAPSHOT_API_GROUP, SNAPSHOT_API_VERSION } from '../../private/snapshot-api';
import { type ClaimFacts, claimFactsOf } from '../claims/claim-facts';
import { differ } from '../claims/known-difference';
import type { IVolumeDataSource, VolumeDataSource } from '../claims/volume-data-source';

const SNAPSHOT = { apiGroup: SNAPSHOT_API_GROUP, kind: 'VolumeSnapshot' };

/** Properties of `VolumeSnapshot`. */
export interface VolumeSnapshotProps {
  /**
   * Name, namespace, labels and annotations. The namespace is that of the claim.
   *
   * @default - a name made from the construct's path, in the chart's namespace, or else in that of the claim
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * The claim whose volume is copied as it is at that moment.
   */
  readonly claim: IPersistentVolumeClaim;

  /**
   * How the snapshot is taken. Its driver has to be that of the claim's class.
   *
   * @default - the default class of the driver that made the volume
   */
  readonly snapshotClass?: IVolumeSnapshotClass;
}

/**
 * A snapshot of a claim's volume, taken once, when the object is applied. A claim starts from it with `dataSource: snapshot`.
 *
 * Needs the snapshot kinds, controller and a class in the cluster: see `SnapshotSupport`. Refuses names that Kubernetes refuses, and where they are known, a claim
 * of another namespace and a class of another driver.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshots/
 */
export class VolumeSnapshot extends KubernetesObject implements IVolumeDataSource {
  /**
   * A snapshot that exists already, or that something else makes.
   *
   * @param name Its `metadata.name`, in the namespace of the claim that starts from it.
   */
  public static fromName(name: string): IVolumeDataSource {
    const source = { ...SNAPSHOT, name: objectName('VolumeSnapshot.fromName', name) };
    return { toDataSource: () => source };
  }

  private readonly ofClaim?: ClaimFacts;

  public constructor(scope: Construct, id: string, props: VolumeSnapshotProps) {
    const mistakes = new Mistakes(scope, id);
    const ofClaim = claimFactsOf(props.claim);
    const namespace = props.metadata?.namespace ?? Chart.of(scope).namespace ?? ofClaim?.namespace;
    mistakes.add(
      ...metadataMistakes(props.metadata),
      differ(namespace, ofClaim?.namespace)
        ? `claim '${props.claim.name}' is in the namespace '${ofClaim!.namespace}', but the snapshot is in '${namespace}'; put both into one` : undefined,
      classMistake(props, ofClaim),
    );
    mistakes.throwIfAny();

    super(scope, id, {
      apiVersion: SNAPSHOT_API_VERSION,
      kind: SNAPSHOT.kind,
      metadata: { ...props.metadata, namespace },
      spec: {
        source: { persistentVolumeClaimName: props.claim.name },
        volumeSnapshotClassName: props.snapshotClass?.volumeSnapshotClassName,
      },
    });
    this.ofClaim = ofClaim;
  }

  /** Makes the snapshot something that a claim can start from. */
  public toDataSource(): VolumeDataSource {
    return { ...SNAPSHOT, name: this.name };
  }

  /**
   * What those have to fit to that are made from it: as far as it is known, what its claim was.
   *
   * @internal
   */
  public _claimFacts(): ClaimFacts {
    return { ...this.ofClaim, namespace: this.metadata.namespace };
  }
}

function classMistake({ claim, snapshotClass }: VolumeSnapshotProps, ofClaim: ClaimFacts | undefined): string | undefined {
  const driver = ofClaim?.storageClass?.provisioner;
  if (!differ(driver, snapshotClass?.driver)) return undefined;
  return `snapshotClass '${snapshotClass!.volumeSnapshotClassName}' is of '${snapshotClass!.driver}', which takes no snapshots of '${claim.name}', a volume of '${driver}'; name a class of '${driver}'`;
}
