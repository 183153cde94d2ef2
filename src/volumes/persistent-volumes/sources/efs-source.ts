import { isIP } from 'node:net';
import { driverFields } from './csi-source';
import { MODES, type SourceDefinition } from './source-definition';
import { isUnresolved } from '../../../private/cdk-tokens';

/**
 * An EFS file system, or a part of it, that exists already.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/tree/master/examples/kubernetes/efs
 */
export interface EfsPersistentVolumeSource {
  /**
   * Its id, as in `fs-0123456789abcdef0`.
   */
  readonly fileSystemId: string;

  /**
   * Access point that the file system is mounted through, as in `fsap-0123456789abcdef0`: it settles the directory, the user and the group. Refused
   * together with `encryptInTransit: false`, which access points do not allow.
   *
   * @default - none
   */
  readonly accessPointId?: string;

  /**
   * Absolute path of the directory to mount; of the access point's directory, where there is an access point. It must exist.
   *
   * @default - the root directory
   */
  readonly path?: string;

  /**
   * Encrypt what goes over the network.
   *
   * @default true
   */
  readonly encryptInTransit?: boolean;

  /**
   * Why what goes over the network needs no encryption. Required with `encryptInTransit: false`; it lands in an annotation of the PersistentVolume.
   *
   * @default - encrypted
   */
  readonly unencryptedInTransitReason?: string;

  /**
   * The file system is another account's, and the nodes find its mount target by DNS. Refused together with `mountTargetIp`.
   *
   * @default false
   * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/tree/master/examples/kubernetes/efs/cross_account_mount
   */
  readonly crossAccount?: boolean;

  /**
   * IP address of the mount target to use, where DNS does not lead to one, as for the file system of another account.
   *
   * @default - found by DNS
   */
  readonly mountTargetIp?: string;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

const DRIVER = 'efs.csi.aws.com';

export function efsSource(volume: EfsPersistentVolumeSource): SourceDefinition {
  const { fileSystemId, accessPointId, path, encryptInTransit, crossAccount, mountTargetIp, readOnly, unencryptedInTransitReason: reason } = volume;
  // <file system>[:<path>[:<access point>]], see parseVolumeId in the driver's node.go.
  const handle = accessPointId !== undefined ? `${fileSystemId}:${path ?? ''}:${accessPointId}` : [fileSystemId, path].filter((part) => part !== undefined).join(':');
  return {
    what: 'an EFS file system',
    fields: () => driverFields(DRIVER, handle, {
      readOnly,
      attributes: {
        encryptInTransit: encryptInTransit?.toString(),
        crossaccount: crossAccount?.toString(),
        mounttargetip: mountTargetIp,
      },
    }),
    deletion: { driver: DRIVER },
    annotations: reason === undefined ? undefined : { 'cdk8s-eks-storage/unencrypted-in-transit-reason': reason },
    mistakes: efsMistakes(volume),
    ...MODES.sharedDirectory,
  };
}

function efsMistakes(volume: EfsPersistentVolumeSource): (string | undefined)[] {
  const { fileSystemId, accessPointId, path, encryptInTransit, unencryptedInTransitReason: reason, crossAccount, mountTargetIp } = volume;
  return [
    idMistake('fileSystemId', 'fs', fileSystemId),
    accessPointId === undefined ? undefined : idMistake('accessPointId', 'fsap', accessPointId),
    path === undefined || isUnresolved(path) || (path.startsWith('/') && !path.includes(':') && !path.split('/').includes('..')) ? undefined
      : `path '${path}' is not a directory of the file system; give an absolute path without ':' and '..', for example '/projects'`,
    encryptInTransit === false && reason === undefined
      ? 'encryptInTransit false sends the files over the network as they are; write why that is safe in unencryptedInTransitReason, or leave encryptInTransit out' : undefined,
    encryptInTransit === false && accessPointId !== undefined
      ? `encryptInTransit false does not go with accessPointId '${accessPointId}', which is mounted over TLS only; leave one of them out` : undefined,
    reason?.trim() === '' ? "unencryptedInTransitReason '' says nothing; write why the network needs no encryption" : undefined,
    reason !== undefined && encryptInTransit !== false ? 'unencryptedInTransitReason is given, but the network is encrypted; give encryptInTransit false, or leave the reason out' : undefined,
    mountTargetIp === undefined || isUnresolved(mountTargetIp) || isIP(mountTargetIp) !== 0 ? undefined
      : `mountTargetIp '${mountTargetIp}' is not an IP address; give that of a mount target, as in '10.0.2.5'`,
    crossAccount === true && mountTargetIp !== undefined
      ? `mountTargetIp '${mountTargetIp}' is given together with crossAccount, which finds the mount target by DNS; leave one of them out` : undefined,
  ];
}

function idMistake(property: string, prefix: string, id: string): string | undefined {
  if (isUnresolved(id) || new RegExp(`^${prefix}-[0-9a-f]{8,40}$`).test(id)) return undefined;
  return `${property} '${id}' is not an id; give one as in '${prefix}-0123456789abcdef0'`;
}
