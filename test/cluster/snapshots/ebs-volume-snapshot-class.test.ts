import { App, Chart, Duration, Testing } from 'cdk8s';
import fc from 'fast-check';
import { DeletionPolicy, EbsVolumeSnapshotClass, type EbsVolumeSnapshotClassProps, SnapshotLock } from '../../../src';
import { refusals } from '../../refusals';

const OUTPOST = 'arn:aws:outposts:us-west-2:111122223333:outpost/op-0123456789abcdef0';
const SECRET = 'csi.storage.k8s.io/snapshotter-secret';
const TOKEN = '${Token[TOKEN.1]}';

const add = (props: Partial<EbsVolumeSnapshotClassProps>) => new EbsVolumeSnapshotClass(Testing.chart(), 'Class', { deletionPolicy: DeletionPolicy.RETAIN, ...props });
const make = (props: Partial<EbsVolumeSnapshotClassProps>) => add(props).toJson();

test('without further words it is a class of the EBS driver and has no parameters', () => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'team' });
  const snapshotClass = new EbsVolumeSnapshotClass(chart, 'Class', { metadata: { name: 'ebs' }, deletionPolicy: DeletionPolicy.DELETE });
  expect(snapshotClass.driver).toBe('ebs.csi.aws.com');
  expect(snapshotClass.toJson()).toEqual({
    apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshotClass', metadata: { name: 'ebs' }, driver: 'ebs.csi.aws.com', deletionPolicy: 'Delete',
  });
});

test('every property reaches the object', () => {
  const props: Required<Omit<EbsVolumeSnapshotClassProps, 'outpostArn'>> = {
    metadata: { name: 'nightly', annotations: { note: 'kept' } },
    deletionPolicy: DeletionPolicy.RETAIN,
    isDefault: true,
    fastSnapshotRestoreZones: ['eu-west-1a', 'eu-west-1b'],
    lock: SnapshotLock.compliance({ duration: Duration.days(30), coolOffPeriod: Duration.hours(24), complianceReason: 'SEC 17a-4' }),
    tags: { Team: 'web', Of: '{{ .VolumeSnapshotNamespace }}/{{ .VolumeSnapshotName | toUpper }}' },
    extraParameters: { somethingNew: 'true' },
  };
  expect(make(props)).toEqual({
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: {
      name: 'nightly',
      annotations: {
        'note': 'kept',
        'cdk8s-eks-storage/compliance-lock-reason': 'SEC 17a-4',
        'snapshot.storage.kubernetes.io/is-default-class': 'true',
      },
    },
    driver: 'ebs.csi.aws.com',
    deletionPolicy: 'Retain',
    parameters: {
      somethingNew: 'true',
      fastSnapshotRestoreAvailabilityZones: 'eu-west-1a,eu-west-1b',
      lockMode: 'compliance',
      lockDuration: '30',
      lockCoolOffPeriod: '24',
      tagSpecification_1: 'Of={{ .VolumeSnapshotNamespace }}/{{ .VolumeSnapshotName | toUpper }}',
      tagSpecification_2: 'Team=web',
    },
  });
  expect(make({ outpostArn: OUTPOST }).parameters).toEqual({ outpostArn: OUTPOST });
});

test('a lock on an Outpost and a lock of snapshots that restore fast are for EC2 to judge', () => {
  const lock = SnapshotLock.governance({ duration: Duration.days(1) });
  expect(make({ lock, outpostArn: OUTPOST }).parameters).toEqual({ lockMode: 'governance', lockDuration: '1', outpostArn: OUTPOST });
});

test('what the CDK fills in later is not judged', () => {
  const props = { fastSnapshotRestoreZones: [TOKEN, TOKEN], tags: { team: TOKEN }, lock: SnapshotLock.governance({ expirationDate: TOKEN }) };
  expect(() => make(props)).not.toThrow();
  expect(() => make({ outpostArn: TOKEN })).not.toThrow();
});

test('secrets that the snapshotter takes go through', () => {
  const extraParameters = { [`${SECRET}-name`]: 'a', [`${SECRET}-namespace`]: 'b', 'csi.storage.k8s.io/snapshotter-list-secret-name': 'c', 'csi.storage.k8s.io/snapshotter-list-secret-namespace': 'd' };
  expect(make({ extraParameters }).parameters).toEqual(extraParameters);
});

