import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { workshop } from '../../../examples/workshop/aws';
import { settings } from '../../../examples/workshop/settings';

test('the AwsSolutions rules find nothing in the workshop that is not acknowledged there with a reason', () => {
  const { violations } = new AwsSolutionsChecks().validateScope(workshop(new App(), settings));
  expect(violations).toEqual([]);
});
