import { Role } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Duration } from 'aws-cdk-lib/core';
import fc from 'fast-check';
import { ENV, FRANKFURT_KEY, KEY, lifecycle, NIGHTLY } from './backup-stacks';
import { LifecycleFrequency } from '../../../src/aws/backup/lifecycle-frequency';
import { LifecycleRetention } from '../../../src/aws/backup/lifecycle-retention';
import { type LifecycleRegionCopy, type LifecycleSchedule } from '../../../src/aws/backup/lifecycle-schedule';
import { type SnapshotLifecyclePolicyProps } from '../../../src/aws/backup/snapshot-lifecycle-policy';
import { refusals } from '../../refusals';
import { ACCOUNT } from '../policies/role-policies';
import { newStack, resources } from '../stack';

const many = (count: number) => Object.fromEntries([...Array(count).keys()].map((n) => [`Key${n}`, 'v']));

describe('SnapshotLifecyclePolicy', () => {
  refusals<Partial<SnapshotLifecyclePolicyProps>>((props) => lifecycle(newStack(ENV), props), [
    [{ targetTags: {} }, "stack/Nightly: targetTags {} is empty, and would not tell the volumes apart; give at least one tag, as in { Backup: 'nightly' }"],
    [{ targetTags: undefined as any }, 'targetTags is not an object; give one'],
    [{ targetTags: [] as any }, 'targetTags is not an object; give one'],
    [{ targetTags: many(51) }, 'targetTags has 51 tags, and AWS takes 50; leave some out'],
    [{ targetTags: { 'aws:eks:cluster-name': 'prod' } }, "targetTags has the key 'aws:eks:cluster-name', and AWS keeps the prefix 'aws:' for itself"],
    [{ targetTags: { Backup: true as any } }, "targetTags gives 'Backup' the boolean true, but a tag is text; write 'true'"],
    [{ targetTags: { Team: '{{ .PVCNamespace }}' } }, "targetTags has at 'Team' the value '{{ .PVCNamespace }}', a template that the driver fills in for each volume, and AWS compares letter by letter; give the class one more tag with a fixed value, and name that"],
    [{ targetTags: { 'a*b': 'c' } }, "targetTags has the key 'a*b', which is not one of a tag"],
    [{ schedules: [] }, 'schedules is empty, and no snapshot would be made; give at least one'],
    [{ schedules: undefined as any }, 'schedules is empty'],
    [{ schedules: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ ...NIGHTLY, name })) }, 'schedules has 5, and AWS takes 4; put the others into another policy, with another tag'],
    [{ schedules: [NIGHTLY, NIGHTLY] }, "schedules has 'nightly' more than once, and AWS knows by the name whose snapshots are whose; choose another name"],
    [{ description: 'Nächtlich' }, "description 'Nächtlich' is not one that AWS takes; use 1 to 500 letters without accents, digits, spaces and any of -_"],
    [{ description: 'x'.repeat(501) }, 'is not one that AWS takes'],
    [{ description: '' }, "description '' is not one"],
    [{ tags: { 'aws:x': 'y' } }, "tags has the key 'aws:x', and AWS keeps the prefix"],
    [{ roleOptions: { roleName: 'a b' } }, "roleOptions.roleName 'a b' is not a name that IAM takes"],
    [{ roleOptions: { tags: { 'aws:x': 'y' } } }, "roleOptions.tags has the key 'aws:x'"],
  ]);

  test('names all mistakes at once, and leaves nothing behind', () => {
    const stack = newStack(ENV);
    expect(() => lifecycle(stack, { targetTags: {}, schedules: [{ ...NIGHTLY, name: 'a/b', retention: LifecycleRetention.newest(0) }], description: '!' })).toThrow([
      'stack/Nightly: 4 mistakes',
      "targetTags {} is empty, and would not tell the volumes apart; give at least one tag, as in { Backup: 'nightly' }",
      "schedules[0].name 'a/b' is not one that AWS takes; use 1 to 120 letters without accents, digits, spaces and any of -_",
      'schedules[0].retention is the newest 0, which AWS does not take; give a whole number from 1 to 1000',
      "description '!' is not one that AWS takes; use 1 to 500 letters without accents, digits, spaces and any of -_",
    ].join('\n  - '));
    expect(stack.node.children).toEqual([]);
  });

  describe('roles', () => {
    test.each([
      [`arn:aws:iam::${ACCOUNT}:role/dlm`, { roleName: 'x' }, "roleOptions is given, and the role 'stack/Existing' is there already; leave one of the two out"],
      ['arn:aws:iam::444455556666:role/dlm', undefined, "the role 'stack/Existing' is of the account 444455556666, and AWS takes only one of the account that the volumes are in"],
      [`arn:aws:iam::${ACCOUNT}:user/dlm`, undefined, `the role 'stack/Existing' has the ARN 'arn:aws:iam::${ACCOUNT}:user/dlm', which is not that of a role`],
    ])('fails: %s, %o', (arn, roleOptions, message) => {
      const stack = newStack(ENV);
      expect(() => lifecycle(stack, { role: Role.fromRoleArn(stack, 'Existing', arn), roleOptions })).toThrow(message);
    });
  });

  describe('keys', () => {
    test('of other regions, aliases and what is no key are refused', () => {
      const stack = newStack(ENV);
      const key = (arn: string, id: string) => Key.fromKeyArn(stack, id, arn);
      expect(() => lifecycle(stack, { encryptionKeys: [key(FRANKFURT_KEY, 'A')] })).toThrow(`encryptionKeys has '${FRANKFURT_KEY}' of the region eu-central-1, and the volumes are in eu-west-1`);
      expect(() => lifecycle(stack, { encryptionKeys: [Alias.fromAliasName(stack, 'B', 'alias/b')] })).toThrow('an alias, which IAM policies cannot name');
      expect(() => lifecycle(stack, { encryptionKeys: 'key' as any })).toThrow('encryptionKeys is not a list of keys');
    });
  });
});

