import { RootConstruct } from 'constructs';
import { configurationMistakes, configurationValues } from '../../../src/aws/configuration/configuration-values';
import type { DriverConfigurationOptions } from '../../../src/aws/configuration/driver-configuration';
import { Mistakes } from '../../../src/private/mistakes';
import { refusals } from '../../refusals';

/** What a driver of the name Driver does with its configuration. */
export function attempt(options: DriverConfigurationOptions): { [key: string]: any } | undefined {
  const mistakes = new Mistakes(new RootConstruct(), 'Driver');
  mistakes.add(...configurationMistakes(options));
  mistakes.throwIfAny();
  return configurationValues(options);
}

/** One test for each configuration that has exactly this one mistake. */
export function refused(table: [DriverConfigurationOptions, string][]): void {
  refusals(attempt, table.map(([options, message]) => [options, `Driver: ${message}`]));
}

export function refusedValues(table: [{ [key: string]: any }, string][]): void {
  refused(table.map(([values, message]) => [{ configurationValues: values }, message]));
}

/** The values below an object that are no objects themselves, each with the keys that lead there. */
export function leavesOf(value: unknown, keys: string[] = []): [string[], unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[keys, value]];
  return Object.entries(value).filter(([, below]) => below !== undefined).flatMap(([key, below]) => leavesOf(below, [...keys, key]));
}

/** An object that has one value only, at the end of these keys. */
export function nested(keys: string[], value: unknown): any {
  return keys.reduceRight((below, key) => Object.fromEntries([[key, below]]), value);
}
