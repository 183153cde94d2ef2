import { isUnresolved } from '../../../private/cdk-tokens';

/**
 * The API server looks the zone up by its exact name, letter case included, and takes neither an offset nor the zone of its own machine.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones
 */
export function timeZoneMistake(property: string, timeZone: string | undefined): string | undefined {
  if (timeZone === undefined || isUnresolved(timeZone)) return undefined;
  const canonical = canonicalName(timeZone);
  if (canonical !== undefined && canonical !== timeZone && canonical.toLowerCase() === timeZone.toLowerCase()) {
    return `${property} '${timeZone}' is not how the time zone is written; give '${canonical}'`;
  }
  if (canonical !== undefined && /^[A-Za-z]/.test(timeZone)) return undefined;
  return `${property} '${timeZone}' is not a time zone; give one as in 'Europe/Berlin' or 'Etc/UTC', or leave it out`;
}

function canonicalName(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
