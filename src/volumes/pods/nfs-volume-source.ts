import { absolutePathMistake } from '../../private/paths';

/** Where an NFS export is. */
export interface NfsVolumeSource {
  /**
   * Host name or IP address of the server, as the nodes reach it.
   */
  readonly server: string;

  /**
   * Absolute path that the server exports.
   */
  readonly path: string;

  /**
   * Mount it for reading only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

export function nfsMistakes({ server, path }: NfsVolumeSource): (string | undefined)[] {
  return [
    server.trim() === '' ? `server '${server}' is empty; give the host name or IP address of the NFS server` : undefined,
    absolutePathMistake('path', path),
  ];
}
