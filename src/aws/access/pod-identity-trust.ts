import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { DriverPlace } from './driver-place';
import { CONTROLLER_SERVICE_ACCOUNT } from './driver-role';

/**
 * Trust in EKS Pod Identity, when it asks for the controller of this cluster and no other Pod of this or another one.
 *
 * The request tags are the session tags, which an association always sends unless they are turned off.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
 */
export function podIdentityTrust(scope: Construct, { cluster, namespace }: DriverPlace): object {
  const { clusterArn } = cluster.clusterRef;
  return {
    Effect: 'Allow',
    Action: ['sts:AssumeRole', 'sts:TagSession'],
    Principal: { Service: 'pods.eks.amazonaws.com' }, // the same in every partition
    Condition: {
      StringEquals: {
        'aws:SourceAccount': Stack.of(scope).account,
        'aws:RequestTag/eks-cluster-arn': clusterArn,
        'aws:RequestTag/kubernetes-namespace': namespace,
        'aws:RequestTag/kubernetes-service-account': CONTROLLER_SERVICE_ACCOUNT,
      },
      ArnEquals: { 'aws:SourceArn': clusterArn },
    },
  };
}
