import type { Construct } from 'constructs';
import type { SnapshotLock } from './snapshot-lock';
import { DeletionPolicy, VolumeSnapshotClass, type VolumeSnapshotClassOptions } from './volume-snapshot-class';
import { isUnresolved } from '../../private/cdk-tokens';
import { EBS_CSI_DRIVER } from '../../private/ebs-csi-driver-name';
import { annotated } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { repetitionsIn } from '../../private/repetitions';
import { warn } from '../../private/warnings';
import { OUTPOST_ARN } from '../classes/allowed-topology';
import { textParameters } from '../classes/class-parameters';
import { tagMistakes, tagSpecifications } from '../classes/ebs/ebs-tags';
import { extraParameterMistakes, SNAPSHOTTER } from '../classes/extra-parameters';
import { ZONE_NAME } from '../classes/zones';

/** Properties of `EbsVolumeSnapshotClass`. */
export interface EbsVolumeSnapshotClassProps extends VolumeSnapshotClassOptions {
  /**
   * Availability zones of the region, by their names, in which volumes made from the snapshots are fast at once, instead of being filled at the first read.
   *
   * Every snapshot is charged by the hour for each zone, however little it is used, until it is deleted or somebody switches this off for it, and an account
   * has it for no more than 5 snapshots of a region unless AWS raises that: more fail, and the driver deletes them again. Snapshots of up to 16 TiB have it.
   * The driver, v1.18.0 or newer, needs the right `ec2:EnableFastSnapshotRestores`, which AWS's policies for it give.
   *
   * Refuses an empty list, repetitions, what is no zone, Local Zones and Wavelength Zones, and zones of several regions.
   *
   * @default - none; see `EbsStorageClass`'s `volumeInitializationRate` for what costs only when it is used
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-fast-snapshot-restore.html
   */
  readonly fastSnapshotRestoreZones?: string[];

  /**
   * How snapshots are kept from being deleted. With `DeletionPolicy.DELETE` there is a warning, for then Kubernetes tries again and again to delete them until
   * the lock ends. A snapshot that cannot be locked is deleted again.
   *
   * The driver, v1.55.0 or newer, needs the right `ec2:LockSnapshot`, which AWS's policies for it give.
   *
   * @default - anybody with the right to delete them can
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshot-lock.html
   */
  readonly lock?: SnapshotLock;

  /**
   * Tags of the snapshots, by key. A value may have fields that are filled in for each snapshot, `{{ .VolumeSnapshotNamespace }}`, `{{ .VolumeSnapshotName }}`
   * and `{{ .VolumeSnapshotContentName }}`, and pass them through the functions that `EbsStorageClass`'s `tags` has.
   *
   * Refuses what AWS does not take as a tag, keys that AWS or the driver keeps for itself, more tags than the driver's own leave room for, and templates with
   * other fields or functions.
   *
   * @default - those of the driver only
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/tagging.md
   */
  readonly tags?: { [key: string]: string };

  /**
   * Outpost that keeps the snapshots of its own volumes, as in `arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0`. Not with
   * `fastSnapshotRestoreZones`, which Outposts do not have. Needs driver v1.35.0.
   *
   * @default - the region of the volumes
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/snapshots-outposts.html
   */
  readonly outpostArn?: string;

  /**
   * Parameters of the driver for which there is no property here: those newer than this library, and the names and namespaces of secrets under
   * `csi.storage.k8s.io/`. They may not repeat what the properties say, nor be a slip in the name of a parameter that is known.
   *
   * @default - none
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/snapshot.md
   */
  readonly extraParameters?: { [key: string]: string };
}

const OWN_PROPERTY = 'which has a property of its own; use';
const OF_VOLUME = 'which the driver does not take: a snapshot is encrypted as its volume is; leave it out';

/** Those of CreateSnapshot in pkg/driver/controller.go of v1.64.0 of the driver, and some that belong elsewhere. */
export const KNOWN_SNAPSHOT_PARAMETERS: Record<string, string> = {
  fastSnapshotRestoreAvailabilityZones: `${OWN_PROPERTY} fastSnapshotRestoreZones`,
  outpostArn: `${OWN_PROPERTY} outpostArn`,
  ...Object.fromEntries(['lockMode', 'lockDuration', 'lockExpirationDate', 'lockCoolOffPeriod'].map((key) => [key, `${OWN_PROPERTY} lock`])),
  encrypted: OF_VOLUME,
  kmsKeyId: OF_VOLUME,
};

