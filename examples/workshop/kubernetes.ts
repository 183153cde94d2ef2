import { App } from 'cdk8s';
import { VolumesInAPod } from './charts/a-volumes-in-a-pod';
import { StaticProvisioning } from './charts/b-static-provisioning';
import { DynamicProvisioning } from './charts/c-dynamic-provisioning';
import { StatefulSets } from './charts/d-stateful-set';
import { SnapshotControllers, SnapshotKinds, Snapshots } from './charts/e-snapshots';
import { settings, type Settings } from './settings';

/** The chapters, as files that sort into the order in which they are applied. */
export function workshop(app: App, reader: Settings): App {
  new SnapshotKinds(app, '0-snapshot-crds');
  new SnapshotControllers(app, '1-snapshot-controller');
  new VolumesInAPod(app, 'a-volumes-in-a-pod');
  new StaticProvisioning(app, 'b-static-provisioning', reader);
  const dynamic = new DynamicProvisioning(app, 'c-dynamic-provisioning', reader);
  new StatefulSets(app, 'd-stateful-set', dynamic.encrypted);
  new Snapshots(app, 'e-snapshots', dynamic, reader);
  return app;
}

if (require.main === module) workshop(new App(), settings).synth();
