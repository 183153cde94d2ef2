import { ApiObject, JsonPatch } from 'cdk8s';
import { Service } from 'cdk8s-plus-27';
import type { StatefulVolumeSet } from './stateful-volume-set';
import type { StatefulVolumeSetProps } from './stateful-volume-set-props';
import { definedOnly } from '../../private/kubernetes-object';

/** The Service under which the Pods of a set find each other. */
export function headlessService(set: StatefulVolumeSet, props: StatefulVolumeSetProps): Service {
  const { serviceName, metadata, labels, publishNotReadyAddresses } = props;
  const service = new Service(set, 'Service', {
    metadata: definedOnly({ name: serviceName, namespace: metadata?.namespace, labels }),
    clusterIP: 'None',
    ports: set.containers.flatMap(({ ports }) => ports)
      .map(({ number, name, protocol }) => ({ port: number, targetPort: number, name, protocol })),
  });
  if (publishNotReadyAddresses !== undefined) {
    ApiObject.of(service).addJsonPatch(JsonPatch.add('/spec/publishNotReadyAddresses', publishNotReadyAddresses));
  }
  return service;
}
