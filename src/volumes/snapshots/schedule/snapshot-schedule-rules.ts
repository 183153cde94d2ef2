import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { cronMistakes } from './cron-expression';
import { imageOf } from './snapshot-schedule-job';
import type { SnapshotScheduleProps } from './snapshot-schedule-props';
import { timeZoneMistake } from './time-zone';
import { secondsMistake } from './whole-seconds';
import { DeletionPolicy, type IVolumeSnapshotClass } from '../../../cluster/snapshots/volume-snapshot-class';
import { isUnresolved } from '../../../private/cdk-tokens';
import { imageMistake } from '../../../private/container-image';
import { dnsLabelMistake, labelMistakes, metadataMistakes } from '../../../private/names';
import { SNAPSHOT_API_GROUP } from '../../../private/snapshot-api';

/** Kubernetes' own limit for CronJobs, whose Jobs add 11 characters to it. */
export const LONGEST_NAME = 52;

export function scheduleMistakes(props: SnapshotScheduleProps, namespace: string | undefined): (string | undefined)[] {
  const { metadata = {}, snapshotLabels = {} } = props;
  const name = metadata.name ?? '';
  return [
    ...metadataMistakes({ ...metadata, name: undefined }),
    dnsLabelMistake('metadata.name', metadata.name),
    name.length > LONGEST_NAME && !isUnresolved(name)
      ? `metadata.name '${name}' is too long for a CronJob; use at most ${LONGEST_NAME} characters` : undefined,
    namespace === undefined ? 'the RoleBinding has to name the namespace of its ServiceAccount, and neither metadata nor the chart gives one; give metadata.namespace' : undefined,
    ...cronMistakes('schedule', props.schedule.expressionString),
    timeZoneMistake('timeZone', props.timeZone),
    ...props.claims._mistakes(namespace),
    ...props.retention._mistakes(),
    props.snapshotClass && classMistake(props.snapshotClass),
    ...labelMistakes('snapshotLabels', snapshotLabels),
    ...Object.keys(snapshotLabels).filter((key) => key.startsWith('cdk8s-eks-storage/'))
      .map((key) => `snapshotLabels has '${key}', by which snapshots are known to schedules; leave it out`),
    secondsMistake('timeout', props.timeout, 1),
    secondsMistake('startingDeadline', props.startingDeadline, 10), // the controller looks every 10 seconds
    imageMistake('image', imageOf(props), 'docker.io/alpine/kubectl:1.34.1'),
  ];
}

function classMistake(snapshotClass: IVolumeSnapshotClass): string | undefined {
  return keepsSnapshots(snapshotClass)
    ? `snapshotClass '${snapshotClass.volumeSnapshotClassName}' keeps in AWS what is deleted here; give a class with DeletionPolicy.DELETE` : undefined;
}

/** Judged when the app is synthesized, for the default class may come after the schedule. Which driver the volumes have is not known. */
export function defaultClassMistakes(schedule: IConstruct): string[] {
  const defaults = schedule.node.root.node.findAll().filter((object): object is ApiObject => ApiObject.isApiObject(object)
    && object.apiGroup === SNAPSHOT_API_GROUP && object.kind === 'VolumeSnapshotClass'
    && object.metadata.toJson().annotations?.['snapshot.storage.kubernetes.io/is-default-class'] === 'true');
  return defaults.length > 0 && defaults.every(keepsSnapshots)
    ? [`snapshotClass is not given, and the default class '${defaults[0].name}' keeps in AWS what is deleted here; give a class with DeletionPolicy.DELETE`] : [];
}

/** Whether it is known that AWS keeps a snapshot, and bills it, when its VolumeSnapshot is deleted. */
function keepsSnapshots(snapshotClass: unknown): boolean {
  return ApiObject.isApiObject(snapshotClass) && snapshotClass.toJson().deletionPolicy === DeletionPolicy.RETAIN;
}
