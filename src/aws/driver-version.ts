import { Token } from 'aws-cdk-lib/core';

/** The version, if it is known and older than the other one, as in `v1.58`; the rest of it, and what cannot be read, is not looked at. */
export function versionBefore(version: string | undefined, other: string): string | undefined {
  if (version === undefined || Token.isUnresolved(version)) return undefined;
  const [[major, minor], [otherMajor, otherMinor]] = [version, other].map((each) => (/^v?(\d+)\.(\d+)/.exec(each) ?? []).slice(1).map(Number));
  return major < otherMajor || (major === otherMajor && minor < otherMinor) ? version : undefined;
}
