/** Namespace that the add-on and the Helm chart install the driver in. */
export const DRIVER_NAMESPACE = 'kube-system';

/** Service account of the driver's controller, the only part of the driver that calls AWS. */
export const CONTROLLER_SERVICE_ACCOUNT = 'ebs-csi-controller-sa';
