import type { ApiObject } from 'cdk8s';

const restored = new WeakMap<ApiObject, object[]>();

/**
 * Puts back what cdk8s-plus-27 leaves out of a Pod's volumes: it knows the fields of Kubernetes 1.27 and drops all others when it renders the object,
 * after any JSON patch.
 */
export function restoreVolumes(apiObject: ApiObject, volumes: object[]): void {
  const isRestored = restored.has(apiObject);
  restored.set(apiObject, volumes);
  if (isRestored) return;
  const render = apiObject.toJson.bind(apiObject);
  apiObject.toJson = () => {
    const json = render();
    const rendered: any[] = podSpecOf(json)?.volumes ?? [];
    for (const volume of restored.get(apiObject) as { name: string }[]) {
      complete(rendered.find(({ name }) => name === volume.name), volume);
    }
    return json;
  };
}

/** Of a Pod, of what makes Pods from a template, or of a CronJob. */
function podSpecOf({ spec }: any): any {
  return spec?.jobTemplate?.spec?.template?.spec ?? spec?.template?.spec ?? spec;
}

/** What is there stays: it may have been patched. */
function complete(rendered: any, written: any): void {
  if (typeof rendered !== 'object' || rendered === null) return;
  for (const [key, value] of Object.entries(written)) {
    if (value === undefined) continue;
    if (rendered[key] === undefined) rendered[key] = value;
    else complete(rendered[key], value);
  }
}
