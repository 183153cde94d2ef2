import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { StackOutputs } from '../../src';

const OUTPUTS = {
  storage: { StorageKmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1', StorageDefaultStorageClassName: 'gp3', Other: 'x' },
  empty: {},
};

let folder: string;
beforeEach(() => folder = mkdtempSync(join(tmpdir(), 'outputs-')));
afterEach(() => rmSync(folder, { recursive: true }));

function file(content: string): string {
  const path = join(folder, 'outputs.json');
  writeFileSync(path, content);
  return path;
}

test.each([
  ['a file', () => StackOutputs.fromFile(file(JSON.stringify(OUTPUTS)))],
  ['a map', () => StackOutputs.fromMap(OUTPUTS)],
])('outputs are read from %s', (_, read) => {
  expect(read().stack('storage').output('Other')).toBe('x');
});

test('what an EksStorage tells of itself is read by its path', () => {
  expect(StackOutputs.fromMap(OUTPUTS).stack('storage').eksStorage('Storage')).toEqual({
    kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1',
    driverRoleArn: undefined,
    defaultStorageClassName: 'gp3',
    volumeSnapshotClassName: undefined,
  });
});

test.each<[string, () => unknown, RegExp]>([
  ['a stack that is not there', () => StackOutputs.fromMap(OUTPUTS).stack('storge'), /^StackOutputs\.fromMap has no stack 'storge'; it has 'storage', 'empty'$/],
  ['no stack at all', () => StackOutputs.fromMap({}).stack('storage'), /^StackOutputs\.fromMap has no stack 'storage'; it has none$/],
  ['an output that is not there', () => StackOutputs.fromMap(OUTPUTS).stack('storage').output('other'),
    /the stack 'storage' has no output 'other'; it has 'StorageKmsKeyArn', 'StorageDefaultStorageClassName', 'Other'$/],
  ['a name that every object has', () => StackOutputs.fromMap(OUTPUTS).stack('constructor'), /has no stack 'constructor'/],
  ['an output of an EksStorage that is not there', () => StackOutputs.fromMap(OUTPUTS).stack('empty').eksStorage('Storage'),
    /the stack 'empty' has no output 'StorageDefaultStorageClassName'; it has none$/],
  ['a file that is not there', () => StackOutputs.fromFile('nowhere.json'), /^nowhere\.json: the file cannot be read \(ENOENT\); write it with: cdk deploy --outputs-file nowhere\.json$/],
  ['a file that is not JSON', () => StackOutputs.fromFile(file('{')), /outputs\.json: the file is not JSON \(.+\); write it with: cdk deploy --outputs-file/],
  ...[['a text', '"x"', 'it'], ['nothing', 'null', 'it'], ['a list', '[]', 'it'], ['a flat map', '{"storage":"x"}', "'storage'"],
    ['a number', '{"storage":{"Count":1}}', "'storage.Count'"]].map(([what, content, wrong]): [string, () => unknown, RegExp] =>
    [`a file with ${what}`, () => StackOutputs.fromFile(file(content)), new RegExp(`outputs\\.json: ${wrong} is not what outputs look like; give`)]),
])('refused is %s', (_, read, message) => {
  expect(read).toThrow(message);
});
