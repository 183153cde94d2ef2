import { ApiObject } from 'cdk8s';
import { type Container, type MountOptions, MountPropagation, type Volume, type VolumeMount } from 'cdk8s-plus-27';
import { type IConstruct, Node } from 'constructs';
import { restoreVolumes } from './written-volumes';
import { isUnresolved } from '../private/cdk-tokens';
import { absolutePathMistake } from '../private/paths';

const apps = new WeakSet<IConstruct>();
const volumes = new WeakMap<Volume, MountRules>();
const devices = new WeakSet<VolumeMount>();

/** What a volume says of its mounts. */
export interface MountRules {
  /** It is a raw device, which is handed over and not mounted. */
  readonly isRawDevice?: boolean;

  /** It is a path of the node, which may be written only for a reason. */
  readonly nodePath?: string;

  /** Why the node may be written to. The object of the Pods carries it. */
  readonly writableReason?: string;

  /** The volume as it is to be written, where cdk8s-plus leaves out what Kubernetes 1.27 did not have. */
  readonly written?: object;
}

/** The annotation that says why Pods may write to their node. */
export const WRITABLE_HOST_PATH = 'cdk8s-eks-storage/writable-host-path-reason';

/**
 * Looks, when the app is synthesized and before anything is written, at every place where this volume is mounted.
 *
 * `container.mount(path, volume)` is cdk8s-plus's own and tells the volume nothing of the path, hence one look at all Pods of the app.
 */
export function checkMounts(volume: Volume, rules: MountRules = {}): void {
  volumes.set(volume, rules);
  const app = Node.of(volume).root;
  if (apps.has(app)) return;
  apps.add(app);
  app.node.addValidation({ validate: () => app.node.findAll().flatMap(lookAt) });
}

/** What the volume said of its mounts, if it is one of ours. */
export function mountRules(volume: Volume): MountRules | undefined {
  return volumes.get(volume);
}

/** Marks a mount as a raw device that is handed over. */
export function markDevice(mount: VolumeMount): void {
  devices.add(mount);
}

export function isDevice(mount: VolumeMount): boolean {
  return devices.has(mount);
}

/** What is wrong with one mount, wherever it is. */
export function mountMistakes(path: string, options: MountOptions, rules: MountRules): (string | undefined)[] {
  const { readOnly = false, subPath, subPathExpr } = options;
  return [
    absolutePathMistake('mount path', path),
    rules.isRawDevice ? 'its claim is for a raw device (volumeMode Block); hand it over with BlockDevice.attach, or claim a Filesystem' : undefined,
    rules.nodePath !== undefined && rules.writableReason === undefined && !readOnly
      ? `hostPath '${rules.nodePath}' is a path of the node, and who can write there can take the node over; mount it with { readOnly: true }, or write why it must be writable in writableReason`
      : undefined,
    subPath !== undefined && subPathExpr !== undefined
      ? `subPath '${subPath}' and subPathExpr '${subPathExpr}' are both given, which Kubernetes refuses; leave one of them out` : undefined,
    insideMistake('subPath', subPath),
    insideMistake('subPathExpr', subPathExpr),
  ];
}

/** The mistakes of one construct, if it has Pods that mount volumes of ours. What these volumes need on the object of the Pods is put there. */
function lookAt(construct: IConstruct): string[] {
  const containers = containersOf(construct);
  const mounted = [...containers.flatMap(({ mounts }) => mounts.map(({ volume }) => volume)), ...volumesOf(construct)];
  const ours = new Set(mounted.filter((volume) => volumes.has(volume)));
  if (containers.length === 0 || ours.size === 0) return [];
  supplement(construct, [...ours]);
  return containers.flatMap((container) => containerMistakes(container)
    .map((mistake) => `${construct.node.path}: container '${container.name}' ${mistake}`));
}

function containerMistakes(container: Container): string[] {
  const paths = container.mounts.map(({ path }) => path);
  return container.mounts.flatMap((mount, index) => {
    const { volume, path, propagation } = mount;
    const rules = volumes.get(volume);
    if (rules === undefined) return [];
    const verb = isDevice(mount) ? 'is handed' : 'mounts';
    return [
      ...isDevice(mount) ? [] : mountMistakes(path, mount, rules),
      paths.indexOf(path) < index || (paths.lastIndexOf(path) > index && !volumes.has(container.mounts[paths.lastIndexOf(path)].volume))
        ? `path '${path}' has another volume already, which Kubernetes refuses; give each its own path` : undefined,
      propagation === MountPropagation.BIDIRECTIONAL && !container.securityContext.privileged
        ? 'propagation Bidirectional is for privileged containers only; leave it out, or make the container privileged' : undefined,
    ].filter((mistake) => mistake !== undefined).map((mistake) => `${verb} volume '${volume.name}', but ${mistake}`);
  });
}

function supplement(construct: IConstruct, ours: Volume[]): void {
  const rules = ours.map((volume) => ({ name: volume.name, ...volumes.get(volume) }));
  const reasons = rules.filter(({ writableReason }) => writableReason !== undefined).map(({ name, writableReason }) => `${name}: ${writableReason}`);
  const written = rules.flatMap(({ written: volume }) => volume ?? []);
  if (reasons.length > 0) ApiObject.of(construct).metadata.addAnnotation(WRITABLE_HOST_PATH, reasons.join('; '));
  if (written.length > 0) restoreVolumes(ApiObject.of(construct), written);
}

/** @see https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath */
function insideMistake(property: string, path: string | undefined): string | undefined {
  if (path === undefined || isUnresolved(path) || (path !== '' && !path.startsWith('/') && !path.split('/').includes('..'))) return undefined;
  return `${property} '${path}' is not inside the volume; give a relative path without '..'`;
}

function containersOf(construct: IConstruct): Container[] {
  const { containers, initContainers } = construct as { containers?: unknown; initContainers?: unknown };
  return [containers, initContainers].flat().filter((container) => Array.isArray((container as Container | undefined)?.mounts)) as Container[];
}

function volumesOf(construct: IConstruct): Volume[] {
  const { volumes: added } = construct as { volumes?: unknown };
  return Array.isArray(added) ? added : [];
}
