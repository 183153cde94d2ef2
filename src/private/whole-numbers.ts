import { isUnresolved } from './cdk-tokens';

/** The largest number of those that Kubernetes keeps in 32 bits. */
export const LARGEST_INT32 = 2 ** 31 - 1;

/** Whether the value is a whole number from the least to the most. One that the CDK fills in later is taken for one. */
export function isWholeNumber(value: number, least: number, most = Infinity): boolean {
  return isUnresolved(value) || (Number.isInteger(value) && value >= least && value <= most);
}
