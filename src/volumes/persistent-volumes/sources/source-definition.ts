import { AccessMode } from '../../claims/access-mode';
import type { VolumeNodeAffinity } from '../volume-node-affinity';

const { READ_WRITE_ONCE, READ_ONLY_MANY, READ_WRITE_MANY, READ_WRITE_ONCE_POD } = AccessMode;

/** What a PersistentVolume has to know of its source. */
export interface SourceDefinition {
  /** What it is, for errors, as in `an EBS volume`. */
  readonly what: string;

  /** Its part of the specification of a PersistentVolume of this name. */
  readonly fields: (volumeName: string) => object;

  /** Where the storage can be used, if not everywhere. */
  readonly nodeAffinity?: VolumeNodeAffinity;

  /** Access modes of a directory. Nothing is checked where they are not known. */
  readonly filesystemModes?: AccessMode[];

  /** Access modes of a raw device; none at all where there is none. Nothing is checked where they are not known. */
  readonly blockModes?: AccessMode[];

  /** What a directory is formatted with, which goes with no raw device. */
  readonly fsType?: string;

  /** Driver that deletes the storage, or why nothing can. */
  readonly deletion: { readonly driver: string } | { readonly impossible: string };

  /** Kubernetes itself can empty it: NFS and hostPath only. */
  readonly isRecyclable?: boolean;

  /** Why a choice that opens access was made, for the PersistentVolume to carry. */
  readonly annotations?: Record<string, string>;

  /** The kubelet mounts it without options. */
  readonly takesNoMountOptions?: boolean;

  readonly mistakes: (string | undefined)[];
}

/**
 * Who may use what at the same time. `PersistentVolumeSource.csi` is not judged by it, for drivers that have learned more since.
 *
 * As of 2026-11, from the drivers' own tables of capabilities (EBS 1.64, EFS 3.4, FSx for Lustre 1.9, FSx for OpenZFS 1.2, Mountpoint for S3 2.7):
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/multi-attach.md
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/node-local-volumes.md
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/pkg/driver/node.go
 * @see https://github.com/kubernetes-sigs/aws-fsx-csi-driver/blob/master/pkg/driver/controller.go
 * @see https://github.com/kubernetes-sigs/aws-fsx-openzfs-csi-driver/blob/main/pkg/driver/controller.go
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/main/pkg/driver/node/node.go
 */
export const MODES = {
  ebs: { filesystemModes: [READ_WRITE_ONCE, READ_WRITE_ONCE_POD], blockModes: [READ_WRITE_ONCE, READ_WRITE_ONCE_POD, READ_WRITE_MANY] },
  sharedDirectory: { filesystemModes: [READ_WRITE_ONCE, READ_WRITE_MANY, READ_WRITE_ONCE_POD], blockModes: [] },
  s3: { filesystemModes: [READ_WRITE_MANY, READ_ONLY_MANY], blockModes: [] },
  googleDisk: { filesystemModes: [READ_WRITE_ONCE, READ_ONLY_MANY, READ_WRITE_ONCE_POD], blockModes: undefined },
  azureDisk: { filesystemModes: [READ_WRITE_ONCE, READ_WRITE_ONCE_POD], blockModes: undefined },
  azureShare: { filesystemModes: [READ_WRITE_ONCE, READ_ONLY_MANY, READ_WRITE_MANY, READ_WRITE_ONCE_POD], blockModes: [] },
  nfs: { filesystemModes: [READ_WRITE_ONCE, READ_ONLY_MANY, READ_WRITE_MANY], blockModes: [] },
  networkDisk: { filesystemModes: [READ_WRITE_ONCE, READ_ONLY_MANY], blockModes: [READ_WRITE_ONCE, READ_ONLY_MANY] },
  hostPath: { filesystemModes: [READ_WRITE_ONCE], blockModes: [] },
  local: { filesystemModes: [READ_WRITE_ONCE], blockModes: [READ_WRITE_ONCE] },
} satisfies Record<string, Pick<SourceDefinition, 'filesystemModes' | 'blockModes'>>;
