import { CLASS_PARAMETERS } from './class-parameters';
import { EBS_CLASS_PARAMETERS } from './ebs-class-parameters';
import { FILE_CLASS_PARAMETERS } from './file-class-parameters';
import { type ParameterTable, parameterTable } from './parameters';
import { permissionsSections } from './permissions';
import { PERSISTENT_VOLUME_PARAMETERS } from './persistent-volume-parameters';
import { POD_VOLUME_PARAMETERS } from './pod-volume-parameters';
import { QUOTA_PARAMETERS } from './quota-parameters';
import { STATEFUL_VOLUME_SET_PARAMETERS } from './stateful-volume-set-parameters';
import { VOLUME_PARAMETERS } from './volume-parameters';

/** The guides with tables of parameters, and these tables by their names. */
export const PARAMETER_GUIDES: { [guide: string]: { [name: string]: ParameterTable } } = {
  'storage-classes.md': { ...CLASS_PARAMETERS, ...EBS_CLASS_PARAMETERS, ...FILE_CLASS_PARAMETERS },
  'volumes.md': { ...VOLUME_PARAMETERS, ...STATEFUL_VOLUME_SET_PARAMETERS, ...QUOTA_PARAMETERS, ...PERSISTENT_VOLUME_PARAMETERS, ...POD_VOLUME_PARAMETERS },
};

/** The parts of each guide that are made. */
export async function guideSections(): Promise<{ [guide: string]: { [name: string]: string } }> {
  return {
    'permissions.md': await permissionsSections(),
    ...Object.fromEntries(Object.entries(PARAMETER_GUIDES).map(([guide, tables]) =>
      [guide, Object.fromEntries(Object.entries(tables).map(([name, parameters]) => [name, parameterTable(parameters)]))])),
  };
}
