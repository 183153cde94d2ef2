import { Chart, Testing } from 'cdk8s';
import { EbsVolumeType } from '../../../src';
import { EbsVolumeAttributesClass, type EbsVolumeAttributesClassProps } from '../../../src/cluster/classes/ebs/ebs-volume-attributes-class';
import { VolumeAttributesClass, type VolumeAttributesClassProps } from '../../../src/cluster/classes/volume-attributes-class';
import { refusals } from '../../refusals';

const chart = () => new Chart(Testing.app(), 'chart', { namespace: 'team' });

describe('of any driver', () => {
  const make = (props: VolumeAttributesClassProps) => new VolumeAttributesClass(chart(), 'Class', props);

  test('it says what was said, to the whole cluster', () => {
    const props: Required<VolumeAttributesClassProps> = {
      metadata: { name: 'gold', labels: { a: 'b' } }, nameWithHash: false, driverName: 'pd.csi.storage.gke.io', parameters: { Iops: '5' },
    };
    expect(make(props).toJson()).toEqual({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'VolumeAttributesClass',
      metadata: { name: 'gold', labels: { a: 'b' } },
      driverName: 'pd.csi.storage.gke.io',
      parameters: { Iops: '5' },
    });
    expect(make(props)).toMatchObject({ volumeAttributesClassName: 'gold', driverName: 'pd.csi.storage.gke.io' });
  });

  test('its name can say what is inside', () => {
    const name = (parameters: { [key: string]: string }) => make({ metadata: { name: 'gold' }, nameWithHash: true, driverName: 'x', parameters }).toJson().metadata.name;
    expect(name({ a: '1' })).toMatch(/^gold-[0-9a-f]{8}$/);
    expect(name({ a: '1' })).not.toBe(name({ a: '2' }));
  });

  test('one that somebody else creates is referred to by its name', () => {
    expect(VolumeAttributesClass.fromName('gold')).toEqual({ volumeAttributesClassName: 'gold' });
    expect(() => VolumeAttributesClass.fromName('Gold')).toThrow("VolumeAttributesClass.fromName: name 'Gold' is not a name Kubernetes takes");
  });

  const many = Object.fromEntries(Array.from({ length: 513 }, (_, index) => [`key${index}`, '']));
  refusals(make, [
    [{ driverName: '', parameters: { a: '1' } }, "driverName '' is empty; name the driver that changes the volumes"],
    [{ driverName: 'x', parameters: {} }, 'parameters is empty, and a class that changes nothing is refused by Kubernetes; give at least one'],
    [{ driverName: 'x', parameters: many }, 'parameters has 513 entries, and Kubernetes takes 512; leave some out'],
    [{ driverName: 'x', parameters: { a: 'é'.repeat(131_072) } }, 'parameters has 262145 bytes, and Kubernetes takes 262144; leave some out'],
    [{ driverName: 'x', parameters: { '': '1' } }, "parameters has the key '', which Kubernetes refuses; name a parameter"],
    [{ driverName: 'x', parameters: { a: 1 as unknown as string } }, "parameters gives 'a' the number 1, but Kubernetes takes text only; write '1'"],
    [{ driverName: 'x', parameters: { a: '1' }, metadata: { namespace: 'team' } }, "metadata.namespace 'team' is given, but a VolumeAttributesClass belongs to the whole cluster"],
    [{ driverName: 'x', parameters: { a: '${Token[A.1]}' }, nameWithHash: true }, 'nameWithHash cannot be made of parameters.a'],
  ]);
});

