// Nest 12 is published as ES modules. Under Node 20 jest cannot require() those natively
// (it needs Node >= 24.9), so they go through SWC to CommonJS together with our own sources.
const esmOnly = ['@nestjs/(?!throttler/)[^/]+', 'cookie', 'content-disposition', 'file-type'];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testEnvironment: 'node',
  // No test measures time; a busy machine must not fail one.
  testTimeout: 60_000,
  // Two processes on any machine, renewed when they have grown: in one alone the modules of all specs pile up.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  testRegex: '\\.(e2e-|browser-)?spec\\.ts$',
  moduleFileExtensions: ['js', 'json', 'ts'],
  transform: {
    '^.+\\.(ts|js)$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(.*/node_modules/)?(${esmOnly.join('|')})/)`],
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts'],
};
