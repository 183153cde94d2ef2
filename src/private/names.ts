import type { ApiObjectMetadata } from 'cdk8s';
import { isUnresolved } from './cdk-tokens';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DNS_LABEL = new RegExp(`^${LABEL}$`);
const DNS_SUBDOMAIN = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

/**
 * The rule for namespaces, volumes and containers.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
 */
export function dnsLabelMistake(property: string, value: string | undefined): string | undefined {
  if (value === undefined || isUnresolved(value) || (value.length <= 63 && DNS_LABEL.test(value))) return undefined;
  return `${property} '${value}' is not a name Kubernetes takes; use at most 63 lower case letters, digits and '-', with a letter or digit at both ends`;
}

/**
 * The rule for most objects.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names
 */
export function dnsSubdomainMistake(property: string, value: string | undefined): string | undefined {
  if (value === undefined || isUnresolved(value) || (value.length <= 253 && DNS_SUBDOMAIN.test(value))) return undefined;
  return `${property} '${value}' is not a name Kubernetes takes; use at most 253 lower case letters, digits, '-' and '.', with a letter or digit at both ends and around every '.'`;
}

/** The name of an object that somebody else makes, where no construct is there to be refused. */
export function objectName(caller: string, name: string): string {
  const mistake = dnsSubdomainMistake('name', name);
  if (mistake !== undefined) throw new Error(`${caller}: ${mistake}`);
  return name;
}

/**
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 */
export function labelMistakes(property: string, labels: Record<string, string> | undefined): (string | undefined)[] {
  if (labels === undefined) return [];
  return Object.entries(labels).map(([key, value]) => labelKeyMistake(property, key) ?? labelValueMistake(property, key, value));
}

export function labelKeyMistake(property: string, key: string): string | undefined {
  const slash = key.lastIndexOf('/');
  const name = key.slice(slash + 1);
  const isValid = name !== '' && name.length <= 63 && LABEL_VALUE.test(name) && (slash < 0 || dnsSubdomainMistake('', key.slice(0, slash)) === undefined);
  return isValid ? undefined
    : `${property} has the key '${key}', which is not a label name; use letters, digits, '-', '_' and '.', at most 63, after an optional 'domain/'`;
}

export function labelValueMistake(property: string, key: string, value: string): string | undefined {
  if (isUnresolved(value) || (value.length <= 63 && LABEL_VALUE.test(value))) return undefined;
  return `${property} gives '${key}' the value '${value}', which is not a label value; use at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends`;
}

/** What every namespaced object asks of its metadata. */
export function metadataMistakes(metadata: ApiObjectMetadata | undefined): (string | undefined)[] {
  if (metadata === undefined) return [];
  return [
    dnsSubdomainMistake('metadata.name', metadata.name),
    dnsLabelMistake('metadata.namespace', metadata.namespace),
    ...labelMistakes('metadata.labels', metadata.labels),
  ];
}
