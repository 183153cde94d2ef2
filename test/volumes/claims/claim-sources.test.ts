import { Chart, Size, Testing } from 'cdk8s';
import { LabelExpression, LabelSelector, Pod, Role } from 'cdk8s-plus-27';
import {
  EbsStorageClass, EncryptedStorageClass, type IStorageClass, PersistentVolumeClaim, type PersistentVolumeClaimProps, PreProvisionedVolumeSnapshot,
  StorageClass, VolumeMode, VolumeSnapshot,
} from '../../../src';
import type { ExistingClaimOptions } from '../../../src/volumes/claims/existing-volume-claim';
import { BlockDevice } from '../../../src/volumes/pods/block-device';
import { refusals } from '../../refusals';

const KEY = (id: string) => `arn:aws:kms:eu-west-1:111122223333:key/${id}`;
const EFS: IStorageClass = { storageClassName: 'efs', provisioner: 'efs.csi.aws.com' };
const FAST: IStorageClass = { storageClassName: 'fast', provisioner: 'ebs.csi.aws.com' };

function world(source: Partial<PersistentVolumeClaimProps> = {}) {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'team' });
  const plain = new EbsStorageClass(chart, 'Plain', { metadata: { name: 'plain' }, unencryptedReason: 'a test' });
  const encrypted = new EncryptedStorageClass(chart, 'Encrypted', { metadata: { name: 'encrypted' } });
  const [one, two] = ['1', '2'].map((id) => new EncryptedStorageClass(chart, `Key${id}`, { metadata: { name: `key-${id}` }, kmsKeyArn: KEY(id) }));
  const claim = new PersistentVolumeClaim(chart, 'Source', { metadata: { name: 'source' }, size: Size.gibibytes(20), storageClass: plain, ...source });
  const snapshot = new VolumeSnapshot(chart, 'Snapshot', { metadata: { name: 'snapshot' }, claim });
  return { chart, claim, snapshot, plain, encrypted, one, two };
}

type World = ReturnType<typeof world>;
type Choice = (given: World) => Partial<PersistentVolumeClaimProps>;

function from(props: Choice, source?: Choice) {
  const given = world(source?.(world()));
  return new PersistentVolumeClaim(given.chart, 'Copy', { size: Size.gibibytes(20), ...props(given) }).toJson().spec;
}

test('a volume starts from a claim or a snapshot of the same size, driver and mode', () => {
  expect(from(({ claim, plain }) => ({ dataSource: claim, storageClass: plain })).dataSource).toEqual({ kind: 'PersistentVolumeClaim', name: 'source' });
  expect(from(({ snapshot, plain }) => ({ dataSource: snapshot, storageClass: plain })).dataSource)
    .toEqual({ apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'snapshot' });
});

test('what is made from a snapshot may be encrypted where its source is not', () => {
  expect(from(({ snapshot, encrypted }) => ({ dataSource: snapshot, storageClass: encrypted })).dataSource.name).toBe('snapshot');
});

test('a clone keeps the key', () => {
  expect(from(({ claim, one }) => ({ dataSource: claim, storageClass: one }), ({ one }) => ({ storageClass: one })).storageClassName).toBe('key-1');
  expect(from(({ claim, encrypted }) => ({ dataSource: claim, storageClass: encrypted }), ({ one }) => ({ storageClass: one })).storageClassName).toBe('encrypted');
});

test('a source that has grown may have been copied before', () => {
  const half = Size.gibibytes(10);
  const grown: Choice = ({ encrypted }) => ({ storageClass: encrypted, expandedFrom: half });
  expect(from(({ claim }) => ({ dataSource: claim, size: half }), grown).resources).toEqual({ requests: { storage: '10Gi' } });
});

test('what the CDK fills in later is not compared', () => {
  const token = '${Token[TOKEN.1]}';
  const keyed = ({ chart }: World) => new EncryptedStorageClass(chart, 'Keyed', { kmsKeyArn: token });
  const inNamespace = { metadata: { namespace: token } };
  const clone = from((given) => ({ dataSource: given.claim, storageClass: keyed(given), ...inNamespace }), ({ one }) => ({ storageClass: one }));
  expect(clone.dataSource.name).toBe('source');
  const said = (given: World) => new StorageClass(given.chart, 'Said', { provisioner: 'ebs.csi.aws.com', parameters: { encrypted: token } });
  const fromSaid = from(({ claim, encrypted }) => ({ dataSource: claim, storageClass: encrypted }), (given) => ({ storageClass: said(given) }));
  expect(fromSaid.dataSource.name).toBe('source');
  const later = { storageClassName: 'later', provisioner: token };
  expect(from(({ claim }) => ({ dataSource: claim, storageClass: later, volumeAttributesClass: { volumeAttributesClassName: 'a', driverName: 'b' } }))
    .volumeAttributesClassName).toBe('a');
});

