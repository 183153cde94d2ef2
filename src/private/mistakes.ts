import type { IConstruct } from 'constructs';

/**
 * Everything that is wrong with what one construct was given, so that it is mended in one go.
 *
 * Filled before the construct exists (hence scope and id): what refuses its input leaves no trace in the tree.
 */
export class Mistakes {
  private readonly found: string[] = [];

  public constructor(private readonly scope: IConstruct, private readonly id: string) {}

  /** Takes what the rules return: `undefined` is no mistake. */
  public add(...mistakes: (string | undefined)[]): void {
    for (const mistake of mistakes) {
      if (mistake !== undefined) this.found.push(mistake);
    }
  }

  public throwIfAny(): void {
    if (this.found.length === 0) return;
    const path = [this.scope.node.path, this.id].filter((part) => part !== '').join('/');
    if (this.found.length === 1) throw new Error(`${path}: ${this.found[0]}`);
    throw new Error([`${path}: ${this.found.length} mistakes`, ...this.found].join('\n  - '));
  }
}
