import { isKmsKeyArn } from '../../src/private/kms-key-arn';

test.each([
  'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  'arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab',
])("'%s' is the ARN of a key", (arn) => {
  expect(isKmsKeyArn(arn)).toBe(true);
});

test.each([
  '', '1234abcd-12ab-34cd-56ef-1234567890ab', 'alias/storage', 'arn:aws:kms:eu-west-1:111122223333:alias/storage', 'arn:aws:kms:eu-west-1::key/1234',
  'arn:aws:s3:::bucket', 'arn:aws:kms:eu-west-1:111122223333:key/',
])("'%s' is not", (text) => {
  expect(isKmsKeyArn(text)).toBe(false);
});