test('of a source that is only a name, nothing is known', () => {
  const dataSource = VolumeSnapshot.fromName('older');
  expect(from(() => ({ dataSource, size: Size.gibibytes(1), volumeMode: VolumeMode.BLOCK, metadata: { namespace: 'other' } })).dataSource.name).toBe('older');
});

refusals<Choice>((props) => from(props), [
  [({ claim }) => ({ dataSource: claim, size: Size.gibibytes(19) }), "test/Copy: size '19Gi' is below the '20Gi' of its dataSource 'source'; give at least '20Gi'"],
  [({ snapshot }) => ({ dataSource: snapshot, size: Size.mebibytes(500) }), "size '500Mi' is below the '20Gi' of its dataSource 'snapshot'"],
  [({ claim }) => ({ dataSource: claim, volumeMode: VolumeMode.BLOCK }), "volumeMode Block is not that of its dataSource 'source', which is Filesystem; give VolumeMode.FILESYSTEM"],
  [({ snapshot }) => ({ dataSource: snapshot, volumeMode: VolumeMode.BLOCK }), "volumeMode Block is not that of its dataSource 'snapshot'"],
  [({ claim }) => ({ dataSource: claim, storageClass: EFS }), "dataSource 'source' is a volume of 'ebs.csi.aws.com', but the class 'efs' makes volumes of 'efs.csi.aws.com', which cannot read it; name a class of 'ebs.csi.aws.com'"],
  [({ claim, encrypted }) => ({ dataSource: claim, storageClass: encrypted }), "dataSource 'source' is not encrypted, and neither is a clone of it, whatever its class says; start from a snapshot of it, which can be encrypted"],
  [({ claim }) => ({ dataSource: claim, metadata: { namespace: 'other' } }), "dataSource 'source' is in the namespace 'team', but the claim is in 'other'; put both into one"],
  [({ snapshot }) => ({ dataSource: snapshot, metadata: { namespace: 'other' } }), "dataSource 'snapshot' is in the namespace 'team', but the claim is in 'other'"],
  [({ chart }) => ({
    dataSource: new PreProvisionedVolumeSnapshot(chart, 'Pre', { metadata: { name: 'pre' }, snapshotHandle: 'snap-0123456789abcdef0' }), metadata: { namespace: 'other' },
  }), "dataSource 'pre' is in the namespace 'team', but the claim is in 'other'"],
  [({ claim }) => ({ dataSource: claim, volumeName: 'pv' }), "dataSource fills a new volume, but volumeName 'pv' is one that exists; leave one of them out"],
  [({ claim }) => ({ dataSource: claim, storageClass: StorageClass.none() }), "dataSource fills a new volume, but storageClass '' makes none; name a class of the source's driver"],
  [() => ({ dataSource: { toDataSource: () => ({ apiGroup: 'example.com', kind: 'Book', name: 'b' }) } }), "dataSource is a Book of 'example.com', which Kubernetes would drop; give a VolumeSnapshot or a claim"],
]);

test('a clone with another key is refused', () => {
  expect(() => from(({ claim, two }) => ({ dataSource: claim, storageClass: two }), ({ one }) => ({ storageClass: one })))
    .toThrow("dataSource 'source' is encrypted with another key than the class 'key-2' names, and a clone keeps the key; name a class of that key, or start from a snapshot");
});