/** What the driver fills in, and the tags it sets by itself where it is told the cluster's name: CreateSnapshot again. */
const SNAPSHOT_FIELDS = ['.VolumeSnapshotNamespace', '.VolumeSnapshotName', '.VolumeSnapshotContentName'];
const SNAPSHOT_TAGS_OF_DRIVER = ['CSIVolumeSnapshotName', 'ebs.csi.aws.com/cluster', 'kubernetes.io/cluster/<name>', 'Name', 'ebs.csi.aws.com/cluster-name'];

/**
 * How snapshots of EBS volumes are taken. They are encrypted as their volumes are.
 *
 * Refuses what EC2 or the driver does not take of the zones, the lock, the Outpost and the tags, and `extraParameters` that repeat a property.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/snapshot.md
 */
export class EbsVolumeSnapshotClass extends VolumeSnapshotClass {
  public constructor(scope: Construct, id: string, props: EbsVolumeSnapshotClassProps) {
    const { metadata, deletionPolicy, isDefault, fastSnapshotRestoreZones, lock, outpostArn, tags, extraParameters } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...zonesMistakes(fastSnapshotRestoreZones),
      ...(lock?._mistakes() ?? []),
      ...tagMistakes('tags', tags, SNAPSHOT_FIELDS, SNAPSHOT_TAGS_OF_DRIVER),
      ...outpostMistakes(props),
      ...extraParameters === undefined ? [] : extraParameterMistakes(extraParameters, KNOWN_SNAPSHOT_PARAMETERS, SNAPSHOTTER),
    );
    mistakes.throwIfAny();

    const parameters = {
      ...extraParameters,
      ...textParameters({ fastSnapshotRestoreAvailabilityZones: fastSnapshotRestoreZones?.join(','), ...lock?._parameters(), outpostArn }),
      ...tagSpecifications(tags),
    };
    super(scope, id, {
      metadata: annotated(metadata, 'cdk8s-eks-storage/compliance-lock-reason', lock?._complianceReason()),
      deletionPolicy,
      isDefault,
      driver: EBS_CSI_DRIVER,
      parameters: Object.keys(parameters).length > 0 ? parameters : undefined,
    });
    if (lock !== undefined && deletionPolicy === DeletionPolicy.DELETE) {
      warn(this, 'deletionPolicy Delete is given together with lock, and a locked snapshot cannot be deleted: Kubernetes tries until the lock ends; give Retain, or delete no VolumeSnapshot before');
    }
  }
}

/** The letter ends the name of a zone in the region itself; Local Zones and Wavelength Zones go on. */
const ZONE_OF_REGION = /^([a-z]+(-[a-z]+)+-\d+)[a-z]$/;

function zonesMistakes(zones: string[] | undefined): (string | undefined)[] {
  if (zones?.length === 0) return ['fastSnapshotRestoreZones is empty, which no zone is; name one, or leave it out'];
  const known = (zones ?? []).filter((zone) => !isUnresolved(zone));
  const regions = new Set(known.flatMap((zone) => ZONE_OF_REGION.exec(zone)?.[1] ?? []));
  return [
    ...known.map((zone) => {
      if (!ZONE_NAME.test(zone)) return `fastSnapshotRestoreZones has the zone '${zone}', which is not the name of one; write it as in 'us-east-1a'`;
      return ZONE_OF_REGION.test(zone) ? undefined
        : `fastSnapshotRestoreZones has the zone '${zone}', and EBS restores fast in zones of the region only, not in Local Zones and Wavelength Zones; leave it out`;
    }),
    ...repetitionsIn(known).map((zone) => `fastSnapshotRestoreZones has '${zone}' twice; leave one out`),
    regions.size > 1 ? `fastSnapshotRestoreZones has zones of ${[...regions].sort().join(' and ')}, and a snapshot is in one region; leave the others out` : undefined,
  ];
}

function outpostMistakes({ outpostArn, fastSnapshotRestoreZones }: EbsVolumeSnapshotClassProps): (string | undefined)[] {
  if (outpostArn === undefined) return [];
  return [
    isUnresolved(outpostArn) || OUTPOST_ARN.test(outpostArn) ? undefined
      : `outpostArn '${outpostArn}' is not the ARN of an Outpost; write it as 'arn:aws:outposts:<region>:<account>:outpost/<id>'`,
    fastSnapshotRestoreZones !== undefined
      ? 'fastSnapshotRestoreZones is given together with outpostArn, and Outposts do not restore fast; leave one of them out' : undefined,
  ];
}
