import * as cdk8s from 'cdk8s';
import * as plus from 'cdk8s-plus-27';
import { ModuleKind, transpileModule } from 'typescript';
import { type Docstring, docstrings } from './docstrings';
import { table } from './sections';
import type { Snippet } from './snippets';
import * as library from '../../src';

/** What Kubernetes or a driver is told, and what of this library tells it. */
export interface Parameter {
  /** Where it is in the object, below what all of its table have in common. */
  readonly at: string[];

  /** `Type.member` whose docstring says what it means. */
  readonly member: string;

  /** What sets it, as a user writes it. The test runs it. */
  readonly code: string;
}

export interface ParameterTable {
  /** Kind of the object. */
  readonly kind: string;

  /** Where the parameters are in the object. */
  readonly below: string[];

  /** The code of a whole app, around that of a parameter. */
  readonly app: (code: string) => string;

  /** What stands for a parameter's code in an app that does not set it. */
  readonly without: string;

  /** Types of which no public member may be missing in the table. */
  readonly types: string[];

  /** Their members that have no parameter of their own in the object. */
  readonly unseen?: string[];

  readonly parameters: Parameter[];
}

export function parameter(at: string | string[], member: string, code: string): Parameter {
  return { at: typeof at === 'string' ? [at] : at, member, code };
}

/** An app of one construct, whose parameters are set by its properties. */
export function construct(name: string, required = ''): Pick<ParameterTable, 'app' | 'without'> {
  return { app: (code) => `new ${name}(chart, 'Sample', {${required && ` ...{ ${required} },`} ${code} });`, without: '' };
}

/** An app of a Pod with one volume. */
export function volumeInPod(name: string, required = ''): Pick<ParameterTable, 'app' | 'without'> {
  const { app, without } = construct(name, required);
  return { app: (code) => inPod(app(code).slice(0, -1)), without };
}

export function inPod(volume: string): string {
  return `const pod = new Pod(chart, 'Pod', { containers: [{ image: 'app' }] });\npod.addVolume(${volume}.asVolume());`;
}

const docs = docstrings('cluster', 'volumes');

/** The public members of a type, and of those it builds on. */
export function membersOf(type: string): string[] {
  return [...[...docs.keys()].filter((name) => name.startsWith(`${type}.`)), ...(docs.get(type)?.types ?? []).flatMap(membersOf)];
}

/** The enum that a property is of: its row shows what there is to choose from. */
export function choicesOf(member: string): string | undefined {
  return docs.get(member)?.types.find((type) => membersOf(type).some((choice) => docs.get(choice)!.isChoice));
}

/** A table for a guide. `shown` are the types with tables of their own, which are not told of twice. */
export function parameterTable(all: ParameterTable, shown: ReadonlySet<string> = new Set()): string {
  return table(['in Kubernetes', 'set by', 'meaning', 'default'], all.parameters.map((each) => {
    const doc = docstringOf(each.member);
    const choices = choicesOf(each.member);
    const told = choices === undefined || shown.has(choices) ? [] : membersOf(choices).map((choice) => `\`${choice}\`: ${docstringOf(choice).text}`);
    return [named(all, each), `\`${each.code}\``, [doc.text, ...told].join(' '), doc.default ?? (doc.isRequired ? '**required**' : '–')];
  }));
}

function docstringOf(member: string): Docstring {
  const doc = docs.get(member);
  if (doc === undefined || doc.text === '') throw new Error(`there is no docstring of ${member}`);
  return doc;
}

function named(all: ParameterTable, { at, code }: Parameter): string {
  const value = valueOf(all, at, code);
  const name = at.join('.').replace(/(^|\.)(\d+)(?=\.|$)/g, '[$2]');
  if (value === undefined) return `no \`${name}\``;
  const short = JSON.stringify(value);
  return `\`${name}${short.length > 60 ? '' : `: ${short}`}\``;
}

/** What an app says of a parameter. */
export function valueOf({ app, kind, below }: ParameterTable, at: string[], code: string): unknown {
  const object = synthesized(app(code)).find((each) => each.kind === kind);
  if (object === undefined) throw new Error(`there is no ${kind} made by ${app(code)}`);
  return [...below, ...at].reduce((value: any, key) => value?.[key], object);
}

const NAMES = { ...cdk8s, ...plus, ...library };

function synthesized(code: string): any[] {
  const chart = new cdk8s.Chart(cdk8s.Testing.app(), 'storage', { namespace: 'shop' });
  const { outputText } = transpileModule(code, { compilerOptions: { module: ModuleKind.CommonJS } });
  new Function('exports', 'chart', ...Object.keys(NAMES), outputText)({}, chart, ...Object.values(NAMES));
  return cdk8s.Testing.synth(chart);
}

/** All apps of a table, for the compiler. */
export function asSnippet(name: string, { app, parameters }: ParameterTable): Snippet {
  const code = parameters.map((each) => `{\n${app(each.code)}\n}`).join('\n');
  return { page: `${name}.md`, names: name, code: [...importsOf(code), code].join('\n') };
}

/** What the code names, each from where it is. */
function importsOf(code: string): string[] {
  const namesOf = (module: object) => Object.keys(module).filter((name) => new RegExp(`\\b${name}\\b`).test(code.replace(/'[^']*'/g, "''")));
  const ours = namesOf(library);
  const ofPlus = namesOf(plus).filter((name) => !ours.includes(name));
  const ofCdk8s = namesOf(cdk8s).filter((name) => !ours.includes(name) && !ofPlus.includes(name));
  return Object.entries({ 'cdk8s-eks-storage': ours, 'cdk8s-plus-27': ofPlus, 'cdk8s': ofCdk8s })
    .filter(([, names]) => names.length > 0).map(([module, names]) => `import { ${names.join(', ')} } from '${module}';`);
}
