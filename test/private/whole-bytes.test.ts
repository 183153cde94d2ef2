import { Size } from 'cdk8s';
import { wholeBytesMistake } from '../../src/private/whole-bytes';

test('parts of a byte are no size', () => {
  expect(wholeBytesMistake('size', Size.gibibytes(1.5))).toBeUndefined();
  expect(wholeBytesMistake('size', Size.kibibytes(1 / 1024))).toBeUndefined();
  expect(wholeBytesMistake('size', undefined)).toBeUndefined();
  expect(wholeBytesMistake('size', Size.kibibytes(0.3))).toBe("size '0.3Ki' is not a whole number of bytes; give a whole number of a smaller unit, for example Size.kibibytes(1)");
  expect(wholeBytesMistake('size', Size.kibibytes(0))).toContain('is not a size');
});
