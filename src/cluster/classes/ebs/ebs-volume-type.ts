import { EBS_VOLUME_LIMITS, type EbsVolumeLimits, limitMistakes, UNKNOWN_TYPE, type VolumeRules, withLimits } from './ebs-volume-limits';
import { type ClaimedEbsVolume, claimOfTypeMistakes } from './ebs-volume-of-claim';
import { otherTypeMistakes, performanceMistakes } from './ebs-volume-performance';
import { type Choices, textParameters } from '../class-parameters';

/** What can be said of every volume type. */
export interface EbsVolumeTypeOptions {
  /**
   * Limits of EBS that this library does not know.
   *
   * @default - what EBS published until 2026-11-20
   */
  readonly limits?: EbsVolumeLimits;
}

/** What can be chosen of the types whose I/O operations are provisioned. io1 and io2 need one of `iops` and `iopsPerGiB`. */
export interface ProvisionedIopsOptions extends EbsVolumeTypeOptions {
  /**
   * I/O operations per second: 3,000 to 80,000 for gp3, 100 to 64,000 for io1, 100 to 256,000 for io2.
   *
   * @default - `iopsPerGiB` is used, and where that is left out too: 3,000 for gp3, refused for io1 and io2
   */
  readonly iops?: number;

  /**
   * I/O operations per second for each GiB of the volume: at most 500 for gp3, 50 for io1, 1,000 for io2. The driver stops at the most the type has.
   *
   * @default - `iops` is used
   */
  readonly iopsPerGiB?: number;

  /**
   * Whether a volume so small that `iopsPerGiB` makes fewer operations than its type has at least gets that least, and costs as much. Otherwise its
   * claim is refused. Only with `iopsPerGiB`.
   *
   * @default - not said, which the driver takes as no
   */
  readonly allowAutoIopsPerGiBIncrease?: boolean;

  /**
   * Whether a volume that is made larger gets more operations as well, so that `iopsPerGiB` still holds. Only with `iopsPerGiB`.
   *
   * @default - not said, which the driver takes as no
   */
  readonly allowAutoIopsIncreaseOnModify?: boolean;
}

/** What can be chosen of a gp3 volume. */
export interface Gp3Options extends ProvisionedIopsOptions {
  /**
   * MiB/s, 125 to 2,000 and at most a quarter of the IOPS.
   *
   * @default - 125, which every gp3 volume has free of charge
   */
  readonly throughput?: number;
}

/**
 * The kind of EBS volume a class makes, with the performance that goes with it.
 *
 * Limits are those EBS published until 2026-11-20; `limits` replaces them one by one.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 */
export class EbsVolumeType {
  /** General purpose SSD, the one to start with: 1 GiB to 64 TiB. */
  public static gp3(options: Gp3Options = {}): EbsVolumeType {
    return EbsVolumeType.known('gp3', options);
  }

  /** General purpose SSD of the generation before gp3, 1 GiB to 16 TiB; its performance follows from its size. */
  public static gp2(options: EbsVolumeTypeOptions = {}): EbsVolumeType {
    return EbsVolumeType.known('gp2', options);
  }

  /** Provisioned IOPS SSD of the generation before io2, 4 GiB to 16 TiB. */
  public static io1(options: ProvisionedIopsOptions): EbsVolumeType {
    return EbsVolumeType.known('io1', options);
  }

  /** Provisioned IOPS SSD (Block Express) for the databases that need it, 4 GiB to 64 TiB; the only one that several nodes can share, as a raw device. */
  public static io2(options: ProvisionedIopsOptions): EbsVolumeType {
    return EbsVolumeType.known('io2', options);
  }

  /** Throughput optimized HDD, 125 GiB to 16 TiB. */
  public static st1(options: EbsVolumeTypeOptions = {}): EbsVolumeType {
    return EbsVolumeType.known('st1', options);
  }

  /** Cold HDD, 125 GiB to 16 TiB. */
  public static sc1(options: EbsVolumeTypeOptions = {}): EbsVolumeType {
    return EbsVolumeType.known('sc1', options);
  }

  /** Magnetic volume of the first generation, 1 GiB to 1 TiB. */
  public static standard(options: EbsVolumeTypeOptions = {}): EbsVolumeType {
    return EbsVolumeType.known('standard', options);
  }

  /**
   * A type this library does not know yet. Nothing is known of its limits either: only the sizes in `options.limits` are checked. Refuses the types above.
   *
   * @param typeName As EBS calls it.
   * @param performance The parameters `iops`, `iopsPerGB`, `throughput`, `allowAutoIOPSPerGBIncrease` and `allowAutoIOPSIncreaseOnModify` of the
   * StorageClass; others are refused.
   * @param options Its limits, where you know them.
   */
  public static of(typeName: string, performance: { [key: string]: string } = {}, options: EbsVolumeTypeOptions = {}): EbsVolumeType {
    return new EbsVolumeType(typeName, { type: typeName, ...performance }, withLimits(UNKNOWN_TYPE, options.limits), [
      ...otherTypeMistakes(typeName, performance),
      ...options.limits === undefined ? [] : limitMistakes(typeName, UNKNOWN_TYPE, options.limits),
    ]);
  }

  private static known(typeName: keyof typeof EBS_VOLUME_LIMITS, options: Gp3Options): EbsVolumeType {
    const { iops, iopsPerGiB, throughput, allowAutoIopsPerGiBIncrease, allowAutoIopsIncreaseOnModify, limits } = options;
    const rules: VolumeRules = withLimits(EBS_VOLUME_LIMITS[typeName], limits);
    return new EbsVolumeType(typeName, {
      type: typeName,
      iops,
      iopsPerGB: iopsPerGiB,
      throughput,
      allowAutoIOPSPerGBIncrease: allowAutoIopsPerGiBIncrease,
      allowAutoIOPSIncreaseOnModify: allowAutoIopsIncreaseOnModify,
    }, rules, [
      ...limits === undefined ? [] : limitMistakes(typeName, EBS_VOLUME_LIMITS[typeName], limits),
      ...performanceMistakes(typeName, options, rules),
    ].filter((mistake) => mistake !== undefined));
  }

  private constructor(
    /** As EBS calls it, for example `gp3`. */
    public readonly typeName: string,
    private readonly settings: Choices,
    private readonly rules: VolumeRules,
    private readonly mistakes: (string | undefined)[],
  ) {}

  /** @internal */
  public _parameters(): Record<string, string> {
    return textParameters(this.settings);
  }

  /**
   * Reported by the class that is made of this type, which knows the construct's path.
   *
   * @internal
   */
  public _mistakes(): (string | undefined)[] {
    return this.mistakes;
  }

  /**
   * What this type has against a volume somebody claims.
   *
   * @internal
   */
  public _claimMistakes(claim: ClaimedEbsVolume): (string | undefined)[] {
    return claimOfTypeMistakes(this.typeName, this._parameters(), this.rules, claim);
  }

  /**
   * Whether several nodes can have one volume of this type at the same time.
   *
   * @internal
   */
  public _supportsMultiAttach(): boolean {
    return this.rules.multiAttach === true;
  }

  /** @internal */
  public _rules(): VolumeRules {
    return this.rules;
  }
}
