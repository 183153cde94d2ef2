import { EBS_VOLUME_LIMITS, type Range } from './ebs-volume-limits';
import { isUnresolved } from '../private/cdk-tokens';
import { isWholeNumber } from '../private/whole-numbers';

/** What can be chosen of a gp3 volume. */
export interface Gp3Options {
  /**
   * I/O operations per second, 3,000 to 80,000 and at most 500 for each GiB of the volume above the free 3,000.
   *
   * @default - 3,000, which every gp3 volume has free of charge
   */
  readonly iops?: number;

  /**
   * MiB/s, 125 to 2,000 and at most a quarter of the IOPS.
   *
   * @default - 125, which every gp3 volume has free of charge
   */
  readonly throughput?: number;
}

/** What must be chosen of an io1 or io2 volume: one of the two. */
export interface ProvisionedIopsOptions {
  /**
   * I/O operations per second: 100 to 64,000 for io1, 100 to 256,000 for io2.
   *
   * @default - `iopsPerGiB` is used
   */
  readonly iops?: number;

  /**
   * I/O operations per second for each GiB of the volume: at most 50 for io1, 1,000 for io2.
   *
   * @default - `iops` is used
   */
  readonly iopsPerGiB?: number;
}

/**
 * The kind of EBS volume a class makes, with the performance that goes with it.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 */
export class EbsVolumeType {
  /** General purpose SSD, the one to start with. */
  public static gp3(options: Gp3Options = {}): EbsVolumeType {
    const { iops, throughput } = options;
    const limits = EBS_VOLUME_LIMITS.gp3;
    return new EbsVolumeType('gp3', { iops, throughput }, [
      rangeMistake('gp3 iops', iops, limits.iops),
      rangeMistake('gp3 throughput', throughput, limits.throughput)
        ?? throughputPerIopsMistake(throughput, iops ?? limits.iops.least, limits.throughputPerIops),
    ]);
  }

  /** General purpose SSD of the generation before gp3; its performance follows from its size. */
  public static gp2(): EbsVolumeType {
    return new EbsVolumeType('gp2');
  }

  /** Provisioned IOPS SSD of the generation before io2. */
  public static io1(options: ProvisionedIopsOptions): EbsVolumeType {
    return EbsVolumeType.provisionedIops('io1', options);
  }

  /** Provisioned IOPS SSD (Block Express), for the databases that need it. */
  public static io2(options: ProvisionedIopsOptions): EbsVolumeType {
    return EbsVolumeType.provisionedIops('io2', options);
  }

  /** Throughput optimized HDD, 125 GiB or more. */
  public static st1(): EbsVolumeType {
    return new EbsVolumeType('st1');
  }

  /** Cold HDD, 125 GiB or more. */
  public static sc1(): EbsVolumeType {
    return new EbsVolumeType('sc1');
  }

  /** Magnetic volume of the first generation. */
  public static standard(): EbsVolumeType {
    return new EbsVolumeType('standard');
  }

  /**
   * A type this library does not know yet, or values above the limits it knows, which are not checked.
   *
   * @param typeName As EBS calls it.
   * @param performance The parameters `iops`, `iopsPerGB` and `throughput` of the StorageClass; others are refused.
   */
  public static of(typeName: string, performance: { [key: string]: string } = {}): EbsVolumeType {
    const others = Object.keys(performance).filter((key) => !['iops', 'iopsPerGB', 'throughput'].includes(key));
    return new EbsVolumeType(typeName, performance, [
      typeName === '' ? "the volume type '' is empty; name one, for example 'gp3'" : undefined,
      ...others.map((key) => `'${key}' says nothing of the performance of volume type '${typeName}'; give iops, iopsPerGB or throughput there, and '${key}' in extraParameters`),
    ]);
  }

  private static provisionedIops(typeName: 'io1' | 'io2', { iops, iopsPerGiB }: ProvisionedIopsOptions): EbsVolumeType {
    const limits = EBS_VOLUME_LIMITS[typeName];
    return new EbsVolumeType(typeName, { iops, iopsPerGB: iopsPerGiB }, [
      (iops === undefined) === (iopsPerGiB === undefined)
        ? `${typeName} has ${iops === undefined ? 'neither iops nor iopsPerGiB' : `both iops ${iops} and iopsPerGiB ${iopsPerGiB}`}; give one of the two`
        : undefined,
      rangeMistake(`${typeName} iops`, iops, limits.iops),
      rangeMistake(`${typeName} iopsPerGiB`, iopsPerGiB, limits.iopsPerGiB),
    ]);
  }

  private constructor(
    /** As EBS calls it, for example `gp3`. */
    public readonly typeName: string,
    private readonly settings: Record<string, string | number | undefined> = {},
    private readonly mistakes: (string | undefined)[] = [],
  ) {}

  /** @internal */
  public _parameters(): Record<string, string> {
    const given = Object.entries(this.settings).filter(([, value]) => value !== undefined);
    return { type: this.typeName, ...Object.fromEntries(given.map(([key, value]) => [key, String(value)])) };
  }

  /**
   * Reported by the class that is made of this type, which knows the construct's path.
   *
   * @internal
   */
  public _mistakes(): (string | undefined)[] {
    return this.mistakes;
  }
}

function rangeMistake(property: string, value: number | undefined, { least, most }: Range): string | undefined {
  if (value === undefined || isUnresolved(value) || isWholeNumber(value, least, most)) return undefined;
  return `${property} ${value} is not among what EBS allows; give a whole number from ${least} to ${most}`;
}

function throughputPerIopsMistake(throughput: number | undefined, iops: number, most: number): string | undefined {
  if (throughput === undefined || isUnresolved(throughput) || isUnresolved(iops) || throughput <= iops * most) return undefined;
  return `gp3 throughput ${throughput} is more than a quarter of its ${iops} iops; give iops of at least ${throughput / most}`;
}
