import { CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Lazy } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import type { DriverCredentials } from './driver-credentials';
import type { EncryptionKeysOptions } from './encryption-keys-options';
import { KeyAccess } from './key-access';
import { keyMistakes, MOST_KEYS } from './key-mistakes';
import { allowInKeyPolicy } from './key-policy';
import { Mistakes } from '../../private/mistakes';

/** The rights on keys: a policy that is there from the first key on, and what the keys' own policies have to say. */
export class EncryptionKeys {
  /** ARNs of the keys. */
  public readonly keyArns = new Set<string>();

  private policy?: CfnManagedPolicy;

  /**
   * @param driver What must not start before the rights are there.
   * @param holderMistake Why no rights can be attached to the holder.
   */
  public constructor(
    private readonly scope: Construct,
    private readonly options: EncryptionKeysOptions,
    private readonly holder: Pick<DriverCredentials, 'grantee' | 'principalArn'>,
    private readonly driver?: IConstruct,
    private readonly holderMistake?: string,
  ) {
    options.encryptionKeys?.forEach((key) => this.add(key));
    scope.node.addValidation({ validate: () => this.unused() });
  }

  public add(key: IKey): void {
    if (this.keyArns.has(key.keyArn)) return;
    const mistakes = new Mistakes(this.scope.node.scope!, this.scope.node.id);
    mistakes.add(
      ...keyMistakes(this.scope, key),
      this.holderMistake,
      this.keyArns.size === MOST_KEYS ? `no more than ${MOST_KEYS} keys fit into a policy; leave out '${key.node.path}'` : undefined,
    );
    mistakes.throwIfAny();
    this.keyArns.add(key.keyArn);
    this.policy ??= this.makePolicy();
    allowInKeyPolicy(this.scope, key, { what: 'driver', principalArn: this.holder.principalArn }, (principal) => this.access.addToKeyPolicy(key, principal));
  }

  public get isEmpty(): boolean {
    return this.keyArns.size === 0;
  }

  private unused(): string[] {
    const { keyAccess, keyPolicyName } = this.options;
    if (!this.isEmpty) return [];
    return [
      ...keyAccess === undefined ? [] : ['keyAccess says what may be done with keys, and there are none; give encryptionKeys too'],
      ...keyPolicyName === undefined ? [] : [`keyPolicyName '${keyPolicyName}' names a policy that nothing would be in; give encryptionKeys too`],
    ];
  }

  private get access(): KeyAccess {
    return this.options.keyAccess ?? KeyAccess.minimal();
  }

  private makePolicy(): CfnManagedPolicy {
    const policy = new CfnManagedPolicy(this.scope, 'KeyPolicy', {
      managedPolicyName: this.options.keyPolicyName,
      description: 'Lets the Amazon EBS CSI driver use the keys that its volumes are encrypted with',
      policyDocument: Lazy.any({ produce: () => this.access._policyDocument([...this.keyArns]) }),
      ...this.holder.grantee,
    });
    this.driver?.node.addDependency(policy);
    return policy;
  }
}
