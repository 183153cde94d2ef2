import type { k8s, LabelSelector } from 'cdk8s-plus-27';
import { provisions } from './claim-drivers';
import type { JudgedClaim } from './claim-rules';
import { labelMistakes } from '../../private/names';
import { repetitionsIn } from '../../private/repetitions';

/** @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#selector */
export function selectorMistakes({ storageClass, volumeName, dataSource }: JudgedClaim, selector: LabelSelector): (string | undefined)[] {
  const { matchLabels = {}, matchExpressions = [] }: k8s.LabelSelector = selector._toKube();
  return [
    selector.isEmpty() ? 'selector {} chooses nothing; give labels or expressions, or leave it out' : undefined,
    ...labelMistakes('selector', matchLabels),
    ...matchExpressions.flatMap(expressionMistakes),
    ...repetitionsIn([...Object.keys(matchLabels), ...matchExpressions.map(({ key, operator }) => `${key} ${operator}`)])
      .map((what) => `selector has '${what}' more than once; say it once`),
    storageClass === undefined
      ? 'selector chooses among volumes that exist, but without storageClass the claim is for the default class, which makes new ones; give StorageClass.none(), or the class of these volumes'
      : undefined,
    storageClass !== undefined && provisions(storageClass)
      ? `selector chooses among volumes that exist, but '${storageClass.provisioner}' of the class '${storageClass.storageClassName}' makes new ones, and does not for such a claim; give StorageClass.none(), or leave the selector out`
      : undefined,
    volumeName === undefined ? undefined : `selector is given beside volumeName '${volumeName}', and Kubernetes would not look at it; leave one of them out`,
    dataSource === undefined ? undefined : 'selector chooses among volumes that exist, but dataSource fills a new one; leave one of them out',
  ];
}

function expressionMistakes({ key, operator, values }: k8s.LabelSelectorRequirement): (string | undefined)[] {
  const needsValues = operator === 'In' || operator === 'NotIn';
  return [
    ...labelMistakes('selector', { [key]: '' }),
    ...(values ?? []).flatMap((value) => labelMistakes('selector', { value }).map((mistake) => mistake?.replace("'value' the value", `'${key}' the value`))),
    needsValues && (values ?? []).length === 0 ? `selector has '${key}' ${operator} no values, which Kubernetes refuses; give at least one` : undefined,
  ];
}