describe('a schedule', () => {
  const { every, cron } = LifecycleFrequency;
  const { newest, youngerThan } = LifecycleRetention;
  const monthly = cron('cron(0 3 1 * ? *)');
  const sharing = { accounts: ['444455556666'], reason: 'r' };
  refusals<Partial<LifecycleSchedule>>((schedule) => lifecycle(newStack(ENV), { schedules: [{ ...NIGHTLY, ...schedule }] }), [
    [{ name: '' }, "schedules[0].name '' is not one that AWS takes"],
    [{ name: 'x'.repeat(121) }, 'use 1 to 120 letters'],
    [{ creation: '24h' as any }, 'schedules[0].creation is not a LifecycleFrequency; use LifecycleFrequency.every or LifecycleFrequency.cron'],
    [{ retention: 7 as any }, 'schedules[0].retention is not a LifecycleRetention; use LifecycleRetention.newest or LifecycleRetention.youngerThan'],
    [{ creation: every(Duration.hours(5), '03:00') }, 'schedules[0].creation has the interval 5 hours, which AWS does not take; give Duration.hours of 1, 2, 3, 4, 6, 8, 12, 24, or use LifecycleFrequency.cron'],
    [{ creation: every(Duration.minutes(30), '03:00') }, 'has the interval 30 minutes'],
    [{ creation: every(Duration.hours(24), '3:00') }, "schedules[0].creation has the startTime '3:00', which is not a time of day; write it as hours and minutes of UTC, as in '03:00'"],
    [{ creation: every(Duration.hours(24), '24:00') }, "'24:00', which is not a time of day"],
    [{ creation: cron('0 3 * * ? *') }, "schedules[0].creation has the cron expression '0 3 * * ? *', which is not one of AWS; write six fields with one space between them, as in 'cron(0 3 * * ? *)'"],
    [{ creation: cron('cron(0 3 * * ?)') }, 'which is not one of AWS'],
    [{ creation: cron(`cron(0 3 ${'1,'.repeat(60)}1 * ? *)`) }, 'which is not one of AWS'],
    [{ creation: cron('cron(0 3 * * * *)') }, "where exactly one of the day of the month and the day of the week has to be '?'; write the other one only"],
    [{ creation: cron('cron(0 3 ? * ? *)') }, 'where exactly one of'],
    [{ creation: cron('cron(0/15 3 * * ? *)') }, 'which is more often than once an hour, or not at a minute; write one number from 0 to 59 as its minutes'],
    [{ retention: newest(1001) }, 'schedules[0].retention is the newest 1001, which AWS does not take; give a whole number from 1 to 1000'],
    [{ retention: newest(1.5) }, 'is the newest 1.5'],
    [{ retention: youngerThan(Duration.hours(12)) }, 'schedules[0].retention is 12 hours, which AWS does not take; give whole days, from Duration.days(1) to Duration.days(36500)'],
    [{ retention: youngerThan(Duration.days(36501)) }, 'is 36501 days, which AWS does not take'],
    [{ tags: many(46) }, 'schedules[0].tags has 46 tags, and AWS takes 45; leave some out'],
    [{ tags: { 'aws:x': 'y' } }, "schedules[0].tags has the key 'aws:x'"],
    [{ fastRestore: { zones: [], retention: newest(1) } }, 'schedules[0].fastRestore.zones has 0, and AWS takes 1 to 10; name the zones that volumes will be made in'],
    [{ fastRestore: { zones: ['eu-west-1a', 'eu-west-1a'], retention: newest(1) } }, "schedules[0].fastRestore.zones has 'eu-west-1a' more than once; leave one out"],
    [{ fastRestore: { zones: ['us-east-1a'], retention: newest(1) } }, "schedules[0].fastRestore.zones has 'us-east-1a', which is not a zone of the region eu-west-1; give those of the volumes' region, as in 'eu-west-1a'"],
    [{ fastRestore: { zones: ['eu-west-1a'], retention: newest(0) } }, 'schedules[0].fastRestore.retention is the newest 0'],
    [{ archive: newest(3) }, "schedules[0].archive is given, and archived snapshots have to be at least 28 days apart; make them less often, as with LifecycleFrequency.cron('cron(0 3 1 * ? *)')"],
    [{ creation: monthly, archive: youngerThan(Duration.days(90)) }, 'schedules[0].archive and schedules[0].retention count differently; use newest for both, or youngerThan for both'],
    [{ creation: monthly, retention: youngerThan(Duration.days(7)), archive: youngerThan(Duration.days(89)) }, 'schedules[0].archive is 89 days, which AWS does not take; give whole days, from Duration.days(90) to Duration.days(36500)'],
    [{ creation: monthly, archive: newest(0) }, 'schedules[0].archive is the newest 0, which AWS does not take'],
    [{ creation: monthly, retention: newest(0), archive: newest(3), sharing }, 'schedules[0].sharing is given, and a retention of nothing archives each snapshot at once; keep at least one, or leave sharing out'],
    [{ sharing: { ...sharing, accounts: [] } }, 'schedules[0].sharing.accounts is empty; name at least one account, or leave sharing out'],
    [{ sharing: { ...sharing, accounts: ['1234'] } }, "schedules[0].sharing.accounts has '1234', which is not an account; write its 12 digits"],
    [{ sharing: { ...sharing, accounts: [ACCOUNT] } }, `schedules[0].sharing.accounts has '${ACCOUNT}', to whom the snapshots belong; name other accounts`],
    [{ sharing: { ...sharing, accounts: ['444455556666', '444455556666'] } }, "schedules[0].sharing.accounts has '444455556666' more than once"],
    [{ sharing: { ...sharing, unshareAfter: Duration.hours(1) } }, 'schedules[0].sharing.unshareAfter is 1 hour, which AWS does not take'],
    [{ sharing: { ...sharing, reason: ' ' } }, "schedules[0].sharing.reason ' ' says nothing; write why others may read the data"],
    [{ crossRegionCopies: [] }, 'schedules[0].crossRegionCopies is empty; name at least one region, or leave it out'],
  ]);
});

