import type { ContainerResources } from './container-resources';

/** Settings of the containers beside the driver's. */
export interface SidecarsConfiguration {
  /**
   * Asks for the attachment of volumes. Runs in the controller.
   *
   * @default - the driver's own settings
   */
  readonly attacher?: LoggingSidecarConfiguration;

  /**
   * Answers the kubelet's probes. Runs in the controller and in the node Pods.
   *
   * @default - the driver's own settings
   */
  readonly livenessProbe?: SidecarConfiguration;

  /**
   * Labels nodes with what is attached to them, for the metadata source of that name. Runs in the controller.
   *
   * @default - does not run
   */
  readonly metadataLabeler?: MetadataLabelerConfiguration;

  /**
   * Makes the driver known to the kubelet. Runs in the node Pods.
   *
   * @default - the driver's own settings
   */
  readonly nodeDriverRegistrar?: LoggingSidecarConfiguration;

  /**
   * Asks for the creation and deletion of volumes. Runs in the controller.
   *
   * @default - the driver's own settings
   */
  readonly provisioner?: LoggingSidecarConfiguration;

  /**
   * Asks for larger volumes. Runs in the controller.
   *
   * @default - the driver's own settings
   */
  readonly resizer?: LoggingSidecarConfiguration;

  /**
   * Asks for snapshots. Runs in the controller.
   *
   * @default - the driver's own settings
   */
  readonly snapshotter?: SnapshotterConfiguration;

  /**
   * Asks for other performance of volumes. Runs in the controller, with `controller.volumeModificationFeature.enabled`.
   *
   * @default - the driver's own settings
   */
  readonly volumemodifier?: LoggingSidecarConfiguration;
}

/** Settings of a sidecar. */
export interface SidecarConfiguration {
  /**
   * Further arguments, as in `--timeout=120s`.
   *
   * @default - none
   */
  readonly additionalArgs?: string[];

  /**
   * What the container asks for and is held to.
   *
   * @default - `controller.resources`; for livenessProbe and nodeDriverRegistrar requests of 10m CPU and 32Mi memory, and a limit of 32Mi memory
   */
  readonly resources?: ContainerResources;
}

/** Settings of a sidecar that writes a log. */
export interface LoggingSidecarConfiguration extends SidecarConfiguration {
  /**
   * How much the container writes into its log: a whole number from 0 on, where 7 is everything.
   *
   * @default - 2; 4 for the metadataLabeler
   */
  readonly logLevel?: number;
}

/** Settings of the sidecar that asks for snapshots. */
export interface SnapshotterConfiguration extends LoggingSidecarConfiguration {
  /**
   * Whether it runs even where the snapshot kinds are not installed.
   *
   * @default false
   */
  readonly forceEnable?: boolean;
}

/** Settings of the sidecar that labels nodes. In the making still: its makers call it alpha. */
export interface MetadataLabelerConfiguration extends LoggingSidecarConfiguration {
  /**
   * Whether it runs.
   *
   * @default false
   */
  readonly enabled?: boolean;
}
