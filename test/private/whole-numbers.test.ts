import { Token } from 'aws-cdk-lib';
import { isWholeNumber } from '../../src/private/whole-numbers';

test.each([[1, true], [3, true], [0, false], [4, false], [1.5, false], [NaN, false], [Infinity, false], ['2', false]])('%p among 1 to 3: %p', (value, expected) => {
  expect(isWholeNumber(value as number, 1, 3)).toBe(expected);
});

test('without an end, there is none', () => {
  expect(isWholeNumber(1e9, 1)).toBe(true);
});

test('what the CDK fills in later is not judged', () => {
  expect(isWholeNumber(Token.asNumber({ Ref: 'Parameter' }), 1, 3)).toBe(true);
});
