import type { ContainerResources } from 'cdk8s-plus-27';
import type { SnapshotControllerProps } from './snapshot-controller';
import { RESTRICTED_CONTAINER, RESTRICTED_POD } from '../../private/restricted-pod';

export const NAME = 'snapshot-controller';
export const LABELS = { 'app.kubernetes.io/name': NAME };

/** @see https://github.com/kubernetes-csi/external-snapshotter/releases/tag/v8.6.0 */
export const IMAGE = 'registry.k8s.io/sig-storage/snapshot-controller:v8.6.0';

const HEALTH_PORT = 8080;
const HEALTH = { httpGet: { path: '/healthz/leader-election', port: HEALTH_PORT } };

export function controllerDeployment(serviceAccountName: string, props: SnapshotControllerProps) {
  const { image = IMAGE, imagePullSecrets, replicas = 2, logLevel = 2, nodeSelector, tolerations, priorityClassName = 'system-cluster-critical' } = props;
  return {
    replicas,
    selector: { matchLabels: LABELS },
    // Longer than the 30 s for which a starting controller waits for the CRDs before it gives up.
    minReadySeconds: 35,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
    template: {
      metadata: { labels: LABELS },
      spec: {
        serviceAccountName,
        imagePullSecrets: imagePullSecrets?.map((name) => ({ name })),
        priorityClassName,
        nodeSelector,
        tolerations: tolerations?.map((toleration) => toleration._toKube()),
        securityContext: RESTRICTED_POD,
        topologySpreadConstraints: ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((topologyKey) => ({
          topologyKey, maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: LABELS },
        })),
        containers: [{
          name: NAME,
          image,
          imagePullPolicy: 'IfNotPresent',
          args: [
            `--v=${logLevel}`,
            '--leader-election=true',
            `--http-endpoint=:${HEALTH_PORT}`,
            // Group snapshots need CRDs and rights that are not part of this; later versions would look for them unasked.
            '--feature-gates=CSIVolumeGroupSnapshot=false',
          ],
          ports: [{ name: 'http-endpoint', containerPort: HEALTH_PORT, protocol: 'TCP' }],
          livenessProbe: { ...HEALTH, initialDelaySeconds: 10, periodSeconds: 20, timeoutSeconds: 10 },
          readinessProbe: { ...HEALTH, periodSeconds: 10, timeoutSeconds: 5 },
          resources: props.resources === undefined ? { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } } : resources(props.resources),
          securityContext: RESTRICTED_CONTAINER,
        }],
      },
    },
  };
}

function resources({ cpu, memory, ephemeralStorage }: ContainerResources) {
  const quantities = (which: 'request' | 'limit') => {
    const all = { 'cpu': cpu?.[which]?.amount, 'memory': memory?.[which]?.asString(), 'ephemeral-storage': ephemeralStorage?.[which]?.asString() };
    return Object.values(all).some((quantity) => quantity !== undefined) ? all : undefined;
  };
  return { requests: quantities('request'), limits: quantities('limit') };
}
