import { CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import type { DriverCredentials } from './driver-credentials';
import type { EncryptionKeysOptions } from './encryption-keys-options';
import { KeyAccess } from './key-access';
import { allowInKeyPolicy, keyResource } from './key-policy';
import { policyNameMistake } from './policy-name';
import { isKmsKeyArn } from '../../private/kms-key-arn';
import { Mistakes } from '../../private/mistakes';

/** A managed policy has 6144 characters, and names each key twice. */
export const MOST_KEYS = 30;

/** The rights on keys: a policy that is there from the first key on, and what the keys' own policies have to say. */
export class EncryptionKeys {
  /** ARNs of the keys. */
  public readonly keyArns = new Set<string>();

  private policy?: CfnManagedPolicy;

  /**
   * @param options Judged already, by `encryptionKeysMistakes`.
   * @param driver What must not start before the rights are there.
   * @param holderMistake Why no rights can be attached to the holder. Judged already too, where there are keys.
   */
  public constructor(
    private readonly scope: Construct,
    private readonly options: EncryptionKeysOptions,
    private readonly holder: Pick<DriverCredentials, 'grantee' | 'principalArn'>,
    private readonly driver?: IConstruct,
    private readonly holderMistake?: string,
  ) {
    for (const key of options.encryptionKeys ?? []) this.allow(key);
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
    this.allow(key);
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

  private allow(key: IKey): void {
    if (this.keyArns.has(key.keyArn)) return;
    this.keyArns.add(key.keyArn);
    const access = this.options.keyAccess ?? KeyAccess.minimal();
    const policyDocument = access._policyDocument([...this.keyArns]);
    if (this.policy === undefined) this.makePolicy(policyDocument);
    else this.policy.policyDocument = policyDocument;
    allowInKeyPolicy(this.scope, key, { what: 'driver', principalArn: this.holder.principalArn }, (principal) => access.addToKeyPolicy(key, principal));
  }

  private makePolicy(policyDocument: object): void {
    this.policy = new CfnManagedPolicy(this.scope, 'KeyPolicy', {
      managedPolicyName: this.options.keyPolicyName,
      description: 'Lets the Amazon EBS CSI driver use the keys that its volumes are encrypted with',
      policyDocument,
      ...this.holder.grantee,
    });
    this.driver?.node.addDependency(this.policy);
  }
}

export function encryptionKeysMistakes(scope: Construct, { encryptionKeys = [], keyPolicyName }: EncryptionKeysOptions): (string | undefined)[] {
  if (!Array.isArray(encryptionKeys) || encryptionKeys.some((key) => typeof key?.keyArn !== 'string')) {
    return ['encryptionKeys is not a list of keys; give one, with keys as of Key.fromKeyArn'];
  }
  const count = new Set(encryptionKeys.map(({ keyArn }) => keyArn)).size;
  return [
    count > MOST_KEYS ? `encryptionKeys has ${count} keys, and no more than ${MOST_KEYS} fit into a policy; give fewer, and others to an identity with policies of its own` : undefined,
    ...encryptionKeys.flatMap((key) => keyMistakes(scope, key)),
    keyPolicyName === undefined ? undefined : policyNameMistake('keyPolicyName', keyPolicyName),
  ];
}

function keyMistakes(scope: Construct, key: IKey): (string | undefined)[] {
  const { keyArn } = key;
  // The ARN of a new alias is a token, which does not show that it is one.
  if ('aliasName' in key || /:alias\//.test(keyArn)) return [`encryptionKeys has '${Token.isUnresolved(keyArn) ? key.node.path : keyArn}', an alias, which IAM policies cannot name; give the key itself, for example with Key.fromKeyArn`];
  if (/[*?]/.test(keyArn)) return [`encryptionKeys has '${keyArn}', which names more keys than one; give each key itself`];
  const spec = keyResource(key)?.keySpec;
  if (spec !== undefined && !Token.isUnresolved(spec) && spec !== 'SYMMETRIC_DEFAULT') return [`encryptionKeys has '${key.node.path}', whose keySpec is ${spec}, and EBS encrypts with symmetric keys only; leave the spec out`];
  const { region } = Stack.of(scope);
  if (Token.isUnresolved(keyArn)) {
    const regionOfKey = key.env.region;
    return [Token.isUnresolved(region) || Token.isUnresolved(regionOfKey) || region === regionOfKey ? undefined : `encryptionKeys has '${key.node.path}' of the region ${regionOfKey}, and the volumes are in ${region}; give a key of that region`];
  }
  if (!isKmsKeyArn(keyArn)) return [`encryptionKeys has '${keyArn}', which is not the ARN of a key; give a key whose ARN is 'arn:aws:kms:<region>:<account>:key/<id>'`];
  const keyRegion = keyArn.split(':')[3];
  return [Token.isUnresolved(region) || region === keyRegion ? undefined : `encryptionKeys has '${keyArn}' of the region ${keyRegion}, and the volumes are in ${region}; give a key of that region`];
}
