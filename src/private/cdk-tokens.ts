/**
 * Whether a value is one the CDK fills in later. Nothing is known about it yet, so no rule may judge it.
 *
 * The marks are the CDK's own, of a text, of a list (in its only element) and of a number; they are looked for here by hand because the Kubernetes half never
 * loads aws-cdk-lib.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/tokens.html
 */
export function isUnresolved(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('{Token[') && /[$#]\{Token\[.+?\]\}/.test(value);
  if (typeof value === 'number') return value <= -1.888e289;
  return false;
}
