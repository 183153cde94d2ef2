import { Testing } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { READER } from './reader';
import { workshop } from '../../../examples/workshop/kubernetes';

const objects: any[] = parseAllDocuments(workshop(Testing.app(), READER).synthYaml()).map((document) => document.toJS());

/** The one object of this kind, name and namespace. */
function find(kind: string, name: string, namespace?: string): any {
  const found = objects.filter((object) => object.kind === kind && object.metadata.name === name && object.metadata.namespace === namespace);
  expect(found).toHaveLength(1);
  return found[0];
}

function container(pod: any, name: string): any {
  const spec = pod.spec.template?.spec ?? pod.spec;
  return spec.containers.find((candidate: any) => candidate.name === name);
}

const WRITE_THE_DATE = { command: ['/bin/sh'], args: ['-c', 'while true; do echo $(date -u) >> /data/out.txt; sleep 5; done'] };

describe('A. volumes inside a Pod', () => {
  test('A1, A4: the namespaces', () => {
    find('Namespace', 'empty');
    find('Namespace', 'hostpath');
  });

  test('A2: two containers share an emptyDir', () => {
    const pod = find('Pod', 'pod-volume-1', 'empty');
    expect(container(pod, 'container1')).toMatchObject({ image: 'whchoi98/network-multitool', volumeMounts: [{ name: 'empty-dir', mountPath: '/mount1' }] });
    expect(container(pod, 'container2')).toMatchObject({ image: 'kubetm/init', volumeMounts: [{ name: 'empty-dir', mountPath: '/mount2' }] });
    expect(pod.spec.volumes).toEqual([{ name: 'empty-dir', emptyDir: {} }]);
  });

  test('A3: one container writes pages that the other serves', () => {
    const pod = find('Pod', 'count');
    expect(container(pod, 'html-generator')).toMatchObject({ image: 'gasbugs/count', volumeMounts: [{ name: 'html', mountPath: '/var/htdocs' }] });
    expect(container(pod, 'web-server')).toMatchObject({
      image: 'httpd',
      ports: [{ containerPort: 80, protocol: 'TCP' }],
      volumeMounts: [{ name: 'html', mountPath: '/usr/local/apache2/htdocs', readOnly: true }],
    });
    expect(pod.spec.volumes).toEqual([{ name: 'html', emptyDir: {} }]);
  });

  test.each([['A5', 'hostpath1', 'container1'], ['A6', 'hostpath2', 'container2']])('%s: a directory of the node in %s', (_, name, containerName) => {
    const pod = find('Pod', name, 'hostpath');
    expect(container(pod, containerName)).toMatchObject({ image: 'whchoi98/network-multitool', volumeMounts: [{ name: 'hostpath', mountPath: '/hostpath-mount' }] });
    expect(pod.spec).toMatchObject({ volumes: [{ name: 'hostpath', hostPath: { path: '/tmp', type: 'Directory' } }], nodeSelector: { hostpath: 'true' } });
  });

  test('A7: pages of the node', () => {
    const pod = find('Pod', 'hostpath-http');
    expect(container(pod, 'web-server')).toMatchObject({
      image: 'httpd', ports: [{ containerPort: 80, protocol: 'TCP' }], volumeMounts: [{ name: 'html', mountPath: '/usr/local/apache2/htdocs' }],
    });
    expect(pod.spec.volumes).toEqual([{ name: 'html', hostPath: { path: '/var/htdocs', type: 'Directory' } }]);
  });

  test('A8: pages of an NFS server', () => {
    const pod = find('Pod', 'nfs-httpd');
    expect(container(pod, 'web')).toMatchObject({
      image: 'httpd', volumeMounts: [{ name: 'nfs-volume', mountPath: '/usr/local/apache2/htdocs', readOnly: true }],
    });
    expect(pod.spec.volumes).toEqual([{ name: 'nfs-volume', nfs: { server: '10.0.2.5', path: '/home/nfs' } }]);
  });

  test('A9: four sources in one directory', () => {
    const [{ projected }] = find('Pod', 'projected').spec.volumes;
    expect(projected.sources.flatMap(Object.keys)).toEqual(['secret', 'configMap', 'downwardAPI', 'serviceAccountToken']);
    expect(find('Pod', 'projected').spec.containers[0].volumeMounts).toHaveLength(1);
  });
});

