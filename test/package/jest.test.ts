import { Chart, Testing } from 'cdk8s';
import * as library from 'cdk8s-eks-storage';

jest.mock('cdk8s-eks-storage', () => ({ ...jest.requireActual('cdk8s-eks-storage'), StorageQuota: 'something else' }));

test('a test of a user that takes one thing for another has the rest as it is', () => {
  expect(library.StorageQuota).toBe('something else');
  const made = new library.EncryptedStorageClass(new Chart(Testing.app(), 'chart'), 'Class');
  expect(made.toJson().kind).toBe('StorageClass');
});

test('a class of the library can be spied on, before its first use and after', () => {
  const actual: typeof library = jest.requireActual('cdk8s-eks-storage');
  const before = actual.EncryptedStorageClass;
  for (let times = 0; times < 2; times++) {
    const spy = jest.spyOn(actual, 'EncryptedStorageClass').mockImplementation(() => 'a spy' as any);
    expect(actual.EncryptedStorageClass).toBe(spy);
    spy.mockRestore();
    expect(actual.EncryptedStorageClass).toBe(before);
  }
});

test('modules are made anew where a test asks for it', () => {
  const { EncryptedStorageClass: before } = jest.requireActual('cdk8s-eks-storage');
  jest.isolateModules(() => expect(jest.requireActual('cdk8s-eks-storage').EncryptedStorageClass).not.toBe(before));
  expect(jest.createMockFromModule<typeof library>('cdk8s-eks-storage').EbsVolumeType.gp3).toHaveProperty('mock');
});
