import { KubectlV33Layer } from '@aws-cdk/lambda-layer-kubectl-v33';
import { Aws } from 'aws-cdk-lib';
import { CfnAccessEntry } from 'aws-cdk-lib/aws-eks';
import { Cluster, KubectlProvider } from 'aws-cdk-lib/aws-eks-v2';
import { ManagedPolicy, Role, ServicePrincipal, User } from 'aws-cdk-lib/aws-iam';
import { DriverIdentity, KeyAccess, SelfManagedEbsCsiDriver } from 'cdk8s-eks-storage';
import type { Construct } from 'constructs';
import { acknowledge, policyOfAws } from './acknowledge';
import { WorkshopStack } from './workshop-stack';
import type { Settings } from '../settings';

/** Attached only where there is a public registry, by a condition, which the rule reads as the name of the policy. */
const PUBLIC_REGISTRY = 'AwsSolutions-IAM4[Policy::{"Fn::If":["KubectlHandlerHasEcrPublicB773CD87",{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},'
  + '":iam::aws:policy/AmazonElasticContainerRegistryPublicReadOnly"]]},{"Ref":"AWS::NoValue"}]}]';

/** The driver from its Helm chart, for somebody who does not want the add-on. */
abstract class HelmStack extends WorkshopStack {
  public constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, settings);
    const clusterName = settings.cluster;
    const kubectlProvider = new KubectlProvider(this, 'Kubectl', {
      cluster: Cluster.fromClusterAttributes(this, 'NamedCluster', { clusterName }),
      kubectlLayer: new KubectlV33Layer(this, 'KubectlLayer'),
    });
    acknowledge(kubectlProvider, 'the function that runs Helm is the one of the CDK, with the runtime and the rights that the CDK gives it',
      policyOfAws('service-role/AWSLambdaBasicExecutionRole'), policyOfAws('AmazonEC2ContainerRegistryReadOnly'), PUBLIC_REGISTRY,
      'AwsSolutions-IAM5[Resource::<KubectlHandler44EFEE3B.Arn>:*]', 'AwsSolutions-L1');
    const driver = new SelfManagedEbsCsiDriver(this, 'EbsCsiDriver', {
      cluster: Cluster.fromClusterAttributes(this, 'Cluster', { clusterName, kubectlProvider }),
      identity: this.identity(),
      encryptionKeys: [this.key],
      keyAccess: KeyAccess.eksUserGuide(),
      keyPolicyName: 'KMS_Key_For_Encryption_On_EBS_Policy',
    });
    // Helm runs in a function, whose role has to be let into the cluster first.
    driver.node.addDependency(new CfnAccessEntry(this, 'HelmAccess', {
      clusterName,
      principalArn: kubectlProvider.role!.roleArn,
      accessPolicies: [{ accessScope: { type: 'cluster' }, policyArn: `arn:${Aws.PARTITION}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy` }],
    }));
  }

  /** As whom the driver calls AWS. */
  protected abstract identity(): DriverIdentity;
}

/** F6: with the same role as the add-on. */
export class SelfManagedStack extends HelmStack {
  protected identity() {
    return DriverIdentity.irsa(this.openIdConnectProvider(), { roleName: 'AmazonEKS_EBS_CSI_DriverRole' });
  }
}

/** F7, advised against: with the role of the nodes, whose rights every Pod has that reaches their metadata service. */
export class NodeRoleStack extends HelmStack {
  protected identity() {
    const policies = ['AmazonEKSWorkerNodePolicy', 'AmazonEKS_CNI_Policy', 'AmazonEC2ContainerRegistryReadOnly'];
    const nodeRole = new Role(this, 'NodeRole', {
      assumedBy: new ServicePrincipal('ec2.amazonaws.com'),
      managedPolicies: policies.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    acknowledge(nodeRole, 'nodes of EKS are given these policies, which AWS keeps up to date', ...policies.map(policyOfAws));
    return DriverIdentity.nodeRole(nodeRole, { reason: 'the workshop shows what the node instance profile gives away' });
  }
}

/** F7, advised against: with an access key, which never expires, in the Secret of chapter C. */
export class SecretStack extends HelmStack {
  protected identity() {
    return DriverIdentity.secret({
      user: new User(this, 'DriverUser'),
      secretName: 'aws-secret',
      accessKeyIdKey: 'keyid',
      secretAccessKeyKey: 'key',
      reason: 'the workshop shows what a Secret gives away',
    });
  }
}