describe('a selector', () => {
  const none = { storageClass: StorageClass.none() };
  const gold = LabelSelector.of({ labels: { tier: 'gold' } });

  refusals<Choice>((props) => from(props), [
    [() => ({ selector: gold }), 'test/Copy: selector chooses among volumes that exist, but without storageClass the claim is for the default class, which makes new ones; give StorageClass.none(), or the class of these volumes'],
    [({ plain }) => ({ selector: gold, storageClass: plain }), "selector chooses among volumes that exist, but 'ebs.csi.aws.com' of the class 'plain' makes new ones, and does not for such a claim; give StorageClass.none(), or leave the selector out"],
    [() => ({ ...none, selector: LabelSelector.of() }), 'selector {} chooses nothing; give labels or expressions, or leave it out'],
    [() => ({ ...none, selector: LabelSelector.of({ labels: { 'a b': 'c' } }) }), "selector has the key 'a b', which is not a label name"],
    [() => ({ ...none, selector: LabelSelector.of({ expressions: [LabelExpression.exists('a b')] }) }), "selector has the key 'a b', which is not a label name"],
    [() => ({ ...none, selector: LabelSelector.of({ expressions: [LabelExpression.in('a', ['b c'])] }) }), "selector gives 'a' the value 'b c', which is not a label value"],
    [() => ({ ...none, selector: LabelSelector.of({ expressions: [LabelExpression.notIn('a', [])] }) }), "selector has 'a' NotIn no values, which Kubernetes refuses; give at least one"],
    [() => ({ ...none, selector: LabelSelector.of({ expressions: [LabelExpression.exists('a'), LabelExpression.exists('a')] }) }), "selector has 'a Exists' more than once; say it once"],
    [() => ({ ...none, selector: gold, volumeName: 'pv' }), "selector is given beside volumeName 'pv', and Kubernetes would not look at it; leave one of them out"],
    [({ claim }) => ({ storageClass: StorageClass.fromName('x'), selector: gold, dataSource: claim }), 'selector chooses among volumes that exist, but dataSource fills a new one; leave one of them out'],
  ]);
});

describe('a claim that exists', () => {
  const OPTIONS: Required<ExistingClaimOptions> = {
    namespace: 'team', size: Size.gibibytes(5), storageClass: FAST, volumeMode: VolumeMode.FILESYSTEM,
  };

  test('mounts, is snapshotted and cloned, and is not written', () => {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'team' });
    const claim = PersistentVolumeClaim.fromClaimName(chart, 'Existing', 'www-web-0', OPTIONS);
    const pod = new Pod(chart, 'Pod', { containers: [{ image: 'a' }] });
    pod.containers[0].mount('/data', claim);
    const snapshot = new VolumeSnapshot(chart, 'Snapshot', { claim });
    const clone = new PersistentVolumeClaim(chart, 'Clone', { size: Size.gibibytes(5), dataSource: claim, storageClass: FAST });
    new Role(chart, 'Role').allowRead(claim);
    const manifests = Testing.synth(chart);
    expect(manifests.map(({ kind }) => kind)).toEqual(['Pod', 'VolumeSnapshot', 'PersistentVolumeClaim', 'Role']);
    expect(manifests[0].spec.volumes).toEqual([{ name: 'pvc-www-web-0', persistentVolumeClaim: { claimName: 'www-web-0' } }]);
    expect(snapshot.toJson().spec.source).toEqual({ persistentVolumeClaimName: 'www-web-0' });
    expect(clone.toJson().spec.dataSource).toEqual({ kind: 'PersistentVolumeClaim', name: 'www-web-0' });
    expect(manifests[3].rules).toEqual([{ apiGroups: [''], resources: ['persistentvolumeclaims'], resourceNames: ['www-web-0'], verbs: ['get', 'list', 'watch'] }]);
  });

  test('is handed over if it is a raw device', () => {
    const chart = Testing.chart();
    const claim = PersistentVolumeClaim.fromClaimName(chart, 'Existing', 'raw', { volumeMode: VolumeMode.BLOCK });
    const pod = new Pod(chart, 'Pod', { containers: [{ image: 'a' }] });
    BlockDevice.attach(pod.containers[0], '/dev/xvda', claim);
    expect(Testing.synth(chart)[0].spec.containers[0].volumeDevices).toEqual([{ name: 'pvc-raw', devicePath: '/dev/xvda' }]);
  });

  test('is a source that others have to fit to', () => {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'other' });
    const dataSource = PersistentVolumeClaim.fromClaimName(chart, 'Existing', 'old', OPTIONS);
    expect(() => new PersistentVolumeClaim(chart, 'Clone', { size: Size.gibibytes(4), dataSource, volumeMode: VolumeMode.BLOCK })).toThrow(new RegExp([
      'test/Clone: 3 mistakes', "dataSource 'old' is in the namespace 'team', but the claim is in 'other'", "size '4Gi' is below the '5Gi'",
      'volumeMode Block is not that of its dataSource',
    ].join('[^]*')));
  });

  refusals(([name, options]: [string, ExistingClaimOptions?]) => PersistentVolumeClaim.fromClaimName(Testing.chart(), 'Existing', name, options), [
    [['My_Claim'], "test/Existing: claimName 'My_Claim' is not a name Kubernetes takes"],
    [['a', { namespace: 'a.b' }], "namespace 'a.b' is not a name Kubernetes takes"],
    [['a', { size: Size.gibibytes(0) }], "size '0Gi' is not a size"],
  ]);
});
