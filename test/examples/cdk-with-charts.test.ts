import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cdk8s from 'cdk8s';
import { appliedManifests, STRICT } from './synthesized';
import { shop } from '../../examples/cdk-with-charts/aws';
import { Shop } from '../../examples/cdk-with-charts/shop';

const { stacks: [{ template: json }] } = shop(new App(STRICT)).synth();
const template = Template.fromJSON(json);
const objects = appliedManifests(json);
const find = (kind: string, name: string) => objects.find((object) => object.kind === kind && object.metadata.name === name);
const onlyId = (type: string) => {
  const ids = Object.keys(template.findResources(type));
  expect(ids).toHaveLength(1);
  return ids[0];
};

test('values of the CDK are filled in where the chart has them', () => {
  expect(find('StorageClass', 'shop-fast').parameters.kmsKeyId).toBe(`\${${onlyId('AWS::KMS::Key')}.Arn}`);
  expect(find('StatefulSet', 'shop-carts').spec.template.spec.containers[0].env).toEqual([{ name: 'CLUSTER', value: `\${${onlyId('AWS::EKS::Cluster')}}` }]);
  expect(JSON.stringify(json)).not.toContain('${Token[');
});

test('the chart comes after the driver and the classes', () => {
  const applied = Object.entries<any>(template.findResources('Custom::AWSCDK-EKS-KubernetesResource'));
  const [, chart] = applied.find(([id]) => id.startsWith('StorageShop'))!;
  const [classes] = applied.find(([id]) => id.startsWith('StorageClasses'))!;
  const [driver] = Object.entries<any>(template.findResources('AWS::EKS::Addon', { Properties: { AddonName: 'aws-ebs-csi-driver' } }))[0];
  expect(chart.DependsOn).toEqual(expect.arrayContaining([classes, driver]));
});

test('the driver has its role by Pod Identity, and the cluster the agent for it', () => {
  template.hasResourceProperties('AWS::EKS::Addon', { AddonName: 'eks-pod-identity-agent' });
  template.hasResourceProperties('AWS::EKS::Addon', { AddonName: 'aws-ebs-csi-driver', PodIdentityAssociations: [{ ServiceAccount: 'ebs-csi-controller-sa' }] });
});

test('the snapshot is of the volume of the first Pod, and the copy starts from it, all in one namespace', () => {
  const claim = `data-${find('StatefulSet', 'shop-carts').metadata.name}-0`;
  expect(find('VolumeSnapshot', 'shop-beforethesale')).toMatchObject({ metadata: { namespace: 'shop' }, spec: { source: { persistentVolumeClaimName: claim } } });
  expect(find('PersistentVolumeClaim', 'shop-rehearsal')).toMatchObject({
    metadata: { namespace: 'shop' },
    spec: { storageClassName: 'shop-fast', dataSource: { kind: 'VolumeSnapshot', name: 'shop-beforethesale' }, resources: { requests: { storage: '20Gi' } } },
  });
  expect(find('Namespace', 'shop').metadata.namespace).toBeUndefined();
});

test('the chart does not know who applies it: with plain text it goes into a file', () => {
  const app = cdk8s.Testing.app();
  new Shop(app, 'shop', { kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab', clusterName: 'prod' });
  expect(app.synthYaml()).toContain('value: prod');
});
