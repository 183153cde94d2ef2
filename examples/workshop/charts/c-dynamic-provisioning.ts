import { ApiObject, Chart, JsonPatch, Size } from 'cdk8s';
import {
  AccessMode, AllowedTopology, EbsStorageClass, EbsVolumeType, EncryptedStorageClass, FileSystem, PersistentVolumeClaim, ReclaimPolicy, StorageClass,
  StorageQuota, VolumeMode,
} from 'cdk8s-eks-storage';
import { Deployment, DeploymentStrategy, ImagePullPolicy, LabelSelector, Namespace, Pod, Protocol, Secret, Volume } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ROOT_ALLOWED, rootContainer, WRITE_THE_DATE } from '../containers';
import type { Settings } from '../settings';

/** Chapter C: storage that is made when somebody claims it. */
export class DynamicProvisioning extends Chart {
  /** The claim that chapter E takes a snapshot of. */
  public readonly claim: PersistentVolumeClaim;

  /** Its class. */
  public readonly storageClass: EbsStorageClass;

  /** The class that a reader should use. */
  public readonly encrypted: EncryptedStorageClass;

  public constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, { disableResourceNameHashes: true });

    // C1, C2, C3: a class, a namespace and a claim.
    this.storageClass = new EbsStorageClass(this, 'EbsSc01', { metadata: { name: 'ebs-sc-01' }, isDefault: false });
    const namespace = new Namespace(this, 'EbsPvTest', { metadata: { name: 'ebs-pv-test' } });
    this.claim = new PersistentVolumeClaim(this, 'EbsPvc01', {
      metadata: { name: 'ebs-pvc-01', namespace: namespace.name },
      size: Size.gibibytes(10),
      storageClass: this.storageClass,
    });
    this.writeTheDateTo(this.claim, namespace.name);

    // C5, C6, C7: the same with gp3 said aloud.
    const gp3 = new EbsStorageClass(this, 'EbsScGp3', {
      metadata: { name: 'ebs-sc-gp3' },
      volumeType: EbsVolumeType.gp3(),
      reclaimPolicy: ReclaimPolicy.DELETE,
    });
    const gp3Claim = new PersistentVolumeClaim(this, 'EbsGp3Pvc', { metadata: { name: 'ebs-gp3-pvc' }, size: Size.gibibytes(10), storageClass: gp3 });
    const app = new Pod(this, 'App', { metadata: { name: 'app' }, securityContext: ROOT_ALLOWED });
    app.addContainer(rootContainer({ name: 'app', image: 'centos', ...WRITE_THE_DATE }))
      .mount('/data', Volume.fromPersistentVolumeClaim(this, 'AppVolume', gp3Claim, { name: 'persistent-storage' }));

    this.olderClasses(settings);

    // C12: what to use instead of the four classes above.
    this.encrypted = new EncryptedStorageClass(this, 'Encrypted', {
      metadata: { name: 'ebs-encrypted' },
      isDefault: true,
      kmsKeyArn: settings.classKeyArn,
    });
    this.claimsOfEveryMode(settings);
    this.quota();
  }

  /** C4. */
  private writeTheDateTo(claim: PersistentVolumeClaim, namespace: string) {
    const labels = { app: 'ebs-pv-test-01' };
    const deployment = new Deployment(this, 'PvcPod', {
      metadata: { name: 'pvc-pod', namespace },
      podMetadata: { labels },
      select: false,
      replicas: 1,
      strategy: DeploymentStrategy.recreate(), // the volume is attached to one node at a time
      securityContext: ROOT_ALLOWED,
    });
    deployment.select(LabelSelector.of({ labels }));
    deployment.addContainer(rootContainer({
      name: 'ebs-pv-test-01',
      image: 'whchoi98/network-multitool',
      imagePullPolicy: ImagePullPolicy.ALWAYS,
      ports: [{ number: 80, protocol: Protocol.TCP }],
      ...WRITE_THE_DATE,
    })).mount('/data', Volume.fromPersistentVolumeClaim(this, 'PvcPodVolume', claim, { name: 'persistent-storage' }));
    ApiObject.of(deployment).addJsonPatch(JsonPatch.add('/spec/template/spec/nodeSelector', { 'nodegroup-type': 'managed-frontend-workloads' }));
  }

  /** C8, C9, C10, C11: classes that readers will meet. The chapter says of each what took its place. */
  private olderClasses({ classKeyArn }: Settings) {
    new StorageClass(this, 'GcePd', { metadata: { name: 'storage-class' }, provisioner: 'kubernetes.io/gce-pd', parameters: { type: 'pd-ssd' } });
    new StorageClass(this, 'AwsEbs', {
      metadata: { name: 'aws-ebs' },
      provisioner: 'kubernetes.io/aws-ebs',
      isDefault: true,
      parameters: { type: 'gp2', fsType: 'ext4', encrypted: 'true', kmsKeyId: classKeyArn },
    });
    new EbsStorageClass(this, 'EbsSc', {
      metadata: { name: 'ebs-sc' },
      volumeType: EbsVolumeType.io1({ iopsPerGiB: 50 }),
      fileSystem: FileSystem.xfs(),
      allowedTopologies: [AllowedTopology.label('topology.ebs.csi.aws.com/zone', 'us-east-2c')],
    });
    const secret = new Secret(this, 'AwsSecret', {
      metadata: { name: 'aws-secret', namespace: 'default' },
      type: 'Opaque',
      stringData: { keyid: 'the access key id', key: 'the secret access key' },
    });
    new EbsStorageClass(this, 'AwsEbsCsi', {
      metadata: { name: 'aws-ebs-csi' },
      extraParameters: {
        'csi.storage.k8s.io/provisioner-secret-name': secret.name,
        'csi.storage.k8s.io/provisioner-secret-namespace': 'default',
      },
    });
  }

  /** C13. */
  private claimsOfEveryMode({ fileSystemId }: Settings) {
    const namespace = new Namespace(this, 'Claims', { metadata: { name: 'claims' } }).name;
    new PersistentVolumeClaim(this, 'Expanded', {
      metadata: { name: 'expanded', namespace },
      size: Size.gibibytes(20),
      expandedFrom: Size.gibibytes(10),
      storageClass: this.encrypted,
    });

    const device = new PersistentVolumeClaim(this, 'RawBlock', {
      metadata: { name: 'raw-block', namespace },
      size: Size.gibibytes(10),
      storageClass: this.encrypted,
      volumeMode: VolumeMode.BLOCK,
    });
    const pod = new Pod(this, 'RawBlockPod', {
      metadata: { name: 'raw-block', namespace },
      securityContext: ROOT_ALLOWED,
      containers: [rootContainer({ name: 'container', image: 'whchoi98/network-multitool' })],
      volumes: [device.asVolume()],
    });
    // A raw device is handed over, not mounted, for which cdk8s-plus has no word.
    ApiObject.of(pod).addJsonPatch(JsonPatch.add('/spec/containers/0/volumeDevices', [{ name: device.asVolume().name, devicePath: '/dev/xvda' }]));

    // EBS volumes are for one node, or for one Pod; EFS file systems are for many.
    const efs = new StorageClass(this, 'Efs', {
      metadata: { name: 'efs' },
      provisioner: 'efs.csi.aws.com',
      parameters: { provisioningMode: 'efs-ap', fileSystemId, directoryPerms: '700' },
    });
    const modes = [
      { name: 'read-write-once', mode: AccessMode.READ_WRITE_ONCE, storageClass: this.encrypted },
      { name: 'read-write-once-pod', mode: AccessMode.READ_WRITE_ONCE_POD, storageClass: this.encrypted },
      { name: 'read-only-many', mode: AccessMode.READ_ONLY_MANY, storageClass: efs },
      { name: 'read-write-many', mode: AccessMode.READ_WRITE_MANY, storageClass: efs },
    ];
    for (const { name, mode, storageClass } of modes) {
      new PersistentVolumeClaim(this, name, { metadata: { name, namespace }, size: Size.gibibytes(1), accessModes: [mode], storageClass });
    }
  }

  /** C14. */
  private quota() {
    const namespace = new Namespace(this, 'Limited', { metadata: { name: 'limited' } }).name;
    new StorageQuota(this, 'Quota', {
      metadata: { name: 'storage', namespace },
      minPerClaim: Size.gibibytes(1),
      maxPerClaim: Size.gibibytes(50),
      claims: 10,
      total: Size.gibibytes(200),
      perClass: [{ storageClass: this.encrypted, total: Size.gibibytes(100), claims: 5 }],
    });
  }
}
