import { type IStorage, k8s, type MountOptions, Volume } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { checkMounts, mountMistakes, type MountRules } from '../../checks/mounts';
import { Mistakes } from '../../private/mistakes';
import { dnsLabelMistake } from '../../private/names';

interface PodVolumeRules extends Pick<MountRules, 'isRawDevice' | 'nodePath' | 'writableReason'> {
  /** It has fields, or may get some, that cdk8s-plus does not know. */
  readonly isWrittenOut?: boolean;
}

/**
 * A volume that is defined in the Pod that mounts it.
 *
 * @internal
 */
export abstract class PodVolume extends Construct implements IStorage {
  /** Name of the volume in the Pod. */
  public readonly name: string;

  private readonly source: object;
  private readonly rules: MountRules;
  private volume?: Volume;

  /** @param source What the volume is, as a Pod's `volumes` entry has it beside the name. */
  protected constructor(scope: Construct, id: string, name: string | undefined, source: object, mistakes: Mistakes, rules: PodVolumeRules = {}) {
    const volumeName = name ?? id.toLowerCase();
    mistakes.add(dnsLabelMistake(name === undefined ? 'the id gives the volume its name, but' : 'name', volumeName));
    mistakes.throwIfAny();
    super(scope, id);
    this.name = volumeName;
    this.source = withoutUndefined(source);
    this.rules = { ...rules, written: rules.isWrittenOut ? this.toVolume() : undefined };
  }

  /** The Pod volume that mounting this creates. */
  public asVolume(): Volume {
    this.volume ??= podVolume(this, 'Volume', this.name, forCdk8sPlus(this.source), this.rules);
    return this.volume;
  }

  /** The volume as a plain object, for the `volumes` of a Pod that is written by hand. */
  public toVolume(): any {
    return { name: this.name, ...this.source };
  }

  /**
   * A mount of the volume as a plain object, for the `volumeMounts` of a container that is written by hand.
   *
   * Refuses what `container.mount` would have refused at synth.
   *
   * @param path Absolute path in the container.
   * @param options As for `container.mount` of cdk8s-plus.
   */
  public toMount(path: string, options: MountOptions = {}): any {
    const mistakes = new Mistakes(this, `mount at '${path}'`);
    mistakes.add(...mountMistakes(path, options, this.rules));
    mistakes.throwIfAny();
    const { readOnly, subPath, subPathExpr, propagation: mountPropagation } = options;
    return withoutUndefined({ name: this.name, mountPath: path, readOnly, subPath, subPathExpr, mountPropagation });
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

function withoutUndefined(value: any): any {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (value?.constructor !== Object) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined).map(([key, field]) => [key, withoutUndefined(field)]));
}

/** cdk8s-plus has a spelling of its own for one field, and quantities are objects to it. */
function forCdk8sPlus(value: any, key?: string): any {
  if (key === 'sizeLimit' || key === 'divisor' || key === 'storage') return k8s.Quantity.fromString(value);
  if (Array.isArray(value)) return value.map((item) => forCdk8sPlus(item));
  if (value?.constructor !== Object || key === 'volumeAttributes' || key === 'metadata') return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name === 'downwardAPI' ? 'downwardApi' : name, forCdk8sPlus(field, name)]));
}
