import { isUnresolved } from '../../private/cdk-tokens';
import { nearestName } from '../../private/slips';

/** Namespace of the parameters that the external-provisioner keeps for itself. */
const RESERVED = 'csi.storage.k8s.io/';

/**
 * All it takes there, removePrefixedParameters in its pkg/controller/controller.go; any other fails every claim.
 *
 * @see https://kubernetes-csi.github.io/docs/secrets-and-credentials-storage-class.html
 */
const SECRETS = ['', 'provisioner-', 'controller-publish-', 'node-stage-', 'node-publish-', 'controller-expand-', 'node-expand-', 'controller-modify-']
  .map((purpose) => `${RESERVED}${purpose}secret`);
const SECRET_KEYS = SECRETS.flatMap((secret) => [`${secret}-name`, `${secret}-namespace`]);

/**
 * What is wrong with parameters that have no property. They are for what is newer than this library, so keys it does not know are let through, unless they
 * are plainly a slip in one it knows.
 *
 * @param known Parameters of the provisioner by name, and what to do instead of giving them here.
 */
export function extraParameterMistakes(extra: Record<string, string> = {}, known: Record<string, string>): (string | undefined)[] {
  const keys = Object.keys(extra).filter((key) => !isUnresolved(key));
  return [
    ...keys.map((key) => keyMistake(key, known)),
    ...keys.filter((key, index) => keys.findIndex((other) => other.toLowerCase() === key.toLowerCase()) < index)
      .map((key) => `extraParameters contains '${key}' in two spellings, of which one would win by chance; leave one out`),
    ...SECRETS.filter((secret) => (extra[`${secret}-name`] === undefined) !== (extra[`${secret}-namespace`] === undefined))
      .map((secret) => `extraParameters has one of '${secret}-name' and '${secret}-namespace', and the provisioner wants both; give the other too`),
  ];
}

function keyMistake(key: string, known: Record<string, string>): string | undefined {
  if (key.trim() === '') return `extraParameters contains the key '${key}', which names nothing; name a parameter`;
  if (SECRET_KEYS.includes(key)) return undefined;
  const names = Object.keys(known);
  const same = names.find((name) => name.toLowerCase() === key.toLowerCase());
  if (same !== undefined) return `extraParameters contains '${key}', ${known[same]}`;
  if (/^tag(specification|deletion)/i.test(key)) return `extraParameters contains '${key}', which has a property of its own; use tags`;

  const nearest = nearestName(key, [...names, ...SECRET_KEYS]);
  if (nearest !== undefined) {
    return `extraParameters contains '${key}', which looks like '${nearest}'${known[nearest] === undefined ? '; write it so' : `, ${known[nearest]}`}`;
  }
  if (!key.toLowerCase().startsWith(RESERVED)) return undefined;
  return `extraParameters contains '${key}', and the provisioner takes nothing else under '${RESERVED}' than the names and namespaces of secrets; leave it out`;
}
