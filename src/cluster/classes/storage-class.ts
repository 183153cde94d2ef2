import type { Construct } from 'constructs';
import { StorageClassBase } from './storage-class-base';
import type { IStorageClass, StorageClassProps } from './storage-class-props';
import { objectName } from '../../private/names';

/**
 * A StorageClass of any provisioner, with Kubernetes' own defaults.
 *
 * For EBS, `EbsStorageClass` and `EncryptedStorageClass` know the parameters and have safe defaults.
 *
 * Refuses names that Kubernetes refuses, a namespace, an empty provisioner and parameters that are not text.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/
 */
export class StorageClass extends StorageClassBase {
  /**
   * A class that exists already, or that somebody else creates.
   *
   * @param name Its `metadata.name`.
   */
  public static fromName(name: string): IStorageClass {
    return { storageClassName: objectName('StorageClass.fromName', name) };
  }

  /**
   * No class: `storageClassName: ''`, which switches dynamic provisioning off, so that only an existing PersistentVolume fits.
   *
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1
   */
  public static none(): IStorageClass {
    return { storageClassName: '' };
  }

  public constructor(scope: Construct, id: string, props: StorageClassProps) {
    super(scope, id, props);
  }
}
