/** Name under which the EBS CSI driver registers, also the provisioner of its classes. */
export const EBS_CSI_DRIVER = 'ebs.csi.aws.com';
