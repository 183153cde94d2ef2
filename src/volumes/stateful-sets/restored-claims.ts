import type { StatefulVolumeSetProps } from './stateful-volume-set-props';
import { ClaimRetention, type VolumeClaimTemplate } from './volume-claim-template';
import { isUnresolved } from '../../private/cdk-tokens';
import { claimMistakes } from '../claims/claim-rules';

/** What is wrong with the claims that are filled from something, beyond what is wrong with the template. */
export function restoreMistakes(template: VolumeClaimTemplate, ordinalsStart: number | undefined, namespace: string | undefined): string[] {
  const { dataSource, restoreFrom, hasBeenRestored } = template;
  if (restoreFrom === undefined) {
    return hasBeenRestored ? ['hasBeenRestored is given without restoreFrom, of which it would say something; give restoreFrom, too, or leave it out'] : [];
  }
  if (restoreFrom.length === 0) return ['restoreFrom [] is empty; give a source for each Pod, or leave it out'];
  if (dataSource !== undefined) {
    return ['dataSource fills the volume of every Pod, and restoreFrom those of single Pods; leave one of them out'];
  }
  const mistakesOfAll = claimMistakes({ ...template, namespace });
  return [
    ...isUnresolved(ordinalsStart) ? ['restoreFrom writes claims with the ordinals in their names, and ordinalsStart is not known yet; give it as a number'] : [],
    ...restoreFrom.flatMap((source, index) => claimMistakes({ ...template, dataSource: source, namespace })
      .filter((mistake) => mistake !== undefined && !mistakesOfAll.includes(mistake))
      .map((mistake) => `restoreFrom[${index}]: ${mistake}`)),
  ];
}

/** A set whose number of Pods others decide on has no such mistakes. */
export function sourceCountMistakes(props: StatefulVolumeSetProps, replicas: number): string[] {
  const { volumeClaimTemplates: templates, persistentVolumeClaimRetentionPolicy: retention } = props;
  if (isUnresolved(replicas)) return [];
  return templates.flatMap(({ name, restoreFrom, hasBeenRestored }) => {
    if (!restoreFrom?.length || restoreFrom.length === replicas) return [];
    const counts = `volumeClaimTemplate '${name}': restoreFrom has ${restoreFrom.length} ${restoreFrom.length === 1 ? 'source' : 'sources'} for ${replicas} replicas`;
    if (restoreFrom.length < replicas) {
      return hasBeenRestored ? [] : [`${counts}, and the other Pods would start empty; give one for each, or hasBeenRestored if they are new`];
    }
    if (!hasBeenRestored) return [`${counts}, and no Pod would use what is too much; give one for each, or hasBeenRestored if there were more Pods`];
    return retention?.whenScaled !== ClaimRetention.DELETE ? []
      : [`${counts}, and whenScaled Delete deletes the claims of Pods that are gone, which would be filled again; leave their sources out`];
  });
}
