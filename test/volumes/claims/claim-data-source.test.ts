import { Chart, Size, Testing } from 'cdk8s';
import fc from 'fast-check';
import { type IStorageClass, PersistentVolumeClaim, VolumeMode, VolumeSnapshot } from '../../../src';

/** Both fill volumes from snapshots and claims. */
const CLASSES: IStorageClass[] = ['ebs.csi.aws.com', 'example.com'].map((provisioner) => ({ storageClassName: provisioner, provisioner }));

const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const claims = fc.record({
  mebibytes: fc.constantFrom(512, 1000, 1024, 1536, 2048),
  namespace: fc.constantFrom('team', 'other'),
  storageClass: sometimes(fc.constantFrom(...CLASSES)),
  volumeMode: sometimes(fc.constantFrom(VolumeMode.FILESYSTEM, VolumeMode.BLOCK)),
});

/** What getPVCSource and getSnapshotSource of the external-provisioner compare, in their own terms. */
function refusalsOfProvisioner(source: any, claim: any, isClone: boolean): RegExp[] {
  const driver = source.storageClass?.provisioner;
  const isOfEbs = (driver ?? claim.storageClass?.provisioner) === 'ebs.csi.aws.com';
  const least = !isClone && isOfEbs ? Math.ceil(source.mebibytes / 1024) * 1024 : source.mebibytes;
  const refused: [boolean, RegExp][] = [
    [claim.namespace !== source.namespace, /is in the namespace '(team|other)', but the claim is in/],
    [driver !== undefined && claim.storageClass !== undefined && driver !== claim.storageClass.provisioner, /is a volume of '.+', but the class '.+' makes volumes of/],
    [claim.mebibytes < least, /size '\d+Mi' is below the/],
    [(claim.volumeMode ?? VolumeMode.FILESYSTEM) !== (source.volumeMode ?? VolumeMode.FILESYSTEM), /volumeMode \w+ is not that of its dataSource/],
  ];
  return refused.filter(([isRefused]) => isRefused).map(([, message]) => message);
}

test('whatever the provisioner refuses is refused, all of it and nothing else', () => {
  const seen = new Set<number>();
  fc.assert(fc.property(claims, claims, fc.constantFrom('claim', 'existing claim', 'snapshot'), (source, claim, kind) => {
    const chart = new Chart(Testing.app(), 'test');
    const { mebibytes, namespace, ...options } = source;
    const known = { ...options, size: Size.mebibytes(mebibytes) };
    const original = kind === 'existing claim' ? PersistentVolumeClaim.fromClaimName(chart, 'Source', 'source', { ...known, namespace })
      : new PersistentVolumeClaim(chart, 'Source', { ...known, metadata: { name: 'source', namespace } });
    const dataSource = kind === 'snapshot' ? new VolumeSnapshot(chart, 'Snapshot', { metadata: { name: 'source', namespace }, claim: original }) : original;
    const expected = refusalsOfProvisioner(source, claim, kind !== 'snapshot');
    seen.add(expected.length);
    let said = '';
    try {
      const made = new PersistentVolumeClaim(chart, 'Copy', {
        ...claim, metadata: { namespace: claim.namespace }, size: Size.mebibytes(claim.mebibytes), dataSource,
      });
      expect(made.toJson().spec.dataSource.name).toBe('source');
    } catch (error) {
      said = String(error);
    }
    expect(said === '' ? 0 : Number(/: (\d+) mistakes/.exec(said)?.[1] ?? 1)).toBe(expected.length);
    for (const message of expected) expect(said).toMatch(message);
  }), { numRuns: 500 });
  expect([...seen].sort()).toEqual(expect.arrayContaining([0, 1, 2]));
});
