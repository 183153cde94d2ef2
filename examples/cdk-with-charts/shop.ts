import { Chart, Size } from 'cdk8s';
import { EbsVolumeType, EncryptedStorageClass, PersistentVolumeClaim, ReclaimPolicy, StatefulVolumeSet, VolumeSnapshot } from 'cdk8s-eks-storage';
import { EnvValue, Namespace } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** What the chart has to be told: plain text, from the CDK or from anywhere else. */
export interface ShopProps {
  readonly kmsKeyArn: string;
  readonly clusterName: string;
}

/** A chart like any other: it does not know who applies it. */
export class Shop extends Chart {
  public constructor(scope: Construct, id: string, { kmsKeyArn, clusterName }: ShopProps) {
    super(scope, id, { disableResourceNameHashes: true });
    const namespace = new Namespace(this, 'Namespace', { metadata: { name: 'shop' } }).name;

    // A class of the shop's own: faster than the default, and its volumes stay when their claims go.
    const fast = new EncryptedStorageClass(this, 'Fast', {
      metadata: { name: 'shop-fast' },
      kmsKeyArn,
      volumeType: EbsVolumeType.gp3({ iops: 6000, throughput: 500 }),
      reclaimPolicy: ReclaimPolicy.RETAIN,
    });

    const carts = new StatefulVolumeSet(this, 'Carts', {
      metadata: { namespace },
      securityContext: { user: 999, group: 999, fsGroup: 999 }, // whom the image means by "redis"
      containers: [{
        image: 'redis:8',
        portNumber: 6379,
        args: ['--appendonly', 'yes'],
        envVariables: { CLUSTER: EnvValue.fromValue(clusterName) },
      }],
      volumeClaimTemplates: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(20), storageClass: fast }],
    });

    // A snapshot, taken once the volume is there, and a copy of the data to try things with.
    const before = new VolumeSnapshot(this, 'BeforeTheSale', { metadata: { namespace }, claim: carts.claim('data', 0) });
    new PersistentVolumeClaim(this, 'Rehearsal', { metadata: { namespace }, size: Size.gibibytes(20), storageClass: fast, dataSource: before });
  }
}