describe('a lock of snapshots that Kubernetes is to delete', () => {
  const WARNING = expect.stringMatching(/^deletionPolicy Delete is given together with lock, and a locked snapshot cannot be deleted/);
  const lock = SnapshotLock.governance({ duration: Duration.days(7) });

  test('is warned of, in the tree and in the manifest', () => {
    const snapshotClass = add({ lock, deletionPolicy: DeletionPolicy.DELETE, metadata: { annotations: { note: 'kept' } } });
    expect(snapshotClass.node.metadata).toEqual([expect.objectContaining({ type: 'aws:cdk:warning', data: WARNING })]);
    expect(snapshotClass.toJson().metadata.annotations).toEqual({ 'note': 'kept', 'cdk8s-eks-storage/warning': WARNING });
  });

  test.each([{ lock }, { deletionPolicy: DeletionPolicy.DELETE }])('and nothing else is: %#', (props) => {
    const snapshotClass = add(props);
    expect(snapshotClass.node.metadata).toEqual([]);
    expect(snapshotClass.toJson().metadata.annotations).toBeUndefined();
  });
});

/** Every parameter of CreateSnapshot in pkg/driver/controller.go of v1.64.0. */
const OF_DRIVER = [
  'fastSnapshotRestoreAvailabilityZones', 'outpostArn', 'lockMode', 'lockDuration', 'lockExpirationDate', 'lockCoolOffPeriod', 'tagSpecification_1',
];

test.each(OF_DRIVER.flatMap((key) => [key, key.toLowerCase(), key.toUpperCase()]))('%s is refused among extraParameters, for a property says it', (key) => {
  expect(() => make({ extraParameters: { [key]: 'a' } })).toThrow(`extraParameters contains '${key}', which has a property of its own; use`);
});

refusals(make, [
  [{ fastSnapshotRestoreZones: [] }, 'test/Class: fastSnapshotRestoreZones is empty, which no zone is; name one, or leave it out'],
  [{ fastSnapshotRestoreZones: ['eu-west-1'] }, "fastSnapshotRestoreZones has the zone 'eu-west-1', which is not the name of one; write it as in 'us-east-1a'"],
  [{ fastSnapshotRestoreZones: ['euw1-az1'] }, "fastSnapshotRestoreZones has the zone 'euw1-az1', which is not the name of one"],
  [{ fastSnapshotRestoreZones: ['eu-west-1a, eu-west-1b'] }, 'which is not the name of one'],
  [{ fastSnapshotRestoreZones: ['us-west-2-lax-1a'] }, "has the zone 'us-west-2-lax-1a', and EBS restores fast in zones of the region only, not in Local Zones and Wavelength Zones; leave it out"],
  [{ fastSnapshotRestoreZones: ['us-east-1-wl1-bos-wlz-1'] }, 'not in Local Zones and Wavelength Zones'],
  [{ fastSnapshotRestoreZones: ['eu-west-1a', 'eu-west-1a'] }, "fastSnapshotRestoreZones has 'eu-west-1a' twice; leave one out"],
  [{ fastSnapshotRestoreZones: ['us-east-1a', 'eu-west-1a'] }, 'fastSnapshotRestoreZones has zones of eu-west-1 and us-east-1, and a snapshot is in one region; leave the others out'],
  [{ fastSnapshotRestoreZones: ['eu-west-1a'], outpostArn: OUTPOST }, 'fastSnapshotRestoreZones is given together with outpostArn, and Outposts do not restore fast; leave one of them out'],
  [{ outpostArn: 'op-0123456789abcdef0' }, "outpostArn 'op-0123456789abcdef0' is not the ARN of an Outpost; write it as 'arn:aws:outposts:<region>:<account>:outpost/<id>'"],
  [{ lock: SnapshotLock.governance({}) }, 'test/Class: lock governance has no end, and EC2 asks for one'],
  [{ tags: { team: '{{ .PVCName }}' } }, 'and there is no field .PVCName; there are .VolumeSnapshotNamespace, .VolumeSnapshotName, .VolumeSnapshotContentName'],
  [{ tags: { CSIVolumeSnapshotName: 'a' } }, "tags has the key 'CSIVolumeSnapshotName', which the driver keeps for itself"],
  [{ tags: Object.fromEntries(Array.from({ length: 46 }, (_, index) => [`key-${index}`, ''])) }, 'tags has 46 tags, which with the 5 of the driver are 51, and AWS takes 50; leave some out'],
  [{ extraParameters: { encrypted: 'true' } }, "extraParameters contains 'encrypted', which the driver does not take: a snapshot is encrypted as its volume is; leave it out"],
  [{ extraParameters: { lockmod: 'governance' } }, "extraParameters contains 'lockmod', which looks like 'lockMode', which has a property of its own; use lock"],
  [{ extraParameters: { 'csi.storage.k8s.io/provisioner-secret-name': 'a' } }, "and the snapshotter takes nothing else under 'csi.storage.k8s.io/' than the names and namespaces of secrets"],
  [{ extraParameters: { [`${SECRET}-name`]: 'a' } }, `extraParameters has one of '${SECRET}-name' and '${SECRET}-namespace', and the snapshotter wants both`],
]);

