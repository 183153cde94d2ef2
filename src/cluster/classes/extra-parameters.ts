import { isUnresolved } from '../../private/cdk-tokens';
import { nearestName } from '../../private/slips';

/** Namespace of the parameters that the sidecars of a driver keep for themselves. */
const RESERVED = 'csi.storage.k8s.io/';

/** A sidecar, and the secrets it takes there; any other parameter there fails whatever it is to do. */
interface Sidecar {
  readonly name: string;
  readonly secrets: string[];
}

/**
 * removePrefixedParameters in pkg/controller/controller.go of the external-provisioner.
 *
 * @see https://kubernetes-csi.github.io/docs/secrets-and-credentials-storage-class.html
 */
const PROVISIONER: Sidecar = {
  name: 'provisioner',
  secrets: ['', 'provisioner-', 'controller-publish-', 'node-stage-', 'node-publish-', 'controller-expand-', 'node-expand-', 'controller-modify-']
    .map((purpose) => `${RESERVED}${purpose}secret`),
};

/**
 * RemovePrefixedParameters in pkg/utils/util.go of the external-snapshotter, without the secrets of group snapshots.
 *
 * @see https://kubernetes-csi.github.io/docs/secrets-and-credentials-volume-snapshot-class.html
 */
export const SNAPSHOTTER: Sidecar = { name: 'snapshotter', secrets: [`${RESERVED}snapshotter-secret`, `${RESERVED}snapshotter-list-secret`] };

/**
 * What is wrong with parameters that have no property. They are for what is newer than this library, so keys it does not know are let through, unless they
 * are plainly a slip in one it knows.
 *
 * @param known Parameters of the driver by name, and what to do instead of giving them here.
 * @param sidecar Who reads them before the driver.
 */
export function extraParameterMistakes(
  extra: Record<string, string>, known: Record<string, string>, sidecar = PROVISIONER,
): (string | undefined)[] {
  const keys = Object.keys(extra).filter((key) => !isUnresolved(key));
  return [
    ...keys.map((key) => keyMistake(key, known, sidecar)),
    ...keys.filter((key, index) => keys.findIndex((other) => other.toLowerCase() === key.toLowerCase()) < index)
      .map((key) => `extraParameters contains '${key}' in two spellings, of which one would win by chance; leave one out`),
    ...sidecar.secrets.filter((secret) => (extra[`${secret}-name`] === undefined) !== (extra[`${secret}-namespace`] === undefined))
      .map((secret) => `extraParameters has one of '${secret}-name' and '${secret}-namespace', and the ${sidecar.name} wants both; give the other too`),
  ];
}

function keyMistake(key: string, known: Record<string, string>, { name: sidecar, secrets }: Sidecar): string | undefined {
  if (key.trim() === '') return `extraParameters contains the key '${key}', which names nothing; name a parameter`;
  const secretKeys = secrets.flatMap((secret) => [`${secret}-name`, `${secret}-namespace`]);
  if (secretKeys.includes(key)) return undefined;
  const names = Object.keys(known);
  const same = names.find((name) => name.toLowerCase() === key.toLowerCase());
  if (same !== undefined) return `extraParameters contains '${key}', ${known[same]}`;
  if (/^tag(specification|deletion)/i.test(key)) return `extraParameters contains '${key}', which has a property of its own; use tags`;

  const nearest = nearestName(key, [...names, ...secretKeys]);
  if (nearest !== undefined) {
    return `extraParameters contains '${key}', which looks like '${nearest}'${known[nearest] === undefined ? '; write it so' : `, ${known[nearest]}`}`;
  }
  if (!key.toLowerCase().startsWith(RESERVED)) return undefined;
  return `extraParameters contains '${key}', and the ${sidecar} takes nothing else under '${RESERVED}' than the names and namespaces of secrets; leave it out`;
}
