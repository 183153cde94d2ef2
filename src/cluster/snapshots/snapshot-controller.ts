import type { ContainerResources, NodeTaintQuery } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { controllerDeployment, IMAGE, LABELS, NAME } from './snapshot-controller-deployment';
import { CLUSTER_RULES, LEADER_ELECTION_RULES } from './snapshot-controller-rules';
import { imageMistake } from '../../private/container-image';
import { ClusterScopedObject, KubernetesObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { dnsLabelMistake, dnsSubdomainMistake, labelMistakes } from '../../private/names';
import { RBAC_API_VERSION, roleBinding } from '../../private/rbac';
import { repetitionsIn } from '../../private/repetitions';
import { isWholeNumber, LARGEST_INT32 } from '../../private/whole-numbers';

/** Properties of `SnapshotController`. */
export interface SnapshotControllerProps {
  /**
   * Namespace the controller runs in.
   *
   * @default 'kube-system'
   */
  readonly namespace?: string;

  /**
   * Container image with its version, for example from a private mirror. The constructs are made for v8.6.0.
   *
   * @default 'registry.k8s.io/sig-storage/snapshot-controller:v8.6.0'
   */
  readonly image?: string;

  /**
   * Names of the Secrets, in the same namespace, that the image is pulled with.
   *
   * @default - none: the image is public, or the nodes may pull it, as they may from ECR
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/
   */
  readonly imagePullSecrets?: string[];

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

  /**
   * What the container asks for, and may use at most. Thousands of snapshots take more memory than this. Given at all, it replaces all of the default.
   *
   * @default - 10m CPU, 64Mi memory; at most 256Mi memory and as much CPU as there is
   */
  readonly resources?: ContainerResources;

  /**
   * Labels of the nodes it may run on.
   *
   * @default - any node
   */
  readonly nodeSelector?: { [key: string]: string };

  /**
   * Taints of nodes it may run on all the same, for example `NodeTaintQuery.exists('CriticalAddonsOnly')`.
   *
   * @default - none
   */
  readonly tolerations?: NodeTaintQuery[];

  /**
   * Priority of the Pods: what goes first where there is no room.
   *
   * @default 'system-cluster-critical'
   */
  readonly priorityClassName?: string;
}


/**
 * The controller that binds VolumeSnapshots to snapshots: its identity, its rights and its Deployment, hardened.
 *
 * A cluster has exactly one, whichever drivers it runs. The EKS add-on `snapshot-controller` brings one as well: choose.
 *
 * Refuses names and labels Kubernetes refuses, an image without a version, fewer than one replica and a log level outside 0 to 10.
 *
 * @see https://github.com/kubernetes-csi/external-snapshotter/tree/v8.6.0/deploy/kubernetes/snapshot-controller
 */
export class SnapshotController extends Construct {
  public constructor(scope: Construct, id: string, props: SnapshotControllerProps = {}) {
    const { namespace = 'kube-system' } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...controllerMistakes(props));
    mistakes.throwIfAny();
    super(scope, id);

    const serviceAccount = new KubernetesObject(this, 'ServiceAccount', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: NAME, namespace },
    });
    const clusterRole = new ClusterScopedObject(this, 'ClusterRole', {
      apiVersion: RBAC_API_VERSION,
      kind: 'ClusterRole',
      metadata: { name: `${NAME}-runner` },
      rules: CLUSTER_RULES,
    });
    new ClusterScopedObject(this, 'ClusterRoleBinding', { ...roleBinding(clusterRole, serviceAccount), metadata: { name: `${NAME}-role` } });

    const leaderElection = { name: `${NAME}-leaderelection`, namespace };
    const role = new KubernetesObject(this, 'Role', { apiVersion: RBAC_API_VERSION, kind: 'Role', metadata: leaderElection, rules: LEADER_ELECTION_RULES });
    new KubernetesObject(this, 'RoleBinding', { ...roleBinding(role, serviceAccount), metadata: leaderElection });

    new KubernetesObject(this, 'Resource', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: NAME, namespace, labels: LABELS },
      spec: controllerDeployment(serviceAccount.name, props),
    });
    new KubernetesObject(this, 'PodDisruptionBudget', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: NAME, namespace },
      spec: { maxUnavailable: 1, selector: { matchLabels: LABELS } },
    });
  }
}

function controllerMistakes(props: SnapshotControllerProps): (string | undefined)[] {
  const { namespace, image, imagePullSecrets = [], replicas, logLevel, nodeSelector, priorityClassName } = props;
  return [
    dnsLabelMistake('namespace', namespace),
    image === undefined ? undefined : imageMistake('image', image, IMAGE),
    ...imagePullSecrets.map((secret) => dnsSubdomainMistake('imagePullSecrets', secret)),
    ...repetitionsIn(imagePullSecrets).map((secret) => `imagePullSecrets has '${secret}' twice; leave one out`),
    replicas === undefined || isWholeNumber(replicas, 1, LARGEST_INT32) ? undefined : `replicas ${replicas} runs no controller; give a whole number of at least 1`,
    logLevel === undefined || isWholeNumber(logLevel, 0, 10) ? undefined : `logLevel ${logLevel} is not a log level; give a whole number from 0 to 10`,
    ...labelMistakes('nodeSelector', nodeSelector),
    dnsSubdomainMistake('priorityClassName', priorityClassName),
  ];
}
