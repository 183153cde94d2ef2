import { type Parameter, parameter, type ParameterTable } from './parameters';

const OF_MANY_NODES = /\.(efs|fsxLustre|fsxOpenZfs|s3|nodeLocalEbs|azureFile|nfs|csi)\(/;

/** Sources that Kubernetes serves by itself, under names of their own. */
const WITHOUT_CSI = ['nfs', 'iscsi', 'fc', 'local', 'hostPath', 'gcePersistentDisk'];

/** A volume of one source, with an access mode that it has. */
function ofSource(code: string): string {
  return `new PersistentVolume(chart, 'Sample', {
    size: Size.gibibytes(1), accessModes: [AccessMode.READ_WRITE_${OF_MANY_NODES.test(code) ? 'MANY' : 'ONCE'}], source: ${code} });`;
}

const WITHOUT = "PersistentVolumeSource.csi({ driver: 'some.csi.driver', volumeHandle: 'some' })";

/** A table of one kind of source: where in the source each parameter is, its property, and what is said beside what has to be said. */
export function source(
  factory: string, type: string, required: string, rows: [at: string[], property: string, code?: string][], types: string[] = [],
): ParameterTable {
  const field = WITHOUT_CSI.includes(factory) ? factory : 'csi';
  const asCode = (code: string | undefined) => code === undefined ? 'required' : required === '' ? `{ ${code} }` : `{ ...required, ${code} }`;
  return {
    kind: 'PersistentVolume',
    below: ['spec'],
    app: (code) => `const required = { ${required} };\n${ofSource(code)}`,
    without: WITHOUT,
    types: [type, ...types],
    parameters: rows.map(([at, property, code]): Parameter => parameter(at[0] === 'nodeAffinity' ? at : [field, ...at],
      property.includes('.') ? property : `${type}.${property}`, `PersistentVolumeSource.${factory}(${asCode(code)})`)),
  };
}

const FILE_SYSTEM = "fileSystemId: 'fs-0123456789abcdef0'";
const DNS_NAME = "dnsName: 'fs-0123456789abcdef0.fsx.eu-west-1.amazonaws.com'";

/** What docs/volumes.md shows of all there is to make a PersistentVolume of. */
export const SOURCE_PARAMETERS: { [name: string]: ParameterTable } = {
  sources: {
    kind: 'PersistentVolume',
    below: ['spec'],
    app: ofSource,
    without: WITHOUT,
    types: ['PersistentVolumeSource'],
    parameters: [
      ...([
        ['ebs', "{ volumeId: 'vol-0123456789abcdef0', availabilityZone: 'eu-west-1a' }"],
        ['nodeLocalEbs', "{ device: '/dev/xvdbz' }"],
        ['efs', `{ ${FILE_SYSTEM} }`],
        ['fsxLustre', `{ ${FILE_SYSTEM}, ${DNS_NAME} }`],
        ['fsxOpenZfs', `{ ${FILE_SYSTEM}, ${DNS_NAME} }`],
        ['s3', "{ bucketName: 'films' }"],
        ['csi', "{ driver: 'csi.example.com', volumeHandle: 'films' }"],
        ['gceDisk', "{ project: 'cinema', diskName: 'films', zones: ['us-central1-c'] }"],
        ['azureDisk', "{ diskUri: '/subscriptions/0/resourceGroups/films/providers/Microsoft.Compute/disks/films' }"],
        ['azureFile', "{ resourceGroup: 'films', storageAccount: 'films', shareName: 'films' }"],
      ] as const).map(([name, args]) => parameter(['csi', 'driver'], `PersistentVolumeSource.${name}`, `PersistentVolumeSource.${name}(${args})`)),
      ...([
        ['nfs', "{ server: 'nfs.example.com', path: '/films' }"],
        ['iscsi', "{ targetPortal: '10.0.2.15', iqn: 'iqn.2001-04.com.example:films', lun: 0 }"],
        ['fc', "{ wwids: ['3600508b400105e210000900000490000'] }"],
        ['local', "{ path: '/mnt/disks/films', nodeAffinity: VolumeNodeAffinity.nodes('ip-10-0-2-5.ec2.internal') }"],
        ['hostPath', "'/var/films', HostPathType.DIRECTORY"],
        ['gcePersistentDisk', "{ pdName: 'films' }"],
      ] as const).map(([name, args]) => parameter(name, `PersistentVolumeSource.${name}`, `PersistentVolumeSource.${name}(${args})`)),
      parameter('flexVolume', 'PersistentVolumeSource.of', "PersistentVolumeSource.of('flexVolume', { driver: 'example.com/films' })"),
    ],
  },
};