describe('a copy', () => {
  const copy: LifecycleRegionCopy = { region: 'eu-central-1', retention: Duration.days(30) };
  const keys = newStack(ENV);
  const key = (id: string, arn: string) => Key.fromKeyArn(keys, id, arn);
  refusals<LifecycleRegionCopy[]>((crossRegionCopies) => lifecycle(newStack(ENV), { schedules: [{ ...NIGHTLY, crossRegionCopies }] }), [
    [['a', 'b', 'c', 'd'].map((part) => ({ ...copy, region: `eu-${part}-1` })), 'schedules[0].crossRegionCopies has 4, and AWS takes 3; leave some out'],
    [[copy, copy], "schedules[0].crossRegionCopies has the region 'eu-central-1' more than once; leave one out"],
    [[{ ...copy, region: 'Frankfurt' }], "schedules[0].crossRegionCopies[0].region 'Frankfurt' is not a region; write one as in 'eu-central-1'"],
    [[{ ...copy, region: 'eu-west-1' }], "schedules[0].crossRegionCopies[0].region 'eu-west-1' is where the volumes are, and the copies go elsewhere; give another region"],
    [[{ ...copy, retention: Duration.days(0) }], 'schedules[0].crossRegionCopies[0].retention is 0'],
    [[{ ...copy, encryptionKey: key('A', KEY) }], 'schedules[0].crossRegionCopies[0].encryptionKey is of the region eu-west-1, and the copies are in eu-central-1; give a key of that region'],
    [[{ ...copy, encryptionKey: new Key(keys, 'New') }], 'encryptionKey is of the region eu-west-1, and the copies are in eu-central-1'],
    [[{ ...copy, encryptionKey: Alias.fromAliasName(keys, 'B', 'alias/b') }], 'schedules[0].crossRegionCopies[0].encryptionKey is '],
    [[{ ...copy, encryptionKey: key('C', 'arn:aws:kms:eu-central-1:1:key/x') }], "encryptionKey has the ARN 'arn:aws:kms:eu-central-1:1:key/x', which is not that of a key; give a key whose ARN is 'arn:aws:kms:eu-central-1:<account>:key/<id>'"],
  ]);

  test('into a region is taken where nobody knows yet where the volumes are', () => {
    const stack = newStack();
    lifecycle(stack, { schedules: [{ ...NIGHTLY, crossRegionCopies: [{ ...copy, region: 'eu-west-1', encryptionKey: Key.fromKeyArn(stack, 'Key', KEY) }] }] });
    expect(resources(stack, 'AWS::DLM::LifecyclePolicy')).toHaveLength(1);
  });
});

