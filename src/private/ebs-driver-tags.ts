/** How many tags AWS takes on a volume or snapshot. */
export const MOST_TAGS = 50;

/**
 * What the driver sets on every volume by itself, the last four when it is told the cluster's name, which the EKS add-on does: CreateVolume of its
 * pkg/driver/controller.go.
 */
export const TAGS_OF_DRIVER = ['CSIVolumeName', 'ebs.csi.aws.com/cluster', 'kubernetes.io/cluster/<name>', 'Name', 'KubernetesCluster', 'ebs.csi.aws.com/cluster-name'];

/** What it sets beside these when it is told of the claim, which `extraCreateMetadata` decides. */
export const TAGS_OF_CLAIM = ['kubernetes.io/created-for/pvc/name', 'kubernetes.io/created-for/pvc/namespace', 'kubernetes.io/created-for/pv/name'];

/** All of them, as in a cluster whose driver is told everything. */
export const VOLUME_TAGS_OF_DRIVER = [...TAGS_OF_DRIVER, ...TAGS_OF_CLAIM];
