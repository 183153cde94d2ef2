import { App, Chart, Size } from 'cdk8s';
import {
  DeletionPolicy, EbsVolumeAttributesClass, EbsVolumeSnapshotClass, EbsVolumeType, EncryptedStorageClass, PersistentVolume, PersistentVolumeClaim,
  PersistentVolumeSource, SnapshotSupport, StorageQuota, VolumeSnapshot,
} from 'cdk8s-eks-storage';

const chart = new Chart(new App(), 'storage');
const size = Size.gibibytes(20);
const storageClass = new EncryptedStorageClass(chart, 'Class', { volumeType: EbsVolumeType.gp3({ iops: 6000 }) });
const volumeAttributesClass = new EbsVolumeAttributesClass(chart, 'Fast', { volumeType: EbsVolumeType.gp3({ iops: 9000 }) });
const claim = new PersistentVolumeClaim(chart, 'Claim', { size, storageClass, volumeAttributesClass });
const snapshotClass = new EbsVolumeSnapshotClass(chart, 'SnapshotClass', { deletionPolicy: DeletionPolicy.RETAIN });
const snapshot = new VolumeSnapshot(chart, 'Snapshot', { claim, snapshotClass });
new PersistentVolumeClaim(chart, 'Restored', { size, storageClass, dataSource: snapshot });
new PersistentVolume(chart, 'Volume', { size, source: PersistentVolumeSource.ebs({ volumeId: 'vol-0123456789abcdef0', availabilityZone: 'eu-west-1a' }) });
new SnapshotSupport(chart, 'Snapshots');
new StorageQuota(chart, 'Quota', { total: Size.tebibytes(1) });
process.stdout.write((chart.node.root as App).synthYaml());
