import { Chart, Size, Testing } from 'cdk8s';
import { PersistentVolumeClaim as PlusClaim } from 'cdk8s-plus-27';
import {
  DeletionPolicy, EncryptedStorageClass, type IStorageClass, type IVolumeSnapshotClass, PersistentVolumeClaim, VolumeMode, VolumeSnapshot,
  VolumeSnapshotClass, type VolumeSnapshotProps,
} from '../../../src';
import { refusals } from '../../refusals';

const EBS: IVolumeSnapshotClass = { volumeSnapshotClassName: 'ebs', driver: 'ebs.csi.aws.com' };
const EFS: IStorageClass = { storageClassName: 'efs', provisioner: 'efs.csi.aws.com' };

const team = () => new Chart(Testing.app(), 'chart', { namespace: 'team' });

test('every property reaches the object', () => {
  const chart = team();
  const props: Required<VolumeSnapshotProps> = {
    metadata: { name: 'today' },
    claim: new PersistentVolumeClaim(chart, 'Claim', { metadata: { name: 'data' }, size: Size.gibibytes(1) }),
    snapshotClass: VolumeSnapshotClass.fromName('ebs'),
  };
  expect(new VolumeSnapshot(chart, 'Snapshot', props).toJson()).toEqual({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshot',
    metadata: { name: 'today', namespace: 'team' },
    spec: { source: { persistentVolumeClaimName: 'data' }, volumeSnapshotClassName: 'ebs' },
  });
});

test('without a class the default one is left to be found', () => {
  const chart = Testing.chart();
  const claim = PlusClaim.fromClaimName(chart, 'Claim', 'of-cdk8s-plus');
  expect(new VolumeSnapshot(chart, 'Snapshot', { claim }).toJson().spec).toEqual({ source: { persistentVolumeClaimName: 'of-cdk8s-plus' } });
});

test('a claim starts from it', () => {
  const chart = Testing.chart();
  const snapshot = new VolumeSnapshot(chart, 'Snapshot', { metadata: { name: 'today' }, claim: PlusClaim.fromClaimName(chart, 'Claim', 'data') });
  const restored = new PersistentVolumeClaim(chart, 'Restored', { size: Size.gibibytes(1), dataSource: snapshot });
  expect(restored.toJson().spec.dataSource).toEqual({ apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'today' });
});

test('it knows of its claim what claims that start from it have to fit to', () => {
  const chart = team();
  const storageClass = new EncryptedStorageClass(chart, 'Class');
  const size = Size.gibibytes(7);
  const ours = new PersistentVolumeClaim(chart, 'Ours', { size, storageClass, volumeMode: VolumeMode.BLOCK });
  expect(new VolumeSnapshot(chart, 'OfOurs', { claim: ours })._claimFacts()).toEqual({ namespace: 'team', size, storageClass, volumeMode: VolumeMode.BLOCK });
  const existing = PersistentVolumeClaim.fromClaimName(chart, 'Existing', 'data-web-0', { size });
  expect(new VolumeSnapshot(chart, 'OfExisting', { claim: existing })._claimFacts()).toEqual({ namespace: 'team', size, volumeMode: VolumeMode.FILESYSTEM });
  const theirs = PlusClaim.fromClaimName(chart, 'Theirs', 'data');
  expect(new VolumeSnapshot(chart, 'OfTheirs', { claim: theirs })._claimFacts()).toEqual({ namespace: 'team' });
});

test('where one of the two is not known, or filled in later, nothing is compared', () => {
  const chart = team();
  const token = '${Token[TOKEN.1]}';
  const claim = (id: string, storageClass?: IStorageClass, namespace?: string) =>
    new PersistentVolumeClaim(chart, id, { size: Size.gibibytes(1), storageClass, metadata: { namespace } });
  const known = new VolumeSnapshotClass(chart, 'Class', { driver: 'efs.csi.aws.com', deletionPolicy: DeletionPolicy.DELETE });
  for (const [index, [storageClass, snapshotClass, namespace]] of ([
    [EFS, VolumeSnapshotClass.fromName('any')], [undefined, EBS], [EFS, known], [{ storageClassName: 'x', provisioner: token }, EBS],
    [EFS, { volumeSnapshotClassName: 'y', driver: token }], [EFS, undefined, token],
  ] as [IStorageClass?, IVolumeSnapshotClass?, string?][]).entries()) {
    expect(() => new VolumeSnapshot(chart, `Snapshot${index}`, { claim: claim(`Claim${index}`, storageClass, namespace), snapshotClass })).not.toThrow();
  }
});

refusals<(chart: Chart) => Partial<VolumeSnapshotProps>>((props) => {
  const chart = team();
  return new VolumeSnapshot(chart, 'Snapshot', { claim: PlusClaim.fromClaimName(chart, 'Claim', 'data'), ...props(chart) });
}, [
  [() => ({ metadata: { name: 'To day' } }), "chart/Snapshot: metadata.name 'To day' is not a name"],
  [
    (chart) => ({ claim: new PersistentVolumeClaim(chart, 'Other', { size: Size.gibibytes(1), metadata: { name: 'data', namespace: 'other' } }) }),
    "claim 'data' is in the namespace 'other', but the snapshot is in 'team'; put both into one",
  ],
  [
    (chart) => ({ claim: new PersistentVolumeClaim(chart, 'Efs', { size: Size.gibibytes(1), metadata: { name: 'data' }, storageClass: EFS }), snapshotClass: EBS }),
    "snapshotClass 'ebs' is of 'ebs.csi.aws.com', which takes no snapshots of 'data', a volume of 'efs.csi.aws.com'; name a class of 'efs.csi.aws.com'",
  ],
]);

test('fails with a name Kubernetes refuses', () => {
  expect(() => VolumeSnapshot.fromName('To day')).toThrow("VolumeSnapshot.fromName: name 'To day' is not a name");
});
