import type { Duration } from 'cdk8s';
import { secondsMistake } from './whole-seconds';
import { isWholeNumber } from '../../../private/whole-numbers';

/** What lies before 1970 is not a date to every `date`. */
const LONGEST_DAYS = 18_250;

/**
 * Which of a schedule's snapshots of a claim stay. Only snapshots that are ready to use are counted, so ones that fail never push out good ones.
 *
 * One that is not ready stays as long as too few newer ones are ready.
 */
export class SnapshotRetention {
  /**
   * The newest stay, whatever their age. While one is being made, there is one more.
   *
   * @param count How many of each claim, of those that are ready to use: a whole number of at least 1.
   */
  public static newest(count: number): SnapshotRetention {
    return new SnapshotRetention(count, undefined,
      isWholeNumber(count, 1) ? undefined : `retention newest ${count} is not a number of snapshots to keep; give a whole number of at least 1`);
  }

  /**
   * Those that are younger stay, and the newest that is ready to use, whatever its age: a schedule that stood still does not lose its last one.
   *
   * @param age Age of the VolumeSnapshot at which it is deleted, by the next run: at least a second, and at most 50 years.
   */
  public static youngerThan(age: Duration): SnapshotRetention {
    return new SnapshotRetention(1, age, secondsMistake('retention youngerThan', age, 1, LONGEST_DAYS * 24 * 60 * 60));
  }

  private constructor(private readonly count: number, private readonly age: Duration | undefined, private readonly mistake: string | undefined) {}

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    return [this.mistake];
  }

  /**
   * What the script is told: how many ready ones stay in any case, and after how many seconds the others go; at once if it is not said.
   *
   * @internal
   */
  public _env(): { [name: string]: string } {
    return { KEEP: String(this.count), MAX_AGE: this.age === undefined ? '' : String(this.age.toSeconds()) };
  }
}
