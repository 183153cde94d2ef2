import { Token } from 'aws-cdk-lib/core';

/** Whether a version, as in `v1.58`, is known to be older than another; the rest of it, and what cannot be read, is not looked at. */
export function isVersionBefore(version: string, other: string): boolean {
  if (Token.isUnresolved(version)) return false;
  const [[major, minor], [otherMajor, otherMinor]] = [version, other].map((each) => (/^v?(\d+)\.(\d+)/.exec(each) ?? []).slice(1).map(Number));
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
