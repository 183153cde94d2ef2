/** The labels by which an object tells Velero about its backup. */
export class VeleroLabels {
  /**
   * Labels for the `metadata` of what Velero leaves out of every backup, such as a claim whose data can be made again.
   *
   * @see https://velero.io/docs/main/resource-filtering/
   */
  public static excludedFromBackup(): { [key: string]: string } {
    return { 'velero.io/exclude-from-backup': 'true' };
  }

  private constructor() {}
}
