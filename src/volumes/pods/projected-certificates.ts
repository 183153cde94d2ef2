import type { Duration } from 'cdk8s';
import { pathMistakes, type VolumeFiles } from './key-files';
import { isUnresolved } from '../../private/cdk-tokens';
import { dnsSubdomainMistake, labelMistakes } from '../../private/names';
import { isWholeNumber } from '../../private/whole-numbers';

/** Options of `ProjectedSource.clusterTrustBundle`. The bundle is named by `name`, or found by `signerName` and `matchLabels`. */
export interface ClusterTrustBundleOptions {
  /**
   * File that holds the certificates.
   */
  readonly path: string;

  /**
   * Name of one bundle. Refused together with `signerName` and `matchLabels`.
   *
   * @default - found by its signer
   */
  readonly name?: string;

  /**
   * Signer whose bundles are put together, as in `example.com/my-signer`.
   *
   * @default - named
   */
  readonly signerName?: string;

  /**
   * Labels of the signer's bundles; `{}` for all of them. Required with `signerName`, because Kubernetes takes none for no bundle.
   *
   * @default - named
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * Start the Pod even if there is no such bundle.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Kinds of keys that the kubelet makes for a Pod. */
export enum PodCertificateKeyType {
  /** RSA, 3072 bits. */
  RSA3072 = 'RSA3072',

  /** RSA, 4096 bits. */
  RSA4096 = 'RSA4096',

  /** ECDSA on the curve P-256. */
  ECDSAP256 = 'ECDSAP256',

  /** ECDSA on the curve P-384. */
  ECDSAP384 = 'ECDSAP384',

  /** ECDSA on the curve P-521. */
  ECDSAP521 = 'ECDSAP521',

  /** Ed25519. */
  ED25519 = 'ED25519',
}

/** Options of `ProjectedSource.podCertificate`. */
export interface PodCertificateOptions {
  /**
   * Signer that is asked for the certificate, as in `example.com/my-signer`.
   */
  readonly signerName: string;

  /**
   * Kind of key.
   */
  readonly keyType: PodCertificateKeyType;

  /**
   * Longest that the certificate may be valid: one hour to 91 days.
   *
   * @default - 24 hours
   */
  readonly maxExpiration?: Duration;

  /**
   * File that holds key and certificates together, so that they always go with each other.
   *
   * @default - two files
   */
  readonly credentialBundlePath?: string;

  /**
   * File that holds the key. Needs `certificateChainPath`.
   *
   * @default - in the bundle
   */
  readonly keyPath?: string;

  /**
   * File that holds the certificates. Needs `keyPath`.
   *
   * @default - in the bundle
   */
  readonly certificateChainPath?: string;
}

/** @see https://github.com/kubernetes/api/blob/master/core/v1/types.go PodCertificateProjection */
const EXPIRATION_SECONDS = { least: 3600, most: 7_862_400 };

export function trustBundleFiles({ path, name, signerName, matchLabels }: ClusterTrustBundleOptions): VolumeFiles {
  return {
    paths: [path],
    mistakes: [
      ...pathMistakes([path]),
      (name === undefined) === (signerName === undefined)
        ? `clusterTrustBundle has ${name === undefined ? 'neither name nor signerName' : 'both name and signerName'}; name one bundle, or a signer` : undefined,
      name === undefined || isUnresolved(name) ? undefined : dnsSubdomainMistake('clusterTrustBundle name', name.replaceAll(':', '.')),
      signerName !== undefined && matchLabels === undefined
        ? `clusterTrustBundle of signer '${signerName}' has no matchLabels, which Kubernetes takes for no bundle at all; give {} for all of them` : undefined,
      name !== undefined && matchLabels !== undefined ? `clusterTrustBundle '${name}' has matchLabels, which go with signerName; leave them out` : undefined,
      signerName === undefined ? undefined : signerMistake(signerName),
      ...labelMistakes('clusterTrustBundle matchLabels', matchLabels),
    ],
  };
}

export function podCertificateFiles(options: PodCertificateOptions): VolumeFiles {
  const { signerName, maxExpiration, credentialBundlePath, keyPath, certificateChainPath } = options;
  const paths = [credentialBundlePath, keyPath, certificateChainPath].filter((path) => path !== undefined);
  const seconds = maxExpiration?.toSeconds({ integral: false });
  return {
    paths,
    mistakes: [
      ...pathMistakes(paths),
      signerMistake(signerName),
      paths.length === 0 ? 'podCertificate is in no file; give credentialBundlePath, or keyPath and certificateChainPath' : undefined,
      (keyPath === undefined) === (certificateChainPath === undefined) ? undefined
        : `podCertificate has ${keyPath === undefined ? 'certificateChainPath without keyPath' : 'keyPath without certificateChainPath'}; give both, or credentialBundlePath`,
      seconds === undefined || isWholeNumber(seconds, EXPIRATION_SECONDS.least, EXPIRATION_SECONDS.most) ? undefined
        : `podCertificate maxExpiration is ${seconds} s, which Kubernetes refuses; give Duration.hours(1) to Duration.days(91), in whole seconds`,
    ],
  };
}

function signerMistake(signerName: string): string | undefined {
  const [domain, name, ...rest] = signerName.split('/');
  if (isUnresolved(signerName) || (rest.length === 0 && domain.includes('.') && dnsSubdomainMistake('', domain) === undefined && !!name)) return undefined;
  return `signerName '${signerName}' is not the name of a signer; write it as 'example.com/my-signer'`;
}
