import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What differs from reader to reader. */
export interface Settings {
  readonly region: string;
  readonly cluster: string;

  /** Issuer of the cluster's tokens. */
  readonly oidcIssuer: string;

  /** Use the OIDC provider that IAM has for this issuer, instead of making it. */
  readonly importOidcProvider: boolean;

  /** Key that exists already; without one the stack makes a key. */
  readonly kmsKeyArn?: string;

  /** Key that the classes name: the one above, or the one the stack has made, or an example. */
  readonly classKeyArn: string;

  /** What F4 updates the add-on to. */
  readonly addonVersion: string;

  /** Volume and snapshot that exist already, for chapters B and E. */
  readonly volumeId: string;
  readonly volumeZone: string;
  readonly snapshotId: string;

  /** EFS file system, for the access modes that EBS does not have. */
  readonly fileSystemId: string;
}

/** Settings that still have their example: their variable, and what it is for. */
export const examples: [string, string][] = [];

const region = process.env.WORKSHOP_REGION ?? 'ap-northeast-2';
const cluster = process.env.WORKSHOP_CLUSTER ?? 'eksworkshop';

export const settings: Settings = {
  region,
  cluster,
  oidcIssuer: fromReader('WORKSHOP_OIDC_ISSUER', `issuer of the cluster: aws eks describe-cluster --name ${cluster} --query cluster.identity.oidc.issuer --output text`)
    ?? `https://oidc.eks.${region}.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE`,
  importOidcProvider: process.env.WORKSHOP_OIDC_PROVIDER === 'import',
  kmsKeyArn: process.env.WORKSHOP_KMS_KEY_ARN,
  classKeyArn: keyOfStack() ?? fromReader('WORKSHOP_KMS_KEY_ARN', 'key that the classes name, unless outputs.json has the one that the stack makes')
    ?? `arn:aws:kms:${region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  addonVersion: process.env.WORKSHOP_ADDON_VERSION ?? 'v1.23.1-eksbuild.1',
  volumeId: fromReader('WORKSHOP_VOLUME_ID', 'EBS volume of chapter B') ?? 'vol-0123456789abcdef0',
  volumeZone: process.env.WORKSHOP_VOLUME_ZONE ?? `${region}a`,
  snapshotId: fromReader('WORKSHOP_SNAPSHOT_ID', 'EBS snapshot of chapter E') ?? 'snap-0123456789abcdef0',
  fileSystemId: fromReader('WORKSHOP_FILE_SYSTEM_ID', 'EFS file system of chapter C') ?? 'fs-0123456789abcdef0',
};

function fromReader(variable: string, meaning: string): string | undefined {
  const value = process.env[variable];
  if (value === undefined) examples.push([variable, meaning]);
  return value;
}

/** What "cdk deploy storage --outputs-file outputs.json" has left, once it has been run. */
function keyOfStack(): string | undefined {
  const outputs = join(__dirname, 'outputs.json');
  return existsSync(outputs) ? JSON.parse(readFileSync(outputs, 'utf8'))[`${cluster}-storage`]?.KeyArn : undefined;
}
