import { CfnParameter, Lazy, Stack, Token } from 'aws-cdk-lib';
import { isUnresolved } from '../../src/private/cdk-tokens';

const parameter = new CfnParameter(new Stack(), 'Parameter', { type: 'Number' });

test.each([
  ['a reference', parameter.valueAsString],
  ['text with a reference in it', `arn:${parameter.valueAsString}:x`],
  ['a lazy value', Lazy.string({ produce: () => 'x' })],
  ['a number to be filled in', parameter.valueAsNumber],
])('%s of the CDK is unresolved, as the CDK itself says', (_, value) => {
  expect(Token.isUnresolved(value)).toBe(true);
  expect(isUnresolved(value)).toBe(true);
});

test.each(['plain', '${not a token}', '', 0, -1, 1e300, undefined])('%p is resolved', (value) => {
  expect(isUnresolved(value)).toBe(false);
});
