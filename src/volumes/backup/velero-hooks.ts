import type { Duration } from 'cdk8s';

/**
 * What becomes of a backup or restore when a hook fails or takes too long.
 *
 * @see https://velero.io/docs/main/backup-hooks/
 */
export enum VeleroHookError {
  /**
   * Before a backup, the Pod is not backed up, and its hook after the backup is not run. After a restore, no further hook is run in any Pod. Either ends as
   * `PartiallyFailed`.
   */
  FAIL = 'Fail',

  /** The rest goes on; a backup that fails to hold still is one as after a power failure. */
  CONTINUE = 'Continue',
}

/** A command in a container, before or after the backup of its Pod. */
export interface VeleroBackupHook {
  /**
   * The program and its arguments, one by one. No shell reads them, unless it is the program: `['/bin/sh', '-c', 'sync && fsfreeze -f /data']`. It has to be
   * in the container's image.
   */
  readonly command: string[];

  /**
   * Container of the Pod that the command is run in.
   *
   * @default - the first one
   */
  readonly container?: string;

  /**
   * What becomes of the backup when it fails. Always written out: of an annotation that is missing, Velero's guide says `Fail`, and Velero 1.18 goes on.
   *
   * @default VeleroHookError.FAIL
   * @see https://github.com/vmware-tanzu/velero/blob/v1.18.1/internal/hook/item_hook_handler.go
   */
  readonly onError?: VeleroHookError;

  /**
   * After what time it has failed, at least a second. The command itself is not stopped by that.
   *
   * @default Duration.seconds(30)
   */
  readonly timeout?: Duration;
}

/** A command in a container of a restored Pod. */
export interface VeleroRestoreHook {
  /**
   * The program and its arguments, one by one. No shell reads them, unless it is the program. It has to be in the container's image.
   */
  readonly command: string[];

  /**
   * Container of the Pod that the command is run in.
   *
   * @default - the first one
   */
  readonly container?: string;

  /**
   * What becomes of the restore when it fails.
   *
   * @default VeleroHookError.CONTINUE
   */
  readonly onError?: VeleroHookError;

  /**
   * After what time it has failed, at least a second.
   *
   * @default Duration.seconds(30)
   */
  readonly execTimeout?: Duration;

  /**
   * How long the container may take to start, with the pull of its image, at least a second.
   *
   * @default - without end
   */
  readonly waitTimeout?: Duration;

  /**
   * Whether the container has to be ready as well. This then holds for all hooks of the Pod.
   *
   * @default false
   */
  readonly waitForReady?: boolean;
}

/** A container that a restored Pod starts with. */
export interface VeleroRestoreInitContainer {
  /**
   * Image of the container.
   */
  readonly image: string;

  /**
   * The program and its arguments, one by one. Velero needs it, also where the image has an entrypoint.
   */
  readonly command: string[];

  /**
   * Name of the container.
   *
   * @default - `velero-restore-init-` and something random
   */
  readonly name?: string;
}

/** As Go reads it. */
export function inSeconds(duration: Duration | undefined): string | undefined {
  return duration && `${duration.toSeconds({ integral: false })}s`;
}
