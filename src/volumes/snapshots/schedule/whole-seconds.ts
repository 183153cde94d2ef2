import type { Duration } from 'cdk8s';
import { isWholeNumber, LARGEST_INT32 } from '../../../private/whole-numbers';

/** Kubernetes and the script count whole seconds. */
export function secondsMistake(property: string, duration: Duration | undefined, least: number, most = LARGEST_INT32): string | undefined {
  if (duration === undefined) return undefined;
  const seconds = duration.toSeconds({ integral: false });
  return isWholeNumber(seconds, least, most) ? undefined : `${property} of ${seconds} seconds cannot be; give whole seconds, from ${least} to ${most}`;
}
