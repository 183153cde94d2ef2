import { Chart, Size } from 'cdk8s';
import { AccessMode, FileSystem, PersistentVolume, PersistentVolumeClaim, PersistentVolumeSource, StorageClass } from 'cdk8s-eks-storage';
import { Pod, Volume } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ROOT_ALLOWED, rootContainer } from '../containers';
import type { Settings } from '../settings';

/** Chapter B: storage that exists before Kubernetes knows of it. */
export class StaticProvisioning extends Chart {
  public constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, { disableResourceNameHashes: true });

    // B1, B2, B3: the disk the workshop was written for. Nodes on AWS cannot attach it: B4 is what to do there.
    const disk = new PersistentVolume(this, 'MongoPv', {
      metadata: { name: 'mongo-pv' },
      size: Size.gibibytes(1),
      accessModes: [AccessMode.READ_WRITE_ONCE, AccessMode.READ_ONLY_MANY],
      source: PersistentVolumeSource.gcePersistentDisk({ pdName: 'mongodb', fileSystem: FileSystem.ext4() }),
    });
    const diskClaim = new PersistentVolumeClaim(this, 'MongoPvc', {
      metadata: { name: 'mongo-pvc' },
      size: Size.gibibytes(1),
      storageClass: StorageClass.none(),
      volumeName: disk.name,
    });
    const mongodb = new Pod(this, 'Mongodb', { metadata: { name: 'mongodb' }, securityContext: ROOT_ALLOWED });
    mongodb.addContainer(rootContainer({ name: 'mongodb', image: 'mongo' }))
      .mount('/data/db', Volume.fromPersistentVolumeClaim(this, 'MongodbVolume', diskClaim, { name: 'mongodb' }));

    // B4: the same trio for an EBS volume. Volume and claim name each other, and the Pod lands in the volume's zone.
    const volume = new PersistentVolume(this, 'EbsPv', {
      metadata: { name: 'ebs-mongo-pv' },
      size: Size.gibibytes(10),
      source: PersistentVolumeSource.ebs({ volumeId: settings.volumeId, availabilityZone: settings.volumeZone, fileSystem: FileSystem.ext4() }),
    });
    const claim = volume.reserve({ name: 'ebs-mongo-pvc', namespace: 'default' });
    const ebsMongodb = new Pod(this, 'EbsMongodb', { metadata: { name: 'ebs-mongodb', namespace: 'default' }, securityContext: ROOT_ALLOWED });
    ebsMongodb.addContainer(rootContainer({ name: 'mongodb', image: 'mongo' })).mount('/data/db', claim);
  }
}
