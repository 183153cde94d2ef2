import { isUnresolved } from '../../private/cdk-tokens';

/** Whether both are known, and not the same. */
export function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && !isUnresolved(one) && !isUnresolved(other) && one !== other;
}
