import { readFileSync } from 'fs';
import { EksStorageOutputs } from './eks-storage-outputs';

const HOW = 'cdk deploy --outputs-file';

/**
 * Outputs of the stacks of a CDK app, for a cdk8s app that is synthesized after it was deployed.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-deploy.html
 */
export class StackOutputs {
  /**
   * Outputs as `cdk deploy --outputs-file <path>` wrote them.
   *
   * @param path Path of the file. Refused if it is not there, or is not such a file.
   */
  public static fromFile(path: string): StackOutputs {
    return new StackOutputs(path, parsed(path));
  }

  /**
   * Outputs that the program knows already.
   *
   * @param outputs Value of each output, by the names of the stack and of the output.
   */
  public static fromMap(outputs: { [stackName: string]: { [outputName: string]: string } }): StackOutputs {
    return new StackOutputs('StackOutputs.fromMap', checked('StackOutputs.fromMap', outputs));
  }

  private constructor(private readonly source: string, private readonly stacks: { [stackName: string]: { [outputName: string]: string } }) {}

  /**
   * The outputs of one stack.
   *
   * @param name Name of the stack; an error if there is none of it.
   */
  public stack(name: string): OutputsOfStack {
    return new OutputsOfStack(`${this.source}: the stack '${name}'`, found(this.source, 'stack', this.stacks, name));
  }
}

/** Outputs of one stack. See `StackOutputs`. */
export class OutputsOfStack {
  /** @internal */
  public constructor(private readonly source: string, private readonly outputs: { [outputName: string]: string }) {}

  /**
   * The value of an output.
   *
   * @param name Name of the output, which is its logical id; an error if there is none of it.
   */
  public output(name: string): string {
    return found(this.source, 'output', this.outputs, name);
  }

  /** @internal */
  public _find(name: string): string | undefined {
    return Object.prototype.hasOwnProperty.call(this.outputs, name) ? this.outputs[name] : undefined;
  }

  /**
   * What an `EksStorage` tells of itself.
   *
   * @param path Path of the `EksStorage` in the stack: its id, where the stack is its scope. An error if there is none.
   */
  public eksStorage(path: string): EksStorageOutputs {
    return new EksStorageOutputs(path, this);
  }
}

function found<T>(source: string, what: string, all: { [name: string]: T }, name: string): T {
  if (Object.prototype.hasOwnProperty.call(all, name)) return all[name];
  const names = Object.keys(all);
  throw new Error(`${source} has no ${what} '${name}'; ${names.length === 0 ? 'it has none' : `it has '${names.join("', '")}'`}`);
}

function parsed(path: string): { [stackName: string]: { [outputName: string]: string } } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${path}: the file cannot be read (${(error as NodeJS.ErrnoException).code}); write it with: ${HOW} ${path}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${path}: the file is not JSON (${(error as Error).message}); write it with: ${HOW} ${path}`);
  }
  return checked(path, value);
}

function checked(source: string, value: any): { [stackName: string]: { [outputName: string]: string } } {
  const isMap = (each: unknown) => typeof each === 'object' && each !== null && !Array.isArray(each);
  const wrong = !isMap(value) ? 'it' : Object.entries<any>(value).map(([stack, outputs]) => !isMap(outputs) ? `'${stack}'`
    : Object.keys(outputs).filter((name) => typeof outputs[name] !== 'string').map((name) => `'${stack}.${name}'`)[0]).find((each) => each !== undefined);
  if (wrong === undefined) return value;
  throw new Error(`${source}: ${wrong} is not what outputs look like; give { "<stack>": { "<output>": "<text>" } }, as ${HOW} writes it`);
}
