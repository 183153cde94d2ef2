import type { Size } from 'cdk8s';
import type { IPersistentVolumeClaim, IStorage, Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import type { ClaimFacts } from './claim-facts';
import type { IVolumeDataSource, VolumeDataSource } from './volume-data-source';
import { VolumeMode } from './volume-mode';
import type { IStorageClass } from '../../cluster/classes/storage-class-props';
import { Mistakes } from '../../private/mistakes';
import { dnsLabelMistake, dnsSubdomainMistake } from '../../private/names';
import { wholeBytesMistake } from '../../private/whole-bytes';
import { podVolume, volumeNameFrom } from '../pods/pod-volume';

/** A claim that can be mounted, cloned, and be taken snapshots of. */
export interface IVolumeClaim extends IPersistentVolumeClaim, IStorage, IVolumeDataSource {}

/** What is known of a claim that exists. All of it serves to judge what is made of the claim; nothing of it is written. */
export interface ExistingClaimOptions {
  /**
   * Namespace of the claim.
   *
   * @default - not known; Pods, snapshots and clones have to be in the same
   */
  readonly namespace?: string;

  /**
   * Size of the volume: a clone has to have as much.
   *
   * @default - not known, so not compared
   */
  readonly size?: Size;

  /**
   * Class of the claim.
   *
   * @default - not known, so not compared
   */
  readonly storageClass?: IStorageClass;

  /**
   * Whether the claim is for a directory or for a raw device, which is not mounted.
   *
   * @default VolumeMode.FILESYSTEM
   */
  readonly volumeMode?: VolumeMode;
}

/**
 * A claim that something else makes.
 *
 * @internal
 */
export class ExistingVolumeClaim extends Construct implements IVolumeClaim {
  public readonly apiVersion = 'v1';
  public readonly apiGroup = '';
  public readonly kind = 'PersistentVolumeClaim';
  public readonly resourceType = 'persistentvolumeclaims';
  public readonly resourceName: string;
  private volume?: Volume;

  public constructor(scope: Construct, id: string, public readonly name: string, private readonly options: ExistingClaimOptions = {}) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      dnsSubdomainMistake('claimName', name),
      dnsLabelMistake('namespace', options.namespace),
      options.size && wholeBytesMistake('size', options.size),
    );
    mistakes.throwIfAny();
    super(scope, id);
    this.resourceName = name;
  }

  public asVolume(): Volume {
    this.volume ??= claimVolume(this, this.options.volumeMode);
    return this.volume;
  }

  public toDataSource(): VolumeDataSource {
    return { kind: this.kind, name: this.name };
  }

  public _claimFacts(): ClaimFacts {
    return { ...this.options, volumeMode: this.options.volumeMode ?? VolumeMode.FILESYSTEM };
  }
}

/** The Pod volume that mounting a claim creates. */
export function claimVolume(claim: Construct & { readonly name: string }, volumeMode: VolumeMode | undefined): Volume {
  const source = { persistentVolumeClaim: { claimName: claim.name } };
  return podVolume(claim, 'Volume', volumeNameFrom('pvc', claim.name), source, { isRawDevice: volumeMode === VolumeMode.BLOCK });
}
