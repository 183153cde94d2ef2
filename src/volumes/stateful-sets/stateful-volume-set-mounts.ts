import type { Volume } from 'cdk8s-plus-27';
import type { VolumeClaimTemplate } from './volume-claim-template';
import { VolumeMode } from '../claims/volume-mode';

/** @param others Volumes of the Pods that are none of the templates. */
export function hiddenVolumeMistakes(templates: VolumeClaimTemplate[], others: Volume[]): string[] {
  return templates.filter(({ name }) => others.some((volume) => volume.name === name)).map(({ name }) =>
    `volumeClaimTemplate '${name}' has the name of another volume of the Pods, which Kubernetes would leave out; rename one of them`);
}

/** @param podSpec Specification of the Pods as it is written, after all patches. */
export function unusedTemplateMistakes(templates: VolumeClaimTemplate[], podSpec: any): string[] {
  const used = new Set([...(podSpec.containers ?? []), ...(podSpec.initContainers ?? [])]
    .flatMap(({ volumeMounts = [], volumeDevices = [] }: any) => [...volumeMounts, ...volumeDevices]).map(({ name }) => name));
  return templates.filter(({ name }) => !used.has(name)).map(({ name, volumeMode }) =>
    `volumeClaimTemplate '${name}' is used by no container, and every Pod would have a volume for nothing; `
      + (volumeMode === VolumeMode.BLOCK ? `hand claimVolume('${name}') over with BlockDevice.attach` : `give mountPath, or mount claimVolume('${name}')`));
}
