import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARAMETER_GUIDES } from './guides';
import { asSnippet, membersOf, parameter, type ParameterTable, parameterTable, valueOf } from './parameters';
import { table, withSections } from './sections';
import { typeErrors } from './snippets';
import { KNOWN_PARAMETERS } from '../../src/cluster/classes/ebs/ebs-class-parameters';
import { EFS_PARAMETERS } from '../../src/cluster/classes/efs/efs-class-rules';
import { LUSTRE_PARAMETERS } from '../../src/cluster/classes/fsx/fsx-lustre-rules';

const guides = Object.entries(PARAMETER_GUIDES);
const tables = guides.flatMap(([, all]) => Object.entries(all));
const rows = tables.flatMap(([name, all]) => all.parameters.map((each) => ({ name, all, ...each, what: each.at.join('.') })));

test.each(guides)('docs/%s explains the parameters of today; if not: npx projen docs', (file, all) => {
  const guide = readFileSync(join(__dirname, '..', '..', 'docs', file), 'utf8');
  expect(guide).toBe(withSections(guide, Object.fromEntries(Object.entries(all).map(([name, each]) => [name, parameterTable(each)]))));
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
  ['EFS', EFS_PARAMETERS, ['EFS parameters'], []],
  ['Lustre', LUSTRE_PARAMETERS, ['Lustre parameters'], []],
])('every parameter that the library knows of %s is in the guide, but for what nobody should give', (_driver, known, names, refused) => {
  const shown = rows.filter(({ name }) => names.includes(name)).map(({ what }) => what);
  expect(Object.keys(known).filter((key) => !shown.includes(key))).toEqual(refused);
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
