import type { Size } from 'cdk8s';
import type { VolumeMode } from './volume-mode';
import type { IStorageClass } from '../../cluster/classes/storage-class-props';

/** What is known of the volume that another one is filled from, whether it is cloned or there is a snapshot of it. */
export interface ClaimFacts {
  readonly namespace?: string;

  /** The least its claim asked for when it was copied. */
  readonly size?: Size;

  readonly storageClass?: IStorageClass;
  readonly volumeMode?: VolumeMode;
}

/** The facts of a claim, or of a snapshot of one, that this library made or was told of. */
export function claimFactsOf(source: object): ClaimFacts | undefined {
  return (source as { _claimFacts?: () => ClaimFacts })._claimFacts?.();
}
