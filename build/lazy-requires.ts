/**
 * The last step of `npx projen compile`: makes what jsii compiled load nothing before it is used.
 *
 * TypeScript turns each import into a `require` at the top of the module, so that whoever loads the library loads all of it, and all that its peers are.
 * Here each such `require` becomes a function that is called where the module is used:
 *
 *     const core_1 = require("aws-cdk-lib/core");        function core_1() { const it = require("aws-cdk-lib/core"); core_1 = () => it; return it; }
 *     core_1.Stack.of(scope)                             core_1().Stack.of(scope)
 *
 * Lines stay where they were. A module that passes on what others export, as the index does, is written anew, with a getter for each export, which its value
 * replaces when it is used:
 *
 *     __exportStar(require("./aws"), exports)            get EbsCsiDriver() { return kept("EbsCsiDriver", require("./aws/ebs-csi-driver").EbsCsiDriver); },
 *
 * Source maps inside the files go: they are most of what would be read. What cannot be made lazy without a doubt ends the build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix, resolve } from 'node:path';
import * as ts from 'typescript';
import { type Edit, edited } from './edits';

/** By the names that a module exports, the modules that they are defined in, all given as in the `require` of another. */
export type ExportedNames = (specifier: string) => Record<string, string>;

/** One compiled module, made lazy. Done twice, it is as done once. */
export function lazyModule(source: string, exportedNames: ExportedNames): string {
  const text = source.replace(/^\/\/# sourceMappingURL=data:.*\n?/m, '');
  const { statements } = parsed(text);
  if (statements.some((statement) => starOf(statement) ?? getterOf(statement))) return lazyIndex(statements, exportedNames);

  const names = new Set(found(statements, importOf).map(({ name }) => name));
  return edited(text, statements.flatMap((statement): Edit[] => {
    const imported = importOf(statement);
    if (!imported) {
      if (loadsNow(statement)) throw new Error(`nothing makes this lazy; import the names that are needed: ${statement.getText()}`);
      return usesOf(statement, names);
    }
    const { name, value } = imported;
    return [{ start: statement.getStart(), end: statement.getEnd(), text: `function ${name}() { const it = ${value}; ${name} = () => it; return it; }` }];
  }));
}

/** A module that passes on what others export, and does nothing else. */
function lazyIndex(statements: readonly ts.Statement[], exportedNames: ExportedNames): string {
  const own = statements.find((statement) => !belongsToIndex(statement));
  if (own) throw new Error(`a module that passes on what others export is written anew, so it can hold nothing of its own: ${own.getText()}`);
  const imports = new Map(found(statements, importOf).map(({ name, value }) => [name, value]));
  const named = found(statements, getterOf).map(({ name, from, property }) => [name, `${imports.get(from)}.${property}`]);
  const starred = found(statements, starOf).flatMap((star) => Object.entries(exportedNames(star)))
    .map(([name, module]) => [name, `require(${JSON.stringify(module)}).${name}`]);
  // As in ECMAScript, a name that is exported by itself hides the same one among all of a module.
  const getters = new Map([...named, ...starred, ...named] as [string, string][]);
  return `"use strict";
// Without a prototype while it is made, since an object of many getters is made faster so.
const lazy = Object.setPrototypeOf({ __proto__: null,
${[...getters].map(([name, value]) => `    get ${name}() { return kept("${name}", ${value}); },\n`).join('')}}, Object.prototype);
function kept(name, value) {
    if (value !== undefined) Object.defineProperty(lazy, name, { value, configurable: true, enumerable: true, writable: true });
    return value;
}
module.exports = Object.defineProperty(lazy, "__esModule", { value: true });
// Never run; here Node.js finds what an ES module may import.
0 && (module.exports = { ${[...getters.keys()].join(', ')} });
`;
}

function parsed(source: string): ts.SourceFile {
  return ts.createSourceFile('module.js', source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
}

/** What is read from the statements, where there is something to read. */
function found<T>(statements: readonly ts.Statement[], read: (statement: ts.Statement) => T | undefined): T[] {
  return statements.map(read).filter((it): it is T & {} => it !== undefined);
}

interface Import {
  readonly name: string;
  readonly value: string;
  readonly specifier: string;
}

/** `const name = require("specifier");`, or with a helper of TypeScript around the call */
function importOf(statement: ts.Statement): Import | undefined {
  if (!ts.isVariableStatement(statement) || statement.declarationList.declarations.length !== 1) return undefined;
  const [{ name, initializer }] = statement.declarationList.declarations;
  const isHelper = initializer && ts.isCallExpression(initializer) && ['__importStar', '__importDefault'].includes(initializer.expression.getText());
  const specifier = requiredBy(isHelper ? initializer.arguments[0] : initializer);
  return ts.isIdentifier(name) && specifier !== undefined ? { name: name.text, value: initializer!.getText(), specifier } : undefined;
}

/** `__exportStar(require("specifier"), exports);` */
function starOf(statement: ts.Statement): string | undefined {
  const call = callOf(statement);
  return call?.expression.getText() === '__exportStar' ? requiredBy(call.arguments[0]) : undefined;
}

/** `Object.defineProperty(exports, "name", { enumerable: true, get: function () { return from.property; } });` */
function getterOf(statement: ts.Statement): { name: string; from: string; property: string } | undefined {
  const [, name, from, property] = /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/
    .exec(statement.getText()) ?? [];
  return name === undefined ? undefined : { name, from, property };
}

/** Whether a statement only serves to pass on what other modules export: their names, helpers of TypeScript, `require`. */
function belongsToIndex(statement: ts.Statement): boolean {
  return (starOf(statement) ?? getterOf(statement) ?? importOf(statement)) !== undefined
    || /^("use strict"|Object\.defineProperty\(exports, "__esModule", .*\)|(exports\.\w+ = )+void 0);$/.test(statement.getText())
    || /^var (__exportStar|__createBinding) = /.test(statement.getText());
}

function callOf(statement: ts.Statement): ts.CallExpression | undefined {
  return ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) ? statement.expression : undefined;
}

function requiredBy(node: ts.Node | undefined): string | undefined {
  if (!node || !ts.isCallExpression(node) || node.expression.getText() !== 'require') return undefined;
  return (node.arguments[0] as ts.StringLiteral).text;
}

/** Whether a `require` runs when the module is loaded: one outside of every function. */
function loadsNow(node: ts.Node): boolean {
  return requiredBy(node) !== undefined || (!ts.isFunctionLike(node) && ts.forEachChild(node, loadsNow) === true);
}

/** Each use of the names becomes a call. */
function usesOf(node: ts.Node, names: ReadonlySet<string>): Edit[] {
  if (!ts.isIdentifier(node)) {
    const uses: Edit[] = [];
    ts.forEachChild(node, (child) => void uses.push(...usesOf(child, names)));
    return uses;
  }
  const parent: ts.Node & { name?: ts.Node; propertyName?: ts.Node } = node.parent;
  if (!names.has(node.text) || parent.propertyName === node) return [];
  if (parent.name !== node) return [{ start: node.getStart(), end: node.getEnd(), text: isConstructed(node) ? `(${node.text}())` : `${node.text}()` }];
  if (ts.isShorthandPropertyAssignment(parent)) return [{ start: node.getEnd(), end: node.getEnd(), text: `: ${node.text}()` }];
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isClassElement(parent)) return [];
  throw new Error(`'${node.text}' is an import and something else; call one of them by another name: ${parent.getText()}`);
}

/** After `new`, a call without parentheses would be taken for that of the constructor. */
function isConstructed(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node.parent) ? isConstructed(node.parent) : ts.isNewExpression(node.parent);
}

/** The modules that a module has its exports from, by their names, as far as it only passes them on. */
export function passedOn(source: string): Record<string, string> {
  const { statements } = parsed(source);
  const specifiers = new Map(found(statements, importOf).map(({ name, specifier }) => [name, specifier]));
  return Object.fromEntries(found(statements, getterOf).filter(({ name, from, property }) => name === property && specifiers.has(from))
    .map(({ name, from }) => [name, specifiers.get(from)!]));
}

/** Every module under a folder, in place. */
export function lazyFolder(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js')).map((file) => join(resolve(folder), file));
  const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  for (const [file, source] of sources) {
    const required = createRequire(file);
    writeFileSync(file, lazyModule(source, (specifier) => {
      const passed = passedOn(sources.get(required.resolve(specifier))!);
      const inPlace = (from: string) => `./${posix.join(posix.dirname(specifier), from)}`;
      return Object.fromEntries(Object.keys(required(specifier)).map((name) => [name, name in passed ? inPlace(passed[name]) : specifier]));
    }));
  }
}

if (require.main === module) lazyFolder('lib');
