import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { EmptyDirVolume, HostPathType, HostPathVolume, NfsVolume, ProjectedSource, ProjectedVolume } from 'cdk8s-eks-storage';
import { ConfigMap, Namespace, Pod, Protocol, Secret } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ROOT_ALLOWED, rootContainer } from '../containers';

const HTTP = [{ number: 80, protocol: Protocol.TCP }];

/** Chapter A: volumes that are part of a Pod. */
export class VolumesInAPod extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id, { disableResourceNameHashes: true });

    // A1, A2: two containers share a directory that lives as long as their Pod.
    const empty = new Namespace(this, 'Empty', { metadata: { name: 'empty' } });
    const shared = new EmptyDirVolume(this, 'EmptyDir', { name: 'empty-dir' });
    const sharing = new Pod(this, 'PodVolume1', { metadata: { name: 'pod-volume-1', namespace: empty.name }, securityContext: ROOT_ALLOWED });
    sharing.addContainer(rootContainer({ name: 'container1', image: 'whchoi98/network-multitool' })).mount('/mount1', shared);
    sharing.addContainer(rootContainer({ name: 'container2', image: 'kubetm/init' })).mount('/mount2', shared);

    // A3: one container writes pages, the other serves them and cannot change them.
    const html = new EmptyDirVolume(this, 'Html', { name: 'html' });
    const count = new Pod(this, 'Count', { metadata: { name: 'count' }, securityContext: ROOT_ALLOWED });
    count.addContainer(rootContainer({ name: 'html-generator', image: 'gasbugs/count' })).mount('/var/htdocs', html);
    count.addContainer(rootContainer({ name: 'web-server', image: 'httpd', ports: HTTP })).mount('/usr/local/apache2/htdocs', html, { readOnly: true });

    // A4, A5, A6: two Pods of one node see the same directory of that node.
    const hostpath = new Namespace(this, 'Hostpath', { metadata: { name: 'hostpath' } });
    const tmp = new HostPathVolume(this, 'Tmp', {
      name: 'hostpath',
      path: '/tmp',
      type: HostPathType.DIRECTORY,
      writableReason: 'the chapter shows what Pods of one node leave for each other', // the Pods carry it, for whoever asks
    });
    for (const number of [1, 2]) {
      const pod = new Pod(this, `Hostpath${number}`, { metadata: { name: `hostpath${number}`, namespace: hostpath.name }, securityContext: ROOT_ALLOWED });
      pod.addContainer(rootContainer({ name: `container${number}`, image: 'whchoi98/network-multitool' })).mount('/hostpath-mount', tmp);
      // cdk8s-plus schedules by affinity; the workshop teaches the node selector.
      ApiObject.of(pod).addJsonPatch(JsonPatch.add('/spec/nodeSelector', { hostpath: 'true' }));
    }

    // A7: pages that are on the node already.
    const pages = new HostPathVolume(this, 'Pages', {
      name: 'html',
      path: '/var/htdocs',
      type: HostPathType.DIRECTORY,
      writableReason: 'the workshop mounts it so; to serve pages, a read-only mount would do',
    });
    const hostpathHttp = new Pod(this, 'HostpathHttp', { metadata: { name: 'hostpath-http' }, securityContext: ROOT_ALLOWED });
    hostpathHttp.addContainer(rootContainer({ name: 'web-server', image: 'httpd', ports: HTTP })).mount('/usr/local/apache2/htdocs', pages);

    // A8: pages on an NFS server.
    const nfs = new NfsVolume(this, 'Nfs', { name: 'nfs-volume', server: '10.0.2.5', path: '/home/nfs' });
    const nfsHttpd = new Pod(this, 'NfsHttpd', { metadata: { name: 'nfs-httpd' }, securityContext: ROOT_ALLOWED });
    nfsHttpd.addContainer(rootContainer({ name: 'web', image: 'httpd' })).mount('/usr/local/apache2/htdocs', nfs, { readOnly: true });

    // A9: four sources in one directory.
    const login = new Secret(this, 'Login', { metadata: { name: 'login' }, stringData: { user: 'reader' } });
    const greeting = new ConfigMap(this, 'Greeting', { metadata: { name: 'greeting' }, data: { 'greeting.txt': 'hello' } });
    const everything = new ProjectedVolume(this, 'AllInOne', {
      name: 'all-in-one',
      sources: [
        ProjectedSource.secret(login, { items: { user: 'login/user' } }),
        ProjectedSource.configMap(greeting),
        ProjectedSource.downwardApi({ 'pod/labels': 'metadata.labels', 'pod/name': 'metadata.name' }),
        ProjectedSource.serviceAccountToken({ path: 'token', audience: 'workshop' }),
      ],
    });
    const projected = new Pod(this, 'Projected', { metadata: { name: 'projected' }, securityContext: ROOT_ALLOWED });
    projected.addContainer(rootContainer({ name: 'container', image: 'whchoi98/network-multitool' })).mount('/projected', everything, { readOnly: true });
  }
}
