import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { FsGroupChangePolicy, PersistentVolumeClaim, StatefulSet, Volume } from 'cdk8s-plus-27';

const app = new App({ outdir: process.env.OUT });
const chart = new Chart(app, 'storage');
for (let i = 0; i < Number(process.env.N); i++) {
  const set = new StatefulSet(chart, `Web${i}`, {
    replicas: 3,
    containers: [{ image: 'nginxinc/nginx-unprivileged:1.27', portNumber: 8080 }],
    securityContext: { fsGroup: 1000, fsGroupChangePolicy: FsGroupChangePolicy.ON_ROOT_MISMATCH },
  });
  const claim = PersistentVolumeClaim.fromClaimName(set, 'Claim', 'www');
  set.containers[0].mount('/usr/share/nginx/html', Volume.fromPersistentVolumeClaim(set, 'Volume', claim, { name: 'www' }));
  // It has no claim templates of its own.
  ApiObject.of(set).addJsonPatch(JsonPatch.remove('/spec/template/spec/volumes'), JsonPatch.add('/spec/volumeClaimTemplates', [{
    metadata: { name: 'www' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'ebs-encrypted',
      volumeMode: 'Filesystem',
      resources: { requests: { storage: { value: '20Gi' } } },
    },
  }]));
}
app.synth();