describe('of EBS', () => {
  const create = (props: EbsVolumeAttributesClassProps) => new EbsVolumeAttributesClass(chart(), 'Class', props);
  const make = (props: EbsVolumeAttributesClassProps) => create(props).toJson().parameters;

  test('every property reaches the object, in the case that the driver wants', () => {
    const props: Required<Omit<EbsVolumeAttributesClassProps, 'iops' | 'throughput'>> = {
      metadata: { name: 'gold' },
      nameWithHash: false,
      volumeType: EbsVolumeType.gp3({ iopsPerGiB: 10, allowAutoIopsIncreaseOnModify: true, throughput: 250 }),
      tags: { team: 'a', claim: '{{ .PVCName }}' },
      tagsToDelete: ['old', 'older'],
      extraParameters: { somethingNew: 'x' },
    };
    expect(create(props).toJson()).toEqual({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'VolumeAttributesClass',
      metadata: { name: 'gold' },
      driverName: 'ebs.csi.aws.com',
      parameters: {
        type: 'gp3',
        iopspergb: '10',
        allowautoiopsincreaseonmodify: 'true',
        throughput: '250',
        tagSpecification_1: 'claim={{ .PVCName }}',
        tagSpecification_2: 'team=a',
        tagDeletion_1: 'old',
        tagDeletion_2: 'older',
        somethingNew: 'x',
      },
    });
  });

  test('volumes may keep their type', () => {
    expect(make({ iops: 4000, throughput: 250 })).toEqual({ iops: '4000', throughput: '250' });
    expect(make({ volumeType: EbsVolumeType.io2({ iops: 5000 }) })).toEqual({ type: 'io2', iops: '5000' });
  });

  test('only those without deletions and without IOPS for each GiB make new volumes', () => {
    expect(create({ iops: 4000, tags: { a: 'b' } })._createsVolumes()).toBe(true);
    expect(create({ tagsToDelete: ['a'] })._createsVolumes()).toBe(false);
    expect(create({ volumeType: EbsVolumeType.gp3({ iopsPerGiB: 10, allowAutoIopsIncreaseOnModify: true }) })._createsVolumes()).toBe(false);
  });

  refusals(make, [
    [{}, 'parameters is empty'],
    [{ iops: 99 }, 'iops 99 is not among what EBS allows of any type; give a whole number from 100 to 256000'],
    [{ throughput: 2001 }, 'throughput 2001 is not among what EBS allows of any type; give a whole number from 125 to 2000'],
    [{ iops: 4000, volumeType: EbsVolumeType.gp3() }, 'iops 4000 is given beside volumeType gp3; give it to the volume type'],
    [{ throughput: 250, volumeType: EbsVolumeType.gp3() }, 'throughput 250 is given beside volumeType gp3'],
    [{ volumeType: EbsVolumeType.gp3({ iops: 1 }) }, 'gp3 iops 1 is not among'],
    [{ volumeType: EbsVolumeType.gp3({ iopsPerGiB: 5 }) }, 'volumeType has iopsPerGiB 5, by which the driver changes nothing without allowAutoIopsIncreaseOnModify; give that too, or iops'],
    [{ volumeType: EbsVolumeType.gp3({ iopsPerGiB: 5, allowAutoIopsIncreaseOnModify: true, allowAutoIopsPerGiBIncrease: true }) }, 'volumeType has allowAutoIopsPerGiBIncrease, which is for new volumes'],
    [{ tags: { 'aws:x': 'y' } }, "tags has the key 'aws:x', and AWS keeps the prefix"],
    [{ tagsToDelete: ['CSIVolumeName'] }, "tagsToDelete has the key 'CSIVolumeName', which the driver keeps for itself"],
    [{ tagsToDelete: ['a', 'a'] }, "tagsToDelete has the key 'a' twice; leave one out"],
    [{ tags: { a: 'b' }, tagsToDelete: ['a'] }, "tagsToDelete has the key 'a', which tags sets; leave it out of one of them"],
    [{ extraParameters: { Type: 'gp3' } }, "extraParameters contains 'Type', which has a property of its own; use volumeType"],
    [{ extraParameters: { IOPS: '5' } }, "extraParameters contains 'IOPS', which has a property of its own; use iops or volumeType"],
    [{ extraParameters: { tagDeletion_9: 'a' } }, "extraParameters contains 'tagDeletion_9', which has a property of its own; use tags"],
  ]);
});