test('all that is wrong is said at once', () => {
  expect(() => make({ fastSnapshotRestoreZones: ['x'], lock: SnapshotLock.governance({}), outpostArn: 'y', tags: { '': 'z' }, extraParameters: { lockMode: 'a' } }))
    .toThrow(/^test\/Class: 6 mistakes/);
});

test('two classes of EBS that are both the default are refused', () => {
  const chart = Testing.chart();
  for (const id of ['One', 'Two']) new EbsVolumeSnapshotClass(chart, id, { deletionPolicy: DeletionPolicy.RETAIN, isDefault: true });
  expect(() => Testing.synth(chart)).toThrow("isDefault true is said of test/One and of test/Two, and driver 'ebs.csi.aws.com' needs one default");
});

describe('whatever is combined', () => {
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const end = fc.oneof(
    fc.record({ duration: fc.integer({ min: 1, max: 36_500 }).map(Duration.days) }),
    fc.record({ expirationDate: fc.date({ min: new Date('2027-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString()) }),
  );
  const lock = fc.oneof(
    end.map(SnapshotLock.governance),
    fc.tuple(end, optional(fc.integer({ min: 1, max: 72 }).map(Duration.hours)))
      .map(([each, coolOffPeriod]) => SnapshotLock.compliance({ ...each, coolOffPeriod, complianceReason: 'law' })),
  );
  const place = fc.oneof(
    fc.record({ fastSnapshotRestoreZones: optional(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd').map((letter) => `eu-west-1${letter}`), { minLength: 1 })) }),
    fc.constant({ outpostArn: OUTPOST }),
  );
  const props = fc.tuple(place, fc.record({
    deletionPolicy: fc.constantFrom(DeletionPolicy.RETAIN, DeletionPolicy.DELETE),
    isDefault: optional(fc.boolean()),
    lock: optional(lock),
    tags: optional(fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{1,9}$/), fc.stringMatching(/^[\w .:/+@-]{0,20}$/), { maxKeys: 45 })),
  })).map(([there, rest]): EbsVolumeSnapshotClassProps => ({ ...there, ...rest }));

  test('a class says to the driver what EC2 takes: a mode with one end, and a cooling-off period of compliance only', () => {
    fc.assert(fc.property(props, (each) => {
      const { parameters = {} } = make(each);
      expect(Object.values(parameters).every((value) => typeof value === 'string')).toBe(true);
      const ends = ['lockDuration', 'lockExpirationDate'].filter((key) => key in parameters);
      expect(ends).toHaveLength('lockMode' in parameters ? 1 : 0);
      if ('lockCoolOffPeriod' in parameters) expect(parameters.lockMode).toBe('compliance');
      expect('outpostArn' in parameters && 'fastSnapshotRestoreAvailabilityZones' in parameters).toBe(false);
    }));
  });

  test('the same props make the same manifest', () => {
    const yaml = (each: EbsVolumeSnapshotClassProps) => Testing.synth(((chart) => {
      new EbsVolumeSnapshotClass(chart, 'Class', each);
      return chart;
    })(new Chart(new App(), 'test')));
    fc.assert(fc.property(props, (each) => {
      const reversed = { ...each, tags: each.tags && Object.fromEntries(Object.entries(each.tags).reverse()) };
      expect(JSON.stringify(yaml(reversed))).toBe(JSON.stringify(yaml(each)));
    }), { numRuns: 20 });
  });
});
