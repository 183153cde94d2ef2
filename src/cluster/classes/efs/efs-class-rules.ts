import { isUnresolved } from '../../../private/cdk-tokens';
import { isWholeNumber } from '../../../private/whole-numbers';
import { zoneNameMistake } from '../zones';

interface EfsChoices {
  readonly provisioningMode: string;
  readonly directoryPerms: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly gidRange?: { readonly start: number; readonly end: number };
  readonly basePath?: string;
  readonly subPathPattern?: string;
  readonly sharedDirectoryReason?: string;
  readonly az?: string;
  readonly reuseAccessPoint?: boolean;
}

/** Parameters of pkg/driver/controller.go in v3.4.1 of the driver. */
export const EFS_PARAMETERS: Record<string, string> = Object.fromEntries([
  ['fileSystemId', 'fileSystem'], ['fileSystemIdConfigRef', 'fileSystem'], ['fileSystemIdSecretRef', 'fileSystem'],
  ['gidRangeStart', 'gidRange'], ['gidRangeEnd', 'gidRange'], ['ensureUniqueDirectory', 'sharedDirectoryReason'],
  ...['provisioningMode', 'directoryPerms', 'uid', 'gid', 'basePath', 'subPathPattern', 'az', 'enforceZoneAffinity', 'reuseAccessPoint', 'enableTagging']
    .map((key) => [key, key]),
].map(([key, property]) => [key, `which has a property of its own; use ${property}`]));

/** Ids of users and groups, in whole numbers: https://docs.aws.amazon.com/efs/latest/ug/API_PosixUser.html */
const MOST_ID = 4_294_967_295;

/** validatePathRequirements of the driver, and https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html, which takes one directory less. */
const LONGEST_PATH = 100;
const DEEPEST_PATH = 4;
const SUFFIX = 37;

const FIELDS = ['${.PVC.name}', '${.PVC.namespace}', '${.PV.name}'];

export function efsMistakes(chosen: EfsChoices): (string | undefined)[] {
  const { directoryPerms, uid, gid, gidRange, sharedDirectoryReason, subPathPattern, az, reuseAccessPoint, provisioningMode } = chosen;
  const ofS3Files = provisioningMode === 's3files-ap';
  return [
    isUnresolved(directoryPerms) || /^[0-7]{3,4}$/.test(directoryPerms) ? undefined
      : `directoryPerms '${directoryPerms}' are no permissions; give three or four octal digits, for example '750'`,
    idMistake('uid', uid, 0),
    idMistake('gid', gid, 0),
    idMistake('gidRange.start', gidRange?.start, 1),
    idMistake('gidRange.end', gidRange?.end, 1),
    gidRange !== undefined && !isUnresolved(gidRange.start) && !isUnresolved(gidRange.end) && gidRange.end <= gidRange.start
      ? `gidRange from ${gidRange.start} to ${gidRange.end} has no room, and the driver refuses it; end it above its start` : undefined,
    gidRange !== undefined && uid !== undefined && gid !== undefined
      ? `gidRange from ${gidRange.start} to ${gidRange.end} does nothing beside uid ${uid} and gid ${gid}; leave it out` : undefined,
    sharedDirectoryReason !== undefined && sharedDirectoryReason.trim() === ''
      ? "sharedDirectoryReason '' says nothing; write why claims may share a directory, or leave it out for one each" : undefined,
    sharedDirectoryReason !== undefined && subPathPattern === undefined
      ? 'sharedDirectoryReason does nothing without subPathPattern, for the names of volumes are unique; leave it out' : undefined,
    az !== undefined && !isUnresolved(az) ? zoneNameMistake('az', az) : undefined,
    ofS3Files && az !== undefined ? `az '${az}' is given for an S3 Files file system, and the driver takes it for EFS only; leave it out` : undefined,
    ofS3Files && reuseAccessPoint !== undefined
      ? `reuseAccessPoint ${reuseAccessPoint} is given for an S3 Files file system, and the driver takes it for EFS only; leave it out` : undefined,
    ...pathMistakes(chosen),
  ];
}

function idMistake(property: string, value: number | undefined, least: number): string | undefined {
  if (value === undefined || isWholeNumber(value, least, MOST_ID)) return undefined;
  return `${property} ${value} is not an id EFS takes; give a whole number from ${least} to ${MOST_ID}`;
}

function pathMistakes({ basePath = '', subPathPattern = FIELDS[2], sharedDirectoryReason }: EfsChoices): string[] {
  if (isUnresolved(basePath) || isUnresolved(subPathPattern)) return [];
  const fixed = FIELDS.reduce((text, field) => text.split(field).join('x'), subPathPattern); // a name has one letter at least
  if (/[${}]/.test(fixed)) return [`subPathPattern '${subPathPattern}' has a field that is none; use ${FIELDS.join(', ')} and no other '$' or braces`];
  if (/[$#<>;`|&?{}^*\n]/.test(basePath + fixed)) {
    return [`basePath '${basePath}' with subPathPattern '${subPathPattern}' is no path EFS takes; leave out $ # < > ; \` | & ? { } ^ * and line ends`];
  }
  const parts = `${basePath}/${fixed}`.split('/').filter((part) => part !== '');
  const length = parts.join('/').length + 1 + (sharedDirectoryReason === undefined && subPathPattern !== FIELDS[2] ? SUFFIX : 0);
  return [
    ...(parts.some((part) => part === '.' || part === '..') ? [`basePath '${basePath}' with subPathPattern '${subPathPattern}' goes by '.' or '..'; write the path it leads to`] : []),
    ...(parts.length > DEEPEST_PATH ? [`basePath '${basePath}' with subPathPattern '${subPathPattern}' is ${parts.length} directories deep, and EFS takes ${DEEPEST_PATH}; leave some out`] : []),
    ...(length > LONGEST_PATH ? [`basePath '${basePath}' with subPathPattern '${subPathPattern}' makes paths of ${length} characters or more, and EFS takes ${LONGEST_PATH}; shorten them`] : []),
  ];
}
