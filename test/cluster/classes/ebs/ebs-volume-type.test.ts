import { Size, Testing } from 'cdk8s';
import fc from 'fast-check';
import { EbsStorageClass, EbsVolumeType } from '../../../../src';
import { refusals } from '../../../refusals';

const parameters = (volumeType: EbsVolumeType) => new EbsStorageClass(Testing.chart(), 'Class', { volumeType }).toJson().parameters;

test.each<[string, EbsVolumeType, Record<string, string>]>([
  ['gp3', EbsVolumeType.gp3({ iopsPerGiB: 500, throughput: 2000, allowAutoIopsPerGiBIncrease: true, allowAutoIopsIncreaseOnModify: true }), {
    iopsPerGB: '500', throughput: '2000', allowAutoIOPSPerGBIncrease: 'true', allowAutoIOPSIncreaseOnModify: 'true',
  }],
  ['io1', EbsVolumeType.io1({ iopsPerGiB: 50, allowAutoIopsPerGiBIncrease: false }), { iopsPerGB: '50', allowAutoIOPSPerGBIncrease: 'false' }],
  ['io2', EbsVolumeType.io2({ iopsPerGiB: 1000, allowAutoIopsIncreaseOnModify: true }), { iopsPerGB: '1000', allowAutoIOPSIncreaseOnModify: 'true' }],
  ['gp9', EbsVolumeType.of('gp9', { iopsPerGB: '7', throughput: '9', allowAutoIOPSPerGBIncrease: 'true', allowAutoIOPSIncreaseOnModify: 'false' }), {
    iopsPerGB: '7', throughput: '9', allowAutoIOPSPerGBIncrease: 'true', allowAutoIOPSIncreaseOnModify: 'false',
  }],
])('%s takes all of its parameters', (type, volumeType, expected) => {
  expect(parameters(volumeType)).toEqual({ type, ...expected, encrypted: 'true' });
});

test.each<[string, EbsVolumeType]>([
  ['gp3', EbsVolumeType.gp3({ iops: 100_000, throughput: 3000, limits: { maxIops: 100_000, maxThroughput: 3000 } })],
  ['gp3', EbsVolumeType.gp3({ iops: 100, limits: { minIops: 100 } })],
  ['gp3', EbsVolumeType.gp3({ iopsPerGiB: 600, limits: { maxIopsPerGiB: 600 } })],
  ['io1', EbsVolumeType.io1({ iops: 70_000, limits: { maxIops: 70_000 } })],
  ['io2', EbsVolumeType.io2({ iopsPerGiB: 2000, limits: { maxIopsPerGiB: 2000 } })],
  ['gp2', EbsVolumeType.gp2({ limits: { maxSize: Size.tebibytes(64) } })],
  ['st1', EbsVolumeType.st1({ limits: { minSize: Size.gibibytes(100) } })],
  ['sc1', EbsVolumeType.sc1({ limits: { minSize: Size.gibibytes(100) } })],
  ['standard', EbsVolumeType.standard({ limits: { maxSize: Size.tebibytes(2) } })],
])('a newer limit of %s can be given', (type, volumeType) => {
  expect(parameters(volumeType).type).toBe(type);
});

const smuggled = (options: object) => options as any;

