import type { Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import type { StatefulVolumeSet } from './stateful-volume-set';
import type { VolumeClaimTemplate } from './volume-claim-template';
import { isWholeNumber } from '../../private/whole-numbers';
import type { IVolumeClaim } from '../claims/existing-volume-claim';
import { PersistentVolumeClaim } from '../claims/persistent-volume-claim';
import { VolumeMode } from '../claims/volume-mode';
import { podVolume } from '../pods/pod-volume';

/**
 * Claims that the StatefulSet makes are in no manifest, so that nothing prunes them. These are to be as safe:
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#prune
 * @see https://helm.sh/docs/howto/charts_tips_and_tricks/#tell-helm-not-to-uninstall-a-resource
 */
const KEPT = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
  'helm.sh/resource-policy': 'keep',
};

/**
 * The claims of a set: as its Pods mount them, and those of the single Pods.
 *
 * @internal
 */
export class SetClaims {
  private scope?: Construct;
  private readonly volumes: Map<string, Volume>;

  /** Made before the StatefulSet, so that the claims come before it in the manifest. */
  public constructor(private readonly set: StatefulVolumeSet, private readonly templates: VolumeClaimTemplate[]) {
    if (templates.some(({ restoreFrom }) => restoreFrom !== undefined)) this.scope = new Construct(set, 'Claims');
    this.volumes = new Map(templates.map(({ name, volumeMode }) =>
      [name, podVolume(set, `Volume-${name}`, name, { persistentVolumeClaim: { claimName: name } }, { isRawDevice: volumeMode === VolumeMode.BLOCK })]));
  }

  /**
   * Writes the claims that are filled from something. The controller makes only those that are missing, and sets the owners of all of them.
   *
   * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/statefulset/stateful_pod_control.go createPersistentVolumeClaims, UpdatePodClaimForRetentionPolicy
   * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/statefulset/stateful_set_utils.go getPersistentVolumeClaims
   */
  public restore(ordinalsStart = 0): void {
    for (const template of this.templates) {
      (template.restoreFrom ?? []).forEach((dataSource, index) => {
        const ordinal = ordinalsStart + index;
        const metadata = {
          name: this.nameOf(template.name, ordinal), namespace: this.set.metadata.namespace, labels: { ...this.set.matchLabels }, annotations: KEPT,
        };
        new PersistentVolumeClaim(this.place, `${template.name}-${ordinal}`, { ...template, dataSource, metadata });
      });
    }
  }

  public volumeOf(name: string): Volume {
    const volume = this.volumes.get(name);
    if (volume === undefined) {
      throw new Error(`${this.set.node.path}: there is no volumeClaimTemplate '${name}'; give one of '${[...this.volumes.keys()].join("', '")}'`);
    }
    return volume;
  }

  public nameOf(name: string, ordinal: number): string {
    return `${this.volumeOf(name).name}-${this.set.name}-${ordinalOf(this.set, ordinal)}`;
  }

  public claimOf(name: string, ordinal: number): IVolumeClaim {
    const claimName = this.nameOf(name, ordinal);
    const made = this.place.node.tryFindChild(`${name}-${ordinal}`) as IVolumeClaim | undefined;
    if (made !== undefined) return made;
    const { size, expandedFrom, storageClass, volumeMode } = this.templates.find((template) => template.name === name)!;
    // What was copied before the claim grew has the size from before.
    const facts = { namespace: this.set.metadata.namespace, size: expandedFrom ?? size, storageClass, volumeMode };
    return PersistentVolumeClaim.fromClaimName(this.place, `${name}-${ordinal}`, claimName, facts);
  }

  /** Only where there are any: most sets have none, and their objects are all that is in the tree. */
  private get place(): Construct {
    return this.scope ??= new Construct(this.set, 'Claims');
  }

  /** Volumes of the Pods that are none of the templates. */
  public othersAmong(volumes: Volume[]): Volume[] {
    return volumes.filter((volume) => this.volumes.get(volume.name) !== volume);
  }
}

/** The ordinal, or an error if there can be no such Pod. */
export function ordinalOf(set: StatefulVolumeSet, ordinal: number, least = 0): number {
  if (isWholeNumber(ordinal, least)) return ordinal;
  throw new Error(`${set.node.path}: ordinal ${ordinal} is not the number of a Pod; give a whole number of at least ${least}`);
}
