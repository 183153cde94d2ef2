import { Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { LifecycleFrequency } from './lifecycle-frequency';
import { LIFECYCLE_LIMITS } from './lifecycle-limits';
import { daysMistake, LifecycleRetention } from './lifecycle-retention';
import type { LifecycleFastRestore, LifecycleSchedule, LifecycleSharing } from './lifecycle-schedule';
import { regionCopyMistakes } from './region-copy-rules';
import { repetitionsIn } from '../../private/repetitions';
import { tagMistakes } from '../tags';

export function schedulesMistakes(scope: Construct, schedules: LifecycleSchedule[]): (string | undefined)[] {
  const most = LIFECYCLE_LIMITS.schedules;
  if (!Array.isArray(schedules) || schedules.length === 0) return ['schedules is empty, and no snapshot would be made; give at least one'];
  return [
    schedules.length > most ? `schedules has ${schedules.length}, and AWS takes ${most}; put the others into another policy, with another tag` : undefined,
    ...repetitionsIn(known(schedules.map(({ name }) => name))).map((name) => `schedules has '${name}' more than once, and AWS knows by the name whose snapshots are whose; choose another name`),
    ...schedules.flatMap((schedule, index) => scheduleMistakes(scope, `schedules[${index}]`, schedule)),
  ];
}

function scheduleMistakes(scope: Construct, path: string, schedule: LifecycleSchedule): (string | undefined)[] {
  const { name, creation, retention, tags, crossRegionCopies, fastRestore, archive, sharing } = schedule;
  const [isFrequency, isRetention] = [creation instanceof LifecycleFrequency, retention instanceof LifecycleRetention];
  return [
    nameMistake(`${path}.name`, name, LIFECYCLE_LIMITS.nameLength),
    isFrequency ? undefined : `${path}.creation is not a LifecycleFrequency; use LifecycleFrequency.every or LifecycleFrequency.cron`,
    isRetention ? undefined : `${path}.retention is not a LifecycleRetention; use LifecycleRetention.newest or LifecycleRetention.youngerThan`,
    ...isFrequency ? creation._mistakes(`${path}.creation`) : [],
    ...isRetention ? retention._mistakes(`${path}.retention`, archive === undefined ? 1 : 0) : [],
    ...addedTagsMistakes(`${path}.tags`, tags),
    ...regionCopyMistakes(scope, `${path}.crossRegionCopies`, crossRegionCopies),
    ...fastRestore ? fastRestoreMistakes(scope, `${path}.fastRestore`, fastRestore) : [],
    ...archive && isFrequency && isRetention ? archiveMistakes(path, archive, schedule) : [],
    ...sharing ? sharingMistakes(scope, `${path}.sharing`, sharing) : [],
  ];
}

/** Schedules and descriptions take the same characters. */
export function nameMistake(property: string, name: string | undefined, most: number): string | undefined {
  return name === undefined || Token.isUnresolved(name) || (/^[0-9A-Za-z _-]+$/.test(name) && name.length <= most) ? undefined
    : `${property} '${name}' is not one that AWS takes; use 1 to ${most} letters without accents, digits, spaces and any of -_`;
}

function addedTagsMistakes(property: string, tags: { [key: string]: string } = {}): (string | undefined)[] {
  const [count, most] = [Object.keys(tags).length, LIFECYCLE_LIMITS.addedTags];
  return count > most ? [`${property} has ${count} tags, and AWS takes ${most}; leave some out`] : tagMistakes(property, tags);
}

function fastRestoreMistakes(scope: Construct, path: string, { zones, retention }: LifecycleFastRestore): (string | undefined)[] {
  const [{ region }, most] = [Stack.of(scope), LIFECYCLE_LIMITS.fastRestoreZones];
  const strangers = Token.isUnresolved(region) ? [] : known(zones).filter((zone) => !zone.startsWith(region));
  return [
    zones.length === 0 || zones.length > most ? `${path}.zones has ${zones.length}, and AWS takes 1 to ${most}; name the zones that volumes will be made in` : undefined,
    ...repetitionsIn(zones).map((zone) => `${path}.zones has '${zone}' more than once; leave one out`),
    ...strangers.map((zone) => `${path}.zones has '${zone}', which is not a zone of the region ${region}; give those of the volumes' region, as in '${region}a'`),
    ...retention._mistakes(`${path}.retention`, 1),
  ];
}

/** @see https://docs.aws.amazon.com/dlm/latest/APIReference/API_RetainRule.html */
function archiveMistakes(path: string, archive: LifecycleRetention, { creation, retention, ...others }: LifecycleSchedule): (string | undefined)[] {
  const { archiveDays, daysBetweenArchived } = LIFECYCLE_LIMITS;
  const useless = (['crossRegionCopies', 'fastRestore', 'sharing'] as const).filter((option) => others[option] !== undefined);
  return [
    ...archive._mistakes(`${path}.archive`, 1, archiveDays),
    (creation._withinDays ?? Infinity) < daysBetweenArchived ? `${path}.archive is given, and archived snapshots have to be at least ${daysBetweenArchived} days apart; make them less often, as with LifecycleFrequency.cron('cron(0 3 1 * ? *)')` : undefined,
    archive._byCount === retention._byCount ? undefined : `${path}.archive and ${path}.retention count differently; use newest for both, or youngerThan for both`,
    ...retention._isZero ? useless.map((option) => `${path}.${option} is given, and a retention of nothing archives each snapshot at once; keep at least one, or leave ${option} out`) : [],
  ];
}

function sharingMistakes(scope: Construct, path: string, { accounts, unshareAfter, reason }: LifecycleSharing): (string | undefined)[] {
  const own = Stack.of(scope).account;
  return [
    accounts.length === 0 ? `${path}.accounts is empty; name at least one account, or leave sharing out` : undefined,
    ...repetitionsIn(accounts).map((account) => `${path}.accounts has '${account}' more than once; leave one out`),
    ...known(accounts).map((account) => /^\d{12}$/.test(account) ? undefined : `${path}.accounts has '${account}', which is not an account; write its 12 digits`),
    accounts.includes(own) && !Token.isUnresolved(own) ? `${path}.accounts has '${own}', to whom the snapshots belong; name other accounts` : undefined,
    daysMistake(`${path}.unshareAfter`, unshareAfter),
    reason.trim() === '' ? `${path}.reason '${reason}' says nothing; write why others may read the data` : undefined,
  ];
}

function known(texts: string[]): string[] {
  return texts.filter((text) => !Token.isUnresolved(text));
}
