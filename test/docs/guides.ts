import { AUTO_MODE_CLASS_PARAMETERS } from './auto-mode-class-parameters';
import { CLASS_PARAMETERS } from './class-parameters';
import { EBS_CLASS_PARAMETERS } from './ebs-class-parameters';
import { EBS_LIMIT_PARAMETERS } from './ebs-limit-parameters';
import { FILE_CLASS_PARAMETERS } from './file-class-parameters';
import { FOREIGN_SOURCE_PARAMETERS } from './foreign-source-parameters';
import { type ParameterTable, parameterTable } from './parameters';
import { permissionsSections } from './permissions';
import { PERSISTENT_VOLUME_PARAMETERS } from './persistent-volume-parameters';
import { POD_FILE_PARAMETERS } from './pod-file-parameters';
import { POD_VOLUME_PARAMETERS } from './pod-volume-parameters';
import { QUOTA_PARAMETERS } from './quota-parameters';
import { SNAPSHOT_CLASS_PARAMETERS } from './snapshot-parameters';
import { SNAPSHOT_SCHEDULE_PARAMETERS } from './snapshot-schedule-parameters';
import { STATEFUL_VOLUME_SET_PARAMETERS } from './stateful-volume-set-parameters';
import { VOLUME_PARAMETERS } from './volume-parameters';
import { SOURCE_PARAMETERS } from './volume-sources';

/** The guides with tables of parameters, and these tables by their names. */
export const PARAMETER_GUIDES: { [guide: string]: { [name: string]: ParameterTable } } = {
  'storage-classes.md': {
    ...CLASS_PARAMETERS,
    ...EBS_CLASS_PARAMETERS,
    ...EBS_LIMIT_PARAMETERS,
    ...AUTO_MODE_CLASS_PARAMETERS,
    ...FILE_CLASS_PARAMETERS,
    ...SNAPSHOT_CLASS_PARAMETERS,
  },
  'snapshots.md': SNAPSHOT_SCHEDULE_PARAMETERS,
  'volumes.md': {
    ...VOLUME_PARAMETERS,
    ...STATEFUL_VOLUME_SET_PARAMETERS,
    ...QUOTA_PARAMETERS,
    ...PERSISTENT_VOLUME_PARAMETERS,
    ...FOREIGN_SOURCE_PARAMETERS,
    ...SOURCE_PARAMETERS,
    ...POD_FILE_PARAMETERS,
    ...POD_VOLUME_PARAMETERS,
  },
};

/** Types that a table of their own shows member by member. */
export const SHOWN_TYPES: ReadonlySet<string> = new Set(
  Object.values(PARAMETER_GUIDES).flatMap((tables) => Object.values(tables).flatMap(({ types }) => types)),
);

/** The tables of a guide as they are written, by their names. */
export function parameterSections(tables: { [name: string]: ParameterTable }): { [name: string]: string } {
  return Object.fromEntries(Object.entries(tables).map(([name, parameters]) => [name, parameterTable(parameters, SHOWN_TYPES)]));
}

/** The parts of each guide that are made. */
export async function guideSections(): Promise<{ [guide: string]: { [name: string]: string } }> {
  return {
    'permissions.md': await permissionsSections(),
    ...Object.fromEntries(Object.entries(PARAMETER_GUIDES).map(([guide, tables]) => [guide, parameterSections(tables)])),
  };
}
