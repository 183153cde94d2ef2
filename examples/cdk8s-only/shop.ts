import { Chart, Size } from 'cdk8s';
import { type IStorageClass, StatefulVolumeSet } from 'cdk8s-eks-storage';
import type { Construct } from 'constructs';

/** What a team runs. */
export class Shop extends Chart {
  public constructor(scope: Construct, id: string, storageClass: IStorageClass) {
    super(scope, id, { namespace: 'shop', disableResourceNameHashes: true });

    new StatefulVolumeSet(this, 'Carts', {
      securityContext: { user: 999, group: 999, fsGroup: 999 }, // whom the image means by "redis"
      containers: [{ image: 'redis:8', portNumber: 6379, args: ['--appendonly', 'yes'] }],
      volumeClaimTemplates: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(20), storageClass }],
    });
  }
}
