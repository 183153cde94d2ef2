import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App as CdkApp } from 'aws-cdk-lib';
import { Testing } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { STRICT } from './synthesized';
import { aws } from '../../examples/pipeline/aws';
import { kubernetes } from '../../examples/pipeline/kubernetes';
import { StackOutputs } from '../../src';

const SAMPLE = join(__dirname, '../../examples/pipeline/outputs.sample.json');
const sample = JSON.parse(readFileSync(SAMPLE, 'utf8'));
const { stacks } = aws(new CdkApp(STRICT)).synth();
const [{ template }] = stacks;
const objects: any[] = parseAllDocuments(kubernetes(Testing.app(), StackOutputs.fromFile(SAMPLE)).synthYaml()).map((document) => document.toJS());

test('the sample is what the deployment would write: the same stack, the same outputs', () => {
  expect(Object.keys(sample)).toEqual(stacks.map(({ stackName }) => stackName));
  expect(Object.keys(sample['prod-storage']).sort()).toEqual(Object.keys(template.Outputs).sort());
});

test('the stack applies nothing to the cluster', () => {
  expect(Object.values<any>(template.Resources).map(({ Type }) => Type).filter((type) => !/^AWS::(EKS::Addon|IAM|KMS)/.test(type))).toEqual([]);
});

test('the key of the one half is that of the classes of the other', () => {
  const classes = objects.filter(({ kind }) => kind === 'StorageClass');
  expect(classes.map(({ metadata, parameters }) => [metadata.name, parameters.kmsKeyId]))
    .toEqual(['gp3-encrypted', 'fast'].map((name) => [name, sample['prod-storage'].StorageKmsKeyArn]));
});

test('both halves have the same options, so that they agree on names', () => {
  const { StorageDefaultStorageClassName, StorageVolumeSnapshotClassName } = template.Outputs;
  const names = (kind: string) => objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
  expect(names('StorageClass')).toContain(StorageDefaultStorageClassName.Value);
  expect(names('VolumeSnapshotClass')).toEqual([StorageVolumeSnapshotClassName.Value]);
});

test('outputs of another stack are refused, with the names of those that there are', () => {
  expect(() => kubernetes(Testing.app(), StackOutputs.fromMap({ 'dev-storage': {} }))).toThrow("has no stack 'prod-storage'; it has 'dev-storage'");
});
