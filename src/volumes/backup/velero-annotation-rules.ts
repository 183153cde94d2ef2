import type { Duration } from 'cdk8s';
import type { VeleroAnnotationsOptions } from './velero-annotations';
import { isUnresolved } from '../../private/cdk-tokens';
import { dnsLabelMistake } from '../../private/names';
import { repetitionsIn } from '../../private/repetitions';

export function veleroAnnotationsMistakes(options: VeleroAnnotationsOptions): string[] {
  const { preBackup, postBackup, postRestore, restoreInitContainer, fileSystemBackupVolumes = [], fileSystemBackupExcludes = [] } = options;
  const both = fileSystemBackupVolumes.filter((name) => fileSystemBackupExcludes.includes(name));
  const mistakes = [
    ...hookMistakes('preBackup', preBackup, preBackup?.timeout && { timeout: preBackup.timeout }),
    ...hookMistakes('postBackup', postBackup, postBackup?.timeout && { timeout: postBackup.timeout }),
    ...hookMistakes('postRestore', postRestore, { execTimeout: postRestore?.execTimeout, waitTimeout: postRestore?.waitTimeout }),
    ...hookMistakes('restoreInitContainer', restoreInitContainer),
    dnsLabelMistake('restoreInitContainer.name', restoreInitContainer?.name),
    restoreInitContainer?.image.trim() === '' ? `restoreInitContainer.image '${restoreInitContainer.image}' is empty, and Velero would leave the container out; name an image` : undefined,
    ...volumeMistakes('fileSystemBackupVolumes', options.fileSystemBackupVolumes),
    ...volumeMistakes('fileSystemBackupExcludes', options.fileSystemBackupExcludes),
    ...new Set(both.map((name) => `fileSystemBackupVolumes and fileSystemBackupExcludes both have '${name}'; leave it out of one`)),
  ];
  return mistakes.filter((mistake) => mistake !== undefined);
}

interface Hook {
  readonly command: string[];
  readonly container?: string;
}

/**
 * Of what is empty or zero Velero says nothing: it leaves the hook out, or takes its default. Of an init container without a command it breaks: parseStringToCommand.
 *
 * @see https://github.com/vmware-tanzu/velero/blob/main/internal/hook/item_hook_handler.go
 */
function hookMistakes(property: string, hook: Hook | undefined, times: { [name: string]: Duration | undefined } = {}): (string | undefined)[] {
  if (hook === undefined) return [];
  const { command, container } = hook;
  return [
    !Array.isArray(command) || command.length === 0 || command[0].trim() === ''
      ? `${property}.command ${JSON.stringify(command)} has no program; give the program and its arguments, as in ['/bin/sh', '-c', 'sync']` : undefined,
    dnsLabelMistake(`${property}.container`, container),
    ...Object.entries(times).map(([name, time]) => time === undefined || time.toSeconds({ integral: false }) >= 1 ? undefined
      : `${property}.${name} is ${time.toHumanString()}, which Velero would not wait for; give at least Duration.seconds(1)`),
  ];
}

function volumeMistakes(property: string, names: string[] | undefined): (string | undefined)[] {
  if (names === undefined) return [];
  return [
    names.length === 0 ? `${property} [] is empty, and would change nothing; name at least one volume, or leave it out` : undefined,
    ...names.map((name) => dnsLabelMistake(property, name)),
    ...repetitionsIn(names.filter((name) => !isUnresolved(name))).map((name) => `${property} has '${name}' more than once; leave one out`),
  ];
}
