import { Duration } from 'cdk8s';
import { isUnresolved } from '../../private/cdk-tokens';

/** Limits of snapshot locks that are newer than this library. */
export interface SnapshotLockLimits {
  /**
   * Longest lock, whole days.
   *
   * @default - 36,500 days, which is a hundred years
   */
  readonly maxDuration?: Duration;

  /**
   * Longest cooling-off period, whole hours.
   *
   * @default - 72 hours
   */
  readonly maxCoolOffPeriod?: Duration;
}

/** How long a snapshot is locked: `duration` or `expirationDate`, exactly one of them. */
export interface SnapshotLockOptions {
  /**
   * For how long each snapshot is locked once it is taken: whole days, 1 to 36,500.
   *
   * @default - until the `expirationDate`
   */
  readonly duration?: Duration;

  /**
   * When the locks of all snapshots end, as in `2027-01-01T00:00:00Z` (RFC 3339). Whether it is still to come is not checked, for the same code makes the same
   * manifests on any day: from that date on, snapshots of the class fail, until somebody changes it.
   *
   * @default - a `duration` after the snapshot was taken
   * @see https://datatracker.ietf.org/doc/html/rfc3339#section-5.6
   */
  readonly expirationDate?: string;

  /**
   * Limits other than those this library knows.
   *
   * @default - those of EC2
   */
  readonly limits?: SnapshotLockLimits;
}

/** How a snapshot is locked so that nobody can unlock it. */
export interface ComplianceLockOptions extends SnapshotLockOptions {
  /**
   * Why nobody may delete the snapshots before their lock ends, whatever they cost and whatever is in them. The class carries it as an annotation.
   */
  readonly complianceReason: string;

  /**
   * For how long the lock can still be taken off or changed: whole hours, 1 to 72.
   *
   * @default - not at all: the lock is final at once
   */
  readonly coolOffPeriod?: Duration;
}

/**
 * As EC2 takes them, LockSnapshotRequest of its model of 2016-11-15, looked up on 2026-11-20.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LockSnapshot.html
 */
const MAX_DURATION = Duration.days(36_500);
const MAX_COOL_OFF_PERIOD = Duration.hours(72);

/**
 * How snapshots are kept from being deleted, by anybody.
 *
 * Refuses a lock without an end or with two, parts of days and hours, what EC2 does not allow, a date that is none, and a compliance lock without a reason.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshot-lock.html
 */
export class SnapshotLock {
  /**
   * Who has the right `ec2:UnlockSnapshot` can take the lock off, and change when it ends.
   *
   * @param options How long the lock holds.
   */
  public static governance(options: SnapshotLockOptions): SnapshotLock {
    return new SnapshotLock('governance', options);
  }

  /**
   * Nobody can take the lock off once its cooling-off period is over; it can only be made to hold longer.
   *
   * @param options How long the lock holds, and why.
   */
  public static compliance(options: ComplianceLockOptions): SnapshotLock {
    return new SnapshotLock('compliance', options);
  }

  private constructor(private readonly mode: string, private readonly options: SnapshotLockOptions & Partial<ComplianceLockOptions>) {}

  /** @internal */
  public _parameters(): Record<string, string | number | undefined> {
    const { duration, expirationDate, coolOffPeriod } = this.options;
    return {
      lockMode: this.mode,
      lockDuration: duration && daysOf(duration),
      lockExpirationDate: expirationDate,
      lockCoolOffPeriod: coolOffPeriod && hoursOf(coolOffPeriod),
    };
  }

  /**
   * Why nobody may delete the snapshots, where that is so.
   *
   * @internal
   */
  public _complianceReason(): string | undefined {
    return this.options.complianceReason;
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    const { duration, expirationDate, limits: { maxDuration = MAX_DURATION, maxCoolOffPeriod = MAX_COOL_OFF_PERIOD } = {} } = this.options;
    const { complianceReason, coolOffPeriod } = this.options;
    return [
      duration === undefined && expirationDate === undefined ? `lock ${this.mode} has no end, and EC2 asks for one; give duration or expirationDate` : undefined,
      duration !== undefined && expirationDate !== undefined
        ? `lock ${this.mode} has the duration ${daysOf(duration)} days and the expirationDate '${expirationDate}'; leave one of them out` : undefined,
      duration && wholeMistake('duration', duration, 'days', daysOf, maxDuration),
      expirationDate === undefined ? undefined : dateMistake(expirationDate),
      ...this.mode === 'compliance' ? [
        coolOffPeriod && wholeMistake('coolOffPeriod', coolOffPeriod, 'hours', hoursOf, maxCoolOffPeriod),
        (complianceReason ?? '').trim() === '' ? "complianceReason '' says nothing; write why nobody may delete the snapshots, or use SnapshotLock.governance" : undefined,
      ] : [
        coolOffPeriod && `lock coolOffPeriod ${hoursOf(coolOffPeriod)} hours is for compliance, and a governance lock can always be taken off; leave it out`,
        complianceReason === undefined ? undefined : 'lock complianceReason is given, but a governance lock can be taken off; leave it out, or use SnapshotLock.compliance',
      ],
    ];
  }
}

function daysOf(duration: Duration): number {
  return duration.toDays({ integral: false });
}

function hoursOf(duration: Duration): number {
  return duration.toHours({ integral: false });
}

function wholeMistake(property: string, value: Duration, unit: string, inUnit: (duration: Duration) => number, max: Duration): string | undefined {
  const [count, most] = [value, max].map(inUnit);
  if (Number.isInteger(count) && count >= 1 && count <= most) return undefined;
  return `lock ${property} ${count} ${unit} is not among what EC2 allows; give whole ${unit}, from 1 to ${most}`;
}

/** As Go reads RFC 3339: a date that the calendar has, a time of day and the distance from UTC. */
function dateMistake(text: string): string | undefined {
  if (isUnresolved(text)) return undefined;
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(text)?.slice(1, 7).map(Number);
  const [year, month, day, ...time] = parts ?? [];
  const date = parts && new Date(Date.UTC(year, month - 1, day, ...time));
  const isSo = date !== undefined && date.toISOString().startsWith(text.slice(0, '2027-01-01T00:00:00'.length));
  return isSo ? undefined : `lock expirationDate '${text}' is not a date and time the driver reads; write it as in '2027-01-01T00:00:00Z'`;
}
