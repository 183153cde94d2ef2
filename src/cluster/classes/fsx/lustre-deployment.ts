import { lustreCapacityGiB, MOST_GIB } from './lustre-capacity';
import { isUnresolved } from '../../../private/cdk-tokens';
import { textParameters } from '../class-parameters';

/**
 * GiB in whose steps FSx makes file systems with the Elastic Fabric Adapter, by their throughput.
 *
 * @see https://docs.aws.amazon.com/fsx/latest/LustreGuide/getting-started.html Storage capacity
 */
const EFA_STEPS_GIB: Record<number, number> = { 125: 38_400, 250: 19_200, 500: 9600, 1000: 4800 };

/** What must be chosen of persistent file systems on SSD. */
export interface LustreSsdOptions {
  /** MB/s for each TiB of the file system: 50, 100 or 200. */
  readonly perUnitStorageThroughput: number;
}

/** What must be chosen of persistent file systems on hard disks. */
export interface LustreHddOptions {
  /** MB/s for each TiB of the file system: 12 or 40. */
  readonly perUnitStorageThroughput: number;

  /**
   * Whether files that are read often are kept on SSD, a fifth of the file system.
   *
   * @default false
   */
  readonly driveCache?: boolean;
}

/** What must be chosen of persistent file systems of the second generation. */
export interface LustrePersistent2Options {
  /** MB/s for each TiB of the file system: 125, 250, 500 or 1,000. */
  readonly perUnitStorageThroughput: number;

  /**
   * Whether FSx provisions operations on metadata by the size of the file system. Not with `metadataIops`.
   *
   * @default - no metadata configuration, unless `metadataIops` is given
   */
  readonly automaticMetadata?: boolean;

  /**
   * Operations on metadata per second: 1,500, 3,000, 6,000, or a multiple of 12,000 up to 192,000, whatever the size of the file system.
   *
   * @default - as `automaticMetadata` says
   */
  readonly metadataIops?: number;

  /**
   * Whether the Elastic Fabric Adapter is supported. Only with `automaticMetadata` or `metadataIops`, and for claims of certain sizes: multiples of 38,400 GiB
   * at 125 MB/s for each TiB, 19,200 GiB at 250, 9,600 GiB at 500 and 4,800 GiB at 1,000.
   *
   * @default - not said, which the driver takes as no
   */
  readonly efaEnabled?: boolean;
}

/**
 * How an FSx for Lustre file system is kept, and its performance.
 *
 * Limits are those AWS published until 2026-11-20; `of` says what is newer.
 *
 * @see https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-fsx-lustre.html
 * @see https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemLustreConfiguration.html
 */
export class LustreDeployment {
  /** Temporary storage, not kept when a server fails. Claims are rounded up to 1,200 GiB, 2,400 GiB or a multiple of 3,600 GiB. */
  public static scratch1(): LustreDeployment {
    return new LustreDeployment('SCRATCH_1', {}, []);
  }

  /**
   * Temporary storage that is encrypted in transit and takes bursts, not kept when a server fails. Claims are rounded up to 1,200 GiB or a multiple of
   * 2,400 GiB.
   */
  public static scratch2(): LustreDeployment {
    return new LustreDeployment('SCRATCH_2', {}, []);
  }

  /** Storage that is kept, on SSD. Claims are rounded up to 1,200 GiB or a multiple of 2,400 GiB. */
  public static persistent1Ssd({ perUnitStorageThroughput }: LustreSsdOptions): LustreDeployment {
    return new LustreDeployment('PERSISTENT_1', { storageType: 'SSD', perUnitStorageThroughput }, [
      throughputMistake('PERSISTENT_1 on SSD', perUnitStorageThroughput, [50, 100, 200]),
    ]);
  }

  /** Storage that is kept, on hard disks. Claims are rounded up to a multiple of 6,000 GiB at 12 MB/s for each TiB, of 1,800 GiB at 40. */
  public static persistent1Hdd({ perUnitStorageThroughput, driveCache = false }: LustreHddOptions): LustreDeployment {
    return new LustreDeployment('PERSISTENT_1', { storageType: 'HDD', perUnitStorageThroughput, driveCacheType: driveCache ? 'READ' : 'NONE' }, [
      throughputMistake('PERSISTENT_1 on HDD', perUnitStorageThroughput, [12, 40]),
    ]);
  }

