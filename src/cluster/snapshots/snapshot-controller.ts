import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { CLUSTER_RULES, LEADER_ELECTION_RULES } from './snapshot-controller-rules';
import { ClusterScopedObject, KubernetesObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { dnsLabelMistake } from '../../private/names';
import { isWholeNumber } from '../../private/whole-numbers';

/** Properties of `SnapshotController`. */
export interface SnapshotControllerProps {
  /**
   * Namespace the controller runs in.
   *
   * @default 'kube-system'
   */
  readonly namespace?: string;

  /**
   * Container image, for example from a private mirror. The constructs are made for v8.6.0.
   *
   * @default 'registry.k8s.io/sig-storage/snapshot-controller:v8.6.0'
   */
  readonly image?: string;

  /**
   * Number of Pods. One leads, the others stand by.
   *
   * @default 2
   */
  readonly replicas?: number;

  /**
   * How much the controller logs, 0 to 10.
   *
   * @default 2
   */
  readonly logLevel?: number;
}

const RBAC = 'rbac.authorization.k8s.io';
const RBAC_V1 = `${RBAC}/v1`;
const NAME = 'snapshot-controller';
const LABELS = { 'app.kubernetes.io/name': NAME };
const HEALTH_PORT = 8080;
const HEALTH = { httpGet: { path: '/healthz/leader-election', port: HEALTH_PORT } };

/**
 * The controller that binds VolumeSnapshots to snapshots: its identity, its rights and its Deployment, hardened.
 *
 * A cluster has exactly one, whichever drivers it runs. The EKS add-on `snapshot-controller` brings one as well: choose.
 *
 * Refuses a namespace Kubernetes refuses, an empty image, fewer than one replica and a log level outside 0 to 10.
 *
 * @see https://github.com/kubernetes-csi/external-snapshotter/tree/v8.6.0/deploy/kubernetes/snapshot-controller
 */
export class SnapshotController extends Construct {
  public constructor(scope: Construct, id: string, props: SnapshotControllerProps = {}) {
    const { namespace = 'kube-system', image = 'registry.k8s.io/sig-storage/snapshot-controller:v8.6.0', replicas = 2, logLevel = 2 } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      dnsLabelMistake('namespace', namespace),
      image.trim() === '' ? `image '${image}' is empty; name an image, or leave it out for the published one` : undefined,
      isWholeNumber(replicas, 1) ? undefined : `replicas ${replicas} runs no controller; give a whole number of at least 1`,
      isWholeNumber(logLevel, 0, 10) ? undefined : `logLevel ${logLevel} is not a log level; give a whole number from 0 to 10`,
    );
    mistakes.throwIfAny();
    super(scope, id);

    const serviceAccount = new KubernetesObject(this, 'ServiceAccount', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: NAME, namespace },
    });
    const subjects = [{ kind: 'ServiceAccount', name: serviceAccount.name, namespace }];

    const clusterRole = new ClusterScopedObject(this, 'ClusterRole', {
      apiVersion: RBAC_V1,
      kind: 'ClusterRole',
      metadata: { name: `${NAME}-runner` },
      rules: CLUSTER_RULES,
    });
    new ClusterScopedObject(this, 'ClusterRoleBinding', {
      apiVersion: RBAC_V1,
      kind: 'ClusterRoleBinding',
      metadata: { name: `${NAME}-role` },
      roleRef: roleRef(clusterRole),
      subjects,
    });

    const leaderElection = { name: `${NAME}-leaderelection`, namespace };
    const role = new KubernetesObject(this, 'Role', { apiVersion: RBAC_V1, kind: 'Role', metadata: leaderElection, rules: LEADER_ELECTION_RULES });
    new KubernetesObject(this, 'RoleBinding', { apiVersion: RBAC_V1, kind: 'RoleBinding', metadata: leaderElection, roleRef: roleRef(role), subjects });

    new KubernetesObject(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: NAME, namespace, labels: LABELS },
      spec: deployment(serviceAccount.name, image, replicas, logLevel),
    });
    new KubernetesObject(this, 'PodDisruptionBudget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: NAME, namespace },
      spec: { maxUnavailable: 1, selector: { matchLabels: LABELS } },
    });
  }
}

function roleRef(role: ApiObject) {
  return { apiGroup: RBAC, kind: role.kind, name: role.name };
}

function deployment(serviceAccountName: string, image: string, replicas: number, logLevel: number) {
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
        priorityClassName: 'system-cluster-critical',
        securityContext: { runAsNonRoot: true, runAsUser: 65532, runAsGroup: 65532, seccompProfile: { type: 'RuntimeDefault' } },
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
          resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
          securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
        }],
      },
    },
  };
}
