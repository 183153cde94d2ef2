import { Token } from 'aws-cdk-lib/core';
import { MetadataSource, sourcesIn } from './metadata-source';
import { isObject, type Rule, shown, wholeNumber } from './value-rules';

type Values = { [key: string]: unknown };

/** The chart hands a number on with `with`, to which zero is nothing: templates/_node.tpl. */
export function attachments(argument: string, least: number): Rule {
  return (path, value) => value === 0
    ? [`${path} 0 is not passed on to the driver by its chart; give additionalArgs ['${argument}=0'] instead`]
    : wholeNumber(least)(path, value);
}

/** Kubernetes takes 10 seconds and more; templates/csidriver.yaml makes nothing of 0 and chooses for -1. */
export const updatePeriod: Rule = (path, value) => value === 0 || value === -1 || wholeNumber(10)(path, value)[0] === undefined
  ? [] : [`${path} ${shown(value)} is not a period Kubernetes takes; give a whole number of at least 10, 0 for never, or -1 for what the chart chooses`];

/** What settings of the node Pods ask of each other: of `node`, and of every one of `additionalDaemonSets`. */
export function nodeMistakes(values: Values): (string | undefined)[] {
  const node = isObject(values.node) ? values.node : {};
  const daemonSets = isObject(values.additionalDaemonSets) ? Object.entries(values.additionalDaemonSets) : [];
  const judge = (path: string, own: Values, all: Values) => [
    attachmentMistake(path, own, all),
    tolerationMistake(path, own, all),
    sourceMistake(path, own, values),
  ];
  return [
    ...judge('node', node, node),
    ...daemonSets.flatMap(([name, own]) => isObject(own) ? judge(`additionalDaemonSets.${name}`, own, { ...node, ...withoutEmpty(own) }) : []),
  ];
}

/** As Validate in pkg/driver/options.go, where -1 is not given. What is wrong with inherited settings alone is said where they are given. */
function attachmentMistake(path: string, own: Values, all: Values): string | undefined {
  const { volumeAttachLimit, reservedVolumeAttachments } = all;
  if (!isGiven(own.volumeAttachLimit) && !isGiven(own.reservedVolumeAttachments)) return undefined;
  if (!isGiven(volumeAttachLimit) || !isGiven(reservedVolumeAttachments) || reservedVolumeAttachments === -1) return undefined;
  return `${path}.volumeAttachLimit ${shown(volumeAttachLimit)} and ${path}.reservedVolumeAttachments ${shown(reservedVolumeAttachments)} are given together, and the driver takes one of the two; leave one out`;
}

/** The node Pods of templates/_node.tpl have the tolerations or all, never both. */
function tolerationMistake(path: string, { tolerations }: Values, { tolerateAllTaints = true }: Values): string | undefined {
  if (!Array.isArray(tolerations) || tolerations.length === 0 || Token.isUnresolved(tolerations) || tolerateAllTaints !== true) return undefined;
  return `${path}.tolerations are passed over while node.tolerateAllTaints is true, as it is by default; give node.tolerateAllTaints false, or leave the tolerations out`;
}

function sourceMistake(path: string, { metadataSources }: Values, values: Values): string | undefined {
  const labeler = at(values, 'sidecars', 'metadataLabeler', 'enabled');
  if (!sourcesIn(metadataSources).includes(MetadataSource.METADATA_LABELER) || labeler === true || Token.isUnresolved(labeler)) return undefined;
  return `${path}.metadataSources ${shown(metadataSources)} has the source 'metadata-labeler', which needs its sidecar; give sidecars.metadataLabeler.enabled true`;
}

/** The chart merges with mustMerge, to which what is empty is not given: templates/node.yaml. */
function withoutEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Boolean(value)));
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && !Token.isUnresolved(value);
}

/** The value below these keys; a token on the way there stands for all that is below it. */
export function at(values: unknown, ...keys: string[]): unknown {
  return keys.reduce((value, key) => isObject(value) ? value[key] : Token.isUnresolved(value) ? value : undefined, values);
}
