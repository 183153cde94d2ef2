import { type Duration, Token } from 'aws-cdk-lib/core';
import { LIFECYCLE_LIMITS } from './lifecycle-limits';

/** How often snapshots are made. Each begins within the hour after its time. */
export class LifecycleFrequency {
  /**
   * Several times a day, or once.
   *
   * @param interval `Duration.hours` of 1, 2, 3, 4, 6, 8, 12 or 24.
   * @param startTime When the first snapshot is made, in UTC, as in `03:00`.
   * @see https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateRule.html
   */
  public static every(interval: Duration, startTime: string): LifecycleFrequency {
    return new LifecycleFrequency({
      rule: () => ({ interval: interval.toHours(), intervalUnit: 'HOURS', times: [startTime] }),
      mistakes: (property) => [
        interval.isUnresolved() || LIFECYCLE_LIMITS.creationHours.some((hours) => hours === interval.toHours({ integral: false })) ? undefined
          : `${property} has the interval ${interval.toHumanString()}, which AWS does not take; give Duration.hours of ${LIFECYCLE_LIMITS.creationHours.join(', ')}, or use LifecycleFrequency.cron`,
        Token.isUnresolved(startTime) || /^([01]\d|2[0-3]):[0-5]\d$/.test(startTime) ? undefined
          : `${property} has the startTime '${startTime}', which is not a time of day; write it as hours and minutes of UTC, as in '03:00'`,
      ],
      withinDays: 1,
    });
  }

  /**
   * By a cron expression, in UTC: at most once an hour, at least once a year.
   *
   * @param expression As in `cron(0 3 ? * SUN *)`: minutes, hours, day of the month, month, day of the week, year. One of the two days is a `?`.
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
   */
  public static cron(expression: string): LifecycleFrequency {
    return new LifecycleFrequency({
      rule: () => ({ cronExpression: expression }),
      mistakes: (property) => Token.isUnresolved(expression) ? [] : [cronMistake(`${property} has the cron expression '${expression}'`, expression)],
    });
  }

  private constructor(private readonly kind: FrequencyKind) {}

  /** @internal */
  public _createRule(): any {
    return this.kind.rule();
  }

  /** @internal */
  public _mistakes(property: string): (string | undefined)[] {
    return this.kind.mistakes(property);
  }

  /**
   * Days that are never exceeded between one snapshot and the next, if that is known.
   *
   * @internal
   */
  public get _withinDays(): number | undefined {
    return this.kind.withinDays;
  }
}

interface FrequencyKind {
  readonly rule: () => object;
  readonly mistakes: (property: string) => (string | undefined)[];
  readonly withinDays?: number;
}

function cronMistake(subject: string, expression: string): string | undefined {
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1].split(' ') ?? [];
  if (fields.length !== 6 || fields.includes('') || expression.length > LIFECYCLE_LIMITS.cronLength) {
    return `${subject}, which is not one of AWS; write six fields with one space between them, as in 'cron(0 3 * * ? *)'`;
  }
  const [minutes, , dayOfMonth, , dayOfWeek] = fields;
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) return `${subject}, where exactly one of the day of the month and the day of the week has to be '?'; write the other one only`;
  if (!/^[0-5]?\d$/.test(minutes)) return `${subject}, which is more often than once an hour, or not at a minute; write one number from 0 to 59 as its minutes`;
  return undefined;
}
