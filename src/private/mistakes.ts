import type { IConstruct } from 'constructs';

/**
 * Everything that is wrong with what one construct was given, so that it is mended in one go.
 *
 * Filled before the construct exists (hence scope and id): what refuses its input leaves no trace in the tree.
 */
export class Mistakes {
  private readonly path: string;
  private readonly found: string[] = [];

  public constructor(scope: IConstruct, id: string) {
    this.path = [scope.node.path, id].filter((part) => part !== '').join('/');
  }

  /** Takes what the rules return: `undefined` is no mistake. */
  public add(...mistakes: (string | undefined)[]): void {
    this.found.push(...mistakes.filter((mistake) => mistake !== undefined));
  }

  public throwIfAny(): void {
    if (this.found.length === 1) throw new Error(`${this.path}: ${this.found[0]}`);
    if (this.found.length > 1) throw new Error([`${this.path}: ${this.found.length} mistakes`, ...this.found].join('\n  - '));
  }
}
