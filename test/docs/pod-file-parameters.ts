import { inPod, type Parameter, parameter, type ParameterTable } from './parameters';

const VOLUME = ['spec', 'volumes', '0'];

/** A volume of the keys of one object, by the class that mounts it. */
function ofKeys(name: 'ConfigMapVolume' | 'SecretVolume', property: string, at: string, nameAt: string, key: string): ParameterTable {
  return {
    kind: 'Pod',
    below: VOLUME,
    app: (code) => `const ${property} = new ${name.replace('Volume', '')}(chart, 'Object', { ${property === 'secret' ? 'stringData' : 'data'}: { '${key}': '' } });
      ${inPod(`new ${name}(chart, 'Sample', { ...{ ${property} }, ${code} })`)}`,
    without: '',
    types: [`${name}Props`],
    parameters: [
      parameter('name', `${name}Props.name`, "name: 'settings'"),
      parameter([at, nameAt], `${name}Props.${property}`, `${property}: ${name.replace('Volume', '')}.from${name.replace('Volume', '')}Name(chart, 'Other', 'other')`),
      parameter([at, 'items', '0', 'path'], 'ProjectedKeysOptions.items', `items: { '${key}': 'app/${key}' }`),
      parameter([at, 'items', '0', 'mode'], 'ProjectedKeysOptions.modes', `items: { '${key}': '${key}' }, modes: { '${key}': 0o400 }`),
      parameter([at, 'optional'], 'ProjectedKeysOptions.optional', 'optional: true'),
      parameter([at, 'defaultMode'], `${name}Props.defaultMode`, 'defaultMode: 0o440'),
    ],
  };
}

const RESOURCE = "resources: [{ path: 'memory', containerName: 'main', resource: ResourceFieldPaths.MEMORY_LIMIT, unit: Size.mebibytes(1) }]";

/** What docs/volumes.md shows of configuration, secrets and facts about a Pod as files. */
export const POD_FILE_PARAMETERS: { [name: string]: ParameterTable } = {
  'ConfigMap in a Pod': ofKeys('ConfigMapVolume', 'configMap', 'configMap', 'name', 'app.ini'),
  'Secret in a Pod': ofKeys('SecretVolume', 'secret', 'secret', 'secretName', 'tls.key'),
  'downward API in a Pod': {
    kind: 'Pod',
    below: VOLUME,
    app: (code) => inPod(`new DownwardApiVolume(chart, 'Sample', { ...{ fields: { app: "metadata.labels['app']" } }, ${code} })`),
    without: '',
    types: ['DownwardApiVolumeProps'],
    parameters: [
      parameter('name', 'DownwardApiVolumeProps.name', "name: 'facts'"),
      parameter(['downwardAPI', 'items', '0', 'fieldRef', 'fieldPath'], 'DownwardApiVolumeProps.fields', "fields: { labels: 'metadata.labels' }"),
      ...([
        [['path'], 'ContainerResourceFile.path'],
        [['resourceFieldRef'], 'DownwardApiOptions.resources'],
        [['resourceFieldRef', 'containerName'], 'ContainerResourceFile.containerName'],
        [['resourceFieldRef', 'resource'], 'ContainerResourceFile.resource'],
        [['resourceFieldRef', 'divisor'], 'ContainerResourceFile.unit'],
      ] as const).map(([at, member]): Parameter => parameter(['downwardAPI', 'items', '0', ...at], member, `fields: {}, ${RESOURCE}`)),
      parameter(['downwardAPI', 'items', '0', 'mode'], 'DownwardApiOptions.modes', "fields: { labels: 'metadata.labels' }, modes: { labels: 0o440 }"),
      parameter(['downwardAPI', 'defaultMode'], 'DownwardApiVolumeProps.defaultMode', 'defaultMode: 0o440'),
    ],
  },
};
