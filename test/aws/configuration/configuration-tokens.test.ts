import { Aws, Fn, Lazy, Token } from 'aws-cdk-lib/core';
import { attempt, leavesOf, nested } from './attempt';
import { configurationMistakes } from '../../../src/aws/configuration/configuration-values';
import { KNOWN_KEYS } from '../../../src/aws/configuration/known-keys';
import { MetadataSource } from '../../../src/aws/configuration/metadata-source';

const later = Lazy.string({ produce: () => 'later' });
const laterNumber = Token.asNumber(Fn.ref('Number'));
const laterList = Token.asList(Fn.ref('List'));
const laterAnything = Lazy.any({ produce: () => ({}) });

test('what the CDK fills in later is taken as it is, in every property', () => {
  const configuration = {
    controller: {
      additionalArgs: laterList,
      extraVolumeTags: { team: later, [later]: 'team', note: `a,${later}` },
      nodeSelector: { role: later },
      region: Aws.REGION,
      replicaCount: laterNumber,
      resources: { requests: { cpu: later, memory: later } },
      tolerations: [{ key: later, value: later }],
    },
    node: {
      additionalArgs: [later],
      metadataSources: [MetadataSource.IMDS, later as MetadataSource],
      reservedVolumeAttachments: laterNumber,
      volumeAttachLimit: 5,
    },
    nodeAllocatableUpdatePeriodSeconds: laterNumber,
  };
  expect(attempt({ configuration })).toEqual({ ...configuration, node: { ...configuration.node, metadataSources: `imds,${later}` } });
});

test('what the CDK fills in later is taken as it is, at every key of the driver', () => {
  const mistakesAt = (path: string[], token: unknown) => configurationMistakes({ configurationValues: nested(path, token) })
    .filter((mistake) => mistake !== undefined && !/ is decided by | is set to /.test(mistake));
  const paths = leavesOf(KNOWN_KEYS).flatMap(([keys]) => keys.map((_, index) => keys.slice(0, index + 1)));
  for (const token of [later, laterNumber, laterList, laterAnything]) {
    for (const path of paths) expect(mistakesAt(path, token)).toEqual([]);
  }
});

test.each([
  [{ controller: { [later]: 5 } }],
  [{ controller: { tolerations: [laterAnything, { operator: later }, { key: 'a', tolerationSeconds: laterNumber, effect: later }] } }],
  [{ controller: { resources: { limits: laterAnything, requests: { cpu: laterNumber } } } }],
  [{ controller: { topologySpreadConstraints: [laterAnything, { maxSkew: laterNumber }], nodeSelector: { a: laterAnything } } }],
  [{ controller: { extraCreateMetadata: laterAnything, extraVolumeTags: Object.fromEntries(Array.from({ length: 44 }, (_, index) => [`${index}`, ''])) } }],
  [{ node: { tolerations: [{ operator: 'Exists' }], tolerateAllTaints: laterAnything } }],
  [{ node: { metadataSources: 'metadata-labeler' }, sidecars: laterAnything }],
  [{ node: { metadataSources: 'metadata-labeler' }, sidecars: { metadataLabeler: { enabled: laterAnything } } }],
  [{ node: laterAnything, additionalDaemonSets: { big: laterAnything, small: { volumeAttachLimit: 5 } } }],
])('no rule is broken by what is not known yet (%#)', (values) => {
  expect(attempt({ configurationValues: values })).toEqual(values);
});

test('a whole section of which nothing is known yet cannot be merged', () => {
  expect(() => attempt({ configuration: { controller: { logLevel: 2 } }, configurationValues: { controller: laterAnything } }))
    .toThrow('configuration.controller {"logLevel":2} is also given as configurationValues.controller');
});