test('every retention and frequency is refused in words that say what to do, or taken and within what AWS takes', () => {
  const hours = fc.oneof(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 0, max: 900000 }));
  fc.assert(fc.property(hours, hours, fc.integer({ min: -1, max: 1100 }), fc.boolean(), (interval, age, count, byCount) => {
    const stack = newStack(ENV);
    const retention = byCount ? LifecycleRetention.newest(count) : LifecycleRetention.youngerThan(Duration.hours(age));
    const creation = LifecycleFrequency.every(Duration.hours(interval), '03:00');
    const isKept = byCount ? count >= 1 && count <= 1000 : age % 24 === 0 && age >= 24 && age <= 876000;
    const isGood = isKept && [1, 2, 3, 4, 6, 8, 12, 24].includes(interval);
    if (!isGood) {
      expect(() => lifecycle(stack, { schedules: [{ ...NIGHTLY, creation, retention }] })).toThrow(/which AWS does not take; give /);
      return;
    }
    lifecycle(stack, { schedules: [{ ...NIGHTLY, creation, retention }] });
    const [{ Properties: { PolicyDetails: { Schedules: [{ CreateRule, RetainRule }] } } }] = resources(stack, 'AWS::DLM::LifecyclePolicy');
    expect(CreateRule.Interval).toBe(interval);
    expect(RetainRule).toEqual(byCount ? { Count: count } : { Interval: age / 24, IntervalUnit: 'DAYS' });
  }), { numRuns: 60, examples: [[24, 24, 1, true], [1, 876000, 1000, false], [12, 876024, 1, false], [24, 48, 1000, true]] });
});
