import { type Size, SizeRoundingBehavior } from 'cdk8s';

/** A size as Kubernetes writes it is decimal digits and a unit: no zero, no NaN, no exponent. */
export function sizeMistake(property: string, size: Size | undefined): string | undefined {
  if (size === undefined) return undefined;
  const written = size.asString();
  if (/^(\d+\.?\d*)(Ki|Mi|Gi|Ti|Pi)$/.test(written) && !/^0+\.?0*[A-Z]/.test(written)) return undefined;
  return `${property} '${written}' is not a size; give more than zero, for example Size.gibibytes(10)`;
}

/** For comparing sizes that were given in different units. */
export function inKibibytes(size: Size): number {
  return size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
}
