import { App, Testing } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { filesOf } from './synthesized';
import { gitops } from '../../examples/cdk8s-only/kubernetes';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const objectsOf = (app: App): any[] => parseAllDocuments(app.synthYaml()).map((document) => document.toJS());
const classesOf = (app: App) => objectsOf(app).filter(({ kind }) => kind === 'StorageClass');

test('the names of the files are in the order in which they are applied', () => {
  const files = filesOf((app) => gitops(app, KEY));
  expect(Object.keys(files)).toEqual(['namespaces', 'storage-0-snapshot-crds', 'storage-1-snapshot-controller', 'storage-2-classes', 'storage-3-quotas', 'shop']
    .map((name, index) => expect.stringMatching(`^000${index}-${name}(-[0-9a-f]+)?\\.k8s\\.yaml$`)));
});

test('what an object needs is in a file before its own', () => {
  const files = Object.values(filesOf((app) => gitops(app, KEY)));
  const fileOf = (text: RegExp) => {
    const found = files.findIndex((file) => text.test(file));
    expect(found).not.toBe(-1);
    return found;
  };
  expect(fileOf(/^kind: Namespace$/m)).toBeLessThan(fileOf(/^ {2}namespace: shop$/m));
  expect(fileOf(/^kind: CustomResourceDefinition$/m)).toBeLessThan(fileOf(/^kind: VolumeSnapshotClass$/m));
  expect(fileOf(/^kind: StorageClass$/m)).toBeLessThan(fileOf(/storageClassName: fast$/m));
});

test('the key is that of the parameter, and that of the account without one', () => {
  expect(classesOf(gitops(Testing.app(), KEY)).map(({ parameters }) => parameters.kmsKeyId)).toEqual([KEY, KEY]);
  const without = classesOf(gitops(Testing.app()));
  expect(without.map(({ parameters }) => parameters.encrypted)).toEqual(['true', 'true']);
  for (const { parameters } of without) expect(parameters).not.toHaveProperty('kmsKeyId');
});

test("the team's set claims of the further class", () => {
  const set = objectsOf(gitops(Testing.app(), KEY)).find(({ kind }) => kind === 'StatefulSet');
  expect(set).toMatchObject({ metadata: { namespace: 'shop' }, spec: { volumeClaimTemplates: [{ spec: { storageClassName: 'fast' } }] } });
});
