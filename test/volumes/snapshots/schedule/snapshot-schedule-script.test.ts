import { Chart, Cron, Duration, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { FakeApi, type Namespace, SHELLS, type Snapshot } from './fake-api';
import { PersistentVolumeClaim } from '../../../../src';
import { SnapshotRetention } from '../../../../src/volumes/snapshots/schedule/snapshot-retention';
import type { SnapshotScheduleProps } from '../../../../src/volumes/snapshots/schedule/snapshot-schedule-props';
import { SnapshotSelection } from '../../../../src/volumes/snapshots/schedule/snapshot-selection';

const scope = new Chart(Testing.app(), 'claims');
const named = (...names: string[]) => SnapshotSelection.claims(...names.map((name) => PersistentVolumeClaim.fromClaimName(scope, `c${scope.node.children.length}`, name)));
const HOUR = 60;
const DAY = 24 * HOUR;

function schedule(options: Partial<SnapshotScheduleProps> = {}): SnapshotScheduleProps {
  return { metadata: { name: 'nightly' }, schedule: Cron.daily(), claims: named('data'), retention: SnapshotRetention.newest(2), ...options };
}

/** A snapshot of the schedule, some minutes old. The half minute is for what time passes meanwhile. */
function made(minutesAgo: number, { claim = 'data', ...rest }: Partial<Snapshot> = {}): Snapshot {
  return {
    name: `nightly.${claim}.${29_000_000 - minutesAgo}`,
    claim,
    labels: { 'cdk8s-eks-storage/schedule': 'nightly', 'cdk8s-eks-storage/claim': claim },
    created: new Date(Date.now() - (minutesAgo + 0.5) * 60_000).toISOString().replace(/\.\d+/, ''),
    state: 'ready',
    ...rest,
  };
}
const names = (snapshots: Snapshot[]) => snapshots.map(({ name }) => name).sort();
const NEW = 'nightly.data.29384640';

describe.each(SHELLS)('the script, run by %s', (shell) => {
  let api: FakeApi;
  beforeEach(() => { api = new FakeApi(shell); });
  afterEach(() => api.remove());

  test('takes a snapshot that can be told from all others', () => {
    const props = schedule({ snapshotLabels: { tier: 'gold' }, snapshotClass: { volumeSnapshotClassName: 'ebs' } });
    const { status, output, manifests, calls } = api.run(props, { snapshots: [] });
    expect(manifests).toEqual([{
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshot',
      metadata: { name: NEW, labels: { 'tier': 'gold', 'cdk8s-eks-storage/schedule': 'nightly', 'cdk8s-eks-storage/claim': 'data' } },
      spec: { volumeSnapshotClassName: 'ebs', source: { persistentVolumeClaimName: 'data' } },
    }]);
    expect(status).toBe(0);
    expect(output).toContain(`data: ${NEW} is taken`);
    expect(calls).toEqual(['create volumesnapshots', 'list volumesnapshots']);
  });

  test('keeps the newest that are ready, and the one that it makes', () => {
    const snapshots = [3, 1, 4, 2].map((days) => made(days * DAY));
    const { status, deleted, created } = api.run(schedule(), { snapshots });
    expect({ status, created, deleted: deleted.sort() }).toEqual({ status: 0, created: [NEW], deleted: names([made(3 * DAY), made(4 * DAY)]) });
  });

  test('counts the new one once it is ready', () => {
    const { deleted } = api.run(schedule({ waitUntilReady: true }), { snapshots: [made(DAY), made(2 * DAY)], progress: ['ready'] });
    expect(deleted).toEqual(names([made(2 * DAY)]));
  });

  test('does not count those that are not ready, and deletes them when enough newer ones are', () => {
    const snapshots = [1, 2, 3, 4, 5, 6].map((days) => made(days * DAY, { state: days % 2 === 1 ? 'taken' : 'ready' }));
    expect(api.run(schedule(), { snapshots }).deleted.sort()).toEqual(names(snapshots.slice(4)));
  });

  test('keeps those that are younger, and the newest that is ready', () => {
    const byAge = schedule({ retention: SnapshotRetention.youngerThan(Duration.days(3)) });
    expect(api.run(byAge, { snapshots: [1, 2, 3, 4].map((days) => made(days * DAY)) }).deleted.sort()).toEqual(names([made(3 * DAY), made(4 * DAY)]));
    const stalled = [made(10 * DAY, { state: 'taken' }), made(20 * DAY), made(30 * DAY), made(40 * DAY, { state: 'taken' })];
    expect(api.run(byAge, { snapshots: stalled }).deleted.sort()).toEqual(names(stalled.slice(2)));
  });

  test('leaves alone what it did not make', () => {
    const other = { labels: { 'cdk8s-eks-storage/schedule': 'weekly' } };
    const foreign = [
      made(50 * DAY, { name: 'by-hand', labels: {} }),
      made(51 * DAY, { name: 'copied-by-hand-with-its-labels' }),
      made(52 * DAY, { name: 'nightly.data.by-hand', labels: {} }),
      made(53 * DAY, { name: 'weekly.data.29000001', ...other }),
      made(54 * DAY, { claim: 'logs' }),
      made(55 * DAY, { claim: 'data.logs' }),
      made(56 * DAY, { isBeingDeleted: true }),
      { ...made(57 * DAY), claim: undefined }, // pre-provisioned, as a restored one is
    ];
    expect(api.run(schedule({ retention: SnapshotRetention.newest(1) }), { snapshots: [made(DAY), ...foreign] }).deleted).toEqual([]);
  });

  test('does not take one that is being deleted for one that stays', () => {
    const snapshots = [made(DAY, { isBeingDeleted: true }), made(2 * DAY, { isBeingDeleted: true }), made(3 * DAY), made(4 * DAY)];
    expect(api.run(schedule(), { snapshots }).deleted).toEqual([]);
  });

  test('a Job that is tried again makes no second snapshot', () => {
    const first = api.run(schedule(), { snapshots: [made(DAY)] });
    const second = api.run(schedule(), { snapshots: first.snapshots });
    expect(second).toMatchObject({ status: 0, created: [], deleted: [], snapshots: first.snapshots });
    expect(api.run(schedule(), { snapshots: first.snapshots }, 'nightly-29384641').created).toEqual(['nightly.data.29384641']);
  });

  test('a Job by hand makes its own, even under a name that there was before', () => {
    const first = api.run(schedule(), { snapshots: [] }, 'before.upgrade', '11111111-0000');
    expect(first.created).toEqual(['nightly.data.before-upgrade-11111111']);
    expect(api.run(schedule(), first, 'before.upgrade', '11111111-0000').created).toEqual([]);
    expect(api.run(schedule(), first, 'before.upgrade', '22222222-0000').created).toEqual(['nightly.data.before-upgrade-22222222']);
    expect(api.run(schedule(), first, 'nightly-upgrade', '33333333-0000')).toMatchObject({ status: 0, created: ['nightly.data.nightly-upgrade-33333333'] });
  });

  test('the snapshot of somebody else under its name is not taken for its own', () => {
    const snapshots = [made(DAY, { name: NEW, labels: {} }), made(2 * DAY), made(3 * DAY), made(4 * DAY)];
    const { status, output, deleted } = api.run(schedule(), { snapshots });
    expect({ status, deleted }).toEqual({ status: 1, deleted: [] });
    expect(output).toContain('data: no snapshot was made; none is deleted');
  });

  test('a claim with a long name has labels and names that Kubernetes takes, unlike those of another', () => {
    const long = ['a'.repeat(64), `${'a'.repeat(63)}b`, `${'a'.repeat(51)}.${'b'.repeat(200)}`, 'c'.repeat(253), 'd'.repeat(63)];
    const name = 'n'.repeat(52);
    const { status, manifests } = api.run(schedule({ metadata: { name }, claims: named(...long) }), { snapshots: [] }, 'j'.repeat(63), 'ffffffff-0000');
    expect(status).toBe(0);
    expect(manifests.map(({ spec }) => spec.source.persistentVolumeClaimName)).toEqual(long);
    const labels = manifests.map(({ metadata }) => metadata.labels['cdk8s-eks-storage/claim']);
    expect(new Set(labels).size).toBe(long.length);
    expect(labels[2]).toMatch(/^a{51}-[0-9a-f]{10}$/);
    expect(labels[4]).toBe('d'.repeat(63));
    expect(manifests[0].metadata.name.length).toBeLessThanOrEqual(253);
  });

  describe('when something goes wrong', () => {
    const old = [1, 2, 3, 4].map((days) => made(days * DAY));
    const quick = (options: Partial<SnapshotScheduleProps> = {}) => schedule({ timeout: Duration.seconds(1), ...options });

    test('with one claim, the others have their snapshots, and the Job fails', () => {
      const logs = [1, 2, 3, 4].map((days) => made(days * DAY, { claim: 'logs' }));
      const { status, created, deleted, output } = api.run(schedule({ claims: named('data', 'logs') }), { snapshots: [...old, ...logs], refused: ['data'] });
      expect({ status, created, deleted: deleted.sort() }).toEqual({ status: 1, created: ['nightly.logs.29384640'], deleted: names(logs.slice(2)) });
      expect(output).toContain('exceeded quota');
    });

    test('with the driver, nothing is deleted for it, and the Job says what', () => {
      const { status, deleted, output } = api.run(quick(), { snapshots: old, progress: ['waiting'], error: 'claim "data"\nis not bound\\c, nor ready' });
      expect({ status, deleted }).toEqual({ status: 1, deleted: [] });
      expect(output).toContain(`data: ${NEW} is not taken after 1 seconds, so no older one is deleted for it; "claim \\"data\\"\\nis not bound\\\\c, nor ready"`);
    });

    test('after the driver has taken it, only a Job that waits until it is ready fails', () => {
      const { status, deleted } = api.run(quick({ waitUntilReady: true }), { snapshots: old, progress: ['taken'], error: 'in vain' });
      expect({ status, deleted }).toEqual({ status: 1, deleted: [] });
      expect(api.run(quick(), { snapshots: old, progress: ['taken'] })).toMatchObject({ status: 0, deleted: expect.arrayContaining(names(old.slice(2))) });
    });

    test('with an earlier attempt, it goes after an hour, for nothing is in it', () => {
      const attempts: Snapshot[] = [made(30, { state: 'waiting' }), made(2 * HOUR, { state: 'waiting', error: 'x' }), made(3 * HOUR, { state: 'waiting' })];
      for (const progress of [['waiting'], ['taken']] as Namespace['progress'][]) {
        const { deleted } = api.run(quick({ retention: SnapshotRetention.newest(9) }), { snapshots: [...old, ...attempts], progress });
        expect(deleted.sort()).toEqual(names(attempts.slice(1)));
      }
      expect(api.run(quick(), { snapshots: [...old, ...attempts], refused: ['data'] })).toMatchObject({ status: 1, deleted: [] });
    });

    test('with a deletion, the Job fails, and the others are deleted', () => {
      const { status, deleted } = api.run(schedule(), { snapshots: old, locked: [old[2].name] });
      expect({ status, deleted }).toEqual({ status: 1, deleted: [old[3].name] });
    });

    test('with the list, nothing is deleted', () => {
      expect(api.run(schedule(), { snapshots: old, cannotList: true })).toMatchObject({ status: 1, deleted: [], created: [NEW] });
    });
  });

  test('waits for the driver', () => {
    const { status, calls } = api.run(schedule(), { snapshots: [], progress: ['waiting', 'taken'] });
    expect(status).toBe(0);
    expect(calls).toEqual(['create volumesnapshots', 'list volumesnapshots', 'list volumesnapshots']);
  }, 20_000);

  describe('where labels select the claims', () => {
    const byLabels = schedule({ claims: SnapshotSelection.labels({ app: 'db' }) });

    test('takes snapshots of all that are bound, and says which are not', () => {
      const { status, created, output } = api.run(byLabels, {
        snapshots: [],
        claims: [
          { name: 'data-db-0', phase: 'Bound', labels: 'app=db' },
          { name: 'data-db-1', phase: 'Pending', labels: 'app=db' },
          { name: 'data-db-2', phase: 'Bound', labels: 'app=db', isBeingDeleted: true },
          { name: 'data-db-3', phase: 'Bound', labels: 'app=db' },
          { name: 'data-web-0', phase: 'Bound', labels: 'app=web' },
        ],
      });
      expect({ status, created }).toEqual({ status: 0, created: ['nightly.data-db-0.29384640', 'nightly.data-db-3.29384640'] });
      expect(output).toContain('data-db-1 is Pending, not Bound; it is skipped');
      expect(output).toContain('data-db-2 is Terminating, not Bound; it is skipped');
    });

    test('fails where there are none, and does nothing', () => {
      const { status, output, calls } = api.run(byLabels, { snapshots: [made(DAY)], claims: [{ name: 'web', phase: 'Bound', labels: 'app=web' }] });
      expect({ status, calls }).toEqual({ status: 1, calls: ['list persistentvolumeclaims'] });
      expect(output).toContain('no claim has the labels app=db; nothing is done');
    });

    test('leaves the snapshots of claims alone that are no longer there', () => {
      const snapshots = [1, 2, 3].map((days) => made(days * DAY));
      expect(api.run(byLabels, { snapshots, claims: [{ name: 'other', phase: 'Bound', labels: 'app=db' }] }).deleted).toEqual([]);
    });
  });
});

describe('over generated histories', () => {
  // awk takes the first three for one number.
  const claims = ['1', '1.0', '01', 'data', 'data.1', 'x'.repeat(70)];
  const history = fc.uniqueArray(fc.record({
    minutesAgo: fc.integer({ min: 1, max: 20 * DAY }),
    claim: fc.constantFrom(...claims.slice(0, 4), 'data', 'data', 'data.1'),
    whose: fc.constantFrom('ours', 'ours', 'ours', 'ours', 'another schedule', 'by hand', 'copied by hand'),
    state: fc.constantFrom<Snapshot['state']>('ready', 'ready', 'ready', 'taken', 'waiting'),
    isBeingDeleted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }), { selector: ({ minutesAgo }) => minutesAgo, minLength: 5, maxLength: 40 }).map((all) => all.map(({ minutesAgo, whose, ...rest }) => {
    const { name, labels } = made(minutesAgo, rest);
    const others: { [whose: string]: Partial<Snapshot> } = {
      'another schedule': { name: `weekly${name.slice(7)}`, labels: { ...labels, 'cdk8s-eks-storage/schedule': 'weekly' } },
      'by hand': { labels: {} },
      'copied by hand': { name: `copy-of-${name}` },
    };
    return { ...made(minutesAgo, { ...rest, ...others[whose] }), minutesAgo, whose };
  }));

  const runs = fc.record({
    history,
    selected: fc.subarray(claims.slice(0, 5), { minLength: 1, maxLength: 3 }),
    keep: fc.integer({ min: 1, max: 5 }),
    days: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    progress: fc.constantFrom<Snapshot['state']>('taken', 'taken', 'ready', 'ready', 'waiting'),
    shell: fc.constantFrom(...SHELLS),
  });

  test('never is one of the newest deleted, nor a younger one, nor one that it did not make, nor is a second made', () => {
    fc.assert(fc.property(runs, ({ history: snapshots, selected, keep: count, days, progress, shell }) => {
      const retention = days === undefined ? SnapshotRetention.newest(count) : SnapshotRetention.youngerThan(Duration.days(days));
      const keep = days === undefined ? count : 1;
      const props = schedule({ claims: named(...selected), retention, timeout: Duration.seconds(1) });
      const api = new FakeApi(shell);
      try {
        const { status, deleted, created, snapshots: left } = api.run(props, { snapshots, progress: [progress] });
        const isGood = progress !== 'waiting';
        expect(status).toBe(isGood ? 0 : 1);
        expect(created).toEqual(selected.map((claim) => `nightly.${claim}.29384640`));

        const ours = snapshots.filter(({ whose, claim, isBeingDeleted }) => whose === 'ours' && selected.includes(claim!) && !isBeingDeleted);
        const expected = ours.filter(({ claim, minutesAgo, state }) => {
          const newerReady = ours.filter((other) => other.claim === claim && other.state === 'ready' && other.minutesAgo < minutesAgo).length
            + (progress === 'ready' ? 1 : 0);
          if (state === 'waiting' && minutesAgo >= HOUR) return true;
          return isGood && newerReady >= keep && (days === undefined || minutesAgo >= days * DAY);
        });
        expect([...deleted].sort()).toEqual(names(expected));

        for (const claim of selected) {
          const ready = ours.filter((snapshot) => snapshot.claim === claim && snapshot.state === 'ready').sort((a, b) => a.minutesAgo - b.minutesAgo);
          const stay = ready.slice(0, progress === 'ready' ? keep - 1 : keep);
          expect(names(left)).toEqual(expect.arrayContaining(names(stay)));
          const younger = ready.filter(({ minutesAgo }) => days !== undefined && minutesAgo < days * DAY);
          expect(names(left)).toEqual(expect.arrayContaining(names(younger)));
        }

        const again = api.run(props, { snapshots: left, progress: [progress] });
        expect(again).toMatchObject({ created: [], snapshots: left.map(({ name }) => ({ name })) });
      } finally {
        api.remove();
      }
    }), { numRuns: 40, endOnFailure: true });
  }, 120_000);
});
