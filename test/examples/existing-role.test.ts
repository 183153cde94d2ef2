import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { appliedManifests, STRICT } from './synthesized';
import { storage } from '../../examples/existing-role/aws';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const templateOf = (keyArn?: string): any => storage(new App(STRICT), keyArn).synth().stacks[0].template;
const typesOf = (template: any) => Object.values<any>(template.Resources).map(({ Type }) => Type);

test('without a key of its own, no role, policy or key is made', () => {
  expect(typesOf(templateOf()).filter((type) => /^AWS::(IAM|KMS)/.test(type))).toEqual([]);
});

test('the driver has the role that there is, by Pod Identity', () => {
  Template.fromJSON(templateOf()).hasResourceProperties('AWS::EKS::Addon', {
    AddonName: 'aws-ebs-csi-driver',
    PodIdentityAssociations: [{ ServiceAccount: 'ebs-csi-controller-sa', RoleArn: 'arn:aws:iam::111122223333:role/ebs-csi-driver' }],
  });
});

test("volumes are encrypted with the account's key, which no class names", () => {
  const [{ parameters }] = appliedManifests(templateOf()).filter(({ kind }) => kind === 'StorageClass');
  expect(parameters).toMatchObject({ encrypted: 'true' });
  expect(parameters).not.toHaveProperty('kmsKeyId');
});

test('with a key, the class names it, and the role gets rights on it and on no other', () => {
  const template = templateOf(KEY);
  const [{ parameters }] = appliedManifests(template).filter(({ kind }) => kind === 'StorageClass');
  expect(parameters.kmsKeyId).toBe(KEY);
  expect(typesOf(template).filter((type) => /^AWS::(IAM|KMS)/.test(type))).toEqual(['AWS::IAM::ManagedPolicy']);
  const [{ Properties }] = Object.values<any>(Template.fromJSON(template).findResources('AWS::IAM::ManagedPolicy'));
  expect(Properties.Roles).toEqual(['ebs-csi-driver']);
  expect(Properties.PolicyDocument.Statement.flatMap(({ Resource }: any) => Resource)).toEqual(Properties.PolicyDocument.Statement.map(() => KEY));
});
