import type { SnapshotControllerProps } from './snapshot-controller';

/** How a cluster comes to have snapshots. */
export class SnapshotInstallation {
  /** The snapshot kinds and their controller are there already, or come from somebody else. */
  public static existing(): SnapshotInstallation {
    return new SnapshotInstallation(true);
  }

  /**
   * The snapshot kinds and their controller come as manifests, each in a chart of its own.
   *
   * @param controller How the controller runs.
   */
  public static manifests(controller: SnapshotControllerProps = {}): SnapshotInstallation {
    return new SnapshotInstallation(true, controller);
  }

  /** The cluster has no snapshots, and no class for them. */
  public static none(): SnapshotInstallation {
    return new SnapshotInstallation(false);
  }

  private constructor(
    /** @internal */
    public readonly _hasSnapshots: boolean,

    /** @internal */
    public readonly _controller?: SnapshotControllerProps,
  ) {}
}
