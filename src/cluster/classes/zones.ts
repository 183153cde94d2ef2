/**
 * Names such as us-east-1a, and those of Local Zones and Wavelength Zones such as us-west-2-lax-1a.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
export const ZONE_NAME = /^[a-z]{2,4}(-[a-z]+)+-\d+([a-z]|(-[a-z0-9]+)+)$/;

/**
 * Ids such as use1-az1, and usw2-lax1-az1 or use1-wl1-bos-wlz1.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html
 */
const ZONE_ID = /^[a-z]+\d+(-[a-z0-9]+)*-(az|wlz)\d+$/;

export function zoneNameMistake(property: string, zone: string): string | undefined {
  if (ZONE_ID.test(zone)) return `${property} has the zone '${zone}', which is the id of one; use zoneIds, or the name as in 'us-east-1a'`;
  return ZONE_NAME.test(zone) ? undefined : `${property} has the zone '${zone}', which is not the name of one; write it as in 'us-east-1a'`;
}

export function zoneIdMistake(property: string, zoneId: string): string | undefined {
  return ZONE_ID.test(zoneId) ? undefined : `${property} has the zone id '${zoneId}', which is not one; write it as in 'use1-az1', and names under zones`;
}
