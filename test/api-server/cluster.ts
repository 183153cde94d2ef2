import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request, type RequestOptions } from 'node:https';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';

/** What the API server said. */
export interface Answer {
  readonly status: number;
  readonly body: any;

  /** Its warnings, for example of what is deprecated. */
  readonly warnings: string[];
}

/** Kubernetes as far as these tests speak to it: the paths of kinds, and server-side apply. */
export class Cluster {
  /** The cluster of the current context of `$KUBECONFIG`. Never another one: `~/.kube/config` could lead to a cluster that somebody needs. */
  public static fromEnvironment(): Cluster | undefined {
    return process.env.KUBECONFIG ? new Cluster(process.env.KUBECONFIG) : undefined;
  }

  private readonly server: URL;
  private readonly options: RequestOptions;
  private readonly groups = new Map<string, Promise<Map<string, any>>>();

  private constructor(file: string) {
    const config = parse(readFileSync(file, 'utf8'));
    const named = (list: any[], name: string, what: string) => {
      const found = list?.find((entry) => entry.name === name);
      if (!found) throw new Error(`${file} has no ${what} '${name}'`);
      return found[what];
    };
    const context = named(config.contexts, config['current-context'], 'context');
    const cluster = named(config.clusters, context.cluster, 'cluster');
    const user = named(config.users, context.user, 'user');
    const content = (entry: any, name: string) => {
      if (entry[`${name}-data`]) return Buffer.from(entry[`${name}-data`], 'base64');
      return entry[name] && readFileSync(resolve(dirname(file), entry[name]));
    };
    const credentials = { ...user, ...fromCommand(user.exec) };
    const token = credentials.token ?? (user.tokenFile && readFileSync(resolve(dirname(file), user.tokenFile), 'utf8').trim());
    this.server = new URL(cluster.server);
    this.options = {
      ca: content(cluster, 'certificate-authority'),
      cert: content(credentials, 'client-certificate'),
      key: content(credentials, 'client-key'),
      servername: cluster['tls-server-name'],
      rejectUnauthorized: cluster['insecure-skip-tls-verify'] !== true,
      headers: token ? { Authorization: `Bearer ${token}` } : {},
    };
  }

  public toString(): string {
    return this.server.href;
  }

  /** Version of the API server: `[1, 36]`. */
  public async version(): Promise<[number, number]> {
    const { status, body } = await this.send('GET', '/version');
    const [major, minor] = [parseInt(body.major), parseInt(body.minor)]; // EKS writes '33+'
    if (status !== 200 || Number.isNaN(major + minor)) throw new Error(`${this.server.href} does not tell its version: ${JSON.stringify(body)}`);
    return [major, minor];
  }

  /** Path of an object, or undefined if the server has no such kind. */
  private async pathOf({ apiVersion, kind, metadata }: any): Promise<string | undefined> {
    const resource = (await this.kindsOf(apiVersion)).get(kind);
    if (!resource) return undefined;
    const namespace = resource.namespaced ? `/namespaces/${metadata.namespace}` : '';
    return `${prefixOf(apiVersion)}${namespace}/${resource.name}/${metadata.name}`;
  }

  /** Whether objects of this kind are in a namespace; undefined if the server has no such kind. */
  public async isNamespaced({ apiVersion, kind }: any): Promise<boolean | undefined> {
    return (await this.kindsOf(apiVersion)).get(kind)?.namespaced;
  }

  /** Feature gates that are on, where the server tells them. */
  public async featureGates(): Promise<string[]> {
    const { status, body } = await this.send('GET', '/metrics');
    return status === 200 ? [...body.message.matchAll(/^kubernetes_feature_enabled\{name="(\w+)"[^}]*\} 1$/gm)].map(([, name]) => name) : [];
  }

  /** What `kubectl apply --server-side` does, unknown fields being errors. */
  public async apply(object: any, options: { dryRun?: boolean } = {}): Promise<Answer> {
    const path = await this.pathOf(object);
    if (path === undefined) return { status: 404, body: { message: `the server has no ${object.kind} of ${object.apiVersion}` }, warnings: [] };
    const query = `fieldManager=cdk8s-eks-storage-test&force=true&fieldValidation=Strict${options.dryRun ? '&dryRun=All' : ''}`;
    return this.send('PATCH', `${path}?${query}`, object, 'application/apply-patch+yaml');
  }

  public async get(object: any): Promise<any> {
    const path = await this.pathOf(object);
    const { status, body } = path === undefined ? { status: 404, body: undefined } : await this.send('GET', path);
    return status === 200 ? body : undefined;
  }

  public async delete(object: any): Promise<Answer> {
    return this.send('DELETE', (await this.pathOf(object))!, { kind: 'DeleteOptions', apiVersion: 'v1', propagationPolicy: 'Background' });
  }

  /** Forgets what kinds there are, because a CustomResourceDefinition has come. */
  public forgetKinds(): void {
    this.groups.clear();
  }

  private kindsOf(apiVersion: string): Promise<Map<string, any>> {
    const known = this.groups.get(apiVersion) ?? this.send('GET', prefixOf(apiVersion)).then(({ body }) =>
      new Map((body?.resources ?? []).filter(({ name }: any) => !name.includes('/')).map((resource: any) => [resource.kind, resource])));
    this.groups.set(apiVersion, known);
    return known;
  }

  private send(method: string, path: string, body?: any, contentType = 'application/json'): Promise<Answer> {
    const data = body === undefined ? undefined : JSON.stringify(body); // JSON is YAML
    const length = data === undefined ? {} : { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(data) };
    const headers = { ...this.options.headers, Accept: 'application/json', ...length };
    return new Promise((done, fail) => {
      const url = new URL(`${this.server.pathname.replace(/\/$/, '')}${path}`, this.server);
      const sent = request(url, { ...this.options, method, headers, timeout: 30_000 }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk)).on('error', fail).on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const isJson = response.headers['content-type']?.startsWith('application/json');
          const warnings = [response.headers.warning ?? []].flat().flatMap((all) => [...all.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, said]) => said));
          done({ status: response.statusCode!, body: isJson ? JSON.parse(text) : { message: text }, warnings });
        });
      });
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${url.href}: no answer in 30 s`))).on('error', fail).end(data);
    });
  }
}

function prefixOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** Credentials from a command, such as `aws eks get-token`. */
function fromCommand(exec: any): object {
  if (!exec) return {};
  const env = Object.fromEntries((exec.env ?? []).map(({ name, value }: any) => [name, value]));
  const info = JSON.stringify({ apiVersion: exec.apiVersion, kind: 'ExecCredential', spec: { interactive: false } });
  const { status, stdout, stderr, error } = spawnSync(exec.command, exec.args ?? [], { env: { ...process.env, ...env, KUBERNETES_EXEC_INFO: info }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${exec.command}: ${error?.message ?? stderr}`);
  const { token, clientCertificateData, clientKeyData } = JSON.parse(stdout).status;
  const base64 = (text?: string) => text && Buffer.from(text).toString('base64');
  return { 'token': token, 'client-certificate-data': base64(clientCertificateData), 'client-key-data': base64(clientKeyData) };
}