  /**
   * Storage that is kept, on SSD, with the shortest delays. Not in every region. Claims are rounded up to 1,200 GiB or a multiple of 2,400 GiB, which is not
   * enough for `efaEnabled`.
   */
  public static persistent2(options: LustrePersistent2Options): LustreDeployment {
    const { perUnitStorageThroughput, automaticMetadata = false, metadataIops, efaEnabled } = options;
    const metadataConfigurationMode = metadataIops === undefined ? 'AUTOMATIC' : 'USER_PROVISIONED';
    const metadata = automaticMetadata || metadataIops !== undefined ? { metadataConfigurationMode, metadataIops } : {};
    return new LustreDeployment('PERSISTENT_2', { storageType: 'SSD', perUnitStorageThroughput, ...metadata, efaEnabled }, [
      throughputMistake('PERSISTENT_2', perUnitStorageThroughput, [125, 250, 500, 1000]),
      metadataIops === undefined || isUnresolved(metadataIops) || [1500, 3000, 6000].includes(metadataIops)
        || (metadataIops > 0 && metadataIops <= 192_000 && metadataIops % 12_000 === 0) ? undefined
        : `PERSISTENT_2 metadataIops ${metadataIops} is not among what FSx allows; give 1500, 3000, 6000 or a multiple of 12000 up to 192000`,
      automaticMetadata && metadataIops !== undefined
        ? `PERSISTENT_2 has both automaticMetadata and metadataIops ${metadataIops}; give one of the two` : undefined,
      efaEnabled === true && Object.keys(metadata).length === 0
        ? 'PERSISTENT_2 efaEnabled needs a metadata configuration; give automaticMetadata or metadataIops' : undefined,
    ], efaEnabled === true ? EFA_STEPS_GIB[perUnitStorageThroughput] : undefined);
  }

  /**
   * A deployment this library does not know, or values above the limits it knows, which are not checked.
   *
   * @param deploymentType As FSx calls it.
   * @param parameters The parameters `storageType`, `perUnitStorageThroughput`, `driveCacheType`, `metadataConfigurationMode`, `metadataIops` and
   * `efaEnabled` of the StorageClass; others are refused.
   */
  public static of(deploymentType: string, parameters: { [key: string]: string } = {}): LustreDeployment {
    return new LustreDeployment(deploymentType, parameters, [
      deploymentType.trim() === '' ? `the deployment type '${deploymentType}' is empty; name one, for example 'PERSISTENT_2'` : undefined,
      ...Object.keys(parameters).filter((key) => !DEPLOYMENT_PARAMETERS.includes(key))
        .map((key) => `'${key}' is no part of the deployment '${deploymentType}'; give one of ${DEPLOYMENT_PARAMETERS.join(', ')} there, and '${key}' elsewhere`),
    ]);
  }

  private constructor(
    /** As FSx calls it, for example `PERSISTENT_2`. */
    public readonly deploymentType: string,
    private readonly choices: Record<string, string | number | boolean | undefined>,
    private readonly mistakes: (string | undefined)[],
    /** Steps that FSx has and the driver does not round to. */
    private readonly stepGiB?: number,
  ) {}

  /** @internal */
  public _parameters(): Record<string, string> {
    return { deploymentType: this.deploymentType, ...textParameters(this.choices) };
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    return this.mistakes;
  }

  /**
   * What FSx has against the file system that the driver makes for a claim of this size.
   *
   * @internal
   */
  public _claimMistakes(sizeGiB: number): string[] {
    const capacityGiB = lustreCapacityGiB(sizeGiB, this._parameters());
    if (capacityGiB > MOST_GIB) return [`size ${sizeGiB} GiB is more than the driver can ask FSx for; claim less than ${MOST_GIB} GiB`];
    if (this.stepGiB === undefined || capacityGiB % this.stepGiB === 0) return [];
    return [`size ${sizeGiB} GiB makes a file system of ${capacityGiB} GiB, and FSx makes those with efaEnabled and this perUnitStorageThroughput in steps of `
      + `${this.stepGiB} GiB; claim ${Math.ceil(capacityGiB / this.stepGiB) * this.stepGiB} GiB`];
  }
}

const DEPLOYMENT_PARAMETERS = ['storageType', 'perUnitStorageThroughput', 'driveCacheType', 'metadataConfigurationMode', 'metadataIops', 'efaEnabled'];

function throughputMistake(deployment: string, value: number, allowed: number[]): string | undefined {
  if (isUnresolved(value) || allowed.includes(value)) return undefined;
  return `${deployment} perUnitStorageThroughput ${value} is not among what FSx allows; give ${allowed.slice(0, -1).join(', ')} or ${allowed[allowed.length - 1]}`;
}
