import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { FURTHER_RULES } from './further-rules';

const TESTS = join(__dirname, '..');

/** Where the refusals of the Kubernetes half are listed, each with the words it is refused with, or the first of them. */
const PLACES = ['cluster', 'volumes', 'checks', 'private', '.'];

/** What takes the place of a value. */
const VALUE = '\u0000';
const QUOTED = /'[^']*'/g;
const LIST = /\[[^\]]*\]/g;
const NUMBER = /(?<![A-Za-z\d])-?(\d[\d.]*(e[+-]?\d+)?|NaN|Infinity)(?![A-Za-z\d])/g;
const CHOICE = /\b(gp[239]|io[12]|st1|sc1|standard|ext[34]|xfs|ntfs|SCRATCH_\d|(PERSISTENT|SINGLE_AZ|MULTI_AZ)_\w+|true|false|Retain|Delete|Recycle|governance|compliance)\b/g;
const WHERE = /^volumeClaimTemplate '[^']*': |restoreFrom\[\d+\]: |^container '[^']*' (mounts|is handed) volume '[^']*', but /g;

/** The rule behind a mistake, whatever the values, and the property that has them: all texts in quotes, lists, numbers and choices are the same. */
export function ruleOf(mistake: string): string {
  return mistake.replace(WHERE, '').replace(QUOTED, VALUE).replace(LIST, VALUE).replace(CHOICE, VALUE).replace(NUMBER, VALUE)
    .replace(/\0((,| and| or)? \0)+/g, VALUE)
    .replace(/^(\0 )?[\w.]+( \w+)? (\0|has the key \0|gives \0 the value)/, '$3');
}

/**
 * Whether the tests of the single constructs list the rule of this mistake, or the first words of it.
 */
export class ListedRules {
  private readonly further = FURTHER_RULES.map(ruleOf);
  private readonly listed = listedRules();

  public has(mistake: string): boolean {
    const rule = ruleOf(mistake);
    return this.listed.some((listed) => rule.startsWith(listed)) || this.further.some((part) => rule.includes(part));
  }
}

function listedRules(): string[] {
  const files = PLACES.flatMap((place) => readdirSync(join(TESTS, place), { recursive: place !== '.', encoding: 'utf8' }).map((file) => join(TESTS, place, file)));
  const listed = files.filter((file) => file.endsWith('.test.ts')).flatMap(textsIn);
  return [...new Set(listed.map(ruleOf).filter((rule) => rule.match(/[a-z]{2,}/g)!?.length >= 4))];
}

/** What a file has in quotes, line by line and without the paths of constructs. */
function textsIn(file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node) => {
    const text = textOf(node);
    if (text === undefined) ts.forEachChild(node, visit);
    else texts.push(...text.split('\n').map((line) => line.replace(/^\s*- |^[\w./-]+: /, '')));
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return texts;
}

/** A text, also in pieces. What is filled in is some number. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => `0${literal.text}`).join('');
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}
