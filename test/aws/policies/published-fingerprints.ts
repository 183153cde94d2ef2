/**
 * Fingerprints of the statements that AWS publishes, taken from the published JSON: sha256 over the JSON with sorted keys and no spaces, 16 digits.
 *
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/tree/v1.64.0/docs AmazonEBSCSIDriverPolicyV2.json, AmazonEBSCSIDriverEKSClusterScopedPolicy.json,
 * example-iam-policy.json, each the same as the policy of AWS of that name (2026-05-13)
 */
export const PUBLISHED_V2 = {
  ReadOnlyDescribeOperations: '9c85800617371fd1',
  CreateAndCopyVolumesWithManagedTag: '03663d0738519853',
  CopyManagedVolumes: 'c7a093ff6170ccae',
  CopyCSIMigratedVolumes: 'd85b1932509cbfe4',
  CreateSnapshotsWithManagedTag: '23a6b689bf33a1cb',
  CreateSnapshotsFromManagedVolumes: 'e40fcfd737be5cd6',
  ManageManagedVolumes: '6080aa075c886510',
  ManageCSIMigratedVolumes: '946311a47e9fbd9c',
  CreateVolumesFromAndEnableFSROnManagedSnapshots: '705da8e0e7917b1a',
  AttachDetachVolumesToAnyInstance: '53500371ad1730cc',
  DeleteAndLockManagedSnapshots: 'c0a537a4509b4948',
  TagResourcesOnCreation: 'dedbf29352e9fb7b',
  ModifyTagsOnManagedVolumes: '8f03482da6106efe',
};

export const PUBLISHED_CLUSTER_SCOPED = {
  ReadOnlyDescribeOperations: '9c85800617371fd1',
  CreateAndCopyVolumesWithClusterTag: '09426dd0e3fb4b97',
  CopyClusterVolumes: 'ebc25a54ab9978d8',
  CreateSnapshotsWithClusterTag: '9ff2ff8dfedcc8b1',
  CreateSnapshotsFromClusterVolumes: 'c1cdaab0a87abccf',
  ManageClusterVolumes: '2c84e3d6d42c9aec',
  CreateVolumesFromAndEnableFSROnClusterSnapshots: '4f882051af29f8de',
  AttachDetachVolumesToClusterInstance: '56e2d831108958d0',
  AttachDetachVolumesToManuallyTaggedInstance: '55ed4ba76a63cf79',
  DeleteAndLockClusterSnapshots: 'ec33d67f936a4a39',
  TagResourcesOnCreation: 'dedbf29352e9fb7b',
  ModifyTagsOnClusterVolumes: '299d1fd59bbaf3dd',
};

/** Over all statements of V1, which have no names. */
export const PUBLISHED_V1 = '474a46148eada9ec';
