import type { IConstruct } from 'constructs';
import type { Input } from './input';
import { madeIn } from './values';
import { World } from './world';

const ID = 'tested';

/** What comes of an input: manifests, or what it was refused with. */
export interface Outcome {
  readonly manifests?: string;

  /** Who refused it, in which words, and what is left of the construct. */
  readonly refusal?: { readonly by: 'the constructor' | 'a method' | 'the synthesis'; readonly error: unknown; readonly left: string[] };
}

export function outcomeOf({ namespace, given, make, use }: Input): Outcome {
  const world = new World(namespace);
  const chosen = madeIn(world, given);
  const pathsBefore = new Set(pathsOf(world.app));
  let by: Required<Outcome>['refusal']['by'] = 'the constructor';
  try {
    const construct = make(world.chart, ID, chosen);
    by = 'a method';
    use?.(construct, chosen, world);
    by = 'the synthesis';
    return { manifests: world.app.synthYaml() };
  } catch (error) {
    return { refusal: { by, error, left: pathsOf(world.app).filter((path) => !pathsBefore.has(path)) } };
  }
}

function pathsOf(root: IConstruct): string[] {
  return root.node.findAll().map(({ node }) => node.path);
}

/** The mistakes in an error of this library, each beside the path of the construct that has it. */
export function mistakesIn({ by, error }: Required<Outcome>['refusal']): { path: string; mistake: string }[] {
  const { message } = error as Error;
  if (by === 'the synthesis') {
    const [title, ...lines] = message.split('\n  ');
    if (title !== 'Validation failed with the following errors:') throw error;
    return lines.map((line) => {
      const [, path, withPath, mistake] = /^\[([^\]]*)\] (?:(\S+): )?([^]*)$/.exec(line)!;
      return { path: withPath ?? path, mistake };
    });
  }
  const [, path, rest] = /^([\w./ -]+?): ([^]*)$/.exec(message) ?? [];
  if (path === undefined) throw error;
  const [first, ...more] = rest.split('\n  - ');
  if (more.length === 0) return [{ path, mistake: first }];
  if (first !== `${more.length} mistakes`) throw error;
  return more.map((mistake) => ({ path, mistake }));
}
