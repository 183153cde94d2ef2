import { randomBytes } from 'node:crypto';
import type { Answer, Cluster } from './cluster';

const LABEL = 'cdk8s-eks-storage-test';

/**
 * A place of its own in a cluster: namespaces and names that nobody else has, removed at the end. What is left by a run that was killed goes with
 * `kubectl delete namespace,persistentvolume -l cdk8s-eks-storage-test`, and with `crd` if the snapshot kinds came from it.
 */
export class Throwaway {
  private readonly prefix = `cdk8s-storage-test-${randomBytes(3).toString('hex')}`;
  private readonly made: any[] = [];

  public constructor(private readonly cluster: Cluster) {}

  /**
   * The object with the names of this place: its namespace; its own name if it belongs to the whole cluster; and those it mentions that lead to one of these.
   * Classes are renamed too, so that no claim finds a class of the cluster, and storage that costs. The names of CustomResourceDefinitions cannot be others.
   */
  public async rename(object: any): Promise<any> {
    const copy = this.renameWithin(object);
    const isNamespaced = await this.cluster.isNamespaced(object);
    if (isNamespaced) copy.metadata.namespace ??= this.namespace('default');
    else if (object.kind !== 'CustomResourceDefinition') copy.metadata.name = this.name(object.metadata.name);
    return copy;
  }

  public namespace(name: string): string {
    return this.name(name);
  }

  /** Makes namespaces that Pods can come into. */
  public async makeNamespaces(names: Iterable<string>): Promise<void> {
    for (const name of names) {
      const namespace = this.namespace(name);
      await this.make({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
      const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } };
      await eventually(`the controller manager gives namespace ${namespace} its ServiceAccount`, async () => await this.cluster.get(account) !== undefined);
    }
  }

  /** Makes the object, unless it is there already, and remembers to remove it. */
  public async make(object: any): Promise<Answer | undefined> {
    if (await this.cluster.get(object) !== undefined) return undefined;
    this.made.push(object);
    return this.cluster.apply({ ...object, metadata: { ...object.metadata, labels: { ...object.metadata.labels, [LABEL]: this.prefix } } });
  }

  /** Removes what was made and waits until it is gone. What is inside the namespaces goes with them. */
  public async remove(): Promise<void> {
    const roots = [];
    for (const object of [...this.made].reverse()) {
      if (object.kind === 'Namespace' || await this.cluster.isNamespaced(object) === false) roots.push(object);
    }
    // The namespaces first: volumes are kept as long as claims are bound to them, and custom resources go before their kind.
    const [namespaces, others] = [roots.filter(({ kind }) => kind === 'Namespace'), roots.filter(({ kind }) => kind !== 'Namespace')];
    for (const group of [namespaces, others]) {
      for (const object of group) {
        const { status, body } = await this.cluster.delete(object);
        if (status >= 300 && status !== 404) throw new Error(`${object.kind} ${object.metadata.name} stays: ${body.message}`);
      }
      for (const object of group) {
        await eventually(`${object.kind} ${object.metadata.name} is gone`, async () => await this.cluster.get(object) === undefined, 120);
      }
    }
  }

  private name(name: string): string {
    return `${this.prefix}-${name}`;
  }

  private renameWithin(value: any): any {
    if (Array.isArray(value)) return value.map((element) => this.renameWithin(element));
    if (typeof value !== 'object' || value === null) return value;
    const NAMES = ['namespace', 'volumeName', 'storageClassName'];
    return Object.fromEntries(Object.entries(value).map(([key, inner]) =>
      [key, NAMES.includes(key) && typeof inner === 'string' && inner !== '' ? this.name(inner) : this.renameWithin(inner)]));
  }
}

/** Waits for what a controller does. */
export async function eventually(what: string, isSo: () => Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!await isSo()) {
    if (Date.now() > end) throw new Error(`after ${seconds} s it is not so that ${what}`);
    await new Promise((done) => setTimeout(done, 250));
  }
}
