import { type IPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';

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
        conditions: THROUGH_EC2,
      },
      { actions: ['kms:CreateGrant'], conditions: FOR_AWS_RESOURCES },
    ]);
  }

  /**
   * The wider form that the EKS user guide shows: the key may also be used directly, without EBS, and grants listed and revoked.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html
   */
  public static eksUserGuide(): KeyAccess {
    return new KeyAccess([
      { actions: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'], conditions: FOR_AWS_RESOURCES },
      { actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'] },
    ]);
  }

  private constructor(private readonly permissions: Permission[]) {}

  /**
   * Allows the same in the policy of a key, where the key's policy has to say it too: in the app of the account that owns the key, for a driver of
   * another account (`new AccountPrincipal('444455556666')`). Within an account, the drivers of this library do it where it is needed.
   *
   * Refuses an imported key, whose policy nothing here can change.
   *
   * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
   */
  public addToKeyPolicy(key: IKey, principal: IPrincipal): void {
    for (const { actions, conditions } of this.permissions) {
      const { statementAdded } = key.addToResourcePolicy(new PolicyStatement({ principals: [principal], actions, resources: ['*'], conditions }));
      if (!statementAdded) throw new Error(`${key.node.path}: the key is imported, and its policy cannot be changed from here; call this where the key is defined`);
    }
  }

  /** @internal */
  public _policyDocument(keyArns: string[]): object {
    return {
      Version: '2012-10-17',
      Statement: this.permissions.map(({ actions, conditions }) => ({
        Effect: 'Allow',
        Action: actions,
        Resource: keyArns,
        ...(conditions && { Condition: conditions }),
      })),
    };
  }
}

interface Permission {
  readonly actions: string[];
  readonly conditions?: { [operator: string]: { [key: string]: unknown } };
}

/** Written out: the CDK resolves it several times for each driver, and tokens in a text take it much longer. */
const THROUGH_EC2 = { StringEquals: { 'kms:ViaService': { 'Fn::Join': ['', ['ec2.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]] } } };

const FOR_AWS_RESOURCES = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };
