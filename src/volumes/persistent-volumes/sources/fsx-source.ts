import { driverFields } from './csi-source';
import { MODES, type SourceDefinition } from './source-definition';
import { isUnresolved } from '../../../private/cdk-tokens';

/**
 * An FSx for Lustre file system that exists already.
 *
 * @see https://github.com/kubernetes-sigs/aws-fsx-csi-driver/tree/master/examples/kubernetes/static_provisioning
 */
export interface FsxLustrePersistentVolumeSource {
  /**
   * Its id, as in `fs-0123456789abcdef0`.
   */
  readonly fileSystemId: string;

  /**
   * Its DNS name, as in `fs-0123456789abcdef0.fsx.eu-west-1.amazonaws.com`.
   */
  readonly dnsName: string;

  /**
   * Its mount name, which FSx makes up. File systems of deployment type SCRATCH_1 are called `fsx`.
   *
   * @default 'fsx'
   */
  readonly mountName?: string;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/**
 * An FSx for OpenZFS file system, or a volume of one, that exists already.
 *
 * @see https://github.com/kubernetes-sigs/aws-fsx-openzfs-csi-driver/tree/main/examples/kubernetes/static-provisioning
 */
export interface FsxOpenZfsPersistentVolumeSource {
  /**
   * DNS name of the file system, as in `fs-0123456789abcdef0.fsx.eu-west-1.amazonaws.com`.
   */
  readonly dnsName: string;

  /**
   * Id of the file system, as in `fs-0123456789abcdef0`, to mount it as a whole. Give this or `volumeId`.
   *
   * @default - a volume of it is mounted
   */
  readonly fileSystemId?: string;

  /**
   * Id of the volume, as in `fsvol-0123456789abcdef0`, to mount that one. Give this or `fileSystemId`.
   *
   * @default - the whole file system is mounted
   */
  readonly volumeId?: string;

  /**
   * Path of the volume, as in `fsx/vol1`. Required with `volumeId`, and refused without.
   *
   * @default - the root volume
   */
  readonly volumePath?: string;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

const LUSTRE = 'fsx.csi.aws.com';
const OPENZFS = 'fsx.openzfs.csi.aws.com';

export function fsxLustreSource({ fileSystemId, dnsName, mountName, readOnly }: FsxLustrePersistentVolumeSource): SourceDefinition {
  return {
    what: 'an FSx for Lustre file system',
    fields: () => driverFields(LUSTRE, fileSystemId, { readOnly, attributes: { dnsname: dnsName, mountname: mountName } }),
    deletion: { driver: LUSTRE },
    mistakes: [
      idMistake('fileSystemId', 'fs', fileSystemId),
      dnsNameMistake(dnsName),
      mountName === undefined || isUnresolved(mountName) || /^[A-Za-z0-9_-]{1,8}$/.test(mountName) ? undefined
        : `mountName '${mountName}' is not a mount name; give the file system's own, of at most 8 letters, digits, '-' and '_', or leave it out for 'fsx'`,
    ],
    ...MODES.sharedDirectory,
  };
}

export function fsxOpenZfsSource({ dnsName, fileSystemId, volumeId, volumePath, readOnly }: FsxOpenZfsPersistentVolumeSource): SourceDefinition {
  return {
    what: 'an FSx for OpenZFS volume',
    fields: () => driverFields(OPENZFS, volumeId ?? fileSystemId ?? '', {
      readOnly,
      attributes: { DNSName: dnsName, ResourceType: volumeId === undefined ? 'filesystem' : 'volume', VolumePath: volumePath },
    }),
    deletion: { driver: OPENZFS },
    mistakes: [
      dnsNameMistake(dnsName),
      (volumeId === undefined) === (fileSystemId === undefined)
        ? `${volumeId === undefined ? 'neither fileSystemId nor volumeId is' : 'fileSystemId and volumeId are both'} given; give fileSystemId for the whole file system or volumeId for one volume of it`
        : undefined,
      fileSystemId === undefined ? undefined : idMistake('fileSystemId', 'fs', fileSystemId),
      volumeId === undefined ? undefined : idMistake('volumeId', 'fsvol', volumeId),
      volumeId !== undefined && volumePath === undefined ? `volumePath is missing beside volumeId '${volumeId}'; give the path of the volume, as in 'fsx/vol1'` : undefined,
      volumeId === undefined && volumePath !== undefined ? `volumePath '${volumePath}' is given without volumeId, and the driver mounts a file system at its root only; give volumeId too` : undefined,
      volumePath === undefined || isUnresolved(volumePath) || /^[^/]+(\/[^/]+)*$/.test(volumePath) ? undefined
        : `volumePath '${volumePath}' is not the path of a volume; give one as in 'fsx/vol1'`,
    ],
    ...MODES.sharedDirectory,
  };
}

/** @see https://docs.aws.amazon.com/fsx/latest/APIReference/API_FileSystem.html */
function idMistake(property: string, prefix: string, id: string): string | undefined {
  if (isUnresolved(id) || new RegExp(`^${prefix}-[0-9a-f]{8,17}$`).test(id)) return undefined;
  return `${property} '${id}' is not an id; give one as in '${prefix}-0123456789abcdef0'`;
}

function dnsNameMistake(dnsName: string): string | undefined {
  if (isUnresolved(dnsName) || /^[A-Za-z0-9]([-A-Za-z0-9]*\.)+[A-Za-z0-9-]+$/.test(dnsName)) return undefined;
  return `dnsName '${dnsName}' is not a DNS name; give the file system's, as in 'fs-0123456789abcdef0.fsx.eu-west-1.amazonaws.com'`;
}
