import { fsxTagMistakes, idMistake, repeatedMistakes, timeMistakes } from './fsx-rules';
import type { LustreDeployment } from './lustre-deployment';
import { isUnresolved } from '../../../private/cdk-tokens';
import { kmsKeyArnMistake } from '../../../private/kms-key-arn';

interface LustreChoices {
  readonly subnetId: string;
  readonly securityGroupIds: string[];
  readonly deployment: LustreDeployment;
  readonly kmsKeyArn?: string;
  readonly dataRepository?: { readonly s3ImportPath: string; readonly s3ExportPath?: string };
  readonly automaticBackupRetentionDays?: number;
  readonly dailyAutomaticBackupStartTime?: string;
  readonly copyTagsToBackups?: boolean;
  readonly weeklyMaintenanceStartTime?: string;
  readonly fileSystemTypeVersion?: string;
  readonly tags?: Record<string, string>;
}

/** Parameters of pkg/driver/controller.go in v1.9.0 of the driver. */
export const LUSTRE_PARAMETERS: Record<string, string> = Object.fromEntries([
  ...['deploymentType', 'storageType', 'perUnitStorageThroughput', 'driveCacheType', 'metadataConfigurationMode', 'metadataIops', 'efaEnabled']
    .map((key) => [key, 'deployment']),
  ...['s3ImportPath', 's3ExportPath', 'autoImportPolicy'].map((key) => [key, 'dataRepository']),
  ['kmsKeyId', 'kmsKeyArn'], ['dataCompressionType', 'compressed'], ['extraTags', 'tags'],
  ...['subnetId', 'securityGroupIds', 'automaticBackupRetentionDays', 'dailyAutomaticBackupStartTime', 'copyTagsToBackups', 'weeklyMaintenanceStartTime',
    'fileSystemTypeVersion'].map((key) => [key, key]),
].map(([key, property]) => [key, `which has a property of its own; use ${property}`]));

export function lustreMistakes(chosen: LustreChoices): (string | undefined)[] {
  const { subnetId, securityGroupIds, deployment, kmsKeyArn, tags } = chosen;
  return [
    idMistake('subnetId', subnetId, 'subnet'),
    securityGroupIds.length === 0 ? 'securityGroupIds is empty, and the driver would ask FSx for a group without a name; give at least one' : undefined,
    ...securityGroupIds.map((id) => idMistake('securityGroupIds', id, 'sg')),
    ...repeatedMistakes('securityGroupIds', securityGroupIds),
    ...deployment._mistakes(),
    kmsKeyArn === undefined ? undefined : kmsKeyArnMistake('kmsKeyArn', kmsKeyArn),
    ...foreignMistakes(chosen),
    ...repositoryMistakes(chosen),
    ...timeMistakes(chosen),
    chosen.dailyAutomaticBackupStartTime !== undefined && !chosen.automaticBackupRetentionDays
      ? `dailyAutomaticBackupStartTime '${chosen.dailyAutomaticBackupStartTime}' does nothing without backups; give automaticBackupRetentionDays above 0` : undefined,
    versionMistake(chosen),
    ...fsxTagMistakes(tags, 1),
    ...Object.entries(tags ?? {}).filter((tag) => tag.some((text) => !isUnresolved(text) && /[=,]/.test(text)))
      .map(([key, value]) => `tags has '${key}' with the value '${value}', and the driver would take it apart at ',' and '='; choose others`),
  ];
}

/** @see https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-backups-fsx.html */
function foreignMistakes({ deployment, kmsKeyArn, dataRepository, automaticBackupRetentionDays, copyTagsToBackups }: LustreChoices): string[] {
  const given = Object.entries({ automaticBackupRetentionDays, copyTagsToBackups }).filter(([, value]) => Boolean(value)); // 0 and false ask for nothing
  const { deploymentType } = deployment;
  if (deploymentType.startsWith('SCRATCH')) {
    return [...given, ...(kmsKeyArn === undefined ? [] : [['kmsKeyArn', kmsKeyArn]])]
      .map(([key, value]) => `${key} '${value}' is not for ${deploymentType}; leave it out, or choose a persistent deployment`);
  }
  return dataRepository === undefined ? [] : given.map(([key, value]) => `${key} '${value}' is not for file systems with a dataRepository; leave one of them out`);
}

function repositoryMistakes({ deployment, dataRepository }: LustreChoices): (string | undefined)[] {
  if (dataRepository === undefined) return [];
  const { s3ImportPath, s3ExportPath } = dataRepository;
  const [from, to] = [s3ImportPath, s3ExportPath].map((path) => path?.split('/')[2]);
  return [
    deployment.deploymentType === 'PERSISTENT_2'
      ? `dataRepository '${s3ImportPath}' is not for PERSISTENT_2, which has data repository associations instead; choose another deployment` : undefined,
    ...Object.entries({ s3ImportPath, s3ExportPath }).map(([key, path]) => path === undefined || isUnresolved(path)
      || /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/.*)?$/.test(path) ? undefined
      : `dataRepository.${key} '${path}' is not a place in S3; write it as in 's3://bucket/prefix'`),
    from !== undefined && to !== undefined && !isUnresolved(s3ImportPath) && !isUnresolved(s3ExportPath) && from !== to
      ? `dataRepository.s3ExportPath '${s3ExportPath}' is in another bucket than s3ImportPath '${s3ImportPath}'; FSx wants one bucket` : undefined,
  ];
}

/** @see https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html FileSystemTypeVersion */
function versionMistake({ deployment, fileSystemTypeVersion: version }: LustreChoices): string | undefined {
  if (version === undefined || isUnresolved(version)) return undefined;
  if (!/^\d+\.\d+$/.test(version)) return `fileSystemTypeVersion '${version}' is not a version; write it as in '2.15'`;
  const withMetadata = 'metadataConfigurationMode' in deployment._parameters();
  if (deployment.deploymentType !== 'PERSISTENT_2' || !(version === '2.10' || (version === '2.12' && withMetadata))) return undefined;
  return `fileSystemTypeVersion '${version}' is not for PERSISTENT_2${withMetadata ? ' with a metadata configuration' : ''}; give '2.15', or leave it out`;
}
