import type { Container, Volume } from 'cdk8s-plus-27';
import { type IConstruct, Node } from 'constructs';
import { absolutePathMistake } from '../private/paths';

const apps = new WeakSet<IConstruct>();
const volumes = new WeakMap<Volume, MountRules>();

/** What a volume says of its mounts. */
export interface MountRules {
  /** It is a raw device, which is handed over and not mounted. */
  readonly isRawDevice?: boolean;
}

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
  app.node.addValidation({ validate: () => mountMistakes(app) });
}

function mountMistakes(app: IConstruct): string[] {
  return app.node.findAll().flatMap((construct) => containersOf(construct).flatMap((container) =>
    container.mounts.flatMap(({ volume, path }) => {
      const rules = volumes.get(volume);
      if (rules === undefined) return [];
      return [absolutePathMistake('mount path', path), rawDeviceMistake(rules)].filter((mistake) => mistake !== undefined)
        .map((mistake) => `${construct.node.path}: container '${container.name}' mounts volume '${volume.name}', but ${mistake}`);
    })));
}

function rawDeviceMistake({ isRawDevice }: MountRules): string | undefined {
  return isRawDevice ? "its claim is for a raw device (volumeMode Block); hand it over in the container's volumeDevices, or claim a Filesystem" : undefined;
}

function containersOf(construct: IConstruct): Container[] {
  const { containers, initContainers } = construct as { containers?: unknown; initContainers?: unknown };
  return [containers, initContainers].flat().filter((container) => Array.isArray((container as Container | undefined)?.mounts)) as Container[];
}
