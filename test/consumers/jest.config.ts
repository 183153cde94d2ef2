import { jest } from '../../package.json';

/**
 * `npm run test:consumers`: the examples where users have them, outside of the repository, with what npm installs. No part of `npm test`: it needs a network,
 * what is compiled, and what `npm run examples` and `npm run workshop` have written.
 */
export default {
  ...jest,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/consumers/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/consumers/setup.ts',
  globalTeardown: '<rootDir>/test/consumers/teardown.ts',
  collectCoverage: false,
  reporters: [['default', {}]],
  verbose: true,
};
