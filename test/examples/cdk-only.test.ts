import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { appliedManifests, STRICT } from './synthesized';
import { storage } from '../../examples/cdk-only/aws';

const app = storage(new App(STRICT));
const { stacks: [{ template: json }] } = app.synth();
const template = Template.fromJSON(json);

test('the cluster itself stays what it is', () => {
  template.resourceCountIs('AWS::EKS::Cluster', 0);
  template.resourceCountIs('AWS::EC2::VPC', 0);
});

test('one key encrypts the default class and the further one', () => {
  const [[key]] = Object.entries(template.findResources('AWS::KMS::Key'));
  const classes = appliedManifests(json).filter(({ kind }) => kind === 'StorageClass');
  expect(classes.map(({ metadata, parameters }) => [metadata.name, parameters.kmsKeyId])).toEqual([['gp3-encrypted', `\${${key}.Arn}`], ['fast', `\${${key}.Arn}`]]);
});

test('the role is for the driver of this cluster alone', () => {
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [{
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: Match.stringLikeRegexp('^arn:aws:iam::111122223333:oidc-provider/') },
        Condition: { StringEquals: Match.objectLike({ 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:sub': 'system:serviceaccount:kube-system:ebs-csi-controller-sa' }) },
      }],
    },
  });
});

test('kubectl is let into the cluster before anything is applied', () => {
  const [[access]] = Object.entries(template.findResources('AWS::EKS::AccessEntry'));
  const applied = Object.values<any>(template.findResources('Custom::AWSCDK-EKS-KubernetesResource'));
  expect(applied.length).toBeGreaterThan(0);
  for (const { DependsOn } of applied) expect(DependsOn).toContain(access);
});

test('the quota is that of a namespace which every cluster has', () => {
  expect(appliedManifests(json).filter(({ kind }) => ['ResourceQuota', 'LimitRange'].includes(kind)).map(({ metadata }) => metadata.namespace)).toEqual(['default', 'default']);
});
