interface Copies {
  readonly snapshots: boolean;
  readonly clones: boolean;

  /** What to do instead. */
  readonly instead: string;
}

const COPY_FILES = 'copy the files in a Pod that mounts both';

/**
 * What drivers of AWS fill new volumes from: what they say themselves (`ControllerServiceCapability_RPC_CREATE_DELETE_SNAPSHOT` and `_CLONE_VOLUME` in
 * `pkg/driver/controller.go` of EFS v3.4.1, FSx for Lustre v1.9.0 and FSx for OpenZFS v1.2.0), and what EKS Auto Mode lets its driver do, as of 2026-11.
 *
 * @see https://github.com/aws/containers-roadmap/issues/2812
 */
const COPIES: Record<string, Copies> = {
  'ebs.csi.eks.amazonaws.com': { snapshots: true, clones: false, instead: 'start from a VolumeSnapshot of it' },
  'efs.csi.aws.com': { snapshots: false, clones: false, instead: COPY_FILES },
  'fsx.csi.aws.com': { snapshots: false, clones: false, instead: COPY_FILES },
  'fsx.openzfs.csi.aws.com': { snapshots: true, clones: false, instead: 'start from a VolumeSnapshot of it' },
};

/** Drivers that are not listed are taken to do it. */
export function copyDriverMistake(driver: string | undefined, name: string, isClone: boolean): string | undefined {
  const copies = COPIES[driver ?? ''];
  if (copies === undefined || (isClone ? copies.clones : copies.snapshots)) return undefined;
  return `dataSource '${name}' is a ${isClone ? 'claim' : 'snapshot'}, and '${driver}' fills no volumes from those; ${copies.instead}`;
}
