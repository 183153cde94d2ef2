/**
 * A step of `npx projen compile`: leaves in the declarations (`.d.ts`) what users can name, for their compilers and editors read all of it.
 *
 * TypeScript declares whatever a module exports, though it be for the module next to it only. Here those declarations stay that are exported to users, and
 * those that these are made of, without their `@internal` members. Modules of which nothing stays have no file of declarations. Comments take no lines of
 * their own for `/**`, for the end, and before their first tag: editors show them the same.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as ts from 'typescript';
import { type Edit, edited } from './edits';

/** The modules that users import. */
const ENTRIES = ['index.d.ts', 'kubernetes.d.ts', 'aws.d.ts'];

/** What stays of each file, by its path; `undefined` where nothing does. */
export function publicDeclarations(files: string[], entries: string[]): Map<string, string | undefined> {
  const options: ts.CompilerOptions = { module: ts.ModuleKind.Node16, noLib: true, types: [] };
  const host = ts.createCompilerHost(options);
  // Other packages declare nothing that is made of ours, so they are not read.
  host.resolveModuleNameLiterals = (literals, from) => literals.map(({ text }) => ({
    resolvedModule: text.startsWith('.') ? { resolvedFileName: join(dirname(from), `${text}.d.ts`), extension: ts.Extension.Dts } : undefined,
  }));
  const program = ts.createProgram(files, options, host);
  const needed = neededBy(entries.map((entry) => program.getSourceFile(entry)!), program.getTypeChecker());
  return new Map(files.map((file) => [file, neededText(program.getSourceFile(file)!, needed)]));
}

/** The statements that the exports of the entries are made of, and the names in imports and exports that lead there. */
function neededBy(entries: ts.SourceFile[], checker: ts.TypeChecker): Set<ts.Node> {
  const needed = new Set<ts.Node>();
  const addSymbol = (symbol: ts.Symbol | undefined): void => {
    for (const declaration of symbol?.declarations ?? []) {
      const part = ts.findAncestor(declaration, (node) => isSpecifier(node) || ts.isSourceFile(node.parent ?? node))!;
      if (needed.has(part)) continue;
      needed.add(part);
      if (ts.isSourceFile(part)) checker.getExportsOfModule(symbol!).forEach(addSymbol);
      else addNamesIn(part);
    }
    // eslint-disable-next-line no-bitwise
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) addSymbol(checker.getImmediateAliasedSymbol(symbol));
  };
  const addNamesIn = (node: ts.Node): void => {
    if (isInternalMember(node)) return;
    if (ts.isIdentifier(node)) addSymbol(checker.getSymbolAtLocation(node));
    ts.forEachChild(node, addNamesIn);
  };
  for (const entry of entries) addSymbol(checker.getSymbolAtLocation(entry));
  return needed;
}

function neededText(file: ts.SourceFile, needed: ReadonlySet<ts.Node>): string | undefined {
  const isNeeded = (node: ts.Node) => needed.has(node) || isStar(node);
  if (!file.statements.some((statement) => isNeeded(statement) || specifiersOf(statement)?.some(isNeeded))) return undefined;
  const edits = file.statements.flatMap((statement): Edit[] => {
    const specifiers = specifiersOf(statement);
    if (!specifiers) return isNeeded(statement) ? internalMembers(statement) : [without(statement)];
    const stay = specifiers.filter(isNeeded);
    if (stay.length === specifiers.length) return [];
    return [stay.length === 0 ? without(statement) : { start: specifiers.pos, end: specifiers.end, text: ` ${stay.map((one) => one.getText()).join(', ')}` }];
  });
  return compactComments(edited(file.text, edits).trimStart());
}

/** A class without private members keeps one of its internal ones as such: without any, all that has its public members would pass for it. */
function internalMembers(statement: ts.Statement): Edit[] {
  if (ts.isInterfaceDeclaration(statement)) return statement.members.filter(isInternalMember).map(without);
  if (!ts.isClassDeclaration(statement)) return [];
  const ofInstances = statement.members.filter((member) => !ts.isConstructorDeclaration(member) && !is(ts.SyntaxKind.StaticKeyword, member));
  const isMarked = ofInstances.some((member) => is(ts.SyntaxKind.PrivateKeyword, member));
  const mark = isMarked ? undefined : ofInstances.find(isInternalMember);
  return statement.members.filter(isInternalMember).map((member) =>
    member === mark ? { ...without(member), text: `\n    private ${member.name!.getText()};` } : without(member));
}

function is(modifier: ts.ModifierSyntaxKind, member: ts.ClassElement): boolean {
  return ts.canHaveModifiers(member) && ts.getModifiers(member)?.some(({ kind }) => kind === modifier) === true;
}

/** Constructors stay: without its own, a class would have one that takes nothing. */
function isInternalMember(node: ts.Node): boolean {
  if (!(ts.isClassElement(node) || ts.isTypeElement(node)) || ts.isConstructorDeclaration(node)) return false;
  return ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');
}

/** What is imported or exported by name, if the statement does nothing else. */
function specifiersOf(statement: ts.Statement): ts.NodeArray<ts.ImportSpecifier | ts.ExportSpecifier> | undefined {
  const names = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings
    : ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
  return names && (ts.isNamedImports(names) || ts.isNamedExports(names)) ? names.elements : undefined;
}

function isSpecifier(node: ts.Node): boolean {
  return ts.isImportSpecifier(node) || ts.isExportSpecifier(node);
}

/** `export * from` */
function isStar(node: ts.Node): boolean {
  return ts.isExportDeclaration(node) && !node.exportClause;
}

/** Nothing, in place of the node and its comment. */
function without(node: ts.Node): Edit {
  return { start: node.getFullStart(), end: node.getEnd(), text: '' };
}

function compactComments(text: string): string {
  return text.replace(/^ *\/\*\*[^]*?\*\//gm, (comment) => {
    const compact = comment.replace(/\n *\*(?=\n *\* @)/g, '').replace(/\n *\*\/$/, ' */');
    // Beside `/**` the text begins a column further to the right, and what is indented below would be by one less.
    return /\n *\*  /.test(compact) ? compact : compact.replace(/^( *\/\*\*)\n *\*/, '$1');
  });
}

/** Every declaration file under a folder, in place. */
export function publicFolder(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.d.ts'));
  const paths = (names: string[]) => names.map((name) => join(resolve(folder), name));
  for (const [file, text] of publicDeclarations(paths(files), paths(ENTRIES))) {
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
  }
}

if (require.main === module) publicFolder('lib');
