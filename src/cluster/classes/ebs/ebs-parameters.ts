const OWN_PROPERTY = 'which has a property of its own; use';

/**
 * All parameters of pkg/driver/constants.go in v1.64.0 of the driver, and some that were those of the provisioner before it or belong elsewhere.
 */
export const KNOWN_PARAMETERS: Record<string, string> = {
  ...Object.fromEntries(['type', 'iops', 'iopsPerGB', 'throughput', 'allowAutoIOPSPerGBIncrease', 'allowAutoIOPSIncreaseOnModify']
    .map((key) => [key, `${OWN_PROPERTY} volumeType`])),
  ...Object.fromEntries(['csi.storage.k8s.io/fstype', 'fstype', 'blockSize', 'inodeSize', 'bytesPerInode', 'numberOfInodes', 'ext4BigAlloc',
    'ext4ClusterSize', 'ext4EncryptionSupport'].map((key) => [key, `${OWN_PROPERTY} fileSystem`])),
  encrypted: `${OWN_PROPERTY} unencryptedReason`,
  kmsKeyId: `${OWN_PROPERTY} kmsKeyArn`,
  volumeInitializationRate: `${OWN_PROPERTY} volumeInitializationRate`,
  blockAttachUntilInitialized: `${OWN_PROPERTY} blockAttachUntilInitialized`,
  blockExpress: 'which does nothing any more, for every io2 volume is one; leave it out',
  ...Object.fromEntries(['zone', 'zones', 'availabilityZone', 'outpostArn'].map((key) => [key, 'which the driver does not take; use allowedTopologies'])),
};
