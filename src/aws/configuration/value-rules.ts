import { Token } from 'aws-cdk-lib/core';
import { isWholeNumber } from '../../private/whole-numbers';

/** What is wrong with the value at a path. Never asked of a value that the CDK fills in later. */
export type Rule = (path: string, value: unknown) => (string | undefined)[];

/** An object whose keys say something: neither a list nor a token. */
export function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Token.isUnresolved(value);
}

/** A value as an error shows it: strings quoted, so that '3' and 3 are told apart. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function rule(what: string, advice: string, holds: (value: unknown) => boolean): Rule {
  return (path, value) => [holds(value) ? undefined : `${path} ${shown(value)} is not ${what}; ${advice}`];
}

export const flag = rule('a boolean', 'give true or false', (value) => typeof value === 'boolean');

const isText = (value: unknown) => typeof value === 'string' || Token.isUnresolved(value);

export const text = rule('a string', 'give one', isText);

export const texts = rule('a list of strings', 'give one', (value) => Array.isArray(value) && value.every(isText));

export const textMap = rule('an object with strings as its values', 'give one', (value) => isObject(value) && Object.values(value).every(isText));

export const object = rule('an object', 'give one', isObject);

export const list = rule('a list', 'give one', Array.isArray);

export const count = rule('a whole number or a percentage', "give one as in 1 or '25%'", (value) => isWholeNumber(value as number, 0) || (typeof value === 'string' && /^\d+%?$/.test(value)));

export function wholeNumber(least: number): Rule {
  return rule(`a whole number of at least ${least}`, 'give one', (value) => isWholeNumber(value as number, least));
}

export function oneOf(...names: string[]): Rule {
  return (path, value) => [names.includes(value as string) ? undefined : `${path} ${shown(value)} is not known; give one of ${names.join(', ')}`];
}

export function listOf(item: Rule): Rule {
  return (path, value) => Array.isArray(value) ? value.flatMap((one, index) => unlessLater(item, `${path}[${index}]`, one)) : list(path, value);
}

export function orNull(other: Rule): Rule {
  return (path, value) => value === null ? [] : other(path, value);
}

/** For values inside of others, of which each may be missing or a token. */
export function unlessLater(judge: Rule, path: string, value: unknown): (string | undefined)[] {
  return value === undefined || Token.isUnresolved(value) ? [] : judge(path, value);
}
