import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { lazyModule, passedOn } from '../../build/lazy-requires';

const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 };
const javascript = (source: string) => transpileModule(source, { compilerOptions }).outputText;

/** Modules that import each other, compiled, made lazy and loaded from memory. `loaded` has those that were, in order. */
function load(modules: Record<string, string>) {
  const loaded: string[] = [];
  const cache: Record<string, any> = {};
  const required = (specifier: string) => {
    if (cache[specifier]) return cache[specifier];
    loaded.push(specifier);
    const module = { exports: cache[specifier] = {} };
    const lazy = lazyModule(javascript(modules[specifier]), (from) =>
      Object.fromEntries(Object.keys(required(from)).map((name) => [name, passedOn(javascript(modules[from]))[name] ?? from])));
    loaded.splice(loaded.indexOf(specifier) + 1); // what was loaded to learn its names
    for (const name of Object.keys(cache)) if (!loaded.includes(name)) delete cache[name];
    new Function('require', 'module', 'exports', lazy)(required, module, module.exports);
    return cache[specifier] = module.exports;
  };
  return { exports: required('./index'), loaded };
}

test('a module is loaded when it is used', () => {
  const { exports, loaded } = load({
    './index': "import { one } from './a'; export const use = () => one() + one();",
    './a': 'export function one() { return 1; }',
  });
  expect(loaded).toEqual(['./index']);
  expect(exports.use()).toBe(2);
  expect(loaded).toEqual(['./index', './a']);
});

test('every way to use an import goes on working', () => {
  const { exports } = load({
    './index': `
      import * as all from './a';
      import { Made, Made as Other, value } from './a';
      export class Derived extends Made { public it = new Made(new Other(value.of.it), value).first; }
      export const results = () => [new Derived(1).it instanceof Made, \`\${value.of.it}\`, { value }.value.of.it, [...value.list], typeof value, value?.of.it, new Other.Inner().inner];
      export function shadows(value: number) { const Made = value; return Made; }
      export type Used = typeof all;`,
    './a': `
      export class Made { public static Inner = class { public inner = 2; }; public constructor(public readonly first: any, ..._more: any[]) {} }
      export const value = { of: { it: 1 }, list: [1] };`,
  });
  expect(exports.results()).toEqual([true, '1', 1, [1], 'object', 1, 2]);
  expect(exports.shadows(7)).toBe(7);
});

test('a module may be imported as a whole, under a name that properties have as well', () => {
  const { exports, loaded } = load({
    './index': `
      import * as v1 from './a';
      export const use = () => [v1.one, { v1: 2 }.v1, { v1 }.v1.one, (({ v1: other }) => other)({ v1: 3 }), new v1.Made().v1];`,
    './a': 'export const one = 1; export class Made { public v1 = 4; }',
  });
  expect(loaded).toEqual(['./index']);
  expect(exports.use()).toEqual([1, 2, 1, 3, 4]);
});

test('a module that is no ES module by its own account may be imported as a whole', () => {
  const use = lazyModule(javascript("import * as all from './a'; export const use = () => all.one;"), () => ({}));
  const exports: Record<string, any> = {};
  new Function('require', 'exports', use)(() => ({ one: 1 }), exports);
  expect(exports.use()).toBe(1);
});

test('what a class is derived from is loaded with it, and nothing else', () => {
  const { loaded } = load({
    './index': "import { Base } from './a'; import { other } from './b'; export class Derived extends Base { public use() { return other; } }",
    './a': 'export class Base {}',
    './b': 'export const other = 1;',
  });
  expect(loaded).toEqual(['./index', './a']);
});

test.each([
  ['by its name', "export { One, Two } from './a';"],
  ['with all the others', "export * from './a';"],
])('an export of another module, named %s, is there before it is loaded, and its value takes the place of its getter', (_, index) => {
  const { exports, loaded } = load({ './index': index, './a': 'export class One {}\nexport class Two {}' });
  expect(loaded).toEqual(['./index']);
  expect(Object.keys(exports).sort()).toEqual(['One', 'Two']);
  expect(Object.getOwnPropertyDescriptor(exports, 'One')!.get).toBeDefined();
  const { One } = exports;
  expect(One.name).toBe('One');
  expect(loaded).toEqual(['./index', './a']);
  expect(Object.getOwnPropertyDescriptor(exports, 'One')).toEqual({ configurable: true, enumerable: true, writable: true, value: One });
});

