import type { Duration } from 'cdk8s';
import type { IConfigMap, ISecret, k8s } from 'cdk8s-plus-27';

/** Options of `ProjectedSource.secret` and `ProjectedSource.configMap`. */
export interface ProjectedKeysOptions {
  /**
   * Which keys appear, and as which file: `{ 'tls.crt': 'certs/server.crt' }`.
   *
   * @default - every key, as a file of its name
   */
  readonly items?: { [key: string]: string };

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

const LEAST_TOKEN_SECONDS = 600;

/**
 * One of the sources of a `ProjectedVolume`.
 *
 * @see https://kubernetes.io/docs/concepts/storage/projected-volumes/
 */
export class ProjectedSource {
  /** Keys of a Secret, as files. */
  public static secret(secret: ISecret, options: ProjectedKeysOptions = {}): ProjectedSource {
    const { items = {}, optional } = options;
    return new ProjectedSource({ secret: { name: secret.name, items: keysToPaths(items), optional } }, Object.values(items));
  }

  /** Keys of a ConfigMap, as files. */
  public static configMap(configMap: IConfigMap, options: ProjectedKeysOptions = {}): ProjectedSource {
    const { items = {}, optional } = options;
    return new ProjectedSource({ configMap: { name: configMap.name, items: keysToPaths(items), optional } }, Object.values(items));
  }

  /**
   * Facts about the Pod itself.
   *
   * @param fields The field that each file holds: `{ labels: 'metadata.labels' }`.
   * @see https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#downwardapi-fieldRef
   */
  public static downwardApi(fields: { [path: string]: string }): ProjectedSource {
    const files = Object.entries(fields).map(([path, fieldPath]) => ({ path, fieldRef: { fieldPath } }));
    return new ProjectedSource({ downwardApi: { items: files } }, Object.keys(fields),
      files.length === 0 ? ['downwardApi names no field; give at least one, for example { labels: \'metadata.labels\' }'] : []);
  }

  /** A token by which the Pod can show who it is. */
  public static serviceAccountToken(options: ServiceAccountTokenOptions = {}): ProjectedSource {
    const { path = 'token', audience, expiration } = options;
    const expirationSeconds = expiration?.toSeconds();
    return new ProjectedSource({ serviceAccountToken: { path, audience, expirationSeconds } }, [path],
      expirationSeconds !== undefined && expirationSeconds < LEAST_TOKEN_SECONDS
        ? [`serviceAccountToken expires after ${expirationSeconds} s, which Kubernetes refuses; give at least Duration.minutes(10)`] : []);
  }

  private constructor(
    private readonly projection: k8s.VolumeProjection,
    private readonly paths: string[],
    private readonly mistakes: string[] = [],
  ) {}

  /** @internal */
  public _toKube(): k8s.VolumeProjection {
    return this.projection;
  }

  /**
   * Files whose names are known before the Pod runs.
   *
   * @internal
   */
  public _paths(): string[] {
    return this.paths;
  }

  /** @internal */
  public _mistakes(): string[] {
    const outside = this.paths.filter((path) => path === '' || path.startsWith('/') || path.split('/').includes('..'));
    return [...this.mistakes, ...outside.map((path) => `path '${path}' is not inside the volume; give a relative path without '..'`)];
  }
}

/** No list at all stands for every key. */
function keysToPaths(items: Record<string, string>): k8s.KeyToPath[] | undefined {
  const paths = Object.entries(items).map(([key, path]) => ({ key, path }));
  return paths.length > 0 ? paths : undefined;
}
