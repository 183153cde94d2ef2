import type { Duration } from 'cdk8s';
import type { IConfigMap, ISecret } from 'cdk8s-plus-27';
import { type DownwardApiOptions, downwardApiFiles } from './downward-api';
import { keyFiles, pathMistakes, type VolumeFiles } from './key-files';
import { type ClusterTrustBundleOptions, type PodCertificateOptions, podCertificateFiles, trustBundleFiles } from './projected-certificates';
import { isWholeNumber } from '../../private/whole-numbers';

/** Options of the keys of a Secret or ConfigMap. */
export interface ProjectedKeysOptions {
  /**
   * Which keys appear, and as which file, by its path in the volume: `{ 'tls.crt': 'certs/server.crt' }`.
   *
   * @default - every key, as a file of its name
   */
  readonly items?: { [key: string]: string };

  /**
   * Permissions of single files by their path, 0 to 0o777, as in `{ 'certs/server.key': 0o400 }`. Refused for files that `items` does not name.
   *
   * @default - those of the volume
   */
  readonly modes?: { [path: string]: number };

  /**
   * Start the Pod even if the object or one of the keys is missing.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Options of `ProjectedSource.serviceAccountToken`. */
export interface ServiceAccountTokenOptions {
  /**
   * File that holds the token.
   *
   * @default 'token'
   */
  readonly path?: string;

  /**
   * Whom the token is meant for; nobody else should take it.
   *
   * @default - the API server
   */
  readonly audience?: string;

  /**
   * How long a token is valid, ten minutes at least. The kubelet renews it in time.
   *
   * @default - one hour
   */
  readonly expiration?: Duration;
}

/** @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go validateProjectionSources */
const TOKEN_SECONDS = { least: 600, most: 2 ** 32 };

/**
 * One of the sources of a `ProjectedVolume`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/
 */
export class ProjectedSource {
  /** Keys of a Secret, as files. */
  public static secret(secret: ISecret, options: ProjectedKeysOptions = {}): ProjectedSource {
    const files = keyFiles(options.items, options.modes);
    return new ProjectedSource({ secret: { name: secret.name, items: files.items, optional: options.optional } }, files);
  }

  /** Keys of a ConfigMap, as files. */
  public static configMap(configMap: IConfigMap, options: ProjectedKeysOptions = {}): ProjectedSource {
    const files = keyFiles(options.items, options.modes);
    return new ProjectedSource({ configMap: { name: configMap.name, items: files.items, optional: options.optional } }, files);
  }

  /**
   * Facts about the Pod itself.
   *
   * @param fields The field that each file holds: `{ labels: 'metadata.labels' }`.
   * @param options Resources of containers, and permissions.
   * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#downwardapi-fieldRef
   */
  public static downwardApi(fields: { [path: string]: string }, options: DownwardApiOptions = {}): ProjectedSource {
    const files = downwardApiFiles(fields, options);
    return new ProjectedSource({ downwardAPI: { items: files.items } }, files);
  }

  /** A token by which the Pod can show who it is. */
  public static serviceAccountToken(options: ServiceAccountTokenOptions = {}): ProjectedSource {
    const { path = 'token', audience, expiration } = options;
    const expirationSeconds = expiration?.toSeconds({ integral: false });
    return new ProjectedSource({ serviceAccountToken: { path, audience, expirationSeconds } }, {
      paths: [path],
      mistakes: [
        expirationSeconds === undefined || isWholeNumber(expirationSeconds, TOKEN_SECONDS.least, TOKEN_SECONDS.most) ? undefined
          : `serviceAccountToken expires after ${expirationSeconds} s, which Kubernetes refuses; give at least Duration.minutes(10), in whole seconds`,
        ...pathMistakes([path]),
      ],
    });
  }

  /**
   * Certificates to trust, from ClusterTrustBundles. Needs Kubernetes 1.29 or newer with the feature gate `ClusterTrustBundleProjection`, which is off
   * unless somebody switches it on; API servers that do not know it refuse it, and drop it while the gate is off.
   *
   * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/#clustertrustbundle
   */
  public static clusterTrustBundle(options: ClusterTrustBundleOptions): ProjectedSource {
    const { name, signerName, matchLabels, optional, path } = options;
    const labelSelector = matchLabels && { matchLabels };
    return new ProjectedSource({ clusterTrustBundle: { name, signerName, labelSelector, optional, path } }, trustBundleFiles(options), true);
  }

  /**
   * A private key and a certificate for the Pod, which the kubelet renews. Needs Kubernetes 1.34 or newer with the feature gate
   * `PodCertificateRequest`, which is off unless somebody switches it on; API servers that do not know it refuse it, and drop it while the gate is off.
   *
   * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/#podcertificate
   */
  public static podCertificate(options: PodCertificateOptions): ProjectedSource {
    const { maxExpiration, ...fields } = options;
    const podCertificate = { ...fields, maxExpirationSeconds: maxExpiration?.toSeconds({ integral: false }) };
    return new ProjectedSource({ podCertificate }, podCertificateFiles(options), true);
  }

  private constructor(
    private readonly projection: object,
    private readonly files: VolumeFiles,
    /** @internal */
    public readonly _isNewerThanCdk8sPlus: boolean = false,
  ) {}

  /** @internal */
  public _toKube(): object {
    return this.projection;
  }

  /**
   * Files whose names are known before the Pod runs.
   *
   * @internal
   */
  public _paths(): string[] {
    return this.files.paths;
  }

  /** @internal */
  public _mistakes(): (string | undefined)[] {
    return this.files.mistakes;
  }
}
