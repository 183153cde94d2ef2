import { DEFAULT_STORAGE_CLASS, type DefaultKind } from '../cluster/classes/default-class';
import { EBS_CSI_DRIVER } from '../private/ebs-csi-driver-name';
import { SNAPSHOT_API_GROUP } from '../private/snapshot-api';

/** What a cluster has for the manifests that are applied to it. */
export interface ClusterFacts {
  /** CSI drivers that are installed. */
  readonly drivers: string[];

  /** ARNs of the keys that the EBS driver may use, as they are in the manifests. */
  readonly keyArns: unknown[];

  readonly hasSnapshots: boolean;
}

/**
 * What would fail after these manifests are applied, or be lost: classes of drivers and keys that the cluster does not have, snapshots that it does not know,
 * several defaults.
 *
 * @param charts The manifests of all charts that go to the cluster, by the paths of the charts.
 */
export function clusterManifestMistakes(charts: { [path: string]: any[] }, facts: ClusterFacts): string[] {
  const objects = Object.entries(charts).flatMap(([path, manifests]) => manifests.map((manifest) => ({ manifest, name: `${manifest.kind} '${manifest.metadata?.name}' of '${path}'` })));
  return [
    ...objects.flatMap(({ manifest, name }) => [driverMistake(manifest, facts), keyMistake(manifest, facts), snapshotMistake(manifest, facts)]
      .filter((mistake) => mistake !== undefined).map((mistake) => `the ${name} ${mistake}`)),
    ...severalDefaults(DEFAULT_STORAGE_CLASS, objects),
  ];
}

interface NamedManifest {
  readonly manifest: any;
  readonly name: string;
}

function driverMistake(manifest: any, { drivers }: ClusterFacts): string | undefined {
  const driver = driverOf(manifest);
  if (typeof driver !== 'string' || drivers.includes(driver) || driver.startsWith('kubernetes.io/')) return undefined;
  return `is of the driver '${driver}', which is not installed by this construct; name it in otherDrivers if somebody else installs it, or use one of '${drivers.join("', '")}'`;
}

/** Of the three kinds of class. */
function driverOf({ kind, apiVersion, provisioner, driverName, driver }: any): unknown {
  if (apiVersion?.startsWith('storage.k8s.io/')) return { StorageClass: provisioner, VolumeAttributesClass: driverName }[kind as string];
  return kind === 'VolumeSnapshotClass' ? driver : undefined;
}

function keyMistake({ kind, provisioner, parameters }: any, { keyArns }: ClusterFacts): string | undefined {
  if (kind !== 'StorageClass' || provisioner !== EBS_CSI_DRIVER) return undefined;
  const [, key] = Object.entries(parameters ?? {}).find(([name]) => name.toLowerCase() === 'kmskeyid') ?? [];
  if (key === undefined || keyArns.some((granted) => JSON.stringify(granted) === JSON.stringify(key))) return undefined;
  return `is encrypted with the key ${typeof key === 'string' ? `'${key}'` : 'of another construct'}, which the driver may not use; give that key in moreEncryptionKeys too`;
}

function snapshotMistake({ apiVersion, kind }: any, { hasSnapshots }: ClusterFacts): string | undefined {
  if (hasSnapshots || !apiVersion?.startsWith(`${SNAPSHOT_API_GROUP}/`)) return undefined;
  return `needs the kind ${kind}, which the cluster does not know, for snapshots is SnapshotInstallation.none(); choose another of its ways`;
}

function severalDefaults({ kind, annotation, neededBy, compete }: DefaultKind, objects: NamedManifest[]): string[] {
  const defaults = objects.filter(({ manifest }) => manifest.kind === kind && manifest.metadata?.annotations?.[annotation] === 'true');
  return defaults.flatMap((one, index) => defaults.slice(0, index).filter((other) => compete(other.manifest, one.manifest))
    .map((other) => `the ${other.name} and the ${one.name} are both the default, and ${neededBy(one.manifest)} needs one; say isDefault false of one of them`));
}
