import { jest, name } from '../../package.json';

/** `npm run test:package`: what is published, as users get it. No part of `npm test`, which does not compile. */
export default {
  ...jest,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/package/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: { [`^${name}$`]: '<rootDir>' }, // what is compiled, not src
  globalSetup: '<rootDir>/test/package/setup.ts',
  globalTeardown: '<rootDir>/test/package/teardown.ts',
  collectCoverage: false,
  reporters: [['default', {}]],
  verbose: true,
};