describe('B. static provisioning', () => {
  test('B1, B2: a volume and its claim, of no class', () => {
    expect(find('PersistentVolume', 'mongo-pv').spec).toMatchObject({
      capacity: { storage: '1Gi' },
      volumeMode: 'Filesystem',
      accessModes: ['ReadWriteOnce', 'ReadOnlyMany'],
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
      gcePersistentDisk: { pdName: 'mongodb', fsType: 'ext4' },
    });
    expect(find('PersistentVolumeClaim', 'mongo-pvc').spec).toMatchObject({
      accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, storageClassName: '',
    });
  });

  test('B3: a database on it', () => {
    const pod = find('Pod', 'mongodb');
    expect(container(pod, 'mongodb')).toMatchObject({ image: 'mongo', volumeMounts: [{ name: 'mongodb', mountPath: '/data/db' }] });
    expect(pod.spec.volumes).toMatchObject([{ name: 'mongodb', persistentVolumeClaim: { claimName: 'mongo-pvc' } }]);
  });

  test('B4: the same for an EBS volume, bound both ways, in its zone', () => {
    const { spec } = find('PersistentVolume', 'ebs-mongo-pv');
    expect(spec).toMatchObject({
      csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-0123456789abcdef0' },
      claimRef: { name: 'ebs-mongo-pvc', namespace: 'default' },
    });
    expect(JSON.stringify(spec.nodeAffinity)).toContain('"ap-northeast-2a"');
    expect(find('PersistentVolumeClaim', 'ebs-mongo-pvc', 'default').spec).toMatchObject({ volumeName: 'ebs-mongo-pv', storageClassName: '' });
    expect(find('Pod', 'ebs-mongodb', 'default').spec.volumes).toMatchObject([{ persistentVolumeClaim: { claimName: 'ebs-mongo-pvc' } }]);
  });
});

