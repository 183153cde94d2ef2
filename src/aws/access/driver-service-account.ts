import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';

/** Namespace that the add-on and the Helm chart install the driver in, unless told otherwise. */
export const DRIVER_NAMESPACE = 'kube-system';

/** Service account of the driver's controller, the only part of the driver that calls AWS. */
export const CONTROLLER_SERVICE_ACCOUNT = 'ebs-csi-controller-sa';

/** Where the driver runs. */
export interface DriverPlace {
  readonly cluster: eks.IClusterRef;
  readonly namespace: string;
}
