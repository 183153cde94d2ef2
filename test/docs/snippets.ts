import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

export interface Snippet {
  readonly page: string;

  /** What it imports from this library, to tell it from the others of its page. */
  readonly names: string;
  readonly code: string;
}

/** All TypeScript that the README and the guides show. */
export function snippets(): Snippet[] {
  const pages = [join(ROOT, 'README.md'), ...readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.md')).map((file) => join(ROOT, 'docs', file))];
  return pages.flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/^( *)```ts\n(.*?)^ *```$/gms)].map(([, indent, text]) => {
    const code = text.replace(new RegExp(`^${indent}`, 'gm'), '');
    return { page: basename(page), names: code.match(/\{ ([^}]*) \} from 'cdk8s-eks-storage'/)![1], code };
  }));
}

/** What the compiler says of snippets, each given what rosetta/default.ts-fixture declares, unless it declares that itself. */
export function typeErrors(all: Snippet[]): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'test', 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, join(ROOT, 'test'));
  const sources = new Map(all.map((snippet, index) => [join(ROOT, 'test', `${snippet.page}-${index}.ts`), sourceOf(snippet)]));
  const host = ts.createCompilerHost({ ...options, noUnusedLocals: false });
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.readFile = (file) => sources.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) =>
    sources.has(file) ? ts.createSourceFile(file, sources.get(file)!, version) : getSourceFile(file, version, ...rest);
  const program = ts.createProgram([...sources.keys()], { ...options, noUnusedLocals: false, noEmit: true }, host);
  return [...sources.keys()].flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map(({ file, messageText }) => `${basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

function sourceOf({ code }: Snippet): string {
  const [fixture] = readFileSync(join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8').split('function example()');
  const given = fixture.split('\n').filter((line) => !declares(code, line.match(/^declare const (\w+)/)?.[1]));
  const lines = code.split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  return [...imports, ...given, 'export function example() {', ...lines.filter((line) => !imports.includes(line)), '}'].join('\n');
}

export function declares(code: string, name: string | undefined): boolean {
  return name !== undefined && new RegExp(`^const ${name} =`, 'm').test(code);
}
