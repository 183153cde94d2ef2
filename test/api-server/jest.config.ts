import { jest } from '../../package.json';

/** `npm run test:cluster`: what a real API server makes of the manifests. No part of `npm test`, which needs no cluster. */
export default {
  ...jest,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/api-server/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1, // several files bring the snapshot kinds and take them away again
  globalSetup: '<rootDir>/test/api-server/setup.ts',
  collectCoverage: false,
  reporters: [['default', {}]],
  verbose: true,
};
