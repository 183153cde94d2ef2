import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { LIFECYCLE_LIMITS } from './lifecycle-limits';
import { daysMistake } from './lifecycle-retention';
import type { LifecycleRegionCopy } from './lifecycle-schedule';
import { isKmsKeyArn } from '../../private/kms-key-arn';
import { repetitionsIn } from '../../private/repetitions';

export function regionCopyMistakes(scope: Construct, path: string, copies: LifecycleRegionCopy[] | undefined): (string | undefined)[] {
  if (copies === undefined) return [];
  const most = LIFECYCLE_LIMITS.regionCopies;
  const regions = copies.map(({ region }) => region).filter((region) => !Token.isUnresolved(region));
  return [
    copies.length === 0 ? `${path} is empty; name at least one region, or leave it out` : undefined,
    copies.length > most ? `${path} has ${copies.length}, and AWS takes ${most}; leave some out` : undefined,
    ...repetitionsIn(regions).map((region) => `${path} has the region '${region}' more than once; leave one out`),
    ...copies.flatMap((copy, index) => copyMistakes(scope, `${path}[${index}]`, copy)),
  ];
}

function copyMistakes(scope: Construct, path: string, { region, retention, encryptionKey }: LifecycleRegionCopy): (string | undefined)[] {
  const own = Stack.of(scope).region;
  return [
    Token.isUnresolved(region) || /^([a-z]+-){2,3}\d$/.test(region) ? undefined : `${path}.region '${region}' is not a region; write one as in 'eu-central-1'`,
    !Token.isUnresolved(region) && region === own ? `${path}.region '${region}' is where the volumes are, and the copies go elsewhere; give another region` : undefined,
    daysMistake(`${path}.retention`, retention),
    encryptionKey && keyMistake(`${path}.encryptionKey`, encryptionKey, region),
  ];
}

/** EBS encrypts with a key of the region that the copy is in, and the policy of the role cannot name aliases. */
function keyMistake(path: string, key: IKey, region: string): string | undefined {
  const { keyArn } = key;
  if ('aliasName' in key || /:alias\//.test(keyArn)) {
    return `${path} is '${Token.isUnresolved(keyArn) ? key.node.path : keyArn}', an alias, which IAM policies cannot name; give the key itself, for example with Key.fromKeyArn`;
  }
  if (!Token.isUnresolved(keyArn) && !isKmsKeyArn(keyArn)) return `${path} has the ARN '${keyArn}', which is not that of a key; give a key whose ARN is 'arn:aws:kms:${region}:<account>:key/<id>'`;
  const regionOfKey = Token.isUnresolved(keyArn) ? key.env.region : keyArn.split(':')[3];
  if (Token.isUnresolved(region) || Token.isUnresolved(regionOfKey) || regionOfKey === region) return undefined;
  return `${path} is of the region ${regionOfKey}, and the copies are in ${region}; give a key of that region`;
}
