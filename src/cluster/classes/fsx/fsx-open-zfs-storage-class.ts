import type { Construct } from 'constructs';
import { openZfsClaimMistakes } from './open-zfs-claims';
import type { OpenZfsResource } from './open-zfs-resource';
import { isUnresolved } from '../../../private/cdk-tokens';
import { Mistakes } from '../../../private/mistakes';
import { StorageClassBase } from '../storage-class-base';
import type { StorageClassOptions, VolumeBindingMode } from '../storage-class-props';

/** Properties of `FsxOpenZfsStorageClass`. */
export interface FsxOpenZfsStorageClassProps extends StorageClassOptions {
  /** What is made for each claim. */
  readonly resource: OpenZfsResource;

  /**
   * When it is made. Making a file system takes minutes.
   *
   * @default - not said, which Kubernetes takes as `VolumeBindingMode.IMMEDIATE`
   */
  readonly volumeBindingMode?: VolumeBindingMode;

  /**
   * Whether a claim may be made larger later on. Not for volumes, which the driver does not expand.
   *
   * @default - not said, which Kubernetes takes as no
   */
  readonly allowVolumeExpansion?: boolean;

  /**
   * Other parameters, by the names of FSx, each value in JSON. Of file systems, these are `RootVolumeConfiguration`, `StorageType`, `CopyTagsToBackups`,
   * `CopyTagsToVolumes`, `EndpointIpAddressRange`, `RouteTableIds` and `FinalBackupTagsOnDeletion`; of volumes, `NfsExports`, `UserAndGroupQuotas` and
   * `OriginSnapshot`. They may not repeat what the resource says, nor say what the driver says itself.
   *
   * @default - none
   * @see https://github.com/kubernetes-sigs/aws-fsx-openzfs-csi-driver/blob/main/docs/parameters.md
   */
  readonly extraParameters?: { [key: string]: string };
}

/** containsDriverProvidedParameters in the driver's pkg/driver/controller.go. */
const OF_DRIVER = ['ClientRequestToken', 'FileSystemType', 'Name', 'OpenZFSConfiguration', 'StorageCapacity', 'VolumeId', 'VolumeType'];

/**
 * A StorageClass of FSx for OpenZFS: a file system for each claim, or a volume in one that exists.
 *
 * Claims of file systems are refused unless they are of whole GiB, 64 to 524,288, and have at least 3 of `diskIops` for each GiB; claims of volumes, and of
 * file systems with Intelligent-Tiering (`StorageType` in `extraParameters`), unless they are of 1 GiB.
 *
 * Refuses ids that are none, a throughput the deployment does not have, subnets too few or too many, records and capacities that are none, an expansion of
 * volumes, and `extraParameters` that are no JSON or say what is said elsewhere.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fsx-openzfs-csi.html
 */
export class FsxOpenZfsStorageClass extends StorageClassBase {
  private readonly said: Record<string, string>;

  public constructor(scope: Construct, id: string, props: FsxOpenZfsStorageClassProps) {
    const { resource, extraParameters, ...options } = props;
    const parameters = resource._parameters();
    const said = { ...extraParameters, ...parameters };
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...resource._mistakes(),
      props.allowVolumeExpansion === true && parameters.ResourceType === 'volume'
        ? 'allowVolumeExpansion true is not for OpenZFS volumes, which the driver does not expand; leave it out' : undefined,
      ...extraMistakes(extraParameters, parameters),
    );
    super(scope, id, { ...options, provisioner: 'fsx.openzfs.csi.aws.com', parameters: said }, mistakes);
    this.said = said;
  }

  /**
   * What this class has against a claim that names it.
   *
   * @internal
   */
  public _claimMistakes({ sizeGiB }: { readonly sizeGiB: number }): string[] {
    return openZfsClaimMistakes(sizeGiB, this.said);
  }
}

function extraMistakes(extra: Record<string, string> = {}, parameters: Record<string, string>): (string | undefined)[] {
  const among = (names: string[], key: string) => names.some((name) => name.toLowerCase() === key.toLowerCase());
  return Object.entries(extra).map(([key, value]) => {
    if (among(Object.keys(parameters), key)) return `extraParameters contains '${key}', which the resource says already; leave it out`;
    if (among(OF_DRIVER, key)) return `extraParameters contains '${key}', which the driver says itself; leave it out`;
    return typeof value !== 'string' || isUnresolved(value) || isJson(value) ? undefined
      : `extraParameters has at '${key}' the value '${value}', which is no JSON; write text as '"…"'`;
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
