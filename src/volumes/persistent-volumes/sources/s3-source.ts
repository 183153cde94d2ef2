import { attributeMistakes, driverFields } from './csi-source';
import type { S3Cache } from './s3-cache';
import { MODES, type SourceDefinition } from './source-definition';
import { isUnresolved } from '../../../private/cdk-tokens';

/**
 * Whose rights the files of a bucket are read and written with.
 *
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/main/docs/CONFIGURATION.md#aws-credentials
 */
export enum S3AuthenticationSource {
  /** Those of the driver, the same for every Pod. */
  DRIVER = 'driver',

  /** Those of the Pod's own service account. */
  POD = 'pod',
}

/**
 * An S3 bucket, mounted by Mountpoint for Amazon S3.
 *
 * Mount options say what else Mountpoint should do, without the dashes: `allow-delete`, `region eu-west-1`, `prefix some/prefix/`.
 *
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/main/docs/CONFIGURATION.md
 */
export interface S3PersistentVolumeSource {
  /**
   * Full name of the bucket; for a bucket on Outposts, ARN or alias of an access point.
   */
  readonly bucketName: string;

  /**
   * What the volume is called, different for every PersistentVolume of the cluster, also where two have the same bucket.
   *
   * @default - the name of the PersistentVolume
   */
  readonly volumeHandle?: string;

  /**
   * Whose rights are used.
   *
   * @default S3AuthenticationSource.DRIVER
   */
  readonly authenticationSource?: S3AuthenticationSource;

  /**
   * Region of the STS endpoint that Pods get their credentials from. Refused unless the Pod's rights are used.
   *
   * @default - the driver finds out
   */
  readonly stsRegion?: string;

  /**
   * Where what has been read is kept.
   *
   * @default - nowhere: everything is read again
   */
  readonly cache?: S3Cache;

  /**
   * Further `volumeAttributes`, for example `mountpointContainerResourcesLimitsMemory` or `mountpointEnv.HTTPS_PROXY`. Refused for what has a property of
   * its own.
   *
   * @default - none
   */
  readonly extraAttributes?: { [key: string]: string };
}

const DRIVER = 's3.csi.aws.com';
const OWN_PROPERTIES = ['bucketName', 'authenticationSource', 'stsRegion'];

export function s3Source(volume: S3PersistentVolumeSource): SourceDefinition {
  const { bucketName, volumeHandle, authenticationSource, stsRegion, cache, extraAttributes } = volume;
  return {
    what: 'an S3 bucket',
    fields: (volumeName) => driverFields(DRIVER, volumeHandle ?? volumeName, {
      attributes: { bucketName, authenticationSource, stsRegion, ...cache?._toAttributes(), ...extraAttributes },
    }),
    deletion: { impossible: 'the driver deletes no buckets' },
    mistakes: [
      bucketMistake(bucketName),
      volumeHandle === '' ? "volumeHandle '' is empty; give each volume its own, or leave it out for the name of the PersistentVolume" : undefined,
      stsRegion !== undefined && authenticationSource !== S3AuthenticationSource.POD
        ? `stsRegion '${stsRegion}' is given, but the driver's rights are used; give authenticationSource S3AuthenticationSource.POD, or leave stsRegion out` : undefined,
      ...cache?._mistakes() ?? [],
      ...attributeMistakes(extraAttributes),
      ...Object.keys(extraAttributes ?? {}).map((key) => {
        const property = OWN_PROPERTIES.includes(key) ? key : key.match(/^cache/)?.[0];
        return property && `extraAttributes contains '${key}', which has a property of its own; use ${property}`;
      }),
    ],
    ...MODES.s3,
  };
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function bucketMistake(bucketName: string): string | undefined {
  if (isUnresolved(bucketName) || bucketName.startsWith('arn:') || /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucketName)) return undefined;
  return `bucketName '${bucketName}' is not the name of a bucket; give 3 to 63 lower case letters, digits, '.' and '-', without 's3://' and path (a prefix is a mount option)`;
}
