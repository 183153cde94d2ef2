import { Token } from 'aws-cdk-lib/core';
import { type Rule, shown, text } from './value-rules';

/**
 * Where the driver learns which instance it runs on: the sources in pkg/cloud/metadata/metadata.go.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md
 */
export enum MetadataSource {
  /** The metadata service of the instance. */
  IMDS = 'imds',

  /** The node object of Kubernetes, which knows nothing of what is attached. */
  KUBERNETES = 'kubernetes',

  /** The node object and what the sidecar `metadataLabeler` adds to it. In the making still: its makers call it alpha. */
  METADATA_LABELER = 'metadata-labeler',
}

/** The driver takes them in any case and with spaces around the commas: Validate in pkg/driver/options.go. */
export function sourcesIn(value: unknown): string[] {
  return typeof value === 'string' && !Token.isUnresolved(value) ? value.split(',').map((source) => source.trim().toLowerCase()) : [];
}

export const metadataSources: Rule = (path, value) => {
  if (typeof value !== 'string') return text(path, value);
  if (value === '') return [`${path} '' names no source; give at least one, or leave it out`];
  const known: string[] = Object.values(MetadataSource);
  return sourcesIn(value).map((source, index, sources) => {
    if (!known.includes(source)) return `${path} ${shown(value)} has the source '${source}', which the driver does not know; give any of ${known.join(', ')}`;
    return sources.indexOf(source) === index ? undefined : `${path} ${shown(value)} has the source '${source}' more than once; give it once`;
  });
};
