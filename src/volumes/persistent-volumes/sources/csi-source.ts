import type { SourceDefinition } from './source-definition';
import { isUnresolved } from '../../../private/cdk-tokens';
import { dnsLabelMistake, dnsSubdomainMistake } from '../../../private/names';

/** A Secret that a driver is given, in whatever namespace it is. */
export interface VolumeSecretReference {
  /**
   * Its name.
   */
  readonly name: string;

  /**
   * Its namespace.
   */
  readonly namespace: string;
}

/**
 * A volume of any CSI driver that exists already.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#csi
 */
export interface CsiPersistentVolumeSource {
  /**
   * Name under which the driver registers, for example `efs.csi.aws.com`: at most 63 letters, digits, `-` and `.`.
   */
  readonly driver: string;

  /**
   * What the driver calls the volume, for example `fs-0123456789abcdef0`.
   */
  readonly volumeHandle: string;

  /**
   * File system, for drivers that have a choice.
   *
   * @default - the driver's default
   */
  readonly fsType?: string;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * What the driver is told.
   *
   * @default - nothing
   */
  readonly volumeAttributes?: { [key: string]: string };

  /**
   * Secret that the driver's controller attaches the volume with.
   *
   * @default - none
   */
  readonly controllerPublishSecret?: VolumeSecretReference;

  /**
   * Secret that the driver's controller expands the volume with.
   *
   * @default - none
   */
  readonly controllerExpandSecret?: VolumeSecretReference;

  /**
   * Secret that the node makes the volume ready with.
   *
   * @default - none
   */
  readonly nodeStageSecret?: VolumeSecretReference;

  /**
   * Secret that the node mounts the volume with.
   *
   * @default - none
   */
  readonly nodePublishSecret?: VolumeSecretReference;

  /**
   * Secret that the node expands the volume with.
   *
   * @default - none
   */
  readonly nodeExpandSecret?: VolumeSecretReference;
}

const SECRETS = ['controllerPublishSecret', 'controllerExpandSecret', 'nodeStageSecret', 'nodePublishSecret', 'nodeExpandSecret'] as const;

export function csiSource(volume: CsiPersistentVolumeSource): SourceDefinition {
  const { driver, volumeHandle, fsType, readOnly, volumeAttributes } = volume;
  const secrets = Object.fromEntries(SECRETS.map((secret) => [`${secret}Ref`, volume[secret] && { ...volume[secret] }]));
  return {
    what: `a volume of driver '${driver}'`,
    fields: () => ({ csi: { driver, volumeHandle, fsType, readOnly, volumeAttributes, ...secrets } }),
    fsType,
    deletion: { driver },
    mistakes: [
      csiDriverMistake(driver),
      volumeHandle === '' ? "volumeHandle '' is empty; give what the driver calls the volume" : undefined,
      ...attributeMistakes(volumeAttributes),
      ...SECRETS.flatMap((secret) => volume[secret] === undefined ? [] : secretMistakes(secret, volume[secret])),
    ],
  };
}

/** The volume of one driver, with what is the same for all of them left to the caller. */
export function driverFields(driver: string, volumeHandle: string, { fsType, readOnly, attributes }: {
  fsType?: string; readOnly?: boolean; attributes?: Record<string, string | undefined>;
} = {}): object {
  const given = attributes && Object.keys(attributes).some((key) => attributes[key] !== undefined);
  return { csi: { driver, volumeHandle, fsType, readOnly, volumeAttributes: given ? { ...attributes } : undefined } };
}

/** @see https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-driver-v1/ */
export function csiDriverMistake(driver: string): string | undefined {
  if (driver === '') return "driver '' is empty; name the CSI driver, for example 'efs.csi.aws.com'";
  if (isUnresolved(driver) || (driver.length <= 63 && /^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?$/.test(driver))) return undefined;
  return `driver '${driver}' is not the name of a CSI driver; use at most 63 letters, digits, '-' and '.', with a letter or digit at both ends, for example 'efs.csi.aws.com'`;
}

/** Kubernetes takes text only. */
export function attributeMistakes(attributes: Record<string, string> = {}): (string | undefined)[] {
  return Object.entries(attributes).map(([key, value]) => typeof value === 'string' ? undefined
    : `volumeAttributes gives '${key}' the ${typeof value} ${value}, but Kubernetes takes text only; write '${value}'`);
}

export function secretMistakes(property: string, { name, namespace }: VolumeSecretReference): (string | undefined)[] {
  return [dnsSubdomainMistake(`${property}.name`, name), dnsLabelMistake(`${property}.namespace`, namespace)];
}
