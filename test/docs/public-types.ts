import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { docstrings } from './docstrings';

/** Types without a table, and why. */
export const UNTABLED_TYPES: { [name: string]: string } = {
  ClusterStorageOptions: 'brings together what has tables of its own',
  ClusterStorageProps: 'adds a key to them, which is that of the classes',
  ExistingClaimOptions: 'what is known of a claim that exists; nothing of it is written',
  VolumeDataSource: 'what sources say of themselves; nobody gives it',
};

/**
 * The structs, choices and types with factories that users of the Kubernetes rooms give to constructs. Not the constructs themselves, nor interfaces that
 * others implement.
 */
export function publicTypes(): string[] {
  const exported = ts.createSourceFile('kubernetes.ts', readFileSync(join(__dirname, '..', '..', 'src', 'kubernetes.ts'), 'utf8'), ts.ScriptTarget.Latest, true);
  const docs = docstrings('cluster', 'volumes');
  return exported.statements.filter(ts.isExportDeclaration).flatMap(({ moduleSpecifier, exportClause }) => {
    const from = (moduleSpecifier as ts.StringLiteral).text;
    const ours = /^\.\/(cluster|volumes)\//.test(from) && !/\/(snapshots|backup)\//.test(from);
    return ours ? (exportClause as ts.NamedExports).elements.map(({ name }) => name.text) : [];
  }).filter((name) => !/^I[A-Z]/.test(name) && !docs.get(name)?.isConstruct).sort();
}
