import type { ContainerProps } from 'cdk8s-plus-27';
import { claimMistakes } from './claim-spec';
import { repetitionsIn } from './repetitions';
import type { StatefulVolumeSetProps } from './stateful-volume-set-props';
import type { VolumeClaimTemplate } from './volume-claim-template';
import { VolumeMode } from './volume-mode';
import { isUnresolved } from '../private/cdk-tokens';
import { dnsLabelMistake, labelMistakes, metadataMistakes } from '../private/names';
import { absolutePathMistake } from '../private/paths';
import { isWholeNumber } from '../private/whole-numbers';

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

export function statefulVolumeSetMistakes(props: StatefulVolumeSetProps): (string | undefined)[] {
  const { metadata, labels, serviceName, replicas, containers = [], volumeClaimTemplates: templates } = props;
  return [
    ...metadataMistakes({ ...metadata, name: undefined }),
    ...nameMistakes(metadata?.name, serviceName),
    ...labelMistakes('labels', labels),
    labels !== undefined && Object.keys(labels).length === 0 ? 'labels {} would select no Pods; give at least one, or leave labels out' : undefined,
    replicas === undefined || isWholeNumber(replicas, 0) ? undefined : `replicas ${replicas} is not a number of Pods; give a whole number of at least 0`,
    ...containerMistakes(containers),
    templates.length === 0 ? 'volumeClaimTemplates [] is empty; give at least one, or use a Deployment' : undefined,
    ...repeated('volumeClaimTemplates', templates.map(({ name }) => name)),
    ...templates.flatMap((template) => templateMistakes(template, containers)),
  ];
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

function templateMistakes(template: VolumeClaimTemplate, containers: ContainerProps[]): (string | undefined)[] {
  const { name, mountPath, volumeMode } = template;
  return [
    dnsLabelMistake('volumeClaimTemplate', name),
    ...claimMistakes(template).map((mistake) => mistake && `volumeClaimTemplate '${name}': ${mistake}`),
    mountPath === undefined ? undefined : absolutePathMistake(`mountPath of volumeClaimTemplate '${name}'`, mountPath),
    mountPath !== undefined && volumeMode === VolumeMode.BLOCK
      ? `mountPath '${mountPath}' of volumeClaimTemplate '${name}' is for a directory, but the volume is a raw device (volumeMode Block); leave one of the two out`
      : undefined,
    mountPath !== undefined && containers.length === 0 ? `mountPath '${mountPath}' of volumeClaimTemplate '${name}' has no container to be in; give containers, or mount claimVolume('${name}') later` : undefined,
  ];
}

function repeated(property: string, names: string[]): string[] {
  return repetitionsIn(names).map((name) => `${property} has '${name}' more than once; give each a name of its own`);
}
