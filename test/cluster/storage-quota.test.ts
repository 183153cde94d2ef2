import { Size, Testing } from 'cdk8s';
import { StorageClass, StorageQuota, type StorageQuotaProps } from '../../src';
import { refusals } from '../refusals';

function synth(props: StorageQuotaProps): any[] {
  const chart = Testing.chart();
  new StorageQuota(chart, 'Quota', props);
  return Testing.synth(chart);
}

test('every property reaches the LimitRange or the ResourceQuota', () => {
  const props: Required<StorageQuotaProps> = {
    metadata: { name: 'storage', namespace: 'team' },
    minPerClaim: Size.mebibytes(500),
    maxPerClaim: Size.gibibytes(50),
    total: Size.tebibytes(1),
    claims: 10,
    snapshots: 5,
    perClass: [{ storageClass: StorageClass.fromName('gp3'), total: Size.gibibytes(100), claims: 0 }],
  };
  expect(synth(props)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: 'storage', namespace: 'team' },
      spec: { limits: [{ type: 'PersistentVolumeClaim', min: { storage: '500Mi' }, max: { storage: '50Gi' } }] },
    },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'storage', namespace: 'team' },
      spec: {
        hard: {
          'requests.storage': '1Ti',
          'persistentvolumeclaims': '10',
          'count/volumesnapshots.snapshot.storage.k8s.io': '5',
          'gp3.storageclass.storage.k8s.io/requests.storage': '100Gi',
          'gp3.storageclass.storage.k8s.io/persistentvolumeclaims': '0',
        },
      },
    },
  ]);
});

test('what limits nothing is not created', () => {
  expect(synth({ maxPerClaim: Size.gibibytes(1) }).map(({ kind }) => kind)).toEqual(['LimitRange']);
  expect(synth({ claims: 1 }).map(({ kind }) => kind)).toEqual(['ResourceQuota']);
});

refusals(synth, [
  [{}, 'test/Quota: nothing is limited; give at least one of'],
  [{ total: Size.gibibytes(0) }, "total '0Gi' is not a size"],
  [{ claims: -1 }, 'claims -1 is not a number of objects; give a whole number of at least 0'],
  [{ snapshots: 1.5 }, 'snapshots 1.5 is not a number of objects'],
  [{ minPerClaim: Size.gibibytes(1), maxPerClaim: Size.mebibytes(1000) }, "minPerClaim '1Gi' is above maxPerClaim '1000Mi', so no claim fits; swap them"],
  [{ perClass: [{ storageClass: StorageClass.none(), claims: 1 }] }, "perClass limits the class '', which has no name to count by"],
  [{ perClass: [{ storageClass: StorageClass.fromName('gp3') }] }, "perClass 'gp3' limits nothing; give total or claims"],
  [{ perClass: [{ storageClass: StorageClass.fromName('gp3'), total: Size.gibibytes(0) }] }, "perClass 'gp3' total '0Gi' is not a size"],
  [{ metadata: { namespace: 'Team' }, claims: 1 }, "metadata.namespace 'Team' is not a name Kubernetes takes"],
]);
