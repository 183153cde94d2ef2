import { Size } from 'cdk8s';
import { type ClusterStorageOptions, EbsVolumeType } from 'cdk8s-eks-storage';

/** Name of the stack, and id of the EksStorage in it, by which its outputs are found. */
export const STACK = 'prod-storage';
export const STORAGE = 'Storage';

/** What both halves have to agree on. */
export const OPTIONS: ClusterStorageOptions = {
  storageClasses: { fast: { volumeType: EbsVolumeType.gp3({ iops: 6000, throughput: 500 }) } },
  quotas: { default: { claims: 20, total: Size.gibibytes(500) } },
};
