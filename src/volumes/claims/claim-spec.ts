import type { Size } from 'cdk8s';
import { k8s, type LabelSelector } from 'cdk8s-plus-27';
import { AccessMode } from './access-mode';
import type { IVolumeDataSource } from './volume-data-source';
import { VolumeMode } from './volume-mode';
import type { IStorageClass } from '../../cluster/classes/storage-class-props';
import type { IVolumeAttributesClass } from '../../cluster/classes/volume-attributes-class';

/** What a claim asks for, whoever makes it. */
export interface ClaimOptions {
  /**
   * How much storage, at least: more than zero and whole bytes. Rendered in the unit it is given in. A class of EBS volumes refuses sizes that EBS does not
   * make of its type, or that are too small for its performance, and a class of FSx those that FSx does not make and its driver does not round. EFS and S3
   * have no sizes.
   */
  readonly size: Size;

  /**
   * Class that the volume is created by.
   *
   * @default - the cluster's default class; EKS clusters have none of their own from 1.30 on, so that such a claim stays Pending
   */
  readonly storageClass?: IStorageClass;

  /**
   * Who may mount the volume at the same time. Refused are `READ_WRITE_ONCE_POD` beside another mode, and modes that the driver of the class does not have:
   * EBS and FSx have no `READ_ONLY_MANY`, and EBS has `READ_WRITE_MANY` only for raw devices of io2. Drivers this library does not know are not judged.
   *
   * @default [AccessMode.READ_WRITE_ONCE]
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/multi-attach.md
   */
  readonly accessModes?: AccessMode[];

  /**
   * Whether the volume is mounted as a directory or handed over as a raw device. EFS and FSx have directories only.
   *
   * @default VolumeMode.FILESYSTEM
   */
  readonly volumeMode?: VolumeMode;

  /**
   * What the volume is like beyond its class, and what it is changed to when another is named later. Its driver has to be that of the class.
   *
   * Needs Kubernetes 1.34; older API servers refuse the field, or drop it where they know it and the gate `VolumeAttributesClass` is off.
   *
   * @default - as the class makes it
   * @see https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/
   */
  readonly volumeAttributesClass?: IVolumeAttributesClass;
}

/** What a claim that outlives its Pods asks for. */
export interface PersistentClaimOptions extends ClaimOptions {
  /**
   * Labels of the PersistentVolumes that the claim may get. Kubernetes makes no volumes for such a claim, so `storageClass` has to be `StorageClass.none()` or a
   * class of volumes that exist.
   *
   * @default - whatever labels they have
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#selector
   */
  readonly selector?: LabelSelector;

  /**
   * Snapshot or claim in the same namespace whose data the new volume starts with. Where the source is known, refused are another namespace, another driver or
   * one that does not copy, another volume mode or file system, a size below that of the source, and of a clone of EBS volumes another encryption or zone: a clone
   * keeps those of its source, a volume made from a snapshot need not. The driver clones from v1.51.1 on, in the zone of the source; EKS Auto Mode does not.
   *
   * @default - the volume starts empty
   * @see https://kubernetes.io/docs/concepts/storage/volume-pvc-datasource/
   * @see https://github.com/aws/containers-roadmap/issues/2812
   */
  readonly dataSource?: IVolumeDataSource;

  /**
   * Size before, where it is made larger: a smaller one is refused here instead of by the API server, and so is a larger one if the class is known not to
   * allow it. Leave it out again once the volumes have grown.
   *
   * @default - not known, so not compared
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims
   */
  readonly expandedFrom?: Size;
}

/** The specification that claims and claim templates share. */
export function claimSpec({
  size, storageClass, accessModes = [AccessMode.READ_WRITE_ONCE], volumeMode = VolumeMode.FILESYSTEM, volumeAttributesClass, selector, dataSource,
}: PersistentClaimOptions) {
  return {
    accessModes,
    storageClassName: storageClass?.storageClassName,
    volumeAttributesClassName: volumeAttributesClass?.volumeAttributesClassName,
    volumeMode,
    selector: selector && k8s.toJson_LabelSelector(selector._toKube()),
    dataSource: dataSource && { ...dataSource.toDataSource() },
    resources: { requests: { storage: size.asString() } },
  };
}
