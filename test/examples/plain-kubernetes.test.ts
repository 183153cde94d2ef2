import { Testing } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { site } from '../../examples/plain-kubernetes/kubernetes';

const objects: any[] = parseAllDocuments(site(Testing.app()).synthYaml()).map((document) => document.toJS());
const find = (kind: string, name: string) => objects.find((object) => object.kind === kind && object.metadata.name === name);

test('there is nothing of AWS in it', () => {
  expect(JSON.stringify(objects)).not.toMatch(/aws|ebs|efs|arn:/i);
});

test('pages come from the NFS server, read-only, and what is uploaded goes to a volume of it that is reserved both ways', () => {
  const { volumes, containers: [{ volumeMounts }] } = find('Deployment', 'site-web').spec.template.spec;
  expect(volumes).toContainEqual({ name: 'pages', nfs: { server: 'nfs.example.com', path: '/exports/pages' } });
  expect(volumeMounts).toContainEqual({ name: 'pages', mountPath: '/usr/share/nginx/html', readOnly: true });
  expect(find('PersistentVolume', 'site-uploads').spec).toMatchObject({ claimRef: { name: 'uploads', namespace: 'default' }, mountOptions: ['nfsvers=4.1', 'hard'] });
  expect(find('PersistentVolumeClaim', 'uploads').spec).toMatchObject({ volumeName: 'site-uploads', storageClassName: '', accessModes: ['ReadWriteMany'] });
});

test('the disk of a node is claimed by the set through a class that makes no volumes and waits for the Pod', () => {
  expect(find('StorageClass', 'site-disks')).toMatchObject({ provisioner: 'kubernetes.io/no-provisioner', volumeBindingMode: 'WaitForFirstConsumer' });
  const { storageClassName, nodeAffinity, capacity } = find('PersistentVolume', 'site-disk').spec;
  expect(JSON.stringify(nodeAffinity)).toContain('"worker-1"');
  const [{ spec }] = find('StatefulSet', 'site-carts').spec.volumeClaimTemplates;
  expect({ storageClassName: spec.storageClassName, ...spec.resources.requests }).toEqual({ storageClassName, ...capacity });
});

test('directories of nodes are for looking only', () => {
  const { volumes, containers: [{ volumeMounts }] } = find('DaemonSet', 'site-nodeexporter').spec.template.spec;
  expect(volumes).toMatchObject([{ name: 'proc', hostPath: { path: '/proc' } }]);
  expect(volumeMounts).toEqual([{ name: 'proc', mountPath: '/host/proc', readOnly: true }]);
});