refusals(parameters, [
  [EbsVolumeType.gp3({ iops: 2999 }), 'gp3 iops 2999 is not among what EBS allows; give a whole number from 3000 to 80000'],
  [EbsVolumeType.gp3({ iops: 80_001 }), 'gp3 iops 80001 is not among'],
  [EbsVolumeType.gp3({ iops: NaN }), 'gp3 iops NaN is not among'],
  [EbsVolumeType.gp3({ iops: 90_000, limits: { maxIops: 85_000 } }), 'give a whole number from 3000 to 85000'],
  [EbsVolumeType.gp3({ iopsPerGiB: 501 }), 'gp3 iopsPerGiB 501 is not among what EBS allows; give a whole number from 1 to 500'],
  [EbsVolumeType.gp3({ iopsPerGiB: 0 }), 'gp3 iopsPerGiB 0 is not among'],
  [EbsVolumeType.gp3({ iops: 3000, iopsPerGiB: 5 }), 'gp3 has both iops 3000 and iopsPerGiB 5; give one of the two'],
  [EbsVolumeType.gp3({ throughput: 124 }), 'gp3 throughput 124 is not among what EBS allows; give a whole number from 125 to 2000'],
  [EbsVolumeType.gp3({ throughput: 2001, iops: 80_000 }), 'gp3 throughput 2001 is not among'],
  [EbsVolumeType.gp3({ throughput: 751 }), 'gp3 throughput 751 is more than a quarter of its 3000 iops; give iops of at least 3004'],
  [EbsVolumeType.gp3({ allowAutoIopsPerGiBIncrease: true }), 'gp3 allowAutoIopsPerGiBIncrease true does nothing without iopsPerGiB'],
  [EbsVolumeType.gp3({ iops: 4000, allowAutoIopsIncreaseOnModify: true }), 'gp3 allowAutoIopsIncreaseOnModify true does nothing without iopsPerGiB'],
  [EbsVolumeType.io1({ iops: 99 }), 'io1 iops 99 is not among what EBS allows; give a whole number from 100 to 64000'],
  [EbsVolumeType.io1({ iops: 64_001 }), 'io1 iops 64001 is not among'],
  [EbsVolumeType.io1({ iopsPerGiB: 51 }), 'io1 iopsPerGiB 51 is not among'],
  [EbsVolumeType.io1({ limits: { maxIops: 70_000 } }), 'io1 has neither iops nor iopsPerGiB; give one of the two'],
  [EbsVolumeType.io2({ iops: 256_001 }), 'io2 iops 256001 is not among what EBS allows; give a whole number from 100 to 256000'],
  [EbsVolumeType.io2({ iopsPerGiB: 1001 }), 'io2 iopsPerGiB 1001 is not among'],
  [EbsVolumeType.io2(smuggled({ iops: 1000, throughput: 500 })), 'io2 throughput 500 cannot be chosen, for EBS sets it by the IOPS; leave it out'],
  [EbsVolumeType.gp2(smuggled({ iops: 1000 })), 'gp2 iops 1000 cannot be chosen, for EBS sets it by the size; leave it out'],
  [EbsVolumeType.st1(smuggled({ throughput: 500 })), 'st1 throughput 500 cannot be chosen'],
  [EbsVolumeType.sc1({ limits: { maxIops: 250 } }), 'sc1 limits.maxIops 250 limits nothing, for the IOPS of sc1 cannot be chosen; leave it out'],
  [EbsVolumeType.io2({ iops: 100, limits: { maxThroughput: 9000 } }), 'io2 limits.maxThroughput 9000 limits nothing, for the throughput of io2 cannot be chosen'],
  [EbsVolumeType.gp3({ limits: { maxIops: 0 } }), 'gp3 limits.maxIops 0 is not a limit; give a whole number above 0'],
  [EbsVolumeType.gp3({ limits: { maxThroughput: 0.5 } }), 'gp3 limits.maxThroughput 0.5 is not a limit'],
  [EbsVolumeType.gp3({ limits: { maxIops: 2000 } }), 'gp3 limits leave no IOPS, from 3000 to 2000; swap them'],
  [EbsVolumeType.st1({ limits: { maxSize: Size.gibibytes(100) } }), 'st1 limits leave no size, from 125 to 100 GiB; swap them'],
  [EbsVolumeType.gp2({ limits: { minSize: Size.mebibytes(500) } }), "gp2 limits.minSize '500Mi' is not a limit; give whole GiB"],
  [EbsVolumeType.gp2({ limits: { maxSize: Size.gibibytes(0) } }), "gp2 limits.maxSize '0Gi' is not a size"],
  [EbsVolumeType.of('gp3'), "the volume type 'gp3' is known; use EbsVolumeType.gp3, whose limits can be replaced"],
  [EbsVolumeType.of('IO2', { iops: '100' }), "the volume type 'IO2' is known; use EbsVolumeType.io2"],
  [EbsVolumeType.of('gp9', { iops: 'many' }), "'iops' of volume type 'gp9' is 'many', which is no whole number; give one above 0"],
  [EbsVolumeType.of('gp9', { iops: '1', iopsPerGB: '1' }), "the volume type 'gp9' has both iops 1 and iopsPerGB 1; give one of the two"],
  [EbsVolumeType.of('gp9', { allowAutoIOPSPerGBIncrease: 'True' }), "'allowAutoIOPSPerGBIncrease' of volume type 'gp9' is 'True'; give 'true' or 'false', in lower case"],
  [EbsVolumeType.of('gp9', {}, { limits: { maxIops: 5 } }), 'gp9 limits.maxIops 5 limits nothing'],
]);

test('what the CDK fills in later is not judged', () => {
  const token = -1.8881545897087626e+289;
  expect(parameters(EbsVolumeType.gp3({ iops: token, throughput: 2000 })).throughput).toBe('2000');
});

test('only io2 volumes can be shared by nodes', () => {
  expect(EbsVolumeType.io2({ iops: 100 })._supportsMultiAttach()).toBe(true);
  const { gp3, gp2, st1, sc1, standard } = EbsVolumeType;
  const others = [...[gp3, gp2, st1, sc1, standard].map((type) => type.call(EbsVolumeType)), EbsVolumeType.io1({ iops: 100 })];
  expect(others.map((type) => type._supportsMultiAttach())).toEqual([false, false, false, false, false, false]);
});

