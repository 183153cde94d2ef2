import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT, ROOT } from './folders';

/** A folder of a user, with the library and its peers as npm has installed them. */
export class Consumer {
  public readonly folder: string;

  public constructor(public readonly set: string) {
    this.folder = join(process.env.CONSUMERS!, set);
  }

  /** Copies an example, without what it has written. */
  public copy(example: string): void {
    const written = ['dist', 'cdk.out', 'outputs.json'].map((name) => join(ROOT, 'examples', example, name));
    cpSync(join(ROOT, 'examples', example), join(this.folder, example), { recursive: true, filter: (file) => !written.includes(file) });
  }

  /** Runs `cdk8s synth` in the copy, and says what it wrote, by the names of the files. */
  public cdk8sSynth(example: string): Written {
    this.run('cdk8s', ['synth', '--check-upgrade=false'], example);
    return manifestsIn(join(this.folder, example));
  }

  /** Runs `cdk synth` in the copy, and says what it wrote. */
  public cdkSynth(example: string): Written {
    this.run('cdk', ['synth', '--quiet'], example);
    return templatesIn(join(this.folder, example));
  }

  /** Runs a tool or a program; an error with what it said if it fails. */
  public run(command: string, args: string[], folder = '.'): string {
    const { status, output } = this.tryRun(command, args, folder);
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status} in ${join(this.set, folder)}:\n${output}`);
    return output;
  }

  /** Runs a tool or a program. */
  public tryRun(command: string, args: string[], folder = '.'): { status: number | null; output: string } {
    const tool = join(process.env.CONSUMERS!, 'node_modules/.bin', command);
    const { status, stdout, stderr, error } = spawnSync(existsSync(tool) ? tool : command, args, {
      cwd: join(this.folder, folder), env: ENVIRONMENT, encoding: 'utf8', maxBuffer: 64_000_000,
    });
    if (error) throw error;
    return { status, output: stdout + stderr };
  }

  /** Whether a package is found from here. */
  public has(dependency: string): boolean {
    return this.tryRun('node', ['-e', `require.resolve('${dependency}/package.json')`]).status === 0;
  }
}

/** Contents by the names of the files. */
export interface Written {
  readonly [file: string]: string;
}

export function manifestsIn(folder: string): Written {
  return read(join(folder, 'dist'), '.k8s.yaml');
}

/** Templates, and what the validation inside the CDK has to say of them. */
export function templatesIn(folder: string): Written {
  return { ...read(join(folder, 'cdk.out'), '.template.json'), ...read(join(folder, 'cdk.out'), 'validation-report.json') };
}

function read(folder: string, ending: string): Written {
  return Object.fromEntries(readdirSync(folder).filter((file) => file.endsWith(ending)).sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
