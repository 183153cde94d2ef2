import type { SourceDefinition } from './source-definition';

const CSI = 'PersistentVolumeSource.csi';

/** Sources that a PersistentVolume may have, by the name of their field. */
const LIVING = ['csi', 'fc', 'flexVolume', 'hostPath', 'iscsi', 'local', 'nfs'];

/**
 * Sources whose code is no longer in Kubernetes, and what serves the storage today.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes
 * @see https://github.com/kubernetes/api/blob/master/core/v1/types.go
 */
const REMOVED: Record<string, string> = {
  cephfs: `was removed in Kubernetes 1.31; use ${CSI} with driver 'cephfs.csi.ceph.com'`,
  flocker: 'was removed in Kubernetes 1.25 and has no successor; move the data to a volume of a CSI driver',
  gitRepo: 'is no source of a PersistentVolume; clone the repository in an init container, into an EmptyDirVolume',
  glusterfs: 'was removed in Kubernetes 1.26 and has no maintained driver; export the directory by NFS and use PersistentVolumeSource.nfs',
  photonPersistentDisk: 'was removed in Kubernetes 1.15 and has no successor; move the data to a volume of a CSI driver',
  quobyte: `was removed in Kubernetes 1.25; use ${CSI} with driver 'csi.quobyte.com'`,
  rbd: `was removed in Kubernetes 1.31; use ${CSI} with driver 'rbd.csi.ceph.com'`,
  scaleIO: `was removed in Kubernetes 1.21; use ${CSI} with driver 'csi-vxflexos.dellemc.com'`,
  storageos: `was removed in Kubernetes 1.25; use ${CSI} with the driver of its vendor`,

  awsElasticBlockStore: 'only leads to driver ebs.csi.aws.com any more; use PersistentVolumeSource.ebs',
  azureDisk: 'only leads to driver disk.csi.azure.com any more; use PersistentVolumeSource.azureDisk',
  azureFile: 'only leads to driver file.csi.azure.com any more; use PersistentVolumeSource.azureFile',
  cinder: `only leads to driver cinder.csi.openstack.org any more; use ${CSI} with that driver`,
  gcePersistentDisk: 'only leads to driver pd.csi.storage.gke.io any more; use PersistentVolumeSource.gceDisk, or gcePersistentDisk for the form of old',
  portworxVolume: `only leads to driver pxd.portworx.com any more; use ${CSI} with that driver`,
  vsphereVolume: `only leads to driver csi.vsphere.vmware.com any more; use ${CSI} with that driver`,
};

export function sourceOfField(field: string, value: any): SourceDefinition {
  return {
    what: `a volume of source '${field}'`,
    fields: () => ({ [field]: value }),
    deletion: field === 'csi' ? { driver: value?.driver } : { impossible: `Kubernetes deletes nothing behind '${field}'` },
    isRecyclable: field === 'nfs' || (field === 'hostPath' && value?.path !== '/'),
    takesNoMountOptions: field === 'hostPath',
    mistakes: [fieldMistake(field), valueMistake(field, value)],
  };
}

function fieldMistake(field: string): string | undefined {
  if (LIVING.includes(field)) return undefined;
  if (Object.hasOwn(REMOVED, field)) return `source '${field}' ${REMOVED[field]}`;
  const meant = [...LIVING, ...Object.keys(REMOVED)].find((known) => known.toLowerCase() === field.toLowerCase());
  return `source '${field}' is unknown to Kubernetes; ${meant === undefined ? `give one of '${LIVING.join("', '")}'` : `write '${meant}'`}`;
}

function valueMistake(field: string, value: unknown): string | undefined {
  if (!LIVING.includes(field)) return undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0 ? undefined
    : `source '${field}' has no fields; give them as Kubernetes names them`;
}
