/** Mutation testing of the judging and the reading: what each changed operator, number and word of src/domain and src/tables would do to the tests. */
const besideTheCode = ['/assets', '/bench', '/build', '/coverage', '/dist', '/docs', '/test-results', '/test/e2e', '/test/fixtures', '/tools'];

export default {
  mutate: ['src/domain/**/*.ts', 'src/tables/**/*.ts'],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.cjs',
    // One file holds them all; the second opinion would only repeat in bulk what they say one by one.
    enableFindRelatedTests: false,
    config: { roots: ['<rootDir>/test/mutation'], testMatch: ['**/allTests.ts'], testEnvironment: './test/mutation/firstFailure.cjs' },
  },
  coverageAnalysis: 'perTest',
  // Word lists and sentences are read when a file is loaded: they are to be tested like all else.
  ignoreStatic: false,
  // With `--incremental`; it knows tests by name and place, so the figures to quote are those of a run without it.
  incrementalFile: 'build/mutation/incremental.json',
  tempDirName: 'build/mutation/sandbox',
  ignorePatterns: besideTheCode,
  concurrency: 2,
  timeoutMS: 5000,
  timeoutFactor: 2,
  thresholds: { high: 95, low: 90, break: 90 },
  warnings: { slow: false },
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, reportMutants: false },
  htmlReporter: { fileName: 'build/reports/mutation/mutation.html' },
  jsonReporter: { fileName: 'build/reports/mutation/mutation.json' },
  allowConsoleColors: false,
};
