import { Chart, Duration, Size } from 'cdk8s';
import { ClaimRetention, EncryptedStorageClass, type IStorageClass, StatefulVolumeSet, type StatefulVolumeSetProps } from 'cdk8s-eks-storage';
import { Namespace, StatefulSetUpdateStrategy } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ROOT_ALLOWED, rootContainer } from '../containers';

/** Chapter D: Pods that keep their volumes. */
export class StatefulSets extends Chart {
  public constructor(scope: Construct, id: string, storageClass: IStorageClass) {
    super(scope, id, { disableResourceNameHashes: true });

    // D1, D2. EKS has no class of this name, so here is one.
    const standard = new EncryptedStorageClass(this, 'Standard', { metadata: { name: 'standard' } });
    new StatefulVolumeSet(this, 'Web', nginx('nginx', standard, { metadata: { name: 'web' }, replicas: 3 }));

    // D3: an update reaches the Pods from ordinal 2 on, or those that somebody deletes.
    const namespace = new Namespace(this, 'StatefulSets', { metadata: { name: 'stateful-sets' } }).name;
    new StatefulVolumeSet(this, 'RollingUpdate', nginx('rolling-update', storageClass, {
      metadata: { name: 'rolling-update', namespace },
      replicas: 3,
      strategy: StatefulSetUpdateStrategy.rollingUpdate({ partition: 2 }),
    }));
    new StatefulVolumeSet(this, 'OnDelete', nginx('on-delete', storageClass, {
      metadata: { name: 'on-delete', namespace },
      strategy: StatefulSetUpdateStrategy.onDelete(),
    }));

    // D4: claims go with the set, but stay when it only shrinks.
    new StatefulVolumeSet(this, 'Disposable', nginx('disposable', storageClass, {
      metadata: { name: 'disposable', namespace },
      replicas: 2,
      persistentVolumeClaimRetentionPolicy: { whenDeleted: ClaimRetention.DELETE, whenScaled: ClaimRetention.RETAIN },
    }));
  }
}

function nginx(app: string, storageClass: IStorageClass, props: Partial<StatefulVolumeSetProps>): StatefulVolumeSetProps {
  return {
    labels: { app },
    serviceName: app,
    terminationGracePeriod: Duration.seconds(10),
    securityContext: ROOT_ALLOWED,
    containers: [rootContainer({ name: 'nginx', image: 'k8s.gcr.io/nginx-slim:0.8', ports: [{ number: 80, name: 'web' }] })],
    volumeClaimTemplates: [{ name: 'www', mountPath: '/usr/share/nginx/html', size: Size.gibibytes(1), storageClass }],
    ...props,
  };
}
