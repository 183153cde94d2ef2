import type { NfsVolumeSource } from './nfs-volume';
import { absolutePathMistake } from '../private/paths';

export function nfsMistakes({ server, path }: NfsVolumeSource): (string | undefined)[] {
  return [
    server.trim() === '' ? `server '${server}' is empty; give the host name or IP address of the NFS server` : undefined,
    absolutePathMistake('path', path),
  ];
}
