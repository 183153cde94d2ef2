// Everything a cluster needs, in one construct.
export { EksStorage } from './eks-storage';
export { type EksStorageProps } from './eks-storage-props';

export * from './kubernetes';
export * from './aws';
