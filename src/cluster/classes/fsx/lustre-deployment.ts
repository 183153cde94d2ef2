import { isUnresolved } from '../../../private/cdk-tokens';
import { textParameters } from '../class-parameters';

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
   * Operations on metadata per second: 1,500, 3,000, 6,000, or a multiple of 12,000 up to 192,000.
   *
   * @default - as `automaticMetadata` says
   */
  readonly metadataIops?: number;

  /**
   * Whether the Elastic Fabric Adapter is supported. Only with `automaticMetadata` or `metadataIops`.
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
  /** Temporary storage, not kept when a server fails. */
  public static scratch1(): LustreDeployment {
    return new LustreDeployment('SCRATCH_1', {}, []);
  }

  /** Temporary storage that is encrypted in transit and takes bursts, not kept when a server fails. */
  public static scratch2(): LustreDeployment {
    return new LustreDeployment('SCRATCH_2', {}, []);
  }

  /** Storage that is kept, on SSD. */
  public static persistent1Ssd({ perUnitStorageThroughput }: LustreSsdOptions): LustreDeployment {
    return new LustreDeployment('PERSISTENT_1', { storageType: 'SSD', perUnitStorageThroughput }, [
      throughputMistake('PERSISTENT_1 on SSD', perUnitStorageThroughput, [50, 100, 200]),
    ]);
  }

  /** Storage that is kept, on hard disks. */
  public static persistent1Hdd({ perUnitStorageThroughput, driveCache = false }: LustreHddOptions): LustreDeployment {
    return new LustreDeployment('PERSISTENT_1', { storageType: 'HDD', perUnitStorageThroughput, driveCacheType: driveCache ? 'READ' : 'NONE' }, [
      throughputMistake('PERSISTENT_1 on HDD', perUnitStorageThroughput, [12, 40]),
    ]);
  }

  /** Storage that is kept, on SSD, with the shortest delays. Not in every region. */
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
    ]);
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
  ) {}

  /** @internal */
  public _parameters(): Record<string, string> {
    return { deploymentType: this.deploymentType, ...textParameters(this.choices) };
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    return this.mistakes;
  }
}

const DEPLOYMENT_PARAMETERS = ['storageType', 'perUnitStorageThroughput', 'driveCacheType', 'metadataConfigurationMode', 'metadataIops', 'efaEnabled'];

function throughputMistake(deployment: string, value: number, allowed: number[]): string | undefined {
  if (isUnresolved(value) || allowed.includes(value)) return undefined;
  return `${deployment} perUnitStorageThroughput ${value} is not among what FSx allows; give ${allowed.slice(0, -1).join(', ')} or ${allowed[allowed.length - 1]}`;
}
