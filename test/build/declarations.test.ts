import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import { publicDeclarations } from '../../build/declarations';

const folder = mkdtempSync(join(tmpdir(), 'declarations-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What stays of the files, by their names without the ending. Users import `index`. */
function staysOf(sources: Record<string, string>): Record<string, string | undefined> {
  const paths = Object.keys(sources).map((name) => join(folder, `${name}.d.ts`));
  for (const [name, source] of Object.entries(sources)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, `${name}.d.ts`), source);
  }
  const stays = publicDeclarations(paths, [join(folder, 'index.d.ts')]);
  return Object.fromEntries(Object.keys(sources).map((name, index) => [name, stays.get(paths[index])]));
}

test('what is exported to users stays, with what it is made of', () => {
  const sources = {
    'index': "export { A } from './a';\n",
    'a': "import type { Base, Options } from './rooms/b';\nexport declare class A extends Base {\n    constructor(options: Options);\n}\n",
    'rooms/b': "import { Construct } from 'constructs';\nexport declare class Base extends Construct {\n}\n"
      + 'export interface Options {\n    readonly of: typeof LIMIT;\n}\ndeclare const LIMIT: number;\nexport {};\n',
  };
  expect(staysOf(sources)).toEqual(sources);
});

test('what is for other modules goes, with what only that is made of', () => {
  expect(staysOf({
    index: "export { A } from './a';\n",
    a: "import { B, C } from './b';\nimport { D } from './d';\nexport { rule } from './d';\nexport interface A {\n    b: B;\n}\n"
      + '/** Not for users. */\nexport declare function f(c: C): D;\n',
    b: 'export interface B {\n}\nexport interface C {\n}\n',
    d: 'export interface D {\n}\nexport declare function rule(): void;\n',
  })).toEqual({
    index: "export { A } from './a';\n",
    a: "import { B } from './b';\nexport interface A {\n    b: B;\n}\n",
    b: 'export interface B {\n}\n',
    d: undefined,
  });
});

test('everything is followed that an export can lead through', () => {
  const sources = {
    index: "export * from './a';\nexport * as all from './b';\n",
    a: "export { One as Other } from './b';\nexport declare const value: import('./c').C;\n",
    b: 'export interface One {\n}\nexport declare enum Two {\n    X = 1\n}\n',
    c: "import type { Two } from './b';\nexport interface C {\n    two: Two.X;\n}\n",
  };
  expect(staysOf(sources)).toEqual(sources);
});

test('internal members go, with what only they are made of', () => {
  expect(staysOf({
    index: "import { Rules } from './rules';\nexport declare class A {\n    private of;\n    /** @internal */\n    readonly _rules: Rules;\n    a(): void;\n"
      + '    /**\n     * Says.\n     *\n     * @internal\n     */\n    static _make(): A;\n}\n'
      + 'export interface I {\n    /** @internal */\n    _rules?: Rules;\n    i: number;\n}\n',
    rules: 'export interface Rules {\n}\n',
  })).toEqual({
    index: 'export declare class A {\n    private of;\n    a(): void;\n}\nexport interface I {\n    i: number;\n}\n',
    rules: undefined,
  });
});

test('a class does not come to be like others: one internal member stays as a private one', () => {
  expect(staysOf({
    index: 'export declare class A {\n    /** @internal */\n    static _make(): A;\n    /** @internal */\n    readonly _rules: string[];\n'
      + '    /** @internal */\n    _more(): void;\n    private constructor();\n}\n',
  }).index).toBe('export declare class A {\n    private _rules;\n    private constructor();\n}\n');
});

test('an internal constructor stays, for without one the class could be made of nothing', () => {
  const index = 'export declare class A {\n    private of;\n    /** @internal */\n    constructor(of: string);\n}\n';
  expect(staysOf({ index }).index).toBe(index);
});

test('comments take no lines for themselves', () => {
  const index = '/**\n * Says.\n *\n * More.\n *\n * @default 1\n * @see it\n */\nexport interface A {\n    /**\n     * Says.\n     */\n    a: 1;\n}\n';
  const compact = '/** Says.\n *\n * More.\n * @default 1\n * @see it */\nexport interface A {\n    /** Says. */\n    a: 1;\n}\n';
  expect(staysOf({ index }).index).toBe(compact);
  expect(staysOf({ index: compact }).index).toBe(compact);
});

test('editors show the same of every comment of the library', () => {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const sources = names.map((name) => readFileSync(join('src', name), 'utf8'));
  const odd = [
    '/**\n * List:\n *\n * - one\n *   more\n *\n * @default - none\n */',
    '/**\n * @example\n *\n * if (a) {\n *   b();\n * }\n */',
    '/** Says.\n * @see a\n *\n * @see b */',
  ];
  const comments = [...odd, ...sources.flatMap((source) => source.match(/^ *\/\*\*[^]*?\*\//gm) ?? [])];
  const index = comments.map((comment, number) => `${comment}\nexport declare const c${number}: number;\n`).join('');
  const shown = (source: string) => {
    writeFileSync(join(folder, 'index.d.ts'), source);
    const program = ts.createProgram([join(folder, 'index.d.ts')], { noLib: true, types: [] });
    const checker = program.getTypeChecker();
    return checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFiles()[0])!).map((symbol) => ({
      name: symbol.name,
      text: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      tags: symbol.getJsDocTags(checker).map(({ name, text }) => `${name} ${ts.displayPartsToString(text)}`),
    }));
  };
  expect(comments.length).toBeGreaterThan(1000);
  expect(shown(staysOf({ index }).index!)).toEqual(shown(index));
});