describe('a claim', () => {
  test.each<[EbsVolumeType, { sizeGiB: number; block?: boolean; multiAttach?: boolean }]>([
    [EbsVolumeType.gp3(), { sizeGiB: 0.5 }],
    [EbsVolumeType.gp3({ iops: 3000, throughput: 750 }), { sizeGiB: 1 }],
    [EbsVolumeType.gp3({ iops: 80_000, throughput: 2000 }), { sizeGiB: 160 }],
    [EbsVolumeType.gp3({ iopsPerGiB: 500, throughput: 2000 }), { sizeGiB: 16 }],
    [EbsVolumeType.gp3({ iopsPerGiB: 5, allowAutoIopsPerGiBIncrease: true, throughput: 750 }), { sizeGiB: 1 }],
    [EbsVolumeType.io1({ iops: 64_000 }), { sizeGiB: 1280 }],
    [EbsVolumeType.io2({ iopsPerGiB: 1000 }), { sizeGiB: 65_536 }],
    [EbsVolumeType.io2({ iops: 100 }), { sizeGiB: 4, multiAttach: true, block: true }],
    [EbsVolumeType.st1({ limits: { minSize: Size.gibibytes(1) } }), { sizeGiB: 1 }],
    [EbsVolumeType.of('gp9', { iops: '1' }), { sizeGiB: 1e9 }],
  ])('%# fits', (type, claim) => {
    expect(type._claimMistakes(claim).filter((mistake) => mistake !== undefined)).toEqual([]);
  });

  refusals((mistakes: (string | undefined)[]) => { throw new Error(mistakes.filter((mistake) => mistake !== undefined).join('; ')); }, [
    [EbsVolumeType.gp3()._claimMistakes({ sizeGiB: 65_537 }), 'size 65537 GiB is not among what EBS allows of gp3; claim 1 to 65536 GiB'],
    [EbsVolumeType.gp2()._claimMistakes({ sizeGiB: 16_384.1 }), 'size 16385 GiB is not among what EBS allows of gp2; claim 1 to 16384 GiB'],
    [EbsVolumeType.io1({ iops: 100 })._claimMistakes({ sizeGiB: 3 }), 'size 3 GiB is not among what EBS allows of io1; claim 4 to 16384 GiB'],
    [EbsVolumeType.standard()._claimMistakes({ sizeGiB: 1025 }), 'claim 1 to 1024 GiB'],
    [EbsVolumeType.of('gp9', {}, { limits: { maxSize: Size.gibibytes(9) } })._claimMistakes({ sizeGiB: 10 }), 'size 10 GiB is not among what EBS allows of gp9; claim 1 to 9 GiB'],
    [EbsVolumeType.io1({ iops: 64_000 })._claimMistakes({ sizeGiB: 1279 }), 'size 1279 GiB is too small for the 64000 iops of its class, for io1 has 50 for each GiB; claim at least 1280 GiB'],
    [EbsVolumeType.gp3({ iops: 6000 })._claimMistakes({ sizeGiB: 11 }), 'claim at least 12 GiB'],
    [EbsVolumeType.io2({ iopsPerGiB: 5 })._claimMistakes({ sizeGiB: 10 }), 'size 10 GiB makes 50 iops at iopsPerGiB 5, and io2 has at least 100; claim at least 20 GiB, or give allowAutoIopsPerGiBIncrease'],
    [EbsVolumeType.gp3({ iopsPerGiB: 500, throughput: 2000 })._claimMistakes({ sizeGiB: 15 }), 'size 15 GiB makes 7500 iops at iopsPerGiB 500, too few for the throughput 2000 of its class; claim at least 16 GiB'],
    [EbsVolumeType.gp3()._claimMistakes({ sizeGiB: 1, multiAttach: true, block: true }), 'gp3 volumes belong to one node at a time; use a class of EbsVolumeType.io2'],
    [EbsVolumeType.io2({ iops: 100 })._claimMistakes({ sizeGiB: 4, multiAttach: true }), 'io2 volumes go to several nodes as raw devices only; give volumeMode Block'],
  ]);

  test('of the size that a mistake asks for fits', () => {
    const iops = fc.record({ type: fc.constantFrom('gp3', 'io1', 'io2'), iops: fc.integer({ min: 3000, max: 64_000 }), sizeGiB: fc.integer({ min: 4, max: 300 }) });
    const ratio = fc.record({ type: fc.constantFrom('gp3', 'io1', 'io2'), iopsPerGiB: fc.integer({ min: 1, max: 50 }), sizeGiB: fc.integer({ min: 4, max: 300 }) });
    fc.assert(fc.property(fc.oneof(iops, ratio), ({ type, sizeGiB, ...performance }) => {
      const volumeType = EbsVolumeType[type as 'io2'](performance);
      const [mistake] = volumeType._claimMistakes({ sizeGiB }).filter((found) => found !== undefined);
      const asked = mistake?.match(/claim at least (\d+) GiB/)?.[1];
      if (asked === undefined) return;
      expect(Number(asked)).toBeGreaterThan(sizeGiB);
      expect(volumeType._claimMistakes({ sizeGiB: Number(asked) }).filter((found) => found !== undefined)).toEqual([]);
      expect(volumeType._claimMistakes({ sizeGiB: Number(asked) - 1 }).filter((found) => found !== undefined)).not.toEqual([]);
    }));
  });
});
