import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { SnapshotLock } from '../../../src';

const DATE = '2027-01-01T00:00:00Z';
const MONTH = { duration: Duration.days(30) };
const COMPLIANCE = { complianceReason: 'SEC 17a-4' };

const mistakesOf = (lock: SnapshotLock) => lock._mistakes().filter((mistake) => mistake !== undefined);
const said = (lock: SnapshotLock) => Object.fromEntries(Object.entries(lock._parameters()).filter(([, value]) => value !== undefined));

test.each([
  [SnapshotLock.governance(MONTH), { lockMode: 'governance', lockDuration: 30 }],
  [SnapshotLock.governance({ duration: Duration.hours(48) }), { lockMode: 'governance', lockDuration: 2 }],
  [SnapshotLock.governance({ expirationDate: DATE }), { lockMode: 'governance', lockExpirationDate: DATE }],
  [SnapshotLock.governance({ duration: Duration.days(36_500) }), { lockMode: 'governance', lockDuration: 36_500 }],
  [SnapshotLock.compliance({ ...COMPLIANCE, ...MONTH }), { lockMode: 'compliance', lockDuration: 30 }],
  [SnapshotLock.compliance({ ...COMPLIANCE, expirationDate: DATE, coolOffPeriod: Duration.days(3) }), { lockMode: 'compliance', lockExpirationDate: DATE, lockCoolOffPeriod: 72 }],
  [SnapshotLock.compliance({ ...COMPLIANCE, ...MONTH, coolOffPeriod: Duration.minutes(60) }), { lockMode: 'compliance', lockDuration: 30, lockCoolOffPeriod: 1 }],
  [
    SnapshotLock.compliance({
      ...COMPLIANCE,
      duration: Duration.days(40_000),
      coolOffPeriod: Duration.hours(100),
      limits: { maxDuration: Duration.days(50_000), maxCoolOffPeriod: Duration.hours(100) },
    }),
    { lockMode: 'compliance', lockDuration: 40_000, lockCoolOffPeriod: 100 },
  ],
])('a lock says its mode, one end and its cooling-off period: %#', (lock, parameters) => {
  expect(mistakesOf(lock)).toEqual([]);
  expect(said(lock)).toEqual(parameters);
});

test.each([
  [SnapshotLock.governance({}), 'lock governance has no end, and EC2 asks for one; give duration or expirationDate'],
  [SnapshotLock.compliance(COMPLIANCE), 'lock compliance has no end, and EC2 asks for one; give duration or expirationDate'],
  [SnapshotLock.governance({ ...MONTH, expirationDate: DATE }), `lock governance has the duration 30 days and the expirationDate '${DATE}'; leave one of them out`],
  [SnapshotLock.governance({ ...MONTH, coolOffPeriod: Duration.hours(24) } as any), 'lock coolOffPeriod 24 hours is for compliance, and a governance lock can always be taken off; leave it out'],
  [SnapshotLock.governance({ ...MONTH, ...COMPLIANCE } as any), 'lock complianceReason is given, but a governance lock can be taken off; leave it out, or use SnapshotLock.compliance'],
  [SnapshotLock.governance({ duration: Duration.hours(36) }), 'lock duration 1.5 days is not among what EC2 allows; give whole days, from 1 to 36500'],
  [SnapshotLock.governance({ duration: Duration.days(0) }), 'lock duration 0 days is not among what EC2 allows'],
  [SnapshotLock.governance({ duration: Duration.days(36_501) }), 'lock duration 36501 days is not among what EC2 allows'],
  [SnapshotLock.governance({ duration: Duration.days(8), limits: { maxDuration: Duration.days(7) } }), 'lock duration 8 days is not among what EC2 allows; give whole days, from 1 to 7'],
  [SnapshotLock.compliance({ ...COMPLIANCE, ...MONTH, coolOffPeriod: Duration.minutes(90) }), 'lock coolOffPeriod 1.5 hours is not among what EC2 allows; give whole hours, from 1 to 72'],
  [SnapshotLock.compliance({ ...COMPLIANCE, ...MONTH, coolOffPeriod: Duration.hours(0) }), 'lock coolOffPeriod 0 hours is not among'],
  [SnapshotLock.compliance({ ...COMPLIANCE, ...MONTH, coolOffPeriod: Duration.hours(73) }), 'lock coolOffPeriod 73 hours is not among'],
  [SnapshotLock.compliance({ ...MONTH, complianceReason: ' ' }), "complianceReason '' says nothing; write why nobody may delete the snapshots, or use SnapshotLock.governance"],
  [SnapshotLock.compliance(MONTH as any), "complianceReason '' says nothing"],
])('what EC2 does not take is a mistake: %#', (lock, message) => {
  expect(mistakesOf(lock)).toEqual([expect.stringContaining(message)]);
});

test('a reason is told of a lock that nobody can take off, and of no other', () => {
  expect(SnapshotLock.compliance({ ...MONTH, ...COMPLIANCE })._complianceReason()).toBe('SEC 17a-4');
  expect(SnapshotLock.governance(MONTH)._complianceReason()).toBeUndefined();
});

const dateMistakes = (expirationDate: string) => mistakesOf(SnapshotLock.governance({ expirationDate }));

test.each([
  DATE, '2028-02-29T23:59:59Z', '2027-01-01T00:00:00.123Z', '2027-01-01T00:00:00+09:00', '2027-01-01T00:00:00-03:30', '1999-01-01T00:00:00Z', '${Token[TOKEN.1]}',
])('%s is a date', (date) => {
  expect(dateMistakes(date)).toEqual([]);
});

test.each([
  '', '2027-01-01', '2027-01-01 00:00:00Z', '2027-01-01T00:00:00', '2027-01-01T00:00Z', '2027-1-1T00:00:00Z', '2027-02-29T00:00:00Z', '2027-13-01T00:00:00Z',
  '2027-01-01T24:00:00Z', '2027-01-01T00:60:00Z', '2027-01-01T00:00:60Z', '2027-01-01t00:00:00z', '2027-01-01T00:00:00+24:00', 'tomorrow',
])("'%s' is no date", (date) => {
  expect(dateMistakes(date)).toEqual([`lock expirationDate '${date}' is not a date and time the driver reads; write it as in '${DATE}'`]);
});

test('every date of the calendar is one', () => {
  fc.assert(fc.property(fc.date({ min: new Date('2023-11-15'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
    expect(dateMistakes(date.toISOString())).toEqual([]);
  }));
});