describe('C. dynamic provisioning', () => {
  test('C1, C2, C3: a class, a namespace and a claim', () => {
    expect(find('StorageClass', 'ebs-sc-01')).toMatchObject({
      metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'false' } },
      provisioner: 'ebs.csi.aws.com',
      volumeBindingMode: 'WaitForFirstConsumer',
    });
    find('Namespace', 'ebs-pv-test');
    expect(find('PersistentVolumeClaim', 'ebs-pvc-01', 'ebs-pv-test').spec).toMatchObject({
      accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } }, storageClassName: 'ebs-sc-01',
    });
  });

  test('C4: a Deployment that writes to it', () => {
    const { spec } = find('Deployment', 'pvc-pod', 'ebs-pv-test');
    expect(spec).toMatchObject({ replicas: 1, selector: { matchLabels: { app: 'ebs-pv-test-01' } }, template: { metadata: { labels: { app: 'ebs-pv-test-01' } } } });
    expect(spec.template.spec).toMatchObject({
      nodeSelector: { 'nodegroup-type': 'managed-frontend-workloads' },
      volumes: [{ name: 'persistent-storage', persistentVolumeClaim: { claimName: 'ebs-pvc-01' } }],
      containers: [{
        name: 'ebs-pv-test-01',
        image: 'whchoi98/network-multitool',
        imagePullPolicy: 'Always',
        ports: [{ containerPort: 80, protocol: 'TCP' }],
        volumeMounts: [{ name: 'persistent-storage', mountPath: '/data' }],
        ...WRITE_THE_DATE,
      }],
    });
  });

  test('C5, C6, C7: the same with gp3', () => {
    expect(find('StorageClass', 'ebs-sc-gp3')).toMatchObject({
      provisioner: 'ebs.csi.aws.com', volumeBindingMode: 'WaitForFirstConsumer', reclaimPolicy: 'Delete', parameters: { type: 'gp3' },
    });
    expect(find('PersistentVolumeClaim', 'ebs-gp3-pvc').spec).toMatchObject({
      accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } }, storageClassName: 'ebs-sc-gp3',
    });
    expect(find('Pod', 'app').spec).toMatchObject({
      volumes: [{ name: 'persistent-storage', persistentVolumeClaim: { claimName: 'ebs-gp3-pvc' } }],
      containers: [{ name: 'app', image: 'centos', volumeMounts: [{ name: 'persistent-storage', mountPath: '/data' }], ...WRITE_THE_DATE }],
    });
  });

  test('C8, C9, C10: classes of other provisioners, generations and zones', () => {
    expect(find('StorageClass', 'storage-class')).toMatchObject({ provisioner: 'kubernetes.io/gce-pd', parameters: { type: 'pd-ssd' } });
    expect(find('StorageClass', 'aws-ebs')).toMatchObject({
      metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
      provisioner: 'kubernetes.io/aws-ebs',
      parameters: { type: 'gp2', fsType: 'ext4', encrypted: 'true', kmsKeyId: READER.classKeyArn },
    });
    expect(find('StorageClass', 'ebs-sc')).toMatchObject({
      provisioner: 'ebs.csi.aws.com',
      volumeBindingMode: 'WaitForFirstConsumer',
      parameters: { 'csi.storage.k8s.io/fstype': 'xfs', 'type': 'io1', 'iopsPerGB': '50', 'encrypted': 'true' },
      allowedTopologies: [{ matchLabelExpressions: [{ key: 'topology.ebs.csi.aws.com/zone', values: ['us-east-2c'] }] }],
    });
  });

  test('C11: a Secret and the class that names it', () => {
    const secret = find('Secret', 'aws-secret', 'default');
    expect(secret.type).toBe('Opaque');
    expect(Object.keys(secret.stringData).sort()).toEqual(['key', 'keyid']);
    expect(find('StorageClass', 'aws-ebs-csi').parameters).toMatchObject({
      'csi.storage.k8s.io/provisioner-secret-name': 'aws-secret', 'csi.storage.k8s.io/provisioner-secret-namespace': 'default',
    });
  });

  test('C12: the class to use instead', () => {
    expect(find('StorageClass', 'ebs-encrypted')).toMatchObject({
      metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
      parameters: { type: 'gp3', encrypted: 'true', kmsKeyId: READER.classKeyArn },
      allowVolumeExpansion: true,
    });
  });

  test('C13: an expanded claim, a raw device with its Pod, and a claim of every access mode where it works', () => {
    expect(find('PersistentVolumeClaim', 'expanded', 'claims').spec.resources.requests.storage).toBe('20Gi');
    expect(find('PersistentVolumeClaim', 'raw-block', 'claims').spec.volumeMode).toBe('Block');
    const { spec } = find('Pod', 'raw-block', 'claims');
    expect(spec.volumes).toEqual([{ name: 'pvc-raw-block', persistentVolumeClaim: { claimName: 'raw-block' } }]);
    expect(spec.containers[0].volumeDevices).toEqual([{ name: 'pvc-raw-block', devicePath: '/dev/xvda' }]);
    expect(spec.containers[0]).not.toHaveProperty('volumeMounts');
    for (const [name, accessMode, provisioner] of [
      ['read-write-once', 'ReadWriteOnce', 'ebs.csi.aws.com'],
      ['read-write-once-pod', 'ReadWriteOncePod', 'ebs.csi.aws.com'],
      ['read-only-many', 'ReadOnlyMany', 'efs.csi.aws.com'],
      ['read-write-many', 'ReadWriteMany', 'efs.csi.aws.com'],
    ]) {
      const claim = find('PersistentVolumeClaim', name, 'claims').spec;
      expect(claim.accessModes).toEqual([accessMode]);
      expect(find('StorageClass', claim.storageClassName).provisioner).toBe(provisioner);
    }
  });

  test('C14: limits for the claims of one namespace', () => {
    expect(find('LimitRange', 'storage', 'limited').spec.limits).toEqual([{ type: 'PersistentVolumeClaim', min: { storage: '1Gi' }, max: { storage: '50Gi' } }]);
    expect(find('ResourceQuota', 'storage', 'limited').spec.hard).toEqual({
      'persistentvolumeclaims': '10',
      'requests.storage': '200Gi',
      'ebs-encrypted.storageclass.storage.k8s.io/persistentvolumeclaims': '5',
      'ebs-encrypted.storageclass.storage.k8s.io/requests.storage': '100Gi',
    });
  });
});

