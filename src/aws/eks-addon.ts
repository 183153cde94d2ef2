import { CfnAddon } from 'aws-cdk-lib/aws-eks';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { aws_eks as eks } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { installationMistake, noteInstallation } from './installations';
import { cfnTags, tagMistakes } from './tags';
import { Mistakes } from '../private/mistakes';

/**
 * What happens to fields of the add-on's Kubernetes objects that somebody else has set.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateAddon.html
 */
export enum ResolveConflicts {
  /** The deployment fails. */
  NONE = 'NONE',

  /** They are set to what the add-on says. */
  OVERWRITE = 'OVERWRITE',

  /** On an update they stay as they are; on creation the deployment fails. */
  PRESERVE = 'PRESERVE',
}

/** What can be said of every EKS add-on. */
export interface EksAddonOptions {
  /**
   * Version of the add-on, as in `v1.66.0-eksbuild.1`. Pin it: without one, each cluster gets what was the default when its add-on was created.
   *
   * @default - what EKS holds to be the default for the cluster's Kubernetes version
   * @see https://docs.aws.amazon.com/eks/latest/userguide/updating-an-add-on.html
   */
  readonly addonVersion?: string;

  /**
   * What happens to fields of the add-on's Kubernetes objects that somebody else has set.
   *
   * @default ResolveConflicts.OVERWRITE
   */
  readonly resolveConflicts?: ResolveConflicts;

  /**
   * Whether what the add-on installed goes on running, unmanaged, when the add-on is deleted.
   *
   * @default - not said, which EKS takes as no
   */
  readonly preserveOnDelete?: boolean;

  /**
   * Tags of the add-on, beside those of `Tags.of(scope)`.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
}

/** An add-on of which nothing more is said than of any other. */
export interface EksAddonProps extends EksAddonOptions {
  /**
   * The cluster: of `aws-eks` or `aws-eks-v2`, created or imported, or a `CfnCluster`.
   */
  readonly cluster: eks.IClusterRef;

  /**
   * Settings of the add-on, as `aws eks describe-addon-configuration` lists them. EKS refuses those it does not know.
   *
   * @default - the add-on's own
   */
  readonly configurationValues?: { [key: string]: any };
}

/** No types of `aws-cdk-lib/aws-eks`: in a declaration they would double what the users' compilers read. */
interface AddonResourceProps extends EksAddonProps {
  readonly namespaceConfig?: { readonly namespace: string };
  readonly podIdentityAssociations?: { readonly serviceAccount: string; readonly roleArn: string }[];
  readonly serviceAccountRoleArn?: string;
}

/** The add-on itself, which is the main child of its construct. */
export function eksAddon(scope: Construct, addonName: string, props: AddonResourceProps): Construct {
  const { cluster, resolveConflicts = ResolveConflicts.OVERWRITE, configurationValues, tags, ...rest } = props;
  noteInstallation(scope, cluster, addonName);
  return new CfnAddon(scope, 'Resource', {
    ...rest,
    addonName,
    clusterName: cluster.clusterRef.clusterName,
    resolveConflicts,
    configurationValues: configurationValues && Stack.of(scope).toJsonString(configurationValues),
    tags: tags && cfnTags(tags),
  });
}

export function addonMistakes(scope: Construct, addonName: string, { cluster, addonVersion, tags }: EksAddonProps): (string | undefined)[] {
  return [
    installationMistake(scope, cluster, addonName),
    versionMistake(addonName, addonVersion),
    ...tags === undefined ? [] : tagMistakes('tags', tags, 1),
  ];
}

/**
 * A construct that is an add-on and nothing else.
 *
 * @internal
 */
export abstract class EksAddon extends Construct {
  /** @internal */
  public readonly _clusterName: string;

  protected constructor(scope: Construct, id: string, addonName: string, props: EksAddonProps) {
    const mistakes = new Mistakes(scope, id);
    mistakes.add(...addonMistakes(scope, addonName, props));
    mistakes.throwIfAny();
    super(scope, id);
    eksAddon(this, addonName, props);
    this._clusterName = props.cluster.clusterRef.clusterName;
  }
}

function versionMistake(addonName: string, version: string | undefined): string | undefined {
  if (version === undefined || Token.isUnresolved(version) || /^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(version)) return undefined;
  return `addonVersion '${version}' is not the version of an add-on; give one as in 'v1.66.0-eksbuild.1', from: aws eks describe-addon-versions --addon-name ${addonName}`;
}
