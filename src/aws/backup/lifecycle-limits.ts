/**
 * What Data Lifecycle Manager takes, as its service model of 2018-01-12 says in August 2026. `archive` is in the words of the API reference only.
 *
 * @see https://docs.aws.amazon.com/dlm/latest/APIReference/API_Types.html
 * @see https://github.com/boto/botocore/blob/develop/botocore/data/dlm/2018-01-12/service-2.json
 */
export const LIFECYCLE_LIMITS = {
  /** One that has to be, and three more: `ScheduleList`. */
  schedules: 4,

  /** `ScheduleName` and `PolicyDescription`. */
  nameLength: 120,
  descriptionLength: 500,

  /** https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateRule.html */
  creationHours: [1, 2, 3, 4, 6, 8, 12, 24],

  /** `CronExpression`. */
  cronLength: 106,

  /** `Count`: snapshots of a volume. */
  count: 1000,

  /** 100 years: https://docs.aws.amazon.com/dlm/latest/APIReference/API_RetainRule.html */
  days: 36500,

  /** `TagsToAddList`, since AWS adds tags of its own. */
  addedTags: 45,

  /** `CrossRegionCopyRules`. */
  regionCopies: 3,

  /** `AvailabilityZoneList`. */
  fastRestoreZones: 10,

  /** https://docs.aws.amazon.com/dlm/latest/APIReference/API_RetentionArchiveTier.html and API_CreateRule.html */
  archiveDays: 90,
  daysBetweenArchived: 28,
} as const;
