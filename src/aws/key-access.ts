import { Aws } from 'aws-cdk-lib/core';

/** What the driver may do with the keys that its volumes are encrypted with. */
export class KeyAccess {
  /**
   * What EBS needs, and only when EC2 asks for it on the driver's behalf.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html#ebs-encryption-permissions
   */
  public static minimal(): KeyAccess {
    return new KeyAccess([
      {
        actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
        condition: { StringEquals: { 'kms:ViaService': `ec2.${Aws.REGION}.${Aws.URL_SUFFIX}` } },
      },
      { actions: ['kms:CreateGrant'], condition: FOR_AWS_RESOURCES },
    ]);
  }

  /**
   * The wider form that the EKS user guide shows: the key may also be used directly, without EBS, and grants listed and revoked.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html
   */
  public static eksUserGuide(): KeyAccess {
    return new KeyAccess([
      { actions: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'], condition: FOR_AWS_RESOURCES },
      { actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'] },
    ]);
  }

  private constructor(private readonly permissions: Permission[]) {}

  /** @internal */
  public _policyDocument(keyArns: string[]): object {
    return {
      Version: '2012-10-17',
      Statement: this.permissions.map(({ actions, condition }) => ({
        Effect: 'Allow',
        Action: actions,
        Resource: keyArns,
        ...(condition && { Condition: condition }),
      })),
    };
  }
}

interface Permission {
  readonly actions: string[];
  readonly condition?: object;
}

const FOR_AWS_RESOURCES = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };
