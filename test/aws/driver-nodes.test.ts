import { KubectlV33Layer } from '@aws-cdk/lambda-layer-kubectl-v33';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import * as v1 from 'aws-cdk-lib/aws-eks';
import * as v2 from 'aws-cdk-lib/aws-eks-v2';
import { Node } from 'constructs';
import { cluster, newStack, provider } from './stack';
import { DriverIdentity, DriverPolicy, EbsCsiDriver, type EbsCsiDriverProps } from '../../src';

type Driver = Partial<EbsCsiDriverProps> & Pick<EbsCsiDriverProps, 'cluster'>;

/** What is refused at synthesis. */
function refused(stack: Stack, props: Driver): string[] {
  const driver = new EbsCsiDriver(stack, 'Driver', { identity: DriverIdentity.irsa(provider(stack)), ...props });
  return driver.node.validate();
}

const V1 = { version: v1.KubernetesVersion.V1_33 };
const V2 = { version: v2.KubernetesVersion.V1_33 };
const withNodes = { ...V2, defaultCapacityType: v2.DefaultCapacityType.NODEGROUP };
const withoutNodes = { ...withNodes, defaultCapacity: 0 };
const layer = (stack: Stack) => new KubectlV33Layer(stack, 'Layer');
const l1 = { roleArn: 'arn:aws:iam::111122223333:role/cluster', resourcesVpcConfig: { subnetIds: ['subnet-1'] } };

describe('nothing is refused where', () => {
  const accepted: [string, (stack: Stack) => Driver][] = [
    ['the cluster is imported', (stack) => ({ cluster: cluster(stack) })],
    ['no nodes are known', (stack) => ({ cluster: new v2.Cluster(stack, 'Cluster', withoutNodes) })],
    ['no nodes are known of a plain resource', (stack) => ({ cluster: new v1.CfnCluster(stack, 'Cluster', l1) })],
    ['the cluster of aws-eks has its default nodes', (stack) => ({ cluster: new v1.Cluster(stack, 'Cluster', { ...V1, kubectlLayer: layer(stack) }) })],
    ['the cluster of aws-eks-v2 has its default nodes', (stack) => ({ cluster: new v2.Cluster(stack, 'Cluster', withNodes) })],
    ['an Auto Mode cluster has a node group besides, made elsewhere', (stack) => {
      const auto = new v2.Cluster(stack, 'Cluster', V2);
      new v1.CfnNodegroup(stack, 'Nodes', { clusterName: auto.clusterName, nodeRole: 'arn:aws:iam::111122223333:role/nodes', subnets: ['subnet-1'] });
      return { cluster: auto };
    }],
    ['an Auto Mode cluster is said to have other nodes', (stack) => ({ cluster: new v2.Cluster(stack, 'Cluster', V2), ec2Nodes: true })],
    ['a Fargate cluster is said to have other nodes', (stack) => ({ cluster: new v1.FargateCluster(stack, 'Cluster', { ...V1, kubectlLayer: layer(stack) }), ec2Nodes: true })],
    ['self-managed nodes join a Fargate cluster, and the driver has its role by IRSA', (stack) => {
      const fargate = new v1.FargateCluster(stack, 'Cluster', { ...V1, kubectlLayer: layer(stack) });
      fargate.addAutoScalingGroupCapacity('Nodes', { instanceType: new InstanceType('m5.large') });
      return { cluster: fargate };
    }],
  ];
  test.each(accepted)('%s', (_where, props) => {
    const stack = newStack();
    expect(refused(stack, props(stack))).toEqual([]);
  });
});

describe('it is refused that', () => {
  const fargate = 'runs its Pods on Fargate, where EBS volumes cannot be mounted; add a node group to the cluster, or, if it has EC2 nodes of which this app does not know, say so with ec2Nodes: true';
  const rejected: [string, (stack: Stack) => Driver, string[]][] = [
    ['a cluster of aws-eks has Fargate only', (stack) => ({ cluster: new v1.FargateCluster(stack, 'Cluster', { ...V1, kubectlLayer: layer(stack) }) }), [`the cluster 'stack/Cluster' ${fargate}`]],
    ['a cluster of aws-eks-v2 has Fargate only', (stack) => ({ cluster: new v2.FargateCluster(stack, 'Cluster', { ...V2, kubectlProviderOptions: { kubectlLayer: layer(stack) } }) }), [`the cluster 'stack/Cluster' ${fargate}`]],
    ['a cluster in Auto Mode has no other nodes', (stack) => ({ cluster: new v2.Cluster(stack, 'Cluster', V2) }), [
      "the cluster 'stack/Cluster' is in EKS Auto Mode, where block storage is built in and this driver has no node to run on; use AutoModeBlockStorage, add a node group to the cluster, or, if it has EC2 nodes of which this app does not know, say so with ec2Nodes: true",
    ]],
    ['a plain resource is in Auto Mode', (stack) => ({ cluster: new v1.CfnCluster(stack, 'Cluster', { ...l1, storageConfig: { blockStorage: { enabled: true } } }) }), [expect.stringContaining('is in EKS Auto Mode')]],
    ['a cluster has hybrid nodes only', (stack) => ({ cluster: new v2.Cluster(stack, 'Cluster', { ...withoutNodes, remoteNodeNetworks: [{ cidrs: ['10.0.0.0/16'] }] }) }), [
      "the cluster 'stack/Cluster' has hybrid nodes, where EBS volumes cannot be mounted; add a node group to the cluster, or, if it has EC2 nodes of which this app does not know, say so with ec2Nodes: true",
    ]],
    ['the controller would run on Fargate with Pod Identity', (stack) => {
      const mixed = new v2.Cluster(stack, 'Cluster', withNodes);
      new v2.FargateProfile(stack, 'Profile', { cluster: mixed, selectors: [{ namespace: 'kube-system' }] });
      return { cluster: mixed, identity: DriverIdentity.podIdentity() };
    }, ["the Fargate profile 'stack/Profile/Resource' takes the Pods of the namespace 'kube-system', the driver's controller among them, and on Fargate there is no Pod Identity; use DriverIdentity.irsa, or leave 'kube-system' out of the profile"]],
    ['self-managed nodes do not carry the cluster\'s name, which the policy asks for', (stack) => {
      const mixed = new v1.Cluster(stack, 'Cluster', { ...V1, kubectlLayer: layer(stack) });
      mixed.addAutoScalingGroupCapacity('Nodes', { instanceType: new InstanceType('m5.large') });
      return { cluster: mixed, identity: DriverIdentity.podIdentity(), policy: DriverPolicy.clusterScoped() };
    }, ["the instances of 'stack/Cluster/Nodes/ASG' do not carry the cluster's name, and policy lets the driver attach volumes only to those that do; call tagForDriver with the group"]],
  ];
  test.each(rejected)('%s', (_what, props, messages) => {
    const stack = newStack();
    expect(refused(stack, props(stack))).toEqual(messages);
  });
});

test('nodes that are added after the driver count', () => {
  const stack = newStack();
  const fargate = new v2.FargateCluster(stack, 'Cluster', { ...V2, kubectlProviderOptions: { kubectlLayer: layer(stack) } });
  const driver = new EbsCsiDriver(stack, 'Driver', { cluster: fargate, identity: DriverIdentity.irsa(provider(stack)) });
  expect(driver.node.validate()).toHaveLength(1);
  fargate.addNodegroupCapacity('Nodes');
  expect(driver.node.validate()).toEqual([]);
});

describe('what a driver has found', () => {
  const fargate = 'runs its Pods on Fargate';

  /** An app with clusters of which each is named only, and a driver for each. */
  function drivers(count: number): { stack: Stack; drivers: EbsCsiDriver[] } {
    const stack = newStack();
    const identity = DriverIdentity.irsa(provider(stack));
    return { stack, drivers: [...Array(count).keys()].map((i) => new EbsCsiDriver(stack, `Driver${i}`, { cluster: cluster(stack, `Cluster${i}`, `cluster-${i}`), identity })) };
  }

  function profile(stack: Stack, i: number) {
    return new v1.CfnFargateProfile(stack, `Profile${i}`, {
      clusterName: `cluster-${i}`, podExecutionRoleArn: 'arn:aws:iam::111122223333:role/pods', selectors: [{ namespace: 'default' }],
    });
  }

  function visits(look: () => void): number {
    const children = jest.spyOn(Node.prototype, 'children', 'get');
    look();
    const count = children.mock.calls.length;
    children.mockRestore();
    return count;
  }

  test('serves the others too: many look at as much for each as few', () => {
    const [few, many] = [20, 80].map((count) => {
      const app = drivers(count);
      return visits(() => app.drivers.forEach((driver) => expect(driver.node.validate()).toEqual([]))) / count;
    });
    expect(many).toBeLessThanOrEqual(few * 1.1);
  });

  test('serves nobody once one more resource is there, or has gone', () => {
    const { stack, drivers: [first, second, third] } = drivers(3);
    expect(first.node.validate()).toEqual([]);
    profile(stack, 1);
    expect(second.node.validate()).toEqual([expect.stringContaining(fargate)]);
    profile(stack, 0);
    profile(stack, 2);
    expect(first.node.validate()).toEqual([expect.stringContaining(fargate)]);
    stack.node.tryRemoveChild('Profile2');
    expect(third.node.validate()).toEqual([]);
    expect(second.node.validate()).toEqual([expect.stringContaining(fargate)]);
  });

  test('follows the names that resources are given', () => {
    const { stack, drivers: [first, second] } = drivers(2);
    const renamed = profile(stack, 0);
    expect(first.node.validate()).toEqual([expect.stringContaining(fargate)]);
    renamed.clusterName = 'cluster-1';
    expect(first.node.validate()).toEqual([]);
    expect(second.node.validate()).toEqual([expect.stringContaining(fargate)]);
  });

  test('is not looked for where nothing could be wrong', () => {
    const stack = newStack();
    const driver = new EbsCsiDriver(stack, 'Driver', { cluster: cluster(stack), identity: DriverIdentity.irsa(provider(stack)), ec2Nodes: true });
    expect(visits(() => driver.node.validate())).toBe(0);
  });

  test('is looked for in each app by itself', () => {
    const [one, other] = [drivers(1), drivers(1)];
    profile(other.stack, 0);
    expect(one.drivers[0].node.validate()).toEqual([]);
    expect(other.drivers[0].node.validate()).toEqual([expect.stringContaining(fargate)]);
    expect(one.drivers[0].node.validate()).toEqual([]);
  });
});

test('a profile for Pods with labels of their own leaves the controller on the nodes', () => {
  const stack = newStack();
  const mixed = new v2.Cluster(stack, 'Cluster', withNodes);
  new v2.FargateProfile(stack, 'Profile', { cluster: mixed, selectors: [{ namespace: 'kube-system', labels: { fargate: 'yes' } }] });
  expect(refused(stack, { cluster: mixed, identity: DriverIdentity.podIdentity() })).toEqual([]);
});

test('self-managed nodes that are tagged satisfy the policy', () => {
  const stack = new Stack(new App({ context: { '@aws-cdk/core:strictCfnValidateErrors': false } }), 'stack');
  const mixed = new v1.Cluster(stack, 'Cluster', { ...V1, kubectlLayer: layer(stack) });
  const nodes = mixed.addAutoScalingGroupCapacity('Nodes', { instanceType: new InstanceType('m5.large') });
  const driver = new EbsCsiDriver(stack, 'Driver', { cluster: mixed, identity: DriverIdentity.podIdentity(), policy: DriverPolicy.clusterScoped() });
  driver.tagForDriver(nodes);
  // Tags are put on when the app is synthesized, which asks the driver.
  const [group] = Object.values<any>(Template.fromStack(stack).findResources('AWS::AutoScaling::AutoScalingGroup'));
  expect(group.Properties.Tags).toContainEqual({ Key: 'ebs.csi.aws.com/cluster-name', PropagateAtLaunch: true, Value: { Ref: expect.stringMatching(/^Cluster/) } });
});
