import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { Installation, LIBRARY } from './installation';

const all = new Installation('constructs', 'cdk8s', 'cdk8s-plus-27', 'aws-cdk-lib', '@types/node');
const file = join(all.folder, 'program.ts');

function compiled(program: string, skipLibCheck: boolean) {
  writeFileSync(file, program);
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.Node16, target: ts.ScriptTarget.ES2022, skipLibCheck, types: ['node'], typeRoots: [join(all.folder, 'node_modules/@types')],
  };
  return ts.createProgram([file], options);
}

/** What the compiler of a user reads, as `tsc --extendedDiagnostics` counts it: lines of declarations, without those of the language. */
function read(program: string) {
  const made = compiled(program, true);
  const declarations = made.getSourceFiles().filter((source) => source.isDeclarationFile && !made.isSourceFileDefaultLibrary(source));
  return {
    files: declarations.map(({ fileName }) => fileName.split('/node_modules/').pop()!),
    lines: declarations.reduce((sum, source) => sum + source.getLineStarts().length, 0),
  };
}

test('the AWS side costs no more than 140 000 lines', () => {
  const aws = read(`export { EbsCsiDriver } from '${LIBRARY}/lib/aws';`);
  console.log(`lines of declarations, AWS: ${aws.lines}`);
  expect(aws.files).toContain('aws-cdk-lib/core/lib/app.d.ts');
  expect(aws.lines).toBeLessThanOrEqual(140_000);
  expect(aws.files.filter((name) => /^cdk8s/.test(name) && !name.startsWith(`${LIBRARY}/lib/aws`) && !name.startsWith(`${LIBRARY}/lib/private`))).toEqual([]);
});

test('the Kubernetes side reads nothing beside cdk8s-plus-27 and itself', () => {
  const plus = read("export { Pod } from 'cdk8s-plus-27';");
  const kubernetes = read(`export { EncryptedStorageClass } from '${LIBRARY}/lib/kubernetes';`);
  console.log(`lines of declarations, Kubernetes: ${kubernetes.lines}, ${(kubernetes.lines / plus.lines).toFixed(3)} times those of cdk8s-plus-27`);
  expect(plus.lines).toBeGreaterThan(70_000);
  expect(kubernetes.files.filter((name) => !plus.files.includes(name) && !name.startsWith(`${LIBRARY}/lib/`))).toEqual([]);
  expect(kubernetes.files.filter((name) => name.startsWith(`${LIBRARY}/lib/aws`))).toEqual([]);
  expect(kubernetes.lines).toBeLessThanOrEqual(1.05 * plus.lines);
});

test('no declaration names the whole of aws-cdk-lib', () => {
  const { files } = read(`export { EbsCsiDriver } from '${LIBRARY}';`);
  expect(files.filter((name) => /^aws-cdk-lib\/(index\.d\.ts|aws-eks)/.test(name))).toEqual([]);
});

test.each([LIBRARY, `${LIBRARY}/lib/aws`, `${LIBRARY}/lib/kubernetes`])('the declarations of %s lack nothing', (entry) => {
  const made = compiled(`export * from '${entry}';`, false);
  const ours = made.getSourceFiles().filter(({ fileName }) => fileName.includes(`/node_modules/${LIBRARY}/lib/`));
  expect(ours.length).toBeGreaterThan(30);
  expect(ours.flatMap((source) => made.getSemanticDiagnostics(source)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([]);
});
