import { RESTRICTED_CONTAINER, RESTRICTED_POD } from './restricted-pod';

/** With `sh`; kubectl works with servers one minor version older or newer. */
export const KUBECTL_IMAGE = 'docker.io/alpine/kubectl:1.34.1';

export interface KubectlPod {
  /** Of the container; what the script is called by in its own messages. */
  readonly name: string;

  readonly image: string;
  readonly serviceAccountName: string;
  readonly script: string;
  readonly args: string[];
  readonly env?: object[];
}

/** A Pod, to be made by a Job, that runs a script with kubectl. */
export function kubectlPod({ name, image, serviceAccountName, script, args, env = [] }: KubectlPod) {
  return {
    serviceAccountName,
    restartPolicy: 'Never',
    securityContext: RESTRICTED_POD,
    containers: [{
      name,
      image,
      imagePullPolicy: 'IfNotPresent',
      command: ['/bin/sh', '-c', script, name],
      args,
      env: [...env, { name: 'HOME', value: '/tmp' }], // kubectl keeps what it learns of the server under it
      volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
      resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
      securityContext: RESTRICTED_CONTAINER,
      terminationMessagePolicy: 'FallbackToLogsOnError', // the Pod says what went wrong, also when its log is gone
    }],
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
  };
}
