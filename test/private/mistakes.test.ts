import { App, Stack } from 'aws-cdk-lib';
import { Chart, Testing } from 'cdk8s';
import { Mistakes } from '../../src/private/mistakes';

test('nothing is thrown when nothing is wrong', () => {
  const mistakes = new Mistakes(Testing.chart(), 'Data');
  mistakes.add(undefined, undefined);
  expect(() => mistakes.throwIfAny()).not.toThrow();
});

test('one mistake stands behind the path of the construct that was asked for', () => {
  const mistakes = new Mistakes(new Chart(new Chart(Testing.app(), 'outer'), 'inner'), 'Data');
  mistakes.add("size '0Gi' is not a size");
  expect(() => mistakes.throwIfAny()).toThrow(new Error("outer/inner/Data: size '0Gi' is not a size"));
});

test('several mistakes are counted and listed', () => {
  const mistakes = new Mistakes(new Stack(new App(), 'stack'), 'Driver');
  mistakes.add('one', undefined, 'two');
  mistakes.add('three');
  expect(() => mistakes.throwIfAny()).toThrow(new Error('stack/Driver: 3 mistakes\n  - one\n  - two\n  - three'));
});
