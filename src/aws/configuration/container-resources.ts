import { isObject, object, type Rule, shown, unlessLater } from './value-rules';

/** What a container asks for and is held to. */
export interface ContainerResources {
  /**
   * What is kept free for the container on its node.
   *
   * @default - for the driver's container the driver's own, for a sidecar as much as its limits
   */
  readonly requests?: ResourceQuantities;

  /**
   * What the container is held to.
   *
   * @default - for the driver's container the driver's own, for a sidecar none
   */
  readonly limits?: ResourceQuantities;
}

/**
 * Quantities as Kubernetes writes them. Refused is what is not one, and one below zero.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export interface ResourceQuantities {
  /**
   * In CPUs, as in `0.5` or `500m`.
   *
   * @default - as without these quantities
   */
  readonly cpu?: string;

  /**
   * In bytes, as in `128Mi`.
   *
   * @default - as without these quantities
   */
  readonly memory?: string;
}

/** The grammar of the page above, without its minus sign, and with the `n` and `u` that Kubernetes reads beside it. */
const QUANTITY = /^\+?(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

export const resources: Rule = (path, value) => isObject(value)
  ? [...unlessLater(quantities, `${path}.requests`, value.requests), ...unlessLater(quantities, `${path}.limits`, value.limits)]
  : object(path, value);

const quantities: Rule = (path, value) => isObject(value)
  ? Object.entries(value).flatMap(([name, amount]) => unlessLater(quantity, `${path}.${name}`, amount))
  : object(path, value);

const quantity: Rule = (path, value) => [
  /string|number/.test(typeof value) && QUANTITY.test(String(value)) ? undefined : `${path} ${shown(value)} is not a quantity; give one as in '500m' CPUs or '128Mi' memory`,
];
