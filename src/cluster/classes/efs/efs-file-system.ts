import { isUnresolved } from '../../../private/cdk-tokens';
import { dnsLabelMistake, dnsSubdomainMistake } from '../../../private/names';

/**
 * The file system that an `EfsStorageClass` makes access points in, named directly or found in the cluster.
 *
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/filesystem-id-resolution.md
 */
export class EfsFileSystem {
  /**
   * By its id.
   *
   * @param fileSystemId As in `fs-0123456789abcdef0`.
   */
  public static fromId(fileSystemId: string): EfsFileSystem {
    return new EfsFileSystem('fileSystemId', fileSystemId, [isUnresolved(fileSystemId) || /^fs-[0-9a-f]{8,40}$/.test(fileSystemId) ? undefined
      : `fileSystem '${fileSystemId}' is not the id of a file system; write it as in 'fs-0123456789abcdef0'`]);
  }

  /**
   * By the id in a ConfigMap. The driver needs the right to read it, which its chart gives with `controller.fileSystemIdRefs.enabled`.
   *
   * @param namespace Namespace of the ConfigMap.
   * @param name Its name.
   * @param key Key under which the id is.
   */
  public static fromConfigMap(namespace: string, name: string, key: string): EfsFileSystem {
    return new EfsFileSystem('fileSystemIdConfigRef', `${namespace}/${name}/${key}`, referenceMistakes(namespace, name, key));
  }

  /**
   * By the id in a Secret. The driver needs the right to read it, which its chart gives with `controller.fileSystemIdRefs.enabled`.
   *
   * @param namespace Namespace of the Secret.
   * @param name Its name.
   * @param key Key under which the id is.
   */
  public static fromSecret(namespace: string, name: string, key: string): EfsFileSystem {
    return new EfsFileSystem('fileSystemIdSecretRef', `${namespace}/${name}/${key}`, referenceMistakes(namespace, name, key));
  }

  private constructor(private readonly parameter: string, private readonly value: string, private readonly mistakes: (string | undefined)[]) {}

  /** @internal */
  public _parameters(): Record<string, string> {
    return { [this.parameter]: this.value };
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    return this.mistakes;
  }
}

function referenceMistakes(namespace: string, name: string, key: string): (string | undefined)[] {
  return [
    dnsLabelMistake('fileSystem namespace', namespace),
    dnsSubdomainMistake('fileSystem name', name),
    isUnresolved(key) || /^[-._a-zA-Z0-9]{1,253}$/.test(key) ? undefined
      : `fileSystem key '${key}' is not a key of a ConfigMap or Secret; use 1 to 253 letters, digits, '-', '_' and '.'`,
  ];
}
