import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';

/** Where the driver runs. */
export interface DriverPlace {
  readonly cluster: eks.IClusterRef;
  readonly namespace: string;
}
