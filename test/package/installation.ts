import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as ts from 'typescript';

export const LIBRARY = 'cdk8s-eks-storage';

/** Prints, when a program ends, which files it loaded. */
const REPORTER = "process.on('exit', () => process.stdout.write(`\\nloaded: ${JSON.stringify(Object.keys(require.cache))}`));";

export interface Run {
  readonly output: string;
  readonly errors: string;

  /** Files of packages, as in `cdk8s/lib/app.js`. */
  readonly loaded: string[];
}

/** A folder with the library as it is published, beside the packages that are named and no others. */
export class Installation {
  /** Where programs run. */
  public readonly folder: string;

  public constructor(...packages: string[]) {
    this.folder = mkdtempSync(join(process.env.PACKED!, 'installation-'));
    mkdirSync(join(this.folder, 'node_modules/@types'), { recursive: true });
    cpSync(join(process.env.PACKED!, 'package'), join(this.folder, 'node_modules', LIBRARY), { recursive: true });
    for (const name of packages) symlinkSync(realpathSync(resolve('node_modules', name)), join(this.folder, 'node_modules', name));
    writeFileSync(join(this.folder, 'reporter.cjs'), REPORTER);
  }

  /** Runs one of the apps in this folder, as it is compiled for CommonJS or as the ES module that it is; `entry` is a file of the library beside its index. */
  public runApp(name: string, kind: 'cjs' | 'mjs' = 'cjs', entry?: string): Run {
    const program = readFileSync(join(__dirname, 'apps', `${name}.ts`), 'utf8');
    return this.run(entry === undefined ? program : program.replace(`'${LIBRARY}'`, `'${LIBRARY}/${entry}'`), kind);
  }

  public run(program: string, kind: 'cjs' | 'mjs' = 'cjs'): Run {
    const module = kind === 'cjs' ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext;
    const { outputText } = ts.transpileModule(program, { compilerOptions: { module, target: ts.ScriptTarget.ES2022, esModuleInterop: true } });
    writeFileSync(join(this.folder, `program.${kind}`), outputText);
    const { stdout, stderr } = spawnSync(process.execPath, ['--require', './reporter.cjs', `program.${kind}`], {
      cwd: this.folder, encoding: 'utf8', maxBuffer: 64_000_000, env: { ...process.env, CDK_VALIDATION: 'false', NODE_OPTIONS: '' },
    });
    const [output, files] = stdout.split('\nloaded: ');
    const loaded: string[] = JSON.parse(files).map((file: string) => file.split(/[\\/]node_modules[\\/]/)).filter((parts: string[]) => parts.length > 1)
      .map((parts: string[]) => parts.pop()!.replaceAll('\\', '/'));
    return { output, errors: stderr, loaded };
  }
}

/** Names of the packages that the files are of, without the library. */
export function packagesOf(files: string[]): string[] {
  const names = files.map((file) => /^(@[^/]+\/)?[^/]+/.exec(file)![0]);
  return [...new Set(names)].filter((name) => name !== LIBRARY).sort();
}
