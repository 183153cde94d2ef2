import { Testing } from 'cdk8s';
import { AllowedTopology, StorageClass } from '../../../src';
import { refusals } from '../../refusals';

const make = (allowedTopologies: AllowedTopology[]) => new StorageClass(Testing.chart(), 'Class', { provisioner: 'x', allowedTopologies }).toJson().allowedTopologies;

test.each<[string, AllowedTopology, object[]]>([
  ['zones', AllowedTopology.zones('eu-west-1a', 'eu-west-1b'), [{ key: 'topology.kubernetes.io/zone', values: ['eu-west-1a', 'eu-west-1b'] }]],
  ['ids of zones', AllowedTopology.zoneIds('euw1-az1'), [{ key: 'topology.k8s.aws/zone-id', values: ['euw1-az1'] }]],
  ['a label', AllowedTopology.label('example.com/rack', '7', '8'), [{ key: 'example.com/rack', values: ['7', '8'] }]],
  ["the EBS driver's older label", AllowedTopology.label('topology.ebs.csi.aws.com/zone', 'us-east-2c'), [{ key: 'topology.ebs.csi.aws.com/zone', values: ['us-east-2c'] }]],
  ['an Outpost', AllowedTopology.outpost('arn:aws-us-gov:outposts:us-gov-west-1:111122223333:outpost/op-0123456789abcdef0'), [
    { key: 'topology.ebs.csi.aws.com/outpost-id', values: ['op-0123456789abcdef0'] },
    { key: 'topology.ebs.csi.aws.com/region', values: ['us-gov-west-1'] },
    { key: 'topology.ebs.csi.aws.com/partition', values: ['aws-us-gov'] },
    { key: 'topology.ebs.csi.aws.com/account-id', values: ['111122223333'] },
  ]],
])('volumes stay in %s', (_, topology, matchLabelExpressions) => {
  expect(make([topology])).toEqual([{ matchLabelExpressions }]);
});

test.each(['us-east-1a', 'ap-northeast-2c', 'us-gov-west-1b', 'us-iso-east-1a', 'eusc-de-east-1a', 'us-west-2-lax-1a', 'us-east-1-wl1-bos-wlz-1', '${Token[ZONE.1]}'])(
  '%s is the name of a zone', (zone) => {
    expect(make([AllowedTopology.zones(zone)])).toHaveLength(1);
  });

test.each(['use1-az1', 'apne2-az3', 'usgw1-az2', 'usw2-lax1-az1', 'use1-wl1-bos-wlz1', '${Token[ZONE.1]}'])('%s is the id of a zone', (zoneId) => {
  expect(make([AllowedTopology.zoneIds(zoneId)])).toHaveLength(1);
});

refusals(make, [
  [[], 'allowedTopologies is empty, which allows no place or every place, depending on the reader; name a place, or leave it out'],
  [[AllowedTopology.zones()], "allowedTopologies names no place under 'topology.kubernetes.io/zone' (got []); give at least one value"],
  [[AllowedTopology.zones('eu-west-1a', '')], "(got ['eu-west-1a', '']); give at least one value and no empty ones"],
  [[AllowedTopology.label('example.com/rack')], "allowedTopologies names no place under 'example.com/rack'"],
  [[AllowedTopology.zones('eu-west-1')], "allowedTopologies has the zone 'eu-west-1', which is not the name of one; write it as in 'us-east-1a'"],
  [[AllowedTopology.zones('EU-WEST-1A')], "allowedTopologies has the zone 'EU-WEST-1A', which is not the name of one"],
  [[AllowedTopology.zones('euw1-az1')], "allowedTopologies has the zone 'euw1-az1', which is the id of one; use zoneIds, or the name as in 'us-east-1a'"],
  [[AllowedTopology.zoneIds('eu-west-1a')], "allowedTopologies has the zone id 'eu-west-1a', which is not one; write it as in 'use1-az1', and names under zones"],
  [[AllowedTopology.label('topology.kubernetes.io/zone', 'eu-west-1')], "allowedTopologies has the zone 'eu-west-1', which is not the name of one"],
  [[AllowedTopology.zones('eu-west-1a', 'eu-west-1a')], "allowedTopologies names 'eu-west-1a' twice under 'topology.kubernetes.io/zone', which Kubernetes refuses; leave one out"],
  [[AllowedTopology.zones('eu-west-1a'), AllowedTopology.zones('eu-west-1a')], 'allowedTopologies names the same place twice, which Kubernetes refuses'],
  [[AllowedTopology.label('no label', 'x')], "allowedTopologies has the key 'no label', which is not a label name"],
  [[AllowedTopology.label('example.com/rack', 'row 7')], "allowedTopologies gives 'example.com/rack' the value 'row 7', which is not a label value"],
  [[AllowedTopology.outpost('op-0123456789abcdef0')], "allowedTopologies has the outpost 'op-0123456789abcdef0', which is not the ARN of one; write it as 'arn:aws:outposts:"],
]);