test('an export that is passed on twice is had from where it is, without what is between', () => {
  const { exports, loaded } = load({
    './index': "export * from './a';",
    './a': "export { One, Two as Renamed } from './b'; export * from './c';",
    './b': 'export class One {}\nexport class Two {}',
    './c': 'export const own = 3;',
  });
  expect(exports.One.name).toBe('One');
  expect(loaded).toEqual(['./index', './b']);
  expect([exports.own, exports.Renamed.name]).toEqual([3, 'Two']);
  expect(loaded).toEqual(['./index', './b', './a', './c']);
});

test('modules may import each other', () => {
  const { exports } = load({
    './index': "import { Even } from './a'; export const parent = () => new Even().odd().even();",
    './a': "import { Odd } from './b'; export class Even { public odd() { return new Odd(); } }",
    './b': "import { Even } from './a'; export class Odd { public even() { return new Even(); } }",
  });
  expect(exports.parent().constructor.name).toBe('Even');
});

test('an export that is not there yet is asked for again', () => {
  const { exports } = load({
    './index': "export { later } from './a';",
    './a': "import { later as unknown } from './index'; export const before = () => unknown; export let later: number; export const set = () => { later = 1; };",
  });
  expect(exports.later).toBeUndefined();
  expect(Object.getOwnPropertyDescriptor(exports, 'later')!.get).toBeDefined();
});

test('done twice is done once', () => {
  const once = lazyModule(javascript("export { b } from './b'; export * from './c';"), () => ({ c: './c' }));
  expect(lazyModule(once, () => ({ c: './c' }))).toBe(once);
  const user = lazyModule(javascript("import { a } from './a'; export const use = () => a;"), () => ({}));
  expect(lazyModule(user, () => ({}))).toBe(user);
});

test('lines stay where they are, without the source map', () => {
  const eager = javascript("import { a } from './a';\n/** Says. */\nexport const use = () => a;\n");
  const lazy = lazyModule(`${eager}//# sourceMappingURL=data:application/json;base64,AAAA`, () => ({}));
  expect(lazy).not.toContain('sourceMappingURL');
  const lineOf = (text: string) => text.split('\n').findIndex((line) => line.includes('const use'));
  expect(lineOf(lazy)).toBe(lineOf(eager));
});

test('Node.js finds the names that an ES module may import', () => {
  expect(lazyModule(javascript("export * from './a'; export { b as c } from './b';"), () => ({ One: './a', Two: './a' })))
    .toContain('\n0 && (module.exports = { c, One, Two });\n');
});

test('an index is a module like any other to who loads it', () => {
  const { exports } = load({ './index': "export * from './a'; export { one as first } from './a';", './a': 'export const one = 1;' });
  expect(exports).toBeInstanceOf(Object);
  expect(exports.__esModule).toBe(true);
  expect(Object.keys(exports)).toEqual(['first', 'one']);
  expect({ ...exports }).toEqual({ first: 1, one: 1 });
});

test('what is exported by its name hides the same name among all of a module', () => {
  const { exports, loaded } = load({
    './index': "export * from './a'; export { one } from './b';", './a': 'export const one = 1; export const two = 2;', './b': 'export const one = 3;',
  });
  expect([exports.one, exports.two]).toEqual([3, 2]);
  expect(loaded).toEqual(['./index', './b', './a']);
});

test.each([
  "export { a } from './a'; export const own = 1;",
  "import { a } from './a'; export * from './b'; export const use = () => a;",
])('refuses an index that holds something of its own: %s', (source) => {
  expect(() => lazyModule(javascript(source), () => ({})))
    .toThrow('a module that passes on what others export is written anew, so it can hold nothing of its own: ');
});

test.each([
  ['a module for its side effects', 'require("./a");', 'nothing makes this lazy; import the names that are needed: require("./a");'],
  ['a module in a value', 'exports.a = { b: require("./a").c };', 'nothing makes this lazy'],
  ['a module taken apart', 'const { a } = require("./a");', 'nothing makes this lazy'],
])('refuses to leave %s as it is', (_, source, message) => {
  expect(() => lazyModule(source, () => ({}))).toThrow(message);
});

test.each(['function f(v1) { return v1; }', 'const f = () => { const v1 = 1; };', 'class C { m({ v1 }) {} }'])('refuses an import that is something else too: %s', (rest) => {
  expect(() => lazyModule(`const v1 = __importStar(require("./a"));\n${rest}`, () => ({}))).toThrow("'v1' is an import and something else; call one of them by another name: v1");
});
