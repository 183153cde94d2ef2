import type { IPersistentVolumeClaim } from 'cdk8s-plus-27';
import { labelMistakes } from '../../../private/names';
import { repetitionsIn } from '../../../private/repetitions';
import { claimFactsOf } from '../../claims/claim-facts';
import { differ } from '../../claims/known-difference';

/** The claims that a schedule takes snapshots of, in its namespace. */
export class SnapshotSelection {
  /**
   * These claims, by their names. A claim that is not there, or not bound to a volume, makes the Job fail; the others are not affected.
   *
   * @param claims At least one, each once, in the namespace of the schedule.
   */
  public static claims(...claims: IPersistentVolumeClaim[]): SnapshotSelection {
    return new SnapshotSelection(claims, undefined);
  }

  /**
   * All claims that have these labels when a Job runs, such as those of a stateful set. Claims that are not bound to a volume yet, or are being deleted, are
   * skipped, and the log says so; a Job that finds no claim at all fails. The schedule may list the claims of its namespace then.
   *
   * @param labels At least one. A claim has to have them all.
   */
  public static labels(labels: { [key: string]: string }): SnapshotSelection {
    return new SnapshotSelection([], labels);
  }

  private constructor(private readonly named: IPersistentVolumeClaim[], private readonly labelled: { [key: string]: string } | undefined) {}

  /** @internal */
  public _mistakes(namespace: string | undefined): (string | undefined)[] {
    if (this.labelled !== undefined) {
      const empty = Object.keys(this.labelled).length === 0;
      return [empty ? 'claims has no labels, which is every claim; give at least one' : undefined, ...labelMistakes('claims', this.labelled)];
    }
    return [
      this.named.length === 0 ? 'claims is empty, so there is nothing to take snapshots of; give at least one claim' : undefined,
      ...repetitionsIn(this._names()).map((name) => `claims has '${name}' twice; leave one out`),
      ...this.named.map((claim) => {
        const other = namespaceOf(claim);
        return !differ(other, namespace) ? undefined
          : `claims has '${claim.name}' of the namespace '${other}', but the schedule is in '${namespace}'; give each namespace a schedule of its own`;
      }),
    ];
  }

  /** @internal */
  public _names(): string[] {
    return this.named.map(({ name }) => name);
  }

  /**
   * The labels as kubectl takes them.
   *
   * @internal
   */
  public _labelSelector(): string | undefined {
    return this.labelled && Object.entries(this.labelled).map(([key, value]) => `${key}=${value}`).join(',');
  }
}

/** Where the claim is, if that is known. */
function namespaceOf(claim: IPersistentVolumeClaim & { metadata?: { namespace?: string } }): string | undefined {
  return claimFactsOf(claim)?.namespace ?? claim.metadata?.namespace;
}
