import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { publishedV1 } from './published-v1';
import { publishedStatements } from '../../../src/aws/access/published-policy';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';

/** What CloudFormation would fill in. */
const VALUES: { [name: string]: string } = { 'AWS::Partition': 'aws', 'AWS::Region': REGION, 'AWS::AccountId': ACCOUNT, 'AWS::URLSuffix': 'amazonaws.com' };

/** The policies that the driver's role has, as IAM would see them: those of the template, and those of AWS that the template names. */
export function rolePolicies(stack: Stack): any[] {
  const { Resources } = Template.fromStack(stack).toJSON();
  const policies = Object.entries<any>(Resources).filter(([, { Type }]) => Type === 'AWS::IAM::ManagedPolicy');
  const attached: any[] = policies.filter(([, { Properties }]) => Properties.Roles).map(([, { Properties }]) => Properties.PolicyDocument);
  for (const arn of driverRole(stack).ManagedPolicyArns) {
    attached.push(arn.Ref ? Resources[arn.Ref].Properties.PolicyDocument : publishedPolicy(deployed(arn)));
  }
  return attached.map(deployed);
}

export function driverRole(stack: Stack): any {
  const roles: any[] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role'));
  return deployed(roles.find(({ Properties }) => /EBS CSI/.test(Properties.Description)).Properties);
}

function publishedPolicy(arn: string): any {
  const statement = {
    'arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2': () => publishedStatements(),
    'arn:aws:iam::aws:policy/AmazonEBSCSIDriverEKSClusterScopedPolicy': () => publishedStatements('${aws:PrincipalTag/eks-cluster-name}'),
  }[arn];
  if (arn === 'arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy') return publishedV1();
  if (statement === undefined) throw new Error(`no policy of AWS is known here under ${arn}`);
  return JSON.parse(JSON.stringify({ Version: '2012-10-17', Statement: statement() }).replace(/\$\{Token\[AWS\.Partition\.\d+\]\}/g, 'aws'));
}

/** A part of a template after the deployment. */
export function deployed(part: any): any {
  if (Array.isArray(part)) return part.map(deployed);
  if (typeof part !== 'object' || part === null) return part;
  if ('Fn::Join' in part) return part['Fn::Join'][1].map(deployed).join(part['Fn::Join'][0]);
  if ('Ref' in part && part.Ref in VALUES) return VALUES[part.Ref];
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, deployed(value)]));
}
