import { Testing } from 'cdk8s';
import fc from 'fast-check';
import { EbsStorageClass, EbsVolumeType } from '../../../../src';
import { refusals } from '../../../refusals';

type Tags = { [key: string]: string };
const make = (tags: Tags, volumeType?: EbsVolumeType) => new EbsStorageClass(Testing.chart(), 'Class', { tags, volumeType }).toJson().parameters;
const many = (count: number): Tags => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, 'x']));

test('tags are counted from 1, in the order of their keys', () => {
  const { type, encrypted, ...tags } = make({ team: 'a', empty: '', claim: '{{ .PVCNamespace }}', equation: 'a=b' });
  expect([type, encrypted]).toEqual(['gp3', 'true']);
  expect(tags).toEqual({
    tagSpecification_1: 'claim={{ .PVCNamespace }}', tagSpecification_2: 'empty=', tagSpecification_3: 'equation=a=b', tagSpecification_4: 'team=a',
  });
  expect(make({ b: '1', a: '2' })).toEqual(make({ a: '2', b: '1' }));
});

test.each([
  '{{ .PVCNamespace | contains "prod" }}', '{{ .PVCNamespace | field "-" 2 | toUpper }}', '{{substring 0 4 .PVName}}', 'a{{.PVCName}}b{{- toLower .PVName -}}',
  '{{ if eq .PVCNamespace "prod" }}gold{{ else }}{{/* the rest */}}tin{{ end }}', '{{ index "-" .PVName }}', '{{ printf "%s-%s" $.PVCName `}` }}'.replace('`}`', '`x`'),
  '{{ $x := len .PVName }}{{ $x }}', '${Token[TOKEN.7]}', 'x'.repeat(256), '',
])('the value %s is taken', (value) => {
  expect(make({ key: value }).tagSpecification_1).toBe(`key=${value}`);
});

test('the name of the volume and of the cluster may be overridden, and are counted once', () => {
  expect(make({ Name: 'mine', KubernetesCluster: 'mine', ...many(41) })).toHaveProperty('tagSpecification_43');
});

refusals(make, [
  [{ '': 'x' }, "tags has the key '', which is not one of a tag; use 1 to 128 letters, digits, spaces and any of _.:/+-@"],
  [{ ['k'.repeat(129)]: 'x' }, 'which is not one of a tag; use 1 to 128'],
  [{ 'a,b': 'x' }, "tags has the key 'a,b', which is not one of a tag"],
  [{ 'a=b': 'x' }, "tags has the key 'a=b', and the driver would end it at the '='; choose another key"],
  [{ 'AWS:team': 'x' }, "tags has the key 'AWS:team', and AWS keeps the prefix 'aws:' for itself; choose another key"],
  [{ CSIVolumeName: 'x' }, "tags has the key 'CSIVolumeName', which the driver keeps for itself; choose another key"],
  [{ CSIVolumeSnapshotName: 'x' }, "tags has the key 'CSIVolumeSnapshotName', which the driver keeps for itself"],
  [{ 'ebs.csi.aws.com/cluster-name': 'x' }, "tags has the key 'ebs.csi.aws.com/cluster-name', which the driver keeps for itself"],
  [{ 'ebs.csi.aws.com/mine': 'x' }, 'which the driver keeps for itself'],
  [{ 'kubernetes.io.example/mine': 'x' }, "tags has the key 'kubernetes.io.example/mine', which the driver keeps for itself"],
  [{ key: 'x'.repeat(257) }, 'which is not one of a tag; use up to 256 letters, digits, spaces and any of _.:/=+-@'],
  [{ key: 'a;b' }, "tags has at 'key' the value 'a;b', which is not one of a tag"],
  [{ key: 5 as unknown as string }, "tags gives 'key' the number 5, but a tag is text; write '5'"],
  [many(42), 'tags has 42 tags, which with the 9 of the driver are 51, and AWS takes 50; leave some out'],
  [{ key: '{{ .PVCName' }, "tags has at 'key' the value '{{ .PVCName', whose braces do not pair; write a field as '{{ .PVCNamespace }}', and no braces elsewhere"],
  [{ key: '.PVCName }}' }, 'whose braces do not pair'],
  [{ key: '{ .PVCName }' }, 'whose braces do not pair'],
  [{ key: '{{ }}' }, 'with nothing between braces; name one of .PVCNamespace, .PVCName, .PVName'],
  [{ key: '{{ .PvcName }}' }, 'and there is no field .PvcName; there are .PVCNamespace, .PVCName, .PVName'],
  [{ key: '{{ .VolumeSnapshotName }}' }, 'and there is no field .VolumeSnapshotName'],
  [{ key: '{{ .PVCName.Length }}' }, 'and there is no field .PVCName.Length'],
  [{ key: '{{ PVCName }}' }, 'and there is no function PVCName; there are contains, toUpper, toLower, substring, field, index, lastIndex'],
  [{ key: '{{ .PVCName | upper }}' }, 'and there is no function upper'],
  [{ key: '{{ .PVCName | js }}' }, 'and the driver has switched the function js off'],
  [{ key: '{{ field "- 1 .PVCName }}' }, 'with a quote that does not end; end it'],
  [{ key: '{{ if .PVCName }}x' }, 'with 1 of if, with, range and the like and 0 of end; end each of them'],
]);

test('IOPS that follow the size take up two tags more', () => {
  const volumeType = EbsVolumeType.io2({ iopsPerGiB: 10, allowAutoIopsIncreaseOnModify: true });
  expect(make(many(39), volumeType)).toHaveProperty('tagSpecification_39');
  expect(() => make(many(40), volumeType)).toThrow('tags has 40 tags, which with the 11 of the driver are 51');
});

test('whatever keys and values are taken, the driver finds them again', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab=:/ é-1'), maxLength: 6 });
  fc.assert(fc.property(fc.dictionary(text.filter((key) => key !== '' && !key.includes('=')), text, { maxKeys: 8 }), (tags) => {
    const found = Object.entries<string>(make(tags)).filter(([key]) => key.startsWith('tagSpecification_'))
      .map(([, tag]) => [tag.split('=')[0], tag.slice(tag.indexOf('=') + 1)]);
    expect(Object.fromEntries(found)).toEqual({ ...tags });
  }));
});
