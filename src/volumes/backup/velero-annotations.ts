import { veleroAnnotationsMistakes } from './velero-annotation-rules';
import { inSeconds, type VeleroBackupHook, VeleroHookError, type VeleroRestoreHook, type VeleroRestoreInitContainer } from './velero-hooks';

/** What Velero is told about a Pod. */
export interface VeleroAnnotationsOptions {
  /**
   * Run in a container before its Pod and the Pod's volumes are backed up, for example to write everything to disk and hold it there.
   *
   * @default - nothing is run
   */
  readonly preBackup?: VeleroBackupHook;

  /**
   * Run in a container once snapshots of the Pod's volumes are made and files copied, for example to let it go on. Not run if `preBackup` has failed.
   *
   * @default - nothing is run
   */
  readonly postBackup?: VeleroBackupHook;

  /**
   * Run in a container of the restored Pod once it has started.
   *
   * @default - nothing is run
   */
  readonly postRestore?: VeleroRestoreHook;

  /**
   * A container that the restored Pod starts with, before all others, when its volumes are there.
   *
   * @default - none
   */
  readonly restoreInitContainer?: VeleroRestoreInitContainer;

  /**
   * Volumes of the Pod whose files are copied one by one (File System Backup) instead of by a snapshot, by their names in the Pod: for EFS, `emptyDir` and
   * what else has no snapshots. Not read where Velero is told to do so for all volumes (`defaultVolumesToFsBackup`).
   *
   * @default - none
   * @see https://velero.io/docs/main/file-system-backup/
   */
  readonly fileSystemBackupVolumes?: string[];

  /**
   * Volumes of the Pod whose files are not copied where Velero is told to do so for all volumes. A snapshot is still made of them, if their driver can, unless
   * their claim has `VeleroLabels.excludedFromBackup()`.
   *
   * @default - none
   * @see https://velero.io/docs/main/file-system-backup/
   */
  readonly fileSystemBackupExcludes?: string[];
}

/** The annotations by which a Pod tells Velero how it is backed up and restored. */
export class VeleroAnnotations {
  /**
   * Annotations for `podMetadata`, or for the `metadata` of a Pod.
   *
   * Refuses commands and names that are empty, names of containers and volumes Kubernetes refuses, times below a second, which Velero takes for its default,
   * and volumes that are both to be copied and not.
   *
   * @see https://velero.io/docs/main/backup-hooks/
   * @see https://velero.io/docs/main/restore-hooks/
   */
  public static of(options: VeleroAnnotationsOptions): { [key: string]: string } {
    const mistakes = veleroAnnotationsMistakes(options);
    if (mistakes.length === 1) throw new Error(`VeleroAnnotations.of: ${mistakes[0]}`);
    if (mistakes.length > 1) throw new Error([`VeleroAnnotations.of: ${mistakes.length} mistakes`, ...mistakes].join('\n  - '));

    const { preBackup, postBackup, postRestore, restoreInitContainer, fileSystemBackupVolumes, fileSystemBackupExcludes } = options;
    return given({
      ...backupHook('pre', preBackup),
      ...backupHook('post', postBackup),
      ...postRestore && {
        'post.hook.restore.velero.io/container': postRestore.container,
        'post.hook.restore.velero.io/command': JSON.stringify(postRestore.command),
        'post.hook.restore.velero.io/on-error': postRestore.onError,
        'post.hook.restore.velero.io/exec-timeout': inSeconds(postRestore.execTimeout),
        'post.hook.restore.velero.io/wait-timeout': inSeconds(postRestore.waitTimeout),
        'post.hook.restore.velero.io/wait-for-ready': postRestore.waitForReady === undefined ? undefined : String(postRestore.waitForReady),
      },
      ...restoreInitContainer && {
        'init.hook.restore.velero.io/container-name': restoreInitContainer.name,
        'init.hook.restore.velero.io/container-image': restoreInitContainer.image,
        'init.hook.restore.velero.io/command': JSON.stringify(restoreInitContainer.command),
      },
      'backup.velero.io/backup-volumes': fileSystemBackupVolumes?.join(','),
      'backup.velero.io/backup-volumes-excludes': fileSystemBackupExcludes?.join(','),
    });
  }

  private constructor() {}
}

function backupHook(phase: string, hook: VeleroBackupHook | undefined): { [key: string]: string | undefined } {
  return hook === undefined ? {} : {
    [`${phase}.hook.backup.velero.io/container`]: hook.container,
    [`${phase}.hook.backup.velero.io/command`]: JSON.stringify(hook.command),
    [`${phase}.hook.backup.velero.io/on-error`]: hook.onError ?? VeleroHookError.FAIL,
    [`${phase}.hook.backup.velero.io/timeout`]: inSeconds(hook.timeout),
  };
}

function given(annotations: { [key: string]: string | undefined }): { [key: string]: string } {
  return Object.fromEntries(Object.entries(annotations).flatMap(([key, value]) => value === undefined ? [] : [[key, value]]));
}
