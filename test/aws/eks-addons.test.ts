import { cluster, newStack, resource } from './stack';
import { type EksAddonProps, PodIdentityAgent, ResolveConflicts, SnapshotControllerAddon } from '../../src';

describe.each([
  ['snapshot-controller', SnapshotControllerAddon],
  ['eks-pod-identity-agent', PodIdentityAgent],
])('the add-on %s', (addonName, Addon) => {
  test('says its name, and what is not said is left out', () => {
    const stack = newStack();
    new Addon(stack, 'Addon', { cluster: cluster(stack) });
    expect(resource(stack, 'AWS::EKS::Addon').Properties).toEqual({ AddonName: addonName, ClusterName: 'prod', ResolveConflicts: 'OVERWRITE' });
  });

  test('has every property it is given', () => {
    const stack = newStack();
    const props: Required<EksAddonProps> = {
      cluster: cluster(stack),
      addonVersion: 'v1.2.3-eksbuild.4',
      resolveConflicts: ResolveConflicts.NONE,
      preserveOnDelete: true,
      tags: { team: 'platform' },
      configurationValues: { nodeSelector: { 'karpenter.sh/nodepool': 'system' } },
    };
    new Addon(stack, 'Addon', props);
    expect(resource(stack, 'AWS::EKS::Addon').Properties).toEqual({
      AddonName: addonName,
      ClusterName: 'prod',
      AddonVersion: 'v1.2.3-eksbuild.4',
      ResolveConflicts: 'NONE',
      PreserveOnDelete: true,
      Tags: [{ Key: 'team', Value: 'platform' }],
      ConfigurationValues: '{"nodeSelector":{"karpenter.sh/nodepool":"system"}}',
    });
  });

  test('fails for what is no version or tag of EKS, all at once', () => {
    const stack = newStack();
    const attempt = () => new Addon(stack, 'Addon', { cluster: cluster(stack), addonVersion: '1.2.3', tags: { 'aws:a': 'b' } });
    expect(attempt).toThrow(/stack\/Addon: 2 mistakes\n {2}- addonVersion '1.2.3' is not the version of an add-on; .*--addon-name /);
    expect(stack.node.tryFindChild('Addon')).toBeUndefined();
  });

  test('fails for a second one in a cluster', () => {
    const stack = newStack();
    const props = { cluster: cluster(stack) };
    new Addon(stack, 'Addon', props);
    expect(() => new Addon(stack, 'Second', props)).toThrow(`stack/Second: the cluster 'stack/Cluster' has ${addonName} already, from 'stack/Addon'`);
  });
});
