import { type Container, type IStorage, k8s, type Volume, type VolumeMount } from 'cdk8s-plus-27';
import { isDevice, markDevice, mountRules } from '../../checks/mounts';
import { absolutePathMistake } from '../../private/paths';

const prepared = new WeakSet<Container>();

/**
 * A raw device in a container.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support
 */
export class BlockDevice {
  /**
   * Hands a raw device over to a container, or an init container, of whatever workload. It is not mounted.
   *
   * Refuses a relative path, one that the container uses already, and a volume that is a directory.
   *
   * @param container The container.
   * @param path Absolute path of the device in the container, as in `/dev/xvda`.
   * @param storage A claim or ephemeral volume of `VolumeMode.BLOCK`; of claims that cdk8s-plus made, what `Volume.fromPersistentVolumeClaim` gives.
   */
  public static attach(container: Container, path: string, storage: IStorage): void {
    const volume = storage.asVolume();
    const mistake = deviceMistake(container, path, volume);
    if (mistake !== undefined) throw new Error(`${storage.node.path}: container '${container.name}' is handed volume '${volume.name}', but ${mistake}`);

    // The Pod takes its volumes from the mounts of its containers, in which cdk8s-plus has no place for devices.
    const mount: VolumeMount = { path, volume };
    markDevice(mount);
    container.mounts.push(mount);
    prepare(container);
  }

  /**
   * A raw device as a plain object, for the `volumeDevices` of a container that is written by hand.
   *
   * @param path Absolute path of the device in the container.
   * @param volumeName Name of the volume in the Pod.
   */
  public static toDevice(path: string, volumeName: string): any {
    const mistake = absolutePathMistake('device path', path);
    if (mistake !== undefined) throw new Error(`BlockDevice.toDevice: ${mistake}`);
    return { name: volumeName, devicePath: path };
  }

  private constructor() {}
}

function deviceMistake(container: Container, path: string, volume: Volume): string | undefined {
  if (!canBeDevice(volume)) return 'it is a directory (volumeMode Filesystem); mount it, or claim a raw device with VolumeMode.BLOCK';
  if (container.mounts.some((mount) => mount.path === path)) return `path '${path}' has another volume already, which Kubernetes refuses; give each its own path`;
  return absolutePathMistake('device path', path);
}

/** A claim that others made does not say how it is used. */
function canBeDevice(volume: Volume): boolean {
  const rules = mountRules(volume);
  if (rules !== undefined) return rules.isRawDevice === true;
  const { persistentVolumeClaim, ephemeral } = volume._toKube();
  return persistentVolumeClaim !== undefined || ephemeral !== undefined;
}

/** Has the container render its devices as devices and its mounts as mounts. */
function prepare(container: Container): void {
  if (prepared.has(container)) return;
  prepared.add(container);
  const render = container._toKube.bind(container);
  container._toKube = (): k8s.Container => {
    const { volumeMounts = [], ...rest } = render();
    const mounts = volumeMounts.filter((_, index) => !isDevice(container.mounts[index]));
    const volumeDevices = container.mounts.filter(isDevice).map(({ path, volume }) => ({ name: volume.name, devicePath: path }));
    return { ...rest, volumeMounts: mounts.length > 0 ? mounts : undefined, volumeDevices };
  };
}
