/** Unit tests and real office.js in Node. Types are checked by `tsc`, so the tests are only transpiled. */
module.exports = {
  testEnvironment: 'node',
  // Whole workbooks are opened, written and read back; how long that takes is the bench's affair.
  testTimeout: 60_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  transform: {
    '^.+\\.tsx?$': ['ts-jest', { transpilation: true, tsconfig: { module: 'commonjs', moduleResolution: 'node10', verbatimModuleSyntax: false, jsx: 'react-jsx', target: 'ES2021', esModuleInterop: true, isolatedModules: true, ignoreDeprecations: '6.0' } }],
  },
};
