import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARAMETER_GUIDES, parameterSections, SHOWN_TYPES } from './guides';
import { KNOWN_KEYS } from './known-parameters';
import { asSnippet, choicesOf, membersOf, parameter, type ParameterTable, parameterTable, valueOf } from './parameters';
import { publicTypes, UNTABLED_TYPES } from './public-types';
import { table, withSections } from './sections';
import { typeErrors } from './snippets';
import { AUTO_MODE_PARAMETERS } from '../../src/cluster/classes/ebs/auto-mode-storage-class';
import { KNOWN_PARAMETERS } from '../../src/cluster/classes/ebs/ebs-parameters';
import { EFS_PARAMETERS } from '../../src/cluster/classes/efs/efs-class-rules';
import { LUSTRE_PARAMETERS } from '../../src/cluster/classes/fsx/fsx-lustre-rules';
import { KNOWN_SNAPSHOT_PARAMETERS } from '../../src/cluster/snapshots/ebs-volume-snapshot-class';

const guides = Object.entries(PARAMETER_GUIDES);
const tables = guides.flatMap(([, all]) => Object.entries(all));
const rows = tables.flatMap(([name, all]) => all.parameters.map((each) => ({ name, all, ...each, what: each.at.join('.') })));

test.each(guides)('docs/%s explains the parameters of today; if not: npx projen docs', (file, all) => {
  const guide = readFileSync(join(__dirname, '..', '..', 'docs', file), 'utf8');
  expect(guide).toBe(withSections(guide, parameterSections(all)));
});

test.each(rows)('$name: $what is set by $code', ({ all, at, code }) => {
  expect(valueOf(all, at, code)).not.toEqual(valueOf(all, at, all.without));
});

test('what the tables show as code compiles', () => {
  expect(typeErrors(tables.map(([name, all]) => asSnippet(name, all)))).toEqual([]);
});

test('code of a table that does not compile would be found', () => {
  const wrong: ParameterTable = { ...PARAMETER_GUIDES['storage-classes.md']['EBS parameters'], parameters: [parameter('iops', '', 'volumeType: EbsVolumeType.gp2({ iops: 1 })')] };
  expect(typeErrors([asSnippet('wrong', wrong)])).toEqual([expect.stringContaining("'iops' does not exist in type 'EbsVolumeTypeOptions'")]);
});

test.each(guides)('docs/%s leaves out no property of the types that it explains', (_file, all) => {
  const explained = new Set(Object.values(all).flatMap(({ parameters, unseen = [] }) => [...parameters.map(({ member }) => member), ...unseen]));
  expect(Object.values(all).flatMap(({ types }) => types.flatMap(membersOf)).filter((member) => !explained.has(member))).toEqual([]);
});

test('a type that is explained is there', () => {
  expect(tables.flatMap(([, { types }]) => types).filter((type) => membersOf(type).length === 0)).toEqual([]);
});

test.each([
  ['EBS', KNOWN_PARAMETERS, ['EBS parameters', 'file systems'], ['fstype', 'blockExpress', 'zone', 'zones', 'availabilityZone', 'outpostArn']],
  ['EKS Auto Mode', AUTO_MODE_PARAMETERS, ['Auto Mode'], ['fstype', 'blockExpress', 'zone', 'zones', 'availabilityZone', 'outpostArn']],
  ['EBS snapshots', KNOWN_SNAPSHOT_PARAMETERS, ['EBS snapshot parameters'], ['encrypted', 'kmsKeyId']],
  ['EFS', EFS_PARAMETERS, ['EFS parameters'], []],
  ['Lustre', LUSTRE_PARAMETERS, ['Lustre parameters'], []],
])('every parameter that the library knows of %s is in the guide, but for what nobody should give', (_driver, known, names, refused) => {
  const shown = rows.filter(({ name }) => names.includes(name)).map(({ at }) => at[at.length - 1]);
  expect(Object.keys(known).filter((key) => !shown.includes(key))).toEqual(refused);
});

test('the table of Auto Mode has all properties of its class, and none that Auto Mode does not take', () => {
  const { parameters } = PARAMETER_GUIDES['storage-classes.md']['Auto Mode'];
  const explained = new Set(parameters.map(({ member }) => member));
  expect(membersOf('AutoModeStorageClassProps').filter((member) => !explained.has(member))).toEqual([]);
  expect(parameters.filter(({ code }) => /allowAutoIopsIncreaseOnModify|blockAttachUntilInitialized|encryptionSupport|ntfs/.test(code))).toEqual([]);
});

test.each(KNOWN_KEYS)('every parameter of $of has a row', ({ names, keys }) => {
  expect(names.filter((name) => !tables.some(([each]) => each === name))).toEqual([]);
  const shown = rows.filter(({ name }) => names.includes(name)).map(({ all, at }) => [...all.below, ...at].join('.'));
  expect(keys.filter((key) => !shown.some((path) => path === key || path.endsWith(`.${key}`)))).toEqual([]);
});

test('every public type that says something of a volume or a class is in a table, or is known to have nothing to show', () => {
  const choices = new Set(rows.map(({ member }) => choicesOf(member)));
  const missing = publicTypes().filter((name) => !SHOWN_TYPES.has(name) && !choices.has(name));
  expect(missing).toEqual(Object.keys(UNTABLED_TYPES));
});

test('a choice that is given is among those that its row names', () => {
  const { 'other defaults': others } = PARAMETER_GUIDES['storage-classes.md'];
  expect(parameterTable(others)).toContain('`VolumeBindingMode.IMMEDIATE`: As soon as the claim exists');
  expect(parameterTable(others, new Set(['VolumeBindingMode']))).not.toContain('`VolumeBindingMode.IMMEDIATE`: ');
});

test('a parameter that nothing in src explains fails', () => {
  const unexplained: ParameterTable = { ...PARAMETER_GUIDES['storage-classes.md']['EBS parameters'], parameters: [parameter('type', 'EbsVolumeType.none', '')] };
  expect(() => parameterTable(unexplained)).toThrow('there is no docstring of EbsVolumeType.none');
});

test('a table says what is required, what has a default, and what is left out', () => {
  const { 'every StorageClass': every, 'EBS parameters': ebs } = PARAMETER_GUIDES['storage-classes.md'];
  expect(parameterTable(every)).toMatch(/^\| `provisioner: "csi.example.com"` \| `provisioner: 'csi.example.com'` \| Driver that creates .* \| \*\*required\*\* \|$/m);
  expect(parameterTable(ebs)).toMatch(/^\| no `encrypted` \| .* \| the volumes are encrypted \|$/m);
  expect(parameterTable(ebs)).toMatch(/^\| `type: "sc1"` \| .* \| `EbsVolumeType.gp3\(\)` \|$/m);
});

test('a bar in a cell does not end it', () => {
  expect(table(['a'], [['{{ .PVCName | toUpper }}']])).toBe('| a |\n| --- |\n| {{ .PVCName \\| toUpper }} |');
});
