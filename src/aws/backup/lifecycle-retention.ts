import type { Duration } from 'aws-cdk-lib/core';
import { LIFECYCLE_LIMITS } from './lifecycle-limits';
import { isWholeNumber } from '../../private/whole-numbers';

/** Which snapshots are kept. Of a policy that exists, AWS does not change the kind: give the other kind to a new one. */
export class LifecycleRetention {
  /**
   * The newest ones of each volume, 1 to 1000. Those of a volume that is deleted are kept, and nobody deletes them any more.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/dlm-elements.html
   */
  public static newest(count: number): LifecycleRetention {
    return new LifecycleRetention({
      rule: () => ({ count }),
      mistakes: (property, least) => isWholeNumber(count, least, LIFECYCLE_LIMITS.count) ? []
        : [`${property} is the newest ${count}, which AWS does not take; give a whole number from ${least} to ${LIFECYCLE_LIMITS.count}`],
      byCount: true,
      isZero: count === 0,
    });
  }

  /**
   * Those that are younger than this, in whole days up to 100 years. Of a volume that is deleted, all but the last one are deleted in their time.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/dlm-elements.html
   */
  public static youngerThan(age: Duration): LifecycleRetention {
    return new LifecycleRetention({
      rule: () => daysRule(age),
      mistakes: (property, least, leastDays = least) => [daysMistake(property, age, leastDays)],
      byCount: false,
      isZero: !age.isUnresolved() && age.toMilliseconds() === 0,
    });
  }

  private constructor(private readonly kind: RetentionKind) {}

  /** @internal */
  public _rule(): any {
    return this.kind.rule();
  }

  /** @internal */
  public _mistakes(property: string, least: number, leastDays?: number): (string | undefined)[] {
    return this.kind.mistakes(property, least, leastDays);
  }

  /** @internal */
  public get _byCount(): boolean {
    return this.kind.byCount;
  }

  /**
   * Whether nothing is kept, which only archived snapshots can afford.
   *
   * @internal
   */
  public get _isZero(): boolean {
    return this.kind.isZero;
  }
}

interface RetentionKind {
  readonly rule: () => object;
  readonly mistakes: (property: string, least: number, leastDays?: number) => (string | undefined)[];
  readonly byCount: boolean;
  readonly isZero: boolean;
}

export function daysRule(age: Duration): { interval: number; intervalUnit: string } {
  return { interval: age.toDays(), intervalUnit: 'DAYS' };
}

/** AWS counts in days, weeks, months and years. */
export function daysMistake(property: string, age: Duration | undefined, least = 1): string | undefined {
  if (age === undefined || age.isUnresolved() || isWholeNumber(age.toDays({ integral: false }), least, LIFECYCLE_LIMITS.days)) return undefined;
  return `${property} is ${age.toHumanString()}, which AWS does not take; give whole days, from Duration.days(${least}) to Duration.days(${LIFECYCLE_LIMITS.days})`;
}
