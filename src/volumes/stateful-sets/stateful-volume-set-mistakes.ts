import type { Duration } from 'cdk8s';
import { type ContainerProps, RestartPolicy } from 'cdk8s-plus-27';
import { restoreMistakes, sourceCountMistakes } from './restored-claims';
import type { StatefulVolumeSetProps } from './stateful-volume-set-props';
import { strategyMistakes } from './stateful-volume-set-strategy';
import type { VolumeClaimTemplate } from './volume-claim-template';
import { isUnresolved } from '../../private/cdk-tokens';
import { dnsLabelMistake, dnsSubdomainMistake, labelMistakes, metadataMistakes } from '../../private/names';
import { absolutePathMistake } from '../../private/paths';
import { repetitionsIn } from '../../private/repetitions';
import { isWholeNumber, LARGEST_INT32 } from '../../private/whole-numbers';
import { claimMistakes } from '../claims/claim-rules';
import { VolumeMode } from '../claims/volume-mode';

/** The names, given or made from the path. */
export function nameMistakes(name: string | undefined, serviceName: string | undefined): (string | undefined)[] {
  return [
    dnsLabelMistake('metadata.name', name),
    // Its Pods carry the name and a hash of ten characters as one label of at most 63: https://github.com/kubernetes/kubernetes/issues/64023
    name === undefined || isUnresolved(name) || name.length <= 52 ? undefined
      : `metadata.name '${name}' has ${name.length} characters, and a StatefulSet of more than 52 gets no Pods; give a shorter one`,
    dnsLabelMistake('serviceName', serviceName),
    serviceName === undefined || isUnresolved(serviceName) || !/^\d/.test(serviceName) ? undefined
      : `serviceName '${serviceName}' starts with a digit, which Kubernetes refuses of a Service; give one that starts with a letter`,
  ];
}

/** @param namespace Where the set is, if that is known. */
export function statefulVolumeSetMistakes(props: StatefulVolumeSetProps, namespace: string | undefined): (string | undefined)[] {
  const { metadata, labels, serviceName, containers = [], volumeClaimTemplates: templates } = props;
  return [
    ...metadataMistakes({ ...metadata, name: undefined }),
    ...nameMistakes(metadata?.name, serviceName),
    dnsSubdomainMistake('clusterDomain', props.clusterDomain),
    ...labelMistakes('labels', labels),
    labels !== undefined && Object.keys(labels).length === 0 ? 'labels {} would select no Pods; give at least one, or leave labels out' : undefined,
    ...countMistakes(props),
    ...props.strategy === undefined ? [] : strategyMistakes(props.strategy),
    ...podMistakes(props),
    ...containerMistakes(containers),
    templates.length === 0 ? 'volumeClaimTemplates [] is empty; give at least one, or use a Deployment' : undefined,
    ...repeated('volumeClaimTemplates', templates.map(({ name }) => name)),
    ...templates.flatMap((template) => templateMistakes(template, props, namespace)),
    ...props.replicas === undefined || !templates.some(isRestored) ? [] : sourceCountMistakes(props, props.replicas),
  ];
}

function countMistakes({ replicas, ordinalsStart, revisionHistoryLimit, minReady }: StatefulVolumeSetProps): (string | undefined)[] {
  const notCounted = (value: number | undefined) => value !== undefined && !isWholeNumber(value, 0, LARGEST_INT32);
  return [
    notCounted(replicas) ? `replicas ${replicas} is not a number of Pods; give a whole number of at least 0` : undefined,
    notCounted(ordinalsStart) ? `ordinalsStart ${ordinalsStart} is not the number of a Pod; give a whole number of at least 0` : undefined,
    notCounted(revisionHistoryLimit) ? `revisionHistoryLimit ${revisionHistoryLimit} is not a number of versions; give a whole number of at least 0` : undefined,
    secondsMistake('minReady', minReady),
  ];
}

