import { nearestName } from '../../src/private/slips';

const NAMES = ['type', 'iops', 'throughput', 'encrypted'];

test.each([
  ['troughput', 'throughput'], ['ThroughPutt', 'throughput'], ['thruoghput', 'throughput'], ['encryped', 'encrypted'], ['typ', 'type'], ['iop', 'iops'], ['ops', 'iops'],
])('%s is a slip in %s', (given, name) => {
  expect(nearestName(given, NAMES)).toBe(name);
});

test.each(['', 'ip', 'tape2', 'through', 'encryption', 'somethingNew'])('%s is something else', (given) => {
  expect(nearestName(given, NAMES)).toBeUndefined();
});
