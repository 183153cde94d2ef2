import type { Container, Volume } from 'cdk8s-plus-27';
import { type IConstruct, Node } from 'constructs';
import { absolutePathMistake } from '../private/paths';

const apps = new WeakSet<IConstruct>();
const volumes = new WeakSet<Volume>();

/**
 * Looks, when the app is synthesized and before anything is written, at every place where this volume is mounted.
 *
 * `container.mount(path, volume)` is cdk8s-plus's own and tells the volume nothing of the path, hence one look at all Pods of the app.
 */
export function checkMounts(volume: Volume): void {
  volumes.add(volume);
  const app = Node.of(volume).root;
  if (apps.has(app)) return;
  apps.add(app);
  app.node.addValidation({ validate: () => mountMistakes(app) });
}

function mountMistakes(app: IConstruct): string[] {
  return app.node.findAll().flatMap((construct) => containersOf(construct).flatMap((container) =>
    container.mounts.filter((mount) => volumes.has(mount.volume)).flatMap((mount) => {
      const mistake = absolutePathMistake('mount path', mount.path);
      return mistake ? [`${construct.node.path}: container '${container.name}' mounts volume '${mount.volume.name}', but ${mistake}`] : [];
    })));
}

function containersOf(construct: IConstruct): Container[] {
  const { containers = [], initContainers = [] } = construct as { containers?: Container[]; initContainers?: Container[] };
  return [...containers, ...initContainers].filter((container) => Array.isArray(container?.mounts));
}
