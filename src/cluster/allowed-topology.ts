import { isUnresolved } from '../private/cdk-tokens';

/**
 * Where a StorageClass may create volumes.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/#allowed-topologies
 */
export class AllowedTopology {
  /**
   * Only in these availability zones.
   *
   * @param zones Names as in `ap-northeast-2a`.
   */
  public static zones(...zones: string[]): AllowedTopology {
    return new AllowedTopology('topology.kubernetes.io/zone', zones);
  }

  /**
   * Only where nodes carry this label with one of these values.
   *
   * @param key Label that the driver's node plugin reports, for example `topology.kubernetes.io/zone`.
   * @param values Values of that label.
   */
  public static label(key: string, ...values: string[]): AllowedTopology {
    return new AllowedTopology(key, values);
  }

  private constructor(private readonly key: string, private readonly values: string[]) {}

  /** @internal */
  public _toKube(): any {
    return { matchLabelExpressions: [{ key: this.key, values: this.values }] };
  }

  /** @internal */
  public _mistake(): string | undefined {
    if (this.values.length > 0 && this.values.every((value) => isUnresolved(value) || value !== '')) return undefined;
    return `allowedTopologies names no place under '${this.key}' (got [${this.values.map((value) => `'${value}'`).join(', ')}]); give at least one value and no empty ones, or leave allowedTopologies out`;
  }
}
