import { ApiObject, type App, type IResolver } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isUnresolved } from './cdk-tokens';
import type { KubernetesObject } from './kubernetes-object';

const GUARDED = new WeakSet<IConstruct>();

/**
 * From now on the app writes no file with a value that the CDK fills in later: it fails first, before any file.
 *
 * Rendering a chart alone, as `cluster.addCdk8sChart` does, is left as it is, for there the CDK does fill these values in.
 *
 * @param scope The app, or a chart of it.
 */
export function guardTokens(scope: IConstruct): void {
  if (GUARDED.has(scope)) return;
  GUARDED.add(scope);
  const { root } = scope.node;
  if (root !== scope) {
    guardTokens(root);
    return;
  }
  if (!isApp(root)) return;
  // By a class between the app and its own: calls from other languages look for methods in the class and pass over those of the object.
  class Guarded extends (root.constructor as new () => App) {
    public synth(): void {
      withoutTokens(this, () => super.synth());
    }

    public synthYaml(): string {
      return withoutTokens(this, () => super.synthYaml());
    }
  }
  Object.setPrototypeOf(root, Guarded.prototype);
}

function isApp(root: IConstruct): root is App {
  return typeof (root as Partial<App>).synthYaml === 'function';
}

/** Every object is rendered once, looked at, and then written as it was looked at. */
function withoutTokens<T>(app: App, write: () => T): T {
  const constructs = app.node.findAll();
  // Validations may put something on objects, so they come first here too. What they find is cdk8s's to report.
  if (constructs.some(({ node }) => node.validate().length > 0)) return write();

  const objects = constructs.filter(ApiObject.isApiObject);
  const plain = objects.map((object) => (object as Partial<KubernetesObject>)._plainManifest?.());
  const renderers = objects.map((object) => Object.getOwnPropertyDescriptor(object, 'toJson'));
  const mistakes: string[] = [];
  const resolver: IResolver = {
    resolve: ({ obj, key, value }) => {
      if (isCdkObject(value)) mistakes.push(mistake(obj, key.join('.'), 'an object of the CDK'));
    },
  };
  try {
    app.resolvers.unshift(resolver);
    objects.forEach((object, index) => {
      const json = plain[index] ?? rendered(object, mistakes);
      if (json !== undefined) object.toJson = () => json;
    });
    app.resolvers.shift();
    if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
    return write();
  } finally {
    objects.forEach((object, index) => {
      const own = renderers[index];
      if (own === undefined) Reflect.deleteProperty(object, 'toJson');
      else Object.defineProperty(object, 'toJson', own);
    });
  }
}

function rendered(object: ApiObject, mistakes: string[]): object | undefined {
  let json: any;
  try {
    json = object.toJson();
  } catch {
    return undefined; // the same happens again when it is written, and is cdk8s's to report
  }
  if (mayHaveTokens(json)) {
    for (const { at, value } of tokensIn(json)) mistakes.push(mistake(object, at, `'${value}'`));
  }
  return json;
}

/** Most objects have none, and their text says so much faster than a look at each value. Numbers of the CDK are so large that they have an exponent. */
function mayHaveTokens(json: any): boolean {
  const text = JSON.stringify(json);
  return text.includes('{Token[') || text.includes('e+');
}

function mistake({ node }: ApiObject, at: string, value: string): string {
  return `${node.path}: ${at} is ${value}, which only the CDK fills in, and not in a file; apply the chart by cluster.addCdk8sChart, or take the value from the outputs of the stack with StackOutputs`;
}

interface FoundToken {
  readonly at: string;
  readonly value: string | number;
}

function tokensIn(value: unknown, at = ''): FoundToken[] {
  if (typeof value === 'string' || typeof value === 'number') return isUnresolved(value) ? [{ at, value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const found: FoundToken[] = [];
  for (const [key, each] of Object.entries(value)) {
    const below = at === '' ? key : `${at}.${key}`;
    if (isUnresolved(key)) found.push({ at: `a key in '${at}'`, value: key });
    found.push(...tokensIn(each, below));
  }
  return found;
}

/** A value as the CDK's own types have it, before it is text. cdk8s would ask it for its value, and write a reference of CloudFormation. */
function isCdkObject(value: any): boolean {
  return typeof value === 'object' && typeof value.resolve === 'function' && 'creationStack' in value;
}
