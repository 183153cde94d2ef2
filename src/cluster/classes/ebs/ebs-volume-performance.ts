import { EBS_VOLUME_LIMITS, type Range, type VolumeRules } from './ebs-volume-limits';
import { isUnresolved } from '../../../private/cdk-tokens';
import { isWholeNumber } from '../../../private/whole-numbers';

interface Performance {
  readonly iops?: number;
  readonly iopsPerGiB?: number;
  readonly throughput?: number;
  readonly allowAutoIopsPerGiBIncrease?: boolean;
  readonly allowAutoIopsIncreaseOnModify?: boolean;
}

/** What is wrong with the performance of a volume whatever its size. */
export function performanceMistakes(typeName: string, chosen: Performance, rules: VolumeRules): (string | undefined)[] {
  const { iops, iopsPerGiB, throughput } = chosen;
  return [
    ...rules.iops === undefined || rules.throughput === undefined ? inapplicable(typeName, chosen, rules) : [],
    choiceMistake(typeName, iops, iopsPerGiB, rules),
    rangeMistake(typeName, 'iops', iops, rules.iops),
    rangeMistake(typeName, 'iopsPerGiB', iopsPerGiB, rules.iopsPerGiB),
    rangeMistake(typeName, 'throughput', throughput, rules.throughput)
      ?? (iopsPerGiB === undefined ? throughputPerIopsMistake(typeName, throughput, iops, rules) : undefined),
    switchMistake(typeName, 'allowAutoIopsPerGiBIncrease', chosen, rules),
    switchMistake(typeName, 'allowAutoIopsIncreaseOnModify', chosen, rules),
  ];
}

/** The types say it already, but not every caller is checked by them. */
function inapplicable(typeName: string, chosen: Performance, rules: VolumeRules): string[] {
  return Object.entries(chosen)
    .filter(([key, value]) => value !== undefined && key !== 'limits' && rules[key === 'throughput' ? 'throughput' : 'iops'] === undefined)
    .map(([key, value]) => `${typeName} ${key} ${value} cannot be chosen, for EBS sets it by the ${rules.iops ? 'IOPS' : 'size'}; leave it out`);
}

/** At most one of the two, and EBS wants one where the type has no free IOPS. The driver refuses both together in CreateDisk of its pkg/cloud/cloud.go. */
function choiceMistake(typeName: string, iops: number | undefined, iopsPerGiB: number | undefined, rules: VolumeRules): string | undefined {
  if (iops !== undefined && iopsPerGiB !== undefined) return `${typeName} has both iops ${iops} and iopsPerGiB ${iopsPerGiB}; give one of the two`;
  if (iops !== undefined || iopsPerGiB !== undefined || rules.iops === undefined || rules.throughput !== undefined) return undefined;
  return `${typeName} has neither iops nor iopsPerGiB; give one of the two`;
}

function rangeMistake(typeName: string, property: string, value: number | undefined, range: Range | undefined): string | undefined {
  if (value === undefined || range === undefined || isWholeNumber(value, range.least, range.most)) return undefined;
  return `${typeName} ${property} ${value} is not among what EBS allows; give a whole number from ${range.least} to ${range.most}`;
}

function switchMistake(
  typeName: string, name: 'allowAutoIopsPerGiBIncrease' | 'allowAutoIopsIncreaseOnModify', chosen: Performance, rules: VolumeRules,
): string | undefined {
  if (rules.iops === undefined || chosen[name] === undefined || chosen.iopsPerGiB !== undefined) return undefined;
  return `${typeName} ${name} ${chosen[name]} does nothing without iopsPerGiB; give iopsPerGiB, or leave it out`;
}

function throughputPerIopsMistake(typeName: string, throughput: number | undefined, iops: number | undefined, rules: VolumeRules) {
  const { iops: range, throughputPerIops } = rules;
  const had = iops ?? range?.least;
  if (throughput === undefined || had === undefined || throughputPerIops === undefined) return undefined;
  if (isUnresolved(throughput) || isUnresolved(had) || throughput <= had * throughputPerIops) return undefined;
  return `${typeName} throughput ${throughput} is more than a quarter of its ${had} iops; give iops of at least ${throughput / throughputPerIops}`;
}

const NUMBERS = ['iops', 'iopsPerGB', 'throughput'];
const SWITCHES = ['allowAutoIOPSPerGBIncrease', 'allowAutoIOPSIncreaseOnModify'];

/** What is wrong with a type that the library does not know. */
export function otherTypeMistakes(typeName: string, performance: Record<string, string>): (string | undefined)[] {
  const known = Object.keys(EBS_VOLUME_LIMITS).find((name) => name === typeName.trim().toLowerCase());
  return [
    typeName.trim() === '' ? `the volume type '${typeName}' is empty; name one, for example 'gp3'` : undefined,
    known !== undefined ? `the volume type '${typeName}' is known; use EbsVolumeType.${known}, whose limits can be replaced` : undefined,
    ...Object.entries(performance).map(([key, value]) => {
      if (NUMBERS.includes(key)) {
        return isUnresolved(value) || /^[1-9]\d*$/.test(value) ? undefined
          : `'${key}' of volume type '${typeName}' is '${value}', which is no whole number; give one above 0`;
      }
      if (SWITCHES.includes(key)) {
        return isUnresolved(value) || value === 'true' || value === 'false' ? undefined
          : `'${key}' of volume type '${typeName}' is '${value}'; give 'true' or 'false', in lower case`;
      }
      return `'${key}' says nothing of the performance of volume type '${typeName}'; give iops, iopsPerGB or throughput there, and '${key}' in extraParameters`;
    }),
    performance.iops !== undefined && performance.iopsPerGB !== undefined
      ? `the volume type '${typeName}' has both iops ${performance.iops} and iopsPerGB ${performance.iopsPerGB}; give one of the two` : undefined,
  ];
}
