import { Token } from 'aws-cdk-lib/core';
import type { DriverConfiguration, DriverConfigurationOptions } from './driver-configuration';
import { KNOWN_KEYS, knownKey, NULL_TOO, type Section } from './known-keys';
import { at, nodeMistakes } from './node-rules';
import { otherPropertyMistakes } from './other-properties';
import { unknownKeyMistakes } from './unknown-keys';
import { isObject, shown } from './value-rules';
import { volumeTagCountMistake } from './volume-tags';

type Values = { [key: string]: unknown };

/** Everything that is wrong with a configuration: with its keys, with each value, and with what values ask of each other. */
export function configurationMistakes(options: DriverConfigurationOptions): (string | undefined)[] {
  const typed = typedValues(options.configuration);
  const free = given(options.configurationValues ?? {});
  const values = merged(typed, free);
  return [
    // Without types, a caller can write anything into the typed settings.
    ...unknownKeyMistakes('configuration', typed),
    ...otherPropertyMistakes('configuration', typed),
    ...unknownKeyMistakes('configurationValues', free, options.additionalConfigurationKeys),
    ...otherPropertyMistakes('configurationValues', free),
    ...givenTwice(typed, free),
    ...valueMistakes(values),
    ...nodeMistakes(values),
    volumeTagCountMistake(at(values, 'controller', 'extraVolumeTags'), at(values, 'controller', 'extraCreateMetadata')),
  ];
}

/** The values for the add-on or the chart, what is typed first; `undefined` when there is nothing to say. */
export function configurationValues(options: DriverConfigurationOptions): { [key: string]: any } | undefined {
  const values = merged(typedValues(options.configuration), given(options.configurationValues ?? {}));
  return saysSomething(values) ? values : undefined;
}

/** Whether the driver is to bring along `ebs-csi-default-sc`, a default StorageClass that does not ask for encryption. */
export function makesUnencryptedDefaultClass(options: DriverConfigurationOptions): boolean {
  return at(configurationValues(options), 'defaultStorageClass', 'enabled') === true;
}

/** The one setting whose form is not that of its property is the list of sources. */
function typedValues(configuration: DriverConfiguration = {}): Values {
  const sources = configuration.node?.metadataSources?.join(',');
  return given({ ...configuration, node: configuration.node && { ...configuration.node, metadataSources: sources } });
}

/** Without what is undefined, at every depth. */
function given(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined).map(([key, value]) => [key, givenValue(value)]));
}

function givenValue(value: unknown): unknown {
  if (Array.isArray(value) && !Token.isUnresolved(value)) return value.filter((item) => item !== undefined).map(givenValue);
  return isObject(value) ? given(value) : value;
}

function merged(typed: Values, free: Values): Values {
  const both = Object.entries(typed).map(([key, value]) => {
    const other = Object.hasOwn(free, key) ? free[key] : value;
    return [key, isObject(value) && isObject(other) ? merged(value, other) : other];
  });
  return Object.fromEntries([...both, ...Object.entries(free).filter(([key]) => !Object.hasOwn(typed, key))]);
}

function givenTwice(typed: Values, free: Values, parent = ''): string[] {
  return Object.entries(typed).filter(([key]) => Object.hasOwn(free, key)).flatMap(([key, value]) => {
    const other = free[key];
    if (isObject(value) && isObject(other)) return givenTwice(value, other, `${parent}${key}.`);
    return [`configuration.${parent}${key} ${shown(value)} is also given as configurationValues.${parent}${key} ${shown(other)}; give it once`];
  });
}

function valueMistakes(values: Values, section: Section = KNOWN_KEYS, parent = ''): (string | undefined)[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const known = knownKey(section, key);
    const path = parent + key;
    if (known === undefined || Token.isUnresolved(value)) return [];
    if (typeof known === 'function') return known(path, value);
    if (isObject(value)) return valueMistakes(value, known, `${path}.`);
    return value === null && known[NULL_TOO] ? [] : [`${path} ${shown(value)} is not an object; give one`];
  });
}

function saysSomething(value: unknown): boolean {
  return isObject(value) ? Object.values(value).some(saysSomething) : true;
}
