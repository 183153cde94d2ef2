import { inKibibytes } from '../../private/sizes';
import type { VolumeClaimTemplate } from '../stateful-sets/volume-claim-template';

interface GrownSet {
  readonly name: string;
  readonly namespace?: string;
  readonly templates: VolumeClaimTemplate[];

  /** Of the Pods that are known to be there. */
  readonly ordinals: number[];

  /** By which all claims of the set are found, where there may be more than those. */
  readonly labels?: Record<string, string>;
}

/**
 * How the claims of a set are made larger while its Pods run, if a template has grown.
 *
 * Templates are immutable; the set is taken away around its Pods and comes back with the new ones.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims
 * @see https://kubernetes.io/docs/tasks/run-application/delete-stateful-set/
 * @see https://github.com/kubernetes/enhancements/issues/4650
 */
export function expansionRecipe({ name, namespace, templates, ordinals, labels }: GrownSet): string | undefined {
  const grown = templates.filter(({ size, expandedFrom }) => expandedFrom !== undefined && inKibibytes(size) > inKibibytes(expandedFrom));
  if (grown.length === 0) return undefined;
  const kubectl = namespace === undefined ? 'kubectl' : `kubectl --namespace ${namespace}`;
  const claims = grown.flatMap((template) => ordinals.map((ordinal) => ({ claim: `${template.name}-${name}-${ordinal}`, size: template.size.asString() })));
  const selector = labels && Object.entries(labels).map(([key, value]) => `${key}=${value}`).join(',');
  return [
    `# Kubernetes changes no volumeClaimTemplates in place. Before this manifest is applied, grow the claims of '${name}':`,
    ...claims.map(({ claim, size }) => `${kubectl} patch pvc ${claim} --patch '{"spec":{"resources":{"requests":{"storage":"${size}"}}}}'`),
    ...selector === undefined ? [] : [
      '# An autoscaler decides on the number of Pods: patch the claims in the same way that only this lists:', `${kubectl} get pvc --selector ${selector}`,
    ],
    ...claims.length === 0 ? [] : ['# wait until CAPACITY is what was asked for:', `${kubectl} get pvc ${claims.map(({ claim }) => claim).join(' ')}`],
    '# take the set away and leave its Pods running:',
    `${kubectl} delete statefulset ${name} --cascade=orphan`,
    '# then apply this manifest; the set takes its Pods and claims over. Leave expandedFrom out from the next change on.',
  ].join('\n');
}
