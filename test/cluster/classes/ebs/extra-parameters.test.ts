import { Testing } from 'cdk8s';
import { EbsStorageClass } from '../../../../src';
import { refusals } from '../../../refusals';

const SECRET = 'csi.storage.k8s.io/provisioner-secret';
const make = (extraParameters: { [key: string]: string }) => new EbsStorageClass(Testing.chart(), 'Class', { extraParameters }).toJson().parameters;

test.each<{ [key: string]: string }>([
  { somethingNew: 'true' },
  { [`${SECRET}-name`]: 'secret', [`${SECRET}-namespace`]: 'default' },
  { 'csi.storage.k8s.io/secret-name': '${pvc.name}', 'csi.storage.k8s.io/secret-namespace': '${pvc.namespace}' },
  { 'csi.storage.k8s.io/controller-modify-secret-name': 'a', 'csi.storage.k8s.io/controller-modify-secret-namespace': 'b' },
  { iopsBudget: '1' },
])('%j goes through as it is', (extraParameters) => {
  expect(make(extraParameters)).toEqual({ type: 'gp3', encrypted: 'true', ...extraParameters });
});

/** Every parameter of pkg/driver/constants.go in v1.64.0 that a StorageClass has. */
const OF_DRIVER = [
  'type', 'iopsPerGB', 'allowAutoIOPSPerGBIncrease', 'allowAutoIOPSIncreaseOnModify', 'volumeInitializationRate', 'iops', 'throughput', 'encrypted', 'kmsKeyId',
  'blockExpress', 'csi.storage.k8s.io/fstype', 'fstype', 'blockSize', 'inodeSize', 'bytesPerInode', 'numberOfInodes', 'ext4BigAlloc', 'ext4ClusterSize',
  'ext4EncryptionSupport', 'blockAttachUntilInitialized', 'tagSpecification_1',
];

test.each(OF_DRIVER.flatMap((key) => [key, key.toLowerCase(), key.toUpperCase()]))('%s is refused, for a property says it', (key) => {
  expect(() => make({ [key]: 'true' })).toThrow(`extraParameters contains '${key}', which`);
});

refusals(make, [
  [{ KmsKeyID: 'x' }, "extraParameters contains 'KmsKeyID', which has a property of its own; use kmsKeyArn"],
  [{ IOPSPerGB: '5' }, "extraParameters contains 'IOPSPerGB', which has a property of its own; use volumeType"],
  [{ tagSpecification_01: 'a=b' }, "extraParameters contains 'tagSpecification_01', which has a property of its own; use tags"],
  [{ blockExpress: 'true' }, "extraParameters contains 'blockExpress', which does nothing any more, for every io2 volume is one; leave it out"],
  [{ zones: 'eu-west-1a' }, "extraParameters contains 'zones', which the driver does not take; use allowedTopologies"],
  [{ outpostArn: 'arn' }, "extraParameters contains 'outpostArn', which the driver does not take; use allowedTopologies"],
  [{ encypted: 'false' }, "extraParameters contains 'encypted', which looks like 'encrypted', which has a property of its own; use unencryptedReason"],
  [{ 'kms-key-id': 'x' }, "extraParameters contains 'kms-key-id', which looks like 'kmsKeyId', which has a property of its own; use kmsKeyArn"],
  [{ troughput: '125' }, "extraParameters contains 'troughput', which looks like 'throughput'"],
  [{ types: 'gp3' }, "extraParameters contains 'types', which looks like 'type'"],
  [{ 'csi.storage.k8s.io/fsType': 'xfs' }, "extraParameters contains 'csi.storage.k8s.io/fsType', which has a property of its own; use fileSystem"],
  [{ 'csi.storage.k8s.io/pvc/name': 'x' }, "and the provisioner takes nothing else under 'csi.storage.k8s.io/' than the names and namespaces of secrets; leave it out"],
  [{ 'csi.storage.k8s.io/provisioner-secret-nam': 'x' }, "which looks like 'csi.storage.k8s.io/provisioner-secret-name'; write it so"],
  [{ [`${SECRET}-name`]: 'x' }, `extraParameters has one of '${SECRET}-name' and '${SECRET}-namespace', and the provisioner wants both; give the other too`],
  [{ somethingNew: '1', SomethingNew: '2' }, "extraParameters contains 'SomethingNew' in two spellings, of which one would win by chance; leave one out"],
  [{ ' ': 'x' }, "extraParameters contains the key ' ', which names nothing; name a parameter"],
  [{ somethingNew: true as unknown as string }, "parameters gives 'somethingNew' the boolean true, but Kubernetes takes text only; write 'true'"],
]);
