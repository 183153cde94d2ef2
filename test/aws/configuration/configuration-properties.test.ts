import fc from 'fast-check';
import { leavesOf, nested } from './attempt';
import { configurationMistakes, configurationValues } from '../../../src/aws/configuration/configuration-values';
import { DefaultFsType } from '../../../src/aws/configuration/default-fs-type';
import type { DriverConfiguration } from '../../../src/aws/configuration/driver-configuration';
import { MetadataSource } from '../../../src/aws/configuration/metadata-source';
import { LoggingFormat } from '../../../src/aws/configuration/pod-configuration';
import { TolerationOperator } from '../../../src/aws/configuration/toleration';

const some = <T>(properties: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record<Partial<T>>(
  Object.fromEntries(Object.entries<fc.Arbitrary<unknown>>(properties).map(([key, value]) => [key, fc.option(value, { nil: undefined })])) as any,
  { requiredKeys: [] },
);
const strings = fc.array(fc.string());
const stringMap = fc.dictionary(fc.string(), fc.string());
const quantities = some({ cpu: fc.string(), memory: fc.string() });
const resources = some({ requests: quantities, limits: quantities });
const tolerations = fc.array(fc.record({ operator: fc.constantFrom(...Object.values(TolerationOperator)) }));
const pod = {
  additionalArgs: strings,
  enableMetrics: fc.boolean(),
  loggingFormat: fc.constantFrom(...Object.values(LoggingFormat)),
  logLevel: fc.nat(),
  nodeSelector: stringMap,
  podAnnotations: stringMap,
  podLabels: stringMap,
  resources,
  tolerations,
};
const sidecar = some({ additionalArgs: strings, resources, logLevel: fc.nat() });
const configurations: fc.Arbitrary<DriverConfiguration> = some({
  controller: some({
    ...pod,
    defaultFsType: fc.constantFrom(...Object.values(DefaultFsType)),
    extraVolumeTags: stringMap,
    replicaCount: fc.integer(),
  }),
  node: some({ ...pod, metadataSources: fc.array(fc.constantFrom(...Object.values(MetadataSource))), volumeAttachLimit: fc.integer() }),
  sidecars: some({ attacher: sidecar, livenessProbe: some({ resources }), resizer: sidecar, metadataLabeler: sidecar }),
  defaultStorageClass: some({ enabled: fc.boolean() }),
  fips: fc.boolean(),
});

/** What is to arrive, in a form that does not depend on order. */
const asSet = (leaves: [string[], unknown][]) => leaves.map((leaf) => JSON.stringify(leaf)).sort();
const expected = (configuration: DriverConfiguration) => leavesOf(configuration)
  .map(([keys, value]): [string[], unknown] => [keys, keys[1] === 'metadataSources' ? (value as string[]).join(',') : value]);

test('every typed value arrives once, where its property says', () => {
  fc.assert(fc.property(configurations, (configuration) => {
    expect(asSet(leavesOf(configurationValues({ configuration }) ?? {}))).toEqual(asSet(expected(configuration)));
  }));
});

test('of the same input the same values come, to the letter', () => {
  fc.assert(fc.property(configurations, (configuration) => {
    const again = structuredClone(configuration);
    expect(JSON.stringify(configurationValues({ configuration: again }))).toBe(JSON.stringify(configurationValues({ configuration })));
  }));
});

function withLeaf(object: any, [[key, ...keys], value]: [string[], unknown]): object {
  const below = Object.hasOwn(object, key) ? object[key] : {};
  const others = Object.entries(object).filter(([other]) => other !== key);
  return Object.fromEntries([...others, [key, keys.length === 0 ? value : withLeaf(below, [keys, value])]]);
}

test('what is divided between typed and free values comes together again', () => {
  fc.assert(fc.property(configurations, fc.infiniteStream(fc.boolean()), (configuration, coins) => {
    const parts: object[] = [{}, {}];
    for (const leaf of expected(configuration)) {
      // In its typed form the list of sources is another than in its free form.
      const side = leaf[0][1] === 'metadataSources' || coins.next().value ? 1 : 0;
      parts[side] = withLeaf(parts[side], leaf);
    }
    const options = { configuration: parts[0], configurationValues: parts[1] };
    expect(asSet(leavesOf(configurationValues(options) ?? {}))).toEqual(asSet(expected(configuration)));
    expect(configurationMistakes(options).filter((mistake) => mistake?.includes('is also given'))).toEqual([]);
  }));
});

test('a free value where there is a typed one is always refused, even the same', () => {
  const notEmpty = configurations.filter((configuration) => leavesOf(configuration).length > 0);
  fc.assert(fc.property(notEmpty, fc.nat(), fc.oneof(fc.constant(undefined), fc.jsonValue()), (configuration, pick, other) => {
    const leaves = leavesOf(configuration);
    const [keys, value] = leaves[pick % leaves.length];
    const mistakes = configurationMistakes({ configuration, configurationValues: nested(keys, other ?? value) });
    expect(mistakes).toContainEqual(expect.stringContaining(`is also given as configurationValues.${keys.join('.')} `));
  }));
});
