import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { Installation, LIBRARY } from './installation';
import { peerDependenciesMeta } from '../../package.json';

// What a cdk8s app installs that has nothing to do with the CDK.
const without = new Installation('constructs', 'cdk8s', 'cdk8s-plus-27', '@types/node');
const withAll = new Installation('constructs', 'cdk8s', 'cdk8s-plus-27', 'aws-cdk-lib');

test('npm does not ask for aws-cdk-lib', () => {
  expect(peerDependenciesMeta).toEqual({ 'aws-cdk-lib': { optional: true } });
});

test.each([['classes-and-claims', 'cjs'], ['classes-and-claims', 'mjs'], ['pods', 'cjs'], ['pods', 'mjs']] as const)(
  '%s, as %s, says the same without aws-cdk-lib', (app, kind) => {
    const { output, errors } = without.runApp(app, kind);
    expect(errors).toBe('');
    expect(output).toBe(withAll.runApp(app, kind).output);
  });

test('what needs aws-cdk-lib says so', () => {
  const { output, errors } = without.run(`
    const { EbsCsiDriver } = require('${LIBRARY}');
    const { Construct } = require('constructs');
    new EbsCsiDriver(new Construct(undefined, ''), 'Driver', { cluster: {} });`);
  expect(output).toBe('');
  expect(errors).toContain("Cannot find module 'aws-cdk-lib/");
});

test("its types are whole without aws-cdk-lib, as far as 'lib/kubernetes' has them", () => {
  const program = join(without.folder, 'program.ts');
  const compiled = (entry: string) => {
    writeFileSync(program, `import { StorageClass } from '${entry}';\nexport const name: number = StorageClass.fromName('a').storageClassName;`);
    const made = ts.createProgram([program], {
      module: ts.ModuleKind.Node16,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: ['node'],
      typeRoots: [join(without.folder, 'node_modules/@types')],
    });
    return ts.getPreEmitDiagnostics(made).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  };
  expect(compiled(`${LIBRARY}/lib/kubernetes`)).toEqual(["Type 'string' is not assignable to type 'number'."]);
  expect(compiled(LIBRARY)).toContainEqual(expect.stringContaining("Cannot find module 'aws-cdk-lib/"));
});
