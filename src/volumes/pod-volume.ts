import { type IStorage, Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { checkMounts, type MountRules } from '../checks/mounts';
import type { Mistakes } from '../private/mistakes';
import { dnsLabelMistake } from '../private/names';

/**
 * A volume that is defined in the Pod that mounts it.
 *
 * @internal
 */
export abstract class PodVolume extends Construct implements IStorage {
  /** Name of the volume in the Pod. */
  public readonly name: string;

  private volume?: Volume;

  /** @param source What the volume is, as a Pod's `volumes` entry has it beside the name. */
  protected constructor(scope: Construct, id: string, name: string | undefined, private readonly source: object, mistakes: Mistakes) {
    const volumeName = name ?? id.toLowerCase();
    mistakes.add(dnsLabelMistake(name === undefined ? 'the id gives the volume its name, but' : 'name', volumeName));
    mistakes.throwIfAny();
    super(scope, id);
    this.name = volumeName;
  }

  /** The Pod volume that mounting this creates. */
  public asVolume(): Volume {
    this.volume ??= podVolume(this, 'Volume', this.name, this.source);
    return this.volume;
  }
}

/**
 * A cdk8s-plus volume of any source. Its constructor is private because its factories cover its own sources; ours go beyond them.
 */
export function podVolume(scope: Construct, id: string, name: string, source: object, rules?: MountRules): Volume {
  const volume: Volume = Reflect.construct(Volume, [scope, id, name, source]);
  checkMounts(volume, rules);
  return volume;
}

/** Objects have longer names than volumes, and dots in them. */
export function volumeNameFrom(prefix: string, objectName: string): string {
  return `${prefix}-${objectName.replaceAll('.', '-')}`.slice(0, 63).replace(/-+$/, '');
}
