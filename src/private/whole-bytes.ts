import type { Size } from 'cdk8s';
import { inKibibytes, sizeMistake } from './sizes';

/** Kubernetes counts storage in whole bytes: a size that is one, and of no parts of a byte. */
export function wholeBytesMistake(property: string, size: Size | undefined): string | undefined {
  const mistake = sizeMistake(property, size);
  if (size === undefined || mistake !== undefined || Number.isInteger(inKibibytes(size) * 1024)) return mistake;
  return `${property} '${size.asString()}' is not a whole number of bytes; give a whole number of a smaller unit, for example Size.kibibytes(${Math.ceil(inKibibytes(size))})`;
}
