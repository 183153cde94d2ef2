import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { parameterMistakes } from './class-parameters';
import { metadataWithHash, nameWithHashMistakes } from './content-hash';
import { clusterScopedMetadataMistakes, ClusterScopedObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { objectName } from '../../private/names';

/** A VolumeAttributesClass as claims refer to it. */
export interface IVolumeAttributesClass {
  /** Name that claims give. */
  readonly volumeAttributesClassName: string;

  /**
   * Driver that changes the volumes, where it is known.
   *
   * @default - unknown, so that nothing about the driver is checked
   */
  readonly driverName?: string;
}

/** What can be said of a VolumeAttributesClass whatever its driver. */
export interface VolumeAttributesClassOptions {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Whether the name ends in a hash of the driver and the parameters, which can never change about a class. A change of them then makes a class of another
   * name, and claims that follow it in code are changed to it.
   *
   * Refuses parameters that the CDK fills in later, and names too long for the hash.
   *
   * @default false
   */
  readonly nameWithHash?: boolean;
}

/** Properties of `VolumeAttributesClass`. */
export interface VolumeAttributesClassProps extends VolumeAttributesClassOptions {
  /** CSI driver that changes the volumes, for example `ebs.csi.aws.com`. */
  readonly driverName: string;

  /** What the driver is told, 1 to 512 parameters of together at most 256 KiB. Kubernetes takes text only and does not check it. */
  readonly parameters: { [key: string]: string };
}

/** validateVolumeAttributesClassParameters of Kubernetes, which counts the keys and the values. */
const MOST_PARAMETERS = 512;
const MOST_BYTES = 256 * 1024;

/**
 * What volumes should be like from now on: a claim that names another class than before has its volume changed while it is in use.
 *
 * Needs Kubernetes 1.34 (`storage.k8s.io/v1`). For EBS, `EbsVolumeAttributesClass` knows the parameters.
 *
 * Refuses names that Kubernetes refuses, a namespace, an empty driver name, no parameters, too many, empty keys and values that are not text.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/
 */
export class VolumeAttributesClass extends ClusterScopedObject implements IVolumeAttributesClass {
  /**
   * A class that exists already, or that somebody else creates.
   *
   * @param name Its `metadata.name`.
   */
  public static fromName(name: string): IVolumeAttributesClass {
    return { volumeAttributesClassName: objectName('VolumeAttributesClass.fromName', name) };
  }

  /** Name that claims give. */
  public readonly volumeAttributesClassName: string;

  /** Driver that changes the volumes. */
  public readonly driverName?: string;

  public constructor(scope: Construct, id: string, props: VolumeAttributesClassProps) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...volumeAttributesClassMistakes(props));
    mistakes.throwIfAny();

    const { metadata, nameWithHash = false, driverName, parameters } = props;
    super(scope, id, {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'VolumeAttributesClass',
      metadata: nameWithHash ? metadataWithHash(scope, id, metadata, { driverName, parameters }) : metadata,
      driverName,
      parameters,
    });
    this.volumeAttributesClassName = this.name;
    this.driverName = driverName;
  }
}

function volumeAttributesClassMistakes({ metadata, nameWithHash, driverName, parameters }: VolumeAttributesClassProps): (string | undefined)[] {
  const entries = Object.entries(parameters);
  const bytes = Buffer.byteLength(entries.flat().join(''));
  return [
    ...clusterScopedMetadataMistakes('VolumeAttributesClass', metadata),
    ...(nameWithHash ? nameWithHashMistakes(metadata, { driverName, parameters }) : []),
    driverName === '' ? "driverName '' is empty; name the driver that changes the volumes, for example 'ebs.csi.aws.com'" : undefined,
    entries.length === 0 ? 'parameters is empty, and a class that changes nothing is refused by Kubernetes; give at least one' : undefined,
    entries.length > MOST_PARAMETERS ? `parameters has ${entries.length} entries, and Kubernetes takes ${MOST_PARAMETERS}; leave some out` : undefined,
    bytes > MOST_BYTES ? `parameters has ${bytes} bytes, and Kubernetes takes ${MOST_BYTES}; leave some out` : undefined,
    entries.some(([key]) => key === '') ? "parameters has the key '', which Kubernetes refuses; name a parameter" : undefined,
    ...parameterMistakes(parameters),
  ];
}