function podMistakes({ restartPolicy, terminationGracePeriod, noGracePeriodReason, spread, zoneSpread, securityContext }: StatefulVolumeSetProps) {
  const isZero = terminationGracePeriod?.toSeconds({ integral: false }) === 0;
  return [
    restartPolicy === undefined || restartPolicy === RestartPolicy.ALWAYS ? undefined
      : `restartPolicy ${restartPolicy} is not for a StatefulSet, whose Pods run for good; leave it out`,
    secondsMistake('terminationGracePeriod', terminationGracePeriod),
    isZero && noGracePeriodReason === undefined
      ? 'terminationGracePeriod 0 kills Pods at once, and one that lost its node may still write while the next one starts; give some seconds, or write why it must be in noGracePeriodReason'
      : undefined,
    noGracePeriodReason !== undefined && noGracePeriodReason.trim() === ''
      ? "noGracePeriodReason '' says nothing; write why Pods may be killed at once, or leave it out" : undefined,
    noGracePeriodReason !== undefined && !isZero
      ? 'noGracePeriodReason is given, but Pods have time to finish; leave it out, or give a terminationGracePeriod of 0' : undefined,
    ...zoneSpread?._mistakes() ?? [],
    spread === true && zoneSpread !== undefined ? 'spread true keeps any two Pods out of one zone, so zoneSpread decides on nothing; leave one of them out' : undefined,
    ...Object.entries({ user: securityContext?.user, group: securityContext?.group, fsGroup: securityContext?.fsGroup }).map(([key, id]) =>
      id === undefined || isWholeNumber(id, 0, LARGEST_INT32) ? undefined
        : `securityContext has the ${key} ${id}, which is no id; give a whole number from 0 to ${LARGEST_INT32}`),
  ];
}

function secondsMistake(property: string, duration: Duration | undefined): string | undefined {
  if (duration === undefined || isWholeNumber(duration.toSeconds({ integral: false }), 0, LARGEST_INT32)) return undefined;
  return `${property} ${duration.toSeconds({ integral: false })} is not whole seconds; give it in seconds, as in Duration.seconds(10)`;
}

function containerMistakes(containers: ContainerProps[]): (string | undefined)[] {
  const names = containers.map(({ name = 'main' }) => name);
  const ports = containers.flatMap(({ portNumber, ports: named = [] }) =>
    portNumber === undefined ? named : [{ number: portNumber, name: undefined }, ...named]);
  const unnamed = ports.filter(({ name }) => name === undefined);
  return [
    ...containers.map(({ image }, index) => image.trim() === '' ? `image '${image}' of container '${names[index]}' is empty; name an image, for example 'nginx:1.27'` : undefined),
    ...names.map((name) => dnsLabelMistake('container name', name)),
    ...repeated('containers', names),
    ports.length === 0 ? 'no container has a port, and the headless Service needs one; give a container portNumber or ports' : undefined,
    ports.length > 1 && unnamed.length > 0 ? `port ${unnamed[0].number} has no name, and a Service of several ports needs them all named; give it in ports, as { number, name }` : undefined,
  ];
}

function templateMistakes(
  template: VolumeClaimTemplate, { containers = [], ordinalsStart }: StatefulVolumeSetProps, namespace: string | undefined,
): (string | undefined)[] {
  const { name, mountPath, volumeMode } = template;
  const ofSources = isRestored(template) ? restoreMistakes(template, ordinalsStart, namespace) : [];
  return [
    dnsLabelMistake('volumeClaimTemplate', name),
    ...[...claimMistakes({ ...template, namespace }), newVolumesMistake(template), ...ofSources]
      .map((mistake) => mistake && `volumeClaimTemplate '${name}': ${mistake}`),
    mountPath === undefined ? undefined : absolutePathMistake(`mountPath of volumeClaimTemplate '${name}'`, mountPath),
    mountPath !== undefined && volumeMode === VolumeMode.BLOCK
      ? `mountPath '${mountPath}' of volumeClaimTemplate '${name}' is for a directory, but the volume is a raw device (volumeMode Block); leave one of the two out`
      : undefined,
    mountPath !== undefined && containers.length === 0 ? `mountPath '${mountPath}' of volumeClaimTemplate '${name}' has no container to be in; give containers, or mount claimVolume('${name}') later` : undefined,
  ];
}

function isRestored({ restoreFrom, hasBeenRestored }: VolumeClaimTemplate): boolean {
  return restoreFrom !== undefined || hasBeenRestored !== undefined;
}

/** Some classes of EBS volumes only change those that exist. */
function newVolumesMistake({ volumeAttributesClass: attributes }: VolumeClaimTemplate): string | undefined {
  const { _createsVolumes: createsVolumes } = (attributes ?? {}) as { _createsVolumes?(): boolean };
  if (createsVolumes === undefined || createsVolumes.call(attributes)) return undefined;
  return `volumeAttributesClass '${attributes!.volumeAttributesClassName}' changes volumes that exist, and the driver makes none with it; name one without iopsPerGiB and tagsToDelete`;
}

function repeated(property: string, names: string[]): string[] {
  return repetitionsIn(names).map((name) => `${property} has '${name}' more than once; give each a name of its own`);
}
