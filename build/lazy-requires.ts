/**
 * The last step of `npx projen compile`: makes what jsii compiled load nothing before it is used.
 *
 * TypeScript turns each import into a `require` at the top of the module, so that whoever loads the library loads all of it, and all that its peers are.
 * Here each such `require` becomes a function that is called where the module is used, and each export of the index a getter that its value replaces:
 *
 *     const core_1 = require("aws-cdk-lib/core");        function core_1() { const it = require("aws-cdk-lib/core"); core_1 = () => it; return it; }
 *     core_1.Stack.of(scope)                             core_1().Stack.of(scope)
 *     __exportStar(require("./aws"), exports)            exports.EbsCsiDriver = void 0;
 *                                                        lazyExport("EbsCsiDriver", () => require("./aws/ebs-csi-driver").EbsCsiDriver);
 *
 * The names stay as assignments to `exports`, by which Node.js finds what an ES module may import. Lines stay where they were. Source maps inside the files
 * go: they are most of what would be read. What cannot be made lazy without a doubt ends the build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix, resolve } from 'node:path';
import * as ts from 'typescript';
import { type Edit, edited } from './edits';

/** By the names that a module exports, the modules that they are defined in, all given as in the `require` of another. */
export type ExportedNames = (specifier: string) => Record<string, string>;

const LAZY_EXPORT = 'function lazyExport(name, get) { Object.defineProperty(exports, name, { enumerable: true, configurable: true, get: () => { '
  + 'const value = get(); if (value !== undefined) Object.defineProperty(exports, name, { enumerable: true, configurable: true, writable: true, value }); '
  + 'return value; } }); }';

/** One compiled module, made lazy. Done twice, it is as done once. */
export function lazyModule(source: string, exportedNames: ExportedNames): string {
  const text = source.replace(/^\/\/# sourceMappingURL=data:.*\n?/m, '');
  const file = ts.createSourceFile('module.js', text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const imports = new Map<ts.Statement, string>();
  const edits: Edit[] = [];

  for (const statement of file.statements) {
    const replace = (replacement: string) => ({ start: statement.getStart(), end: statement.getEnd(), text: replacement });
    const imported = importOf(statement);
    const star = starOf(statement);
    const getter = getterOf(statement);
    if (imported) {
      const name = imported.name.getText();
      imports.set(statement, name);
      edits.push(replace(`function ${name}() { const it = ${imported.initializer!.getText()}; ${name} = () => it; return it; }`));
    } else if (star) {
      const exported = Object.entries(exportedNames(star));
      const getters = exported.map(([name, module]) => `lazyExport("${name}", () => require(${JSON.stringify(module)}).${name});`);
      edits.push(replace(`${exported.map(([name]) => `exports.${name} = `).join('')}void 0; ${getters.join(' ')}`));
    } else if (getter) {
      const { name, value } = getter;
      edits.push({ start: statement.getStart(), end: value.getStart(), text: `lazyExport("${name}", () => ` });
      edits.push({ start: value.getEnd(), end: statement.getEnd(), text: ');' });
    } else if (isHelperOfStars(statement)) {
      edits.push(replace(''));
    } else if (loadsNow(statement)) {
      throw new Error(`nothing makes this lazy; import the names that are needed: ${statement.getText()}`);
    }
  }
  const names = new Set(imports.values());
  edits.push(...file.statements.filter((statement) => !imports.has(statement)).flatMap((statement) => usesOf(statement, names)));
  const lazyText = edited(text, edits);
  return /\blazyExport\("/.test(lazyText) && !lazyText.includes(LAZY_EXPORT) ? lazyText.replace('\n', ` ${LAZY_EXPORT}\n`) : lazyText;
}

/** `const name = require("specifier");`, or with a helper of TypeScript around the call */
function importOf(statement: ts.Statement): ts.VariableDeclaration | undefined {
  if (!ts.isVariableStatement(statement) || statement.declarationList.declarations.length !== 1) return undefined;
  const [declaration] = statement.declarationList.declarations;
  const { name, initializer } = declaration;
  const isHelper = initializer && ts.isCallExpression(initializer) && ['__importStar', '__importDefault'].includes(initializer.expression.getText());
  const required = requiredBy(isHelper ? initializer.arguments[0] : initializer);
  return ts.isIdentifier(name) && required !== undefined ? declaration : undefined;
}

/** `__exportStar(require("specifier"), exports);` */
function starOf(statement: ts.Statement): string | undefined {
  const call = callOf(statement);
  return call?.expression.getText() === '__exportStar' ? requiredBy(call.arguments[0]) : undefined;
}

/** `Object.defineProperty(exports, "name", { enumerable: true, get: function () { return value; } });` */
function getterOf(statement: ts.Statement): { name: string; value: ts.Expression } | undefined {
  const call = callOf(statement);
  const [target, name, descriptor] = call?.arguments ?? [];
  if (call?.expression.getText() !== 'Object.defineProperty' || target.getText() !== 'exports' || !ts.isStringLiteral(name)) return undefined;
  const get = (descriptor as ts.ObjectLiteralExpression).properties.find((property) => property.name?.getText() === 'get') as ts.PropertyAssignment | undefined;
  const [body] = (get?.initializer as ts.FunctionExpression | undefined)?.body.statements ?? [];
  return body && ts.isReturnStatement(body) ? { name: name.text, value: body.expression! } : undefined;
}

/** `var __exportStar = …`: no such export is left that would call it. */
function isHelperOfStars(statement: ts.Statement): boolean {
  return ts.isVariableStatement(statement) && ['__exportStar', '__createBinding'].includes(statement.declarationList.declarations[0].name.getText());
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
  const { statements } = ts.createSourceFile('module.js', source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const specifiers = new Map(statements.map(importOf).filter((imported) => imported !== undefined)
    .map(({ name, initializer }) => [name.getText(), requiredBy(initializer)]));
  return Object.fromEntries(statements.map(getterOf).filter((getter) => getter !== undefined).flatMap(({ name, value }) => {
    const specifier = ts.isPropertyAccessExpression(value) && value.name.text === name ? specifiers.get(value.expression.getText()) : undefined;
    return specifier === undefined ? [] : [[name, specifier]];
  }));
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
