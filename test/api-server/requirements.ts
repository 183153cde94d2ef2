interface Requirement {
  readonly what: string;
  readonly since: [number, number];
  readonly gate?: string;
  readonly of: (object: any) => boolean;
}

/** What some objects need of a server beyond Kubernetes 1.27, as their docstrings say. Without it their tests are skipped, and say why. */
const REQUIREMENTS: Requirement[] = [
  { what: 'VolumeAttributesClass', since: [1, 34], of: says(/VolumeAttributesClass"|"volumeAttributesClassName"/) },
  { what: 'clusterTrustBundle', since: [1, 29], gate: 'ClusterTrustBundleProjection', of: says(/"clusterTrustBundle"/) },
  { what: 'podCertificate', since: [1, 34], gate: 'PodCertificateRequest', of: says(/"podCertificate"/) },
  {
    what: 'maxUnavailable of a StatefulSet',
    since: [1, 24],
    gate: 'MaxUnavailableStatefulSet',
    of: ({ kind, spec }) => kind === 'StatefulSet' && spec.updateStrategy?.rollingUpdate?.maxUnavailable !== undefined,
  },
];

/** What this object needs and the server has not; empty if it has all. */
export function missingOf(object: any): string[] {
  const [major, minor] = (process.env.KUBERNETES_VERSION ?? '0.0').split('.').map(Number);
  const gates = (process.env.KUBERNETES_FEATURE_GATES ?? '').split(' ');
  return REQUIREMENTS.filter(({ of }) => of(object)).flatMap(({ what, since, gate }) => [
    ...major === since[0] && minor < since[1] ? [`${what} needs Kubernetes ${since.join('.')}`] : [],
    ...gate !== undefined && !gates.includes(gate) ? [`${what} needs feature gate ${gate}`] : [],
  ]);
}

function says(pattern: RegExp): (object: any) => boolean {
  return (object) => pattern.test(JSON.stringify(object));
}
