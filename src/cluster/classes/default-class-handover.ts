import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { contentHash } from './content-hash';
import { DEFAULT_STORAGE_CLASS } from './default-class';
import { HANDOVER_SCRIPT } from './default-class-handover-script';
import type { IStorageClass } from './storage-class-props';
import { imageMistake } from '../../private/container-image';
import { KUBECTL_IMAGE, kubectlPod } from '../../private/kubectl-pod';
import { ClusterScopedObject, KubernetesObject } from '../../private/kubernetes-object';
import { Mistakes } from '../../private/mistakes';
import { dnsLabelMistake, dnsSubdomainMistake } from '../../private/names';
import { RBAC_API_VERSION, roleBinding } from '../../private/rbac';
import { repetitionsIn } from '../../private/repetitions';

/** How the default is handed over. */
export interface DefaultClassHandoverOptions {
  /**
   * Names of the classes that may be the default until now. Those that do not exist, or are no default, are left alone.
   *
   * @default - `gp2`, which EKS makes, and `ebs-csi-default-sc`, which the EKS add-on makes if asked
   */
  readonly previous?: string[];

  /**
   * Namespace in which the Job runs.
   *
   * @default 'kube-system'
   */
  readonly namespace?: string;

  /**
   * Container image with `sh` and `kubectl`. kubectl works with servers one minor version older or newer; this use of it has not changed for years.
   *
   * @default 'docker.io/alpine/kubectl:1.34.1'
   */
  readonly image?: string;
}

/** Properties of `DefaultClassHandover`. */
export interface DefaultClassHandoverProps extends DefaultClassHandoverOptions {
  /** The class that is the default from now on. It says so itself, by its `isDefault`. */
  readonly to: IStorageClass;
}

const NAME = 'default-class-handover';

/**
 * Takes the default from the classes that had it, once the class that gets it is there and says so. Without it, both are the default and the newest wins,
 * until someone updates the add-on.
 *
 * It is a Job: a manifest of `gp2` would make the class where there is none and would be refused where its parameters differ. The Job may read and change the
 * named classes and nothing else; it never makes a class the default, and does nothing where there is nothing to do, so it may run as often as one likes.
 * A change of its properties makes a Job of another name, for a Job cannot be changed.
 *
 * Refuses a class without a name or that is not the default, a list of names that is empty, repeats itself, or has the new default in it, an image without a
 * version and what Kubernetes refuses as a name.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/change-default-storage-class/
 */
export class DefaultClassHandover extends Construct {
  public constructor(scope: Construct, id: string, props: DefaultClassHandoverProps) {
    const { to, previous = ['gp2', 'ebs-csi-default-sc'], namespace = 'kube-system', image = KUBECTL_IMAGE } = props;
    const mistakes = new Mistakes(scope, id);
    mistakes.add(
      ...classMistakes(to, previous),
      dnsLabelMistake('namespace', namespace),
      imageMistake('image', image, KUBECTL_IMAGE),
    );
    mistakes.throwIfAny();
    super(scope, id);

    const names = { name: `${NAME}-${to.storageClassName}`, namespace };
    const serviceAccount = new KubernetesObject(this, 'ServiceAccount', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: names });
    const clusterRole = new ClusterScopedObject(this, 'ClusterRole', {
      apiVersion: RBAC_API_VERSION,
      kind: 'ClusterRole',
      metadata: { name: names.name },
      rules: [
        { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], resourceNames: [to.storageClassName], verbs: ['get'] },
        { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], resourceNames: previous, verbs: ['get', 'patch'] },
      ],
    });
    new ClusterScopedObject(this, 'ClusterRoleBinding', { ...roleBinding(clusterRole, serviceAccount), metadata: { name: names.name } });
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: `${NAME}-${contentHash({ to: to.storageClassName, previous: previous.join(' '), image, script: HANDOVER_SCRIPT })}`, namespace },
      spec: job(serviceAccount.name, image, [to.storageClassName, ...previous]),
    });
  }
}

function job(serviceAccountName: string, image: string, classes: string[]) {
  return {
    backoffLimit: 10, // the new class may come later than the Job; ten times take about half an hour
    template: {
      metadata: { labels: { 'app.kubernetes.io/name': NAME } },
      spec: kubectlPod({ name: NAME, image, serviceAccountName, script: HANDOVER_SCRIPT, args: classes }),
    },
  };
}

function classMistakes(to: IStorageClass, previous: string[]): (string | undefined)[] {
  const name = to.storageClassName;
  const isOurs = ApiObject.isApiObject(to);
  return [
    name === '' ? "to is the class '', which is no class; give the class that is the default from now on" : undefined,
    isOurs && to.toJson().metadata.annotations?.[DEFAULT_STORAGE_CLASS.annotation] !== 'true'
      ? `to is the class '${name}', which does not say that it is the default; give it isDefault true` : undefined,
    previous.length === 0 ? 'previous is empty, so nothing is handed over; name the classes that were the default, or leave it out' : undefined,
    dnsSubdomainMistake('name of the objects', `${NAME}-${name || 'none'}`),
    ...previous.map((other) => dnsSubdomainMistake('previous', other)),
    ...repetitionsIn(previous).map((other) => `previous has '${other}' twice; leave one out`),
    previous.includes(name) ? `previous has '${name}', which is the class that gets the default; leave it out` : undefined,
  ];
}
