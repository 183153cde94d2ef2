import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

export interface Docstring {
  /** Meaning, unit and limits, on one line. */
  readonly text: string;

  /** What holds where it is not given, in Markdown; absent of what has no default. */
  readonly default?: string;

  /** Whether it is a property that must be given. */
  readonly isRequired: boolean;

  /** What a property is of, or what a type builds on, by the names in the code. */
  readonly types: string[];

  /** Whether it is one value of an enum. */
  readonly isChoice: boolean;

  /** Whether it is a class that users make with `new`. */
  readonly isConstruct: boolean;
}

/** The docstrings of the types in a part of src, by `Type`, and of what is public in them, by `Type.member`. */
export function docstrings(...rooms: string[]): Map<string, Docstring> {
  const found = new Map<string, Docstring>();
  for (const file of rooms.flatMap((room) => filesBelow(join(__dirname, '..', '..', 'src', room)))) {
    for (const statement of ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true).statements) {
      if (!ts.isInterfaceDeclaration(statement) && !ts.isClassDeclaration(statement) && !ts.isEnumDeclaration(statement)) continue;
      const type = statement.name!.text;
      found.set(type, docstringOf(statement));
      for (const member of statement.members) {
        if (member.name !== undefined && isPublic(member)) found.set(`${type}.${member.name.getText()}`, docstringOf(member));
      }
    }
  }
  return found;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function isPublic(member: ts.NamedDeclaration): boolean {
  const modifiers = ts.canHaveModifiers(member) ? ts.getModifiers(member) ?? [] : [];
  return !member.name!.getText().startsWith('_')
    && !modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword);
}

function docstringOf(node: ts.Node): Docstring {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).map(({ comment }) => plain(comment));
  const tags = ts.getJSDocTags(node);
  const tag = tags.find(({ tagName }) => tagName.text === 'default');
  return {
    text: [...comments, ...tags.filter(ts.isJSDocParameterTag).map(({ name, comment }) => `\`${name.getText()}\`: ${plain(comment)}`)].join(' '),
    default: tag && markdown(plain(tag.comment)),
    isRequired: ts.isPropertySignature(node) && node.questionToken === undefined,
    types: ts.isPropertySignature(node) ? [node.type?.getText() ?? ''] : basesOf(node),
    isChoice: ts.isEnumMember(node),
    isConstruct: ts.isClassDeclaration(node) && (node.heritageClauses ?? []).some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword),
  };
}

function basesOf(node: ts.Node): string[] {
  return ts.isInterfaceDeclaration(node) ? (node.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.getText())) : [];
}

/** A default is a value, or after a dash, a sentence. */
function markdown(value: string): string {
  return value.startsWith('- ') ? value.slice(2) : `\`${value}\``;
}

function plain(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  return (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').trim();
}
