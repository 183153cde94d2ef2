import { Size } from 'cdk8s';
import fc from 'fast-check';
import { inKibibytes, sizeMistake } from '../../src/private/sizes';

test('every size above zero is taken, in whatever unit', () => {
  const units = [Size.kibibytes, Size.mebibytes, Size.gibibytes, Size.tebibytes, Size.pebibyte];
  fc.assert(fc.property(fc.constantFrom(...units), fc.integer({ min: 1, max: 1e9 }), (unit, amount) => {
    expect(sizeMistake('size', unit(amount))).toBeUndefined();
  }));
});

test.each([
  ['0Gi', Size.gibibytes(0)],
  ['NaNGi', Size.gibibytes(NaN)],
  ['InfinityGi', Size.gibibytes(Infinity)],
  ['1e+21Ki', Size.kibibytes(1e21)],
])("'%s' is not a size", (written, size) => {
  expect(sizeMistake('size', size)).toBe(`size '${written}' is not a size; give more than zero, for example Size.gibibytes(10)`);
});

test('a fraction is a size, unless it is zero', () => {
  expect(sizeMistake('size', Size.gibibytes(0.5))).toBeUndefined();
  expect(sizeMistake('size', Size.gibibytes(0.0))).toBeDefined();
});

test('sizes of different units compare', () => {
  expect(inKibibytes(Size.mebibytes(1))).toBe(1024);
  expect(inKibibytes(Size.gibibytes(1))).toBe(inKibibytes(Size.mebibytes(1024)));
});