describe('D. StatefulSet', () => {
  test('D1: the headless Service', () => {
    const service = find('Service', 'nginx');
    expect(service.metadata.labels).toEqual({ app: 'nginx' });
    expect(service.spec).toMatchObject({ selector: { app: 'nginx' }, ports: [{ port: 80, name: 'web' }], clusterIP: 'None' });
    expect(service.spec.selector).toEqual({ app: 'nginx' });
  });

  test('D2: the StatefulSet', () => {
    const { spec } = find('StatefulSet', 'web');
    expect(spec).toMatchObject({ selector: { matchLabels: { app: 'nginx' } }, serviceName: 'nginx', replicas: 3, template: { metadata: { labels: { app: 'nginx' } } } });
    expect(spec.template.spec).toMatchObject({
      terminationGracePeriodSeconds: 10,
      containers: [{
        name: 'nginx',
        image: 'k8s.gcr.io/nginx-slim:0.8',
        ports: [{ containerPort: 80, name: 'web' }],
        volumeMounts: [{ name: 'www', mountPath: '/usr/share/nginx/html' }],
      }],
    });
    expect(spec.volumeClaimTemplates).toMatchObject([{
      metadata: { name: 'www' },
      spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'standard', resources: { requests: { storage: '1Gi' } } },
    }]);
  });

  test('D3: both update strategies', () => {
    expect(find('StatefulSet', 'rolling-update', 'stateful-sets').spec.updateStrategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { partition: 2 } });
    expect(find('StatefulSet', 'on-delete', 'stateful-sets').spec.updateStrategy).toEqual({ type: 'OnDelete' });
  });

  test('D4: claims that go with the set', () => {
    expect(find('StatefulSet', 'disposable', 'stateful-sets').spec.persistentVolumeClaimRetentionPolicy).toEqual({ whenDeleted: 'Delete', whenScaled: 'Retain' });
  });
});

describe('E. snapshots', () => {
  const position = (kind: string) => objects.findIndex((object) => object.kind === kind);

  test('E1: the three kinds, before everything of these kinds', () => {
    for (const name of ['volumesnapshotclasses', 'volumesnapshotcontents', 'volumesnapshots']) find('CustomResourceDefinition', `${name}.snapshot.storage.k8s.io`);
    expect(position('CustomResourceDefinition')).toBe(0);
    expect(position('VolumeSnapshotClass')).toBeGreaterThan(position('Deployment'));
  });

  test('E2: the controller, its identity and its rights', () => {
    find('ServiceAccount', 'snapshot-controller', 'kube-system');
    find('ClusterRole', 'snapshot-controller-runner');
    find('ClusterRoleBinding', 'snapshot-controller-role');
    find('Role', 'snapshot-controller-leaderelection', 'kube-system');
    find('RoleBinding', 'snapshot-controller-leaderelection', 'kube-system');
    find('Deployment', 'snapshot-controller', 'kube-system');
  });

  test('E3: a class, a snapshot, a claim restored from it, and a snapshot that existed before', () => {
    expect(find('VolumeSnapshotClass', 'ebs-snapshots').driver).toBe('ebs.csi.aws.com');
    expect(find('VolumeSnapshot', 'ebs-pvc-01-snapshot', 'ebs-pv-test').spec).toEqual({
      source: { persistentVolumeClaimName: 'ebs-pvc-01' }, volumeSnapshotClassName: 'ebs-snapshots',
    });
    expect(find('PersistentVolumeClaim', 'ebs-pvc-01-restored', 'ebs-pv-test').spec.dataSource).toEqual({
      apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'ebs-pvc-01-snapshot',
    });
    expect(find('VolumeSnapshotContent', 'existing-snapshot').spec).toMatchObject({
      source: { snapshotHandle: 'snap-0123456789abcdef0' }, volumeSnapshotRef: { name: 'existing-snapshot', namespace: 'ebs-pv-test' },
    });
    expect(find('VolumeSnapshot', 'existing-snapshot', 'ebs-pv-test').spec.source).toEqual({ volumeSnapshotContentName: 'existing-snapshot' });
  });
});

test('no Pod of the workshop is kept from running as root or from writing to its file system, as its images do', () => {
  const pods = objects.filter((object) => object.metadata.name !== 'snapshot-controller').map(({ spec }) => spec?.template?.spec ?? spec).filter((spec) => spec?.containers);
  expect(pods).toHaveLength(16);
  for (const pod of pods) {
    for (const securityContext of [pod.securityContext, ...pod.containers.map((each: any) => each.securityContext)]) {
      expect(securityContext.runAsNonRoot).toBe(false);
      expect(securityContext.readOnlyRootFilesystem ?? false).toBe(false);
    }
  }
});

test('no two objects have the same name', () => {
  const names = objects.map(({ apiVersion, kind, metadata }) => [apiVersion, kind, metadata.namespace ?? 'default', metadata.name].join(' '));
  expect(new Set(names).size).toBe(names.length);
});
