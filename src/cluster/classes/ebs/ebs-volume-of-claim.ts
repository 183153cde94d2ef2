import type { VolumeRules } from './ebs-volume-limits';
import { isUnresolved } from '../../../private/cdk-tokens';

/**
 * What a claim asks of an EBS volume, as the classes of this room judge it.
 *
 * @internal
 */
export interface ClaimedEbsVolume {
  /** Size in GiB; the driver rounds up. */
  readonly sizeGiB: number;

  /** Whether it is to be a raw device. */
  readonly block?: boolean;

  /** Whether several nodes are to have it at the same time. */
  readonly multiAttach?: boolean;
}

/**
 * What EC2 refuses of a volume when it knows its size, and what the driver cuts without a word (capIOPS in pkg/cloud/cloud.go).
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
 */
export function claimOfTypeMistakes(
  typeName: string, parameters: Record<string, string>, rules: VolumeRules, claim: ClaimedEbsVolume,
): (string | undefined)[] {
  const size = Math.ceil(claim.sizeGiB);
  return [
    sizeMistake(typeName, size, rules),
    claim.multiAttach && !rules.multiAttach
      ? `${typeName} volumes belong to one node at a time; use a class of EbsVolumeType.io2, or an access mode of one node` : undefined,
    claim.multiAttach && rules.multiAttach && !claim.block
      ? `${typeName} volumes go to several nodes as raw devices only; give volumeMode Block, or an access mode of one node` : undefined,
    ...(sizeMistake(typeName, size, rules) === undefined ? iopsMistakes(typeName, parameters, rules, size) : []),
  ];
}

function sizeMistake(typeName: string, size: number, { sizeGiB }: VolumeRules): string | undefined {
  if (sizeGiB === undefined || (size >= sizeGiB.least && size <= sizeGiB.most)) return undefined;
  return `size ${size} GiB is not among what EBS allows of ${typeName}; claim ${sizeGiB.least} to ${sizeGiB.most} GiB`;
}

function iopsMistakes(typeName: string, parameters: Record<string, string>, rules: VolumeRules, size: number): (string | undefined)[] {
  const { iops: range, iopsPerGiB, throughputPerIops } = rules;
  if (Object.values(parameters).some(isUnresolved) || range === undefined || iopsPerGiB === undefined) return [];

  const [iops, perGiB, throughput] = ['iops', 'iopsPerGB', 'throughput'].map((key) => parameters[key] === undefined ? undefined : Number(parameters[key]));
  const raised = parameters.allowAutoIOPSPerGBIncrease === 'true';
  if (perGiB !== undefined && perGiB * size < range.least && !raised) {
    return [`size ${size} GiB makes ${perGiB * size} iops at iopsPerGiB ${perGiB}, and ${typeName} has at least ${range.least}; `
      + `claim at least ${Math.ceil(range.least / perGiB)} GiB, or give allowAutoIopsPerGiBIncrease`];
  }
  if (iops !== undefined && iops > Math.max(range.least, iopsPerGiB.most * size)) {
    return [`size ${size} GiB is too small for the ${iops} iops of its class, for ${typeName} has ${iopsPerGiB.most} for each GiB; `
      + `claim at least ${Math.ceil(iops / iopsPerGiB.most)} GiB`];
  }
  const had = perGiB === undefined ? iops ?? range.least : Math.min(range.most, Math.max(range.least, perGiB * size));
  if (throughput === undefined || throughputPerIops === undefined || throughput <= had * throughputPerIops || perGiB === undefined) return [];
  return [`size ${size} GiB makes ${had} iops at iopsPerGiB ${perGiB}, too few for the throughput ${throughput} of its class; `
    + `claim at least ${Math.ceil(throughput / throughputPerIops / perGiB)} GiB`];
}
