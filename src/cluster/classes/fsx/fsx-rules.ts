import { isAwsTagText } from '../../../private/aws-tag-text';
import { isUnresolved } from '../../../private/cdk-tokens';
import { repetitionsIn } from '../../../private/repetitions';
import { isWholeNumber } from '../../../private/whole-numbers';

/** AWS published 2026-11-20: https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemLustreConfiguration.html, and the same for OpenZFS. */
const MOST_BACKUP_DAYS = 90;

export function idMistake(property: string, value: string | undefined, prefix: string): string | undefined {
  if (value === undefined || isUnresolved(value) || new RegExp(`^${prefix}-[0-9a-f]{8,40}$`).test(value)) return undefined;
  return `${property} '${value}' is not an id; write it as in '${prefix}-0123456789abcdef0'`;
}

interface Times {
  readonly automaticBackupRetentionDays?: number;
  readonly dailyAutomaticBackupStartTime?: string;
  readonly weeklyMaintenanceStartTime?: string;
}

export function timeMistakes(times: Times): (string | undefined)[] {
  const { automaticBackupRetentionDays: days, dailyAutomaticBackupStartTime: daily, weeklyMaintenanceStartTime: weekly } = times;
  return [
    days === undefined || isWholeNumber(days, 0, MOST_BACKUP_DAYS) ? undefined
      : `automaticBackupRetentionDays ${days} is not among what FSx allows; give a whole number from 0 to ${MOST_BACKUP_DAYS}`,
    daily === undefined || isUnresolved(daily) || /^([01]\d|2[0-3]):[0-5]\d$/.test(daily) ? undefined
      : `dailyAutomaticBackupStartTime '${daily}' is not a time; write it as HH:MM in UTC, for example '05:00'`,
    weekly === undefined || isUnresolved(weekly) || /^[1-7]:([01]\d|2[0-3]):[0-5]\d$/.test(weekly) ? undefined
      : `weeklyMaintenanceStartTime '${weekly}' is not a time; write it as d:HH:MM in UTC with 1 for Monday, for example '7:05:00'`,
  ];
}

/** @see https://docs.aws.amazon.com/fsx/latest/APIReference/API_Tag.html */
export function fsxTagMistakes(tags: Record<string, string> = {}, ofDriver: number): (string | undefined)[] {
  const count = Object.keys(tags).length;
  return [
    count + ofDriver > 50 ? `tags has ${count} tags, which with the ${ofDriver} of the driver are ${count + ofDriver}, and AWS takes 50; leave some out` : undefined,
    ...Object.entries(tags).flatMap(([key, value]) => [
      isUnresolved(key) || (isAwsTagText(key, 1, 128) && !/^aws:/i.test(key)) ? undefined
        : `tags has the key '${key}', which is not one of a tag; use 1 to 128 letters, digits, spaces and any of _.:/=+-@, and no 'aws:' before them`,
      isUnresolved(value) || isAwsTagText(value, 0, 256) ? undefined
        : `tags has the value '${value}', which is not one of a tag; use up to 256 letters, digits, spaces and any of _.:/=+-@`,
    ]),
  ];
}

export function repeatedMistakes(property: string, values: string[]): string[] {
  return repetitionsIn(values).map((value) => `${property} has '${value}' twice; leave one out`);
}
